"""Plain texts that are too long, too repetitive, or no story: what lines, sentences, rules and the network must survive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count, cycle, islice

Maker = Callable[[], bytes]

LEAD = "The army of Ostland attacked the town of Marrow on Monday, killing at least 17 people, officials said."
STORY = (
    LEAD,
    "“We will not leave,” President Ann Okonkwo told reporters. “They have bombed our schools.”",
    "Maravia denied that its planes had hit the market, and accused Ostland of spreading lies.",
    "Police arrested five protesters in the capital three weeks ago, according to the interior ministry.",
)
FIRST = "Bar Kel Tor Mis Ond Val Zer Hal Pry Gun Lor Fen Dak Sim Jar".split()
LAST = "en ik os ula ary ette ov sen man ides escu wicz".split()


def page(*paragraphs: str, title: str = "Ostland Attacks Border Town") -> str:
    """A page of a title and paragraphs."""
    return "\n\n".join((title, *paragraphs)) + "\n"


def filled(parts: Iterator[str], size: int, glue: str = " ") -> str:
    """Parts joined up to about a size in characters."""
    found, room = [], size
    while room > 0:
        found.append(next(parts))
        room -= len(found[-1]) + len(glue)
    return glue.join(found)


def name_of(number: int) -> str:
    """A name that nobody bears; a different one for each of the first 30,000 numbers."""
    first, rest = FIRST[number % 15] + LAST[number // 15 % 12], number // 180
    return f"{first} {FIRST[rest % 15]}{LAST[rest // 15 % 12]}{FIRST[number * 7 % 15].lower()}"


def numbers() -> Iterator[str]:
    """Counts, money, dates, ages and ranges without end."""
    for n in count(1):
        yield f"{n}, {n:,}.5, ${n} million, {1 + n % 28} March 20{n % 22:02d}, {n}-{n + 3}, {n}%, the {n}th, 0{n % 10}:30,"


def quotations() -> Iterator[str]:
    """Quotations, each with its speaker."""
    for n in count(1):
        yield f"“We attacked town number {n},” {name_of(n)} said. “They must answer for it.”"


def long_page(parts: Iterator[str], number: int, *, glue: str = " ") -> bytes:
    """A page whose one paragraph is so many parts."""
    return page(LEAD, glue.join(islice(parts, number)) + ".", LEAD).encode()


def story_again(size: int, glue: str) -> bytes:
    """The story over and over up to a size in bytes, written as fast as it can be."""
    once = glue.join(STORY) + glue
    return (once * (size // len(once.encode()) + 1)).encode()[:size].decode("utf-8", "ignore").encode()


def repeats() -> str:
    """Words and marks in runs, on which a grammar may choke."""
    runs = (
        "last ",
        "the ",
        "said ",
        "1,",
        "1 ",
        '"',
        "' ",
        "of the ",
        "and ",
        "a.",
        "re-",
        "not ",
        "n't",
        "20",
        "March ",
        "$",
        "-",
        "? ",
        ". [1]",
    )
    return page(LEAD, *(f"It said {run * 2_000}on Monday." for run in runs), *STORY)


def newlines() -> bytes:
    """A million empty lines, then two thousand that end the wrong way round."""
    return "".join((LEAD, "\n" * 1_000_000, STORY[1], "\n\r" * 1_000, STORY[2])).encode()


GREETINGS = (
    "The talks between the two governments ended on Monday without an agreement.|Les pourparlers entre les deux gouvernements se sont achevés lundi sans accord."
    "|Die Gespräche zwischen den beiden Regierungen endeten am Montag ohne Einigung.|Las conversaciones entre los dos gobiernos terminaron el lunes sin acuerdo."
    "|As conversações entre os dois governos terminaram na segunda-feira sem acordo.|I colloqui tra i due governi sono finiti lunedì senza un accordo."
    "|De gesprekken tussen de twee regeringen eindigden maandag zonder akkoord.|Samtalen mellom de to regjeringene endte mandag uten avtale."
    "|Samtalen mellan de två regeringarna slutade i måndags utan avtal.|Samtalerne mellem de to regeringer endte mandag uden aftale."
    "|Hallitusten väliset neuvottelut päättyivät maanantaina ilman sopimusta.|Valitsuste vahelised läbirääkimised lõppesid esmaspäeval kokkuleppeta."
    "|Rozmowy między oboma rządami zakończyły się w poniedziałek bez porozumienia.|Rozhovory mezi oběma vládami skončily v pondělí bez dohody."
    "|Rozhovory medzi oboma vládami sa skončili v pondelok bez dohody.|A két kormány közötti tárgyalások hétfőn megállapodás nélkül értek véget."
    "|Discuțiile dintre cele două guverne s-au încheiat luni fără un acord.|Разговорите между двете правителства приключиха в понеделник без споразумение."
    "|Переговоры между двумя правительствами завершились в понедельник без соглашения.|Переговори між двома урядами завершилися в понеділок без угоди."
    "|Разговори између две владе завршени су у понедељак без договора.|Razgovori između dviju vlada završili su u ponedjeljak bez dogovora."
    "|Pogovori med vladama so se v ponedeljek končali brez dogovora.|Sarunas starp abām valdībām pirmdien beidzās bez vienošanās."
    "|Derybos tarp dviejų vyriausybių pirmadienį baigėsi be susitarimo.|Οι συνομιλίες μεταξύ των δύο κυβερνήσεων έληξαν τη Δευτέρα χωρίς συμφωνία."
    "|İki hükümet arasındaki görüşmeler pazartesi günü anlaşma olmadan sona erdi.|İki hökumət arasında danışıqlar bazar ertəsi razılaşma olmadan başa çatdı."
    "|انتهت المحادثات بين الحكومتين يوم الاثنين دون اتفاق.|מחלוקת בין שתי הממשלות נמשכה ביום שני ללא הסכם.|گفتگوهای دو دولت روز دوشنبه بدون توافق پایان یافت."
    "|دونوں حکومتوں کے درمیان مذاکرات پیر کو بغیر معاہدے کے ختم ہوئے۔|दोनों सरकारों के बीच वार्ता सोमवार को बिना समझौते के समाप्त हुई।"
    "|দুই সরকারের আলোচনা সোমবার কোনো চুক্তি ছাড়াই শেষ হয়েছে।|இரு அரசுகளுக்கும் இடையிலான பேச்சுவார்த்தை திங்களன்று முடிந்தது.|రెండు ప్రభుత్వాల మధ్య చర్చలు సోమవారం ముగిశాయి."
    "|两国政府的会谈周一结束，没有达成协议。|両政府の会談は月曜日に合意なく終了した。|양국 정부의 회담은 월요일 합의 없이 끝났다.|การเจรจาระหว่างสองรัฐบาลสิ้นสุดลงเมื่อวันจันทร์โดยไม่มีข้อตกลง"
    "|Cuộc đàm phán giữa hai chính phủ kết thúc hôm thứ Hai mà không đạt thỏa thuận.|Pembicaraan antara kedua pemerintah berakhir pada hari Senin tanpa kesepakatan."
    "|Natapos noong Lunes ang pag-uusap ng dalawang pamahalaan nang walang kasunduan.|Mazungumzo kati ya serikali mbili yalimalizika Jumatatu bila makubaliano."
    "|ორ მთავრობას შორის მოლაპარაკება ორშაბათს შეთანხმების გარეშე დასრულდა։|Երկու կառավարությունների բանակցություններն ավարտվեցին երկուշաբթի։"
    "|Bisedimet midis dy qeverive përfunduan të hënën pa marrëveshje.|Разговорите меѓу двете влади завршија во понеделник без договор."
    "|Екі үкімет арасындағы келіссөздер дүйсенбіде келісімсіз аяқталды.|Viðræðum ríkisstjórnanna lauk á mánudag án samkomulags.|Daeth y trafodaethau rhwng y ddwy lywodraeth i ben ddydd Llun."
    "|Les converses entre els dos governs van acabar dilluns sense acord.|Bi gobernuen arteko elkarrizketak astelehenean amaitu ziren akordiorik gabe."
).split("|")  # fmt: skip


def emoji() -> str:
    """Families joined by joiners, skin tones, flags and keycaps, between words and alone."""
    family, waving, flag, keycap = (
        "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
        "\U0001f44b\U0001f3fd",
        "\U0001f1fa\U0001f1f3",
        "1\ufe0f\u20e3",
    )
    seen = "".join(chr(0x1F300 + n % 0x2FF) + (family, waving, flag, keycap)[n % 4] for n in range(5_000))
    return page(
        LEAD,
        f"The {family} army {waving}attacked{flag} the town{keycap}, Ann Okonkwo {family}said.",
        seen,
        seen.replace(keycap, " "),
        *STORY,
    )


def zalgo(text: str) -> str:
    """Twenty combining marks on every letter."""
    return "".join(
        c + "".join(chr(0x300 + (at * 7 + n * 13) % 0x6F) for n in range(20)) if c.isalpha() else c for at, c in enumerate(text)
    )


def right_to_left() -> str:
    """Marks that turn the writing direction, in words, around names, never closed."""
    marks = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
    mixed = "".join(c + (marks[at // 7 % len(marks)] if at % 7 == 0 else "") for at, c in enumerate(" ".join(STORY)))
    return page(
        *STORY,
        "\u202e" + STORY[1],
        mixed,
        f"{GREETINGS[30]} {LEAD} {GREETINGS[31]}",
        title="\u202bOstland Attacks\u202e Border Town",
    )


COMMENTS = (
    "12 comments", "tern says:\nMarch 3, 2021 at 4:15 pm\nGreat article! The army attacked my town too lol.", "Reply",
    "gull wrote:\nThis is so wrong!!! My two cents: they killed nobody.", "Report abuse", "Log in to post a comment",
)  # fmt: skip
MENU = (
    "Home",
    "World",
    "Politics",
    "Sport",
    "Subscribe now!",
    "Newsletters",
    "Log in",
    "About us",
    "Contact",
    "Terms of use",
    "© 2021 The Example Courier",
)

TEXTS: dict[str, Maker] = {
    "one-line.txt": lambda: story_again(10_000_000, " "),
    "brackets.txt": lambda: page(LEAD, "(" * 500_000).encode(),
    "one-paragraph.txt": lambda: story_again(47_000_000, "\n\n"),
    "languages.txt": lambda: "\n\n".join(GREETINGS).encode(),
    "right-to-left.txt": lambda: right_to_left().encode(),
    "emoji.txt": lambda: emoji().encode(),
    "combining.txt": lambda: page(zalgo(LEAD), *map(zalgo, STORY), *STORY, zalgo(" ".join(STORY * 20))).encode(),
    "comments.txt": lambda: "\n\n".join(COMMENTS * 50).encode(),
    "navigation.txt": lambda: "\n".join(MENU * 200).encode(),
    "links.txt": lambda: "\n".join(f"https://news.example/{n}/story-{n}.html" for n in range(5_000)).encode(),
    "open-quotes.txt": lambda: long_page(cycle(["“We fight on.", "‘They said so.", '"He left,', "„Nein."]), 10_000),
    "letters.txt": lambda: page(LEAD, "a" * 1_000_000, *STORY).encode(),
    "newlines.txt": newlines,
    "separators.txt": lambda: (
        "\x0c".join(STORY * 3).encode() + "\x0b".join(STORY * 3).encode() + "\u2028\u2029\x85".join(STORY * 3).encode()
    ),
    "carriage-returns.txt": lambda: page(*STORY).replace("\n", "\r").encode(),
    "long-sentence.txt": lambda: long_page((f"that {name_of(n)} fled town {n} and" for n in count()), 17_000),
    "numbers.txt": lambda: long_page(numbers(), 2_500),
    "killed-numbers.txt": lambda: long_page(
        (f"killed {n}, wounded {n + 1} and cost ${n} million on Friday," for n in count(2)), 4_000
    ),
    "repeats.txt": lambda: repeats().encode(),
    "quotations.txt": lambda: long_page(quotations(), 5_000),
    "names.txt": lambda: page(LEAD, f"The ministry named {', '.join(map(name_of, range(20_000)))}.", *STORY).encode(),
    "letters-apart.txt": lambda: page(LEAD, filled(cycle(["a", "b", "o", "7", "-", "X", ";"]), 400_000)).encode(),
}

GOOD: dict[str, Maker] = {
    "good-1.txt": lambda: page(*STORY).encode(),
    "good-2.txt": lambda: page(*reversed(STORY), title="Maravia Denies Strike").encode(),
    "good-3.txt": lambda: page(
        STORY[1], STORY[3], "Seven soldiers were released near Marrow on Thursday.", title="Soldiers Released"
    ).encode(),
}
