"""Which encoding makes sense of these bytes, where nobody says? The one under which they read most like a language."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

HIGH = re.compile(rb"[\x80-\xff]")
AROUND = 40  # bytes kept on either side of a high one
RUN = 2_000  # bytes after which a piece without white space is cut all the same
SAMPLE = 6_000  # bytes that are looked at; more changed no answer on the made-up samples, and 64 MB must cost no more than a page
ENOUGH = 0.5  # mean score of the high characters; the right encoding has .6 and more, random high bytes .4 at most (tests/ingest/test_detect.py)

# What typesetting brings into a text of any language, by where it may stand: between letters, before a word, after it, anywhere.
BETWEEN, BEFORE, AFTER, ANYWHERE = "’‐‑·'", "“‘«„‚£¥€$¿¡§©#", "”’»“‘…™®°%ªº¹²³€£¢", "–—―…•·«»„\u00a0"
WORDS = "àâèéêìíòóôåæöøáúýžůąāīū"  # letters that are words by themselves somewhere
IDEOGRAPH_PUNCTUATION = "。、，「」『』（）！？：；“”《》〈〉【】・…—‘’～％ー　"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language and how often its letters that are not ASCII are met: those of ``common`` much, of ``rare`` less; lower case."""

    codecs: tuple[str, ...]
    common: frozenset[str]
    rare: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Detected:
    """An encoding as Python names it, and how well the sample reads under it: 1 is all common letters in their places."""

    codec: str
    score: float


def _language(codecs: str, common: str, rare: str = "") -> Language:
    return Language(codecs=tuple(codecs.split()), common=frozenset(common), rare=frozenset(rare))


CYRILLIC = "windows-1251 koi8-r iso-8859-5 cp866 mac-cyrillic"
WEST = "windows-1252 mac-roman cp850"
EAST = "windows-1250 iso-8859-2"
# In order of preference where two fit alike. The common ideographs and syllables are among the hundred most frequent of their language.
LANGUAGES = (
    _language(WEST, "éèáíóñöüäåçï", "àâêëîôúûùãõøæœßðýþÿšž"),  # English, with names from elsewhere
    _language(WEST, "éèàêçâôûîù", "ëïœüÿæ"),  # French
    _language(WEST, "äöüß", "éèà"),  # German
    _language(WEST, "áéíóúñ", "üàèòçïï·ªº"),  # Spanish, Catalan
    _language(WEST, "ãáçéõóíêâú", "àôü"),  # Portuguese
    _language(WEST, "àèéìòù", "îóí"),  # Italian
    _language(WEST, "åäöøæ", "éèüôêàóò"),  # Scandinavian, Finnish
    _language(WEST, "áíðóæúéöþý"),  # Icelandic
    _language(EAST, "ąęłóśżćńź"),  # Polish
    _language(EAST, "áíéěýřčšžů", "úňťďóäôľĺŕ"),  # Czech, Slovak
    _language(EAST, "áéíóöőúüű"),  # Hungarian
    _language(EAST, "čšžćđ"),  # Croatian, Slovene
    _language(f"{EAST} iso-8859-16", "ăâîşţșț"),  # Romanian
    _language("windows-1254", "ıışğüöç", "âîûİ"),  # Turkish
    _language("windows-1257", "ąčęėįšųūž"),  # Lithuanian
    _language("windows-1257", "āčēģīķļņšūž"),  # Latvian
    _language("windows-1257", "õäöü", "šž"),  # Estonian
    _language("windows-1258", "ăâêôơưđ̣̀́̃̉", "àáãèéìíòóõùú"),  # Vietnamese
    _language(CYRILLIC, "оеаинтсрвлкмдпу", "ягыбзйьчхжшюцщэфъё№"),  # Russian, Bulgarian
    _language("windows-1251 koi8-u", "оаинтевірсклдму", "пяйгьзбчхжшюцщєїґф"),  # Ukrainian
    _language("windows-1251", "аоиенртскувдјмпл", "збгчшцжхфљњћђџ"),  # Serbian
    _language("windows-1253 iso-8859-7", "αοιετσνηυρπκλμς", "άέήίόύώωδγχθφβξζψϊϋ"),  # Greek
    _language("windows-1255", "יוהלאתרבמשנ", "עדחקפגטכםןצזסךףץ־"),  # Hebrew
    _language("windows-1256 iso-8859-6", "اليمونرتبةعد", "سفهكقحأجشطصخىذضثإءئزغآظؤ،؛؟ًَُِّ"),  # Arabic
    _language("windows-1256", "اینردهومتبسشک", "لفعقزگخچجپآحصطضثغذژظئیءأؤ،؛؟"),  # Persian
    _language("cp874", "านรกเอวงมลทย่้ัีิ", "สดตบคหขปพแจไชใะุูื์ถซธโำณผฝฟภศษญฐฉ็ๆ"),  # Thai
    _language(
        "cp932 euc-jp",
        "のにはをたがでとしてれさいるなもらりっんかくうおよこそあきまだけえせめじわ、。",
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンーッャュョガギグゲゴザジズゼゾダデドバビブベボパピプペポ"
        "日本人年月大国会中市者新事業東出時上年地方議",
    ),
    _language(
        "gb18030",
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运",
    ),
    _language(
        "big5-hkscs",
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作里用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運",
    ),
    _language(
        "cp949",
        "이다는의에을를은가고도로한하지사자기인대시정부일전해서그리어과수나라장했으있보년주원제와만아들것동상구위국경성공조개민여",
    ),
)
CODECS = tuple(dict.fromkeys(codec for language in LANGUAGES for codec in language.codecs))


def detect(data: bytes) -> list[Detected]:
    """The encodings under which the bytes make enough sense, the best first; empty where none does.

    Not handled: ISO-2022 and UTF-16, which show themselves by their bytes. A language that is not in the list may be taken for a
    neighbour's. Measured 2026-11-25: 42 of 42 made-up samples of two sentences (20 languages, tests/ingest/test_detect.py), and, not looked at
    before, 50 of 52 of the sentences of tests/ingest/languages.tsv in their languages' encodings; the two are Romanian without the letters
    that its encodings lack.
    """
    sample = take_sample(data)
    best: dict[str, float] = {}
    for codec in CODECS:
        counts = _count(sample, codec)
        scores = [_score(counts, language) for language in LANGUAGES if codec in language.codecs]
        best[codec] = max(scores)
    # Sorting is stable: of equals the first of the list stays first.
    found = sorted(CODECS, key=lambda codec: -round(best[codec], 2))
    return [Detected(codec=codec, score=best[codec]) for codec in found if best[codec] >= ENOUGH]


def take_sample(data: bytes) -> bytes:
    """The surroundings of the first high bytes, cut at white space, which is the same in all these encodings."""
    pieces: list[bytes] = []
    at = taken = 0
    while taken < SAMPLE and (found := HIGH.search(data, at)):
        start = max(at, found.start() - AROUND)
        if start > at:
            start = next((index for index in range(start, found.start()) if data[index : index + 1].isspace()), found.start())
        end = _end_of_piece(data, found.end())
        pieces.append(data[start:end])
        taken += end - start
        at = end
    return b"\n".join(pieces)


def _end_of_piece(data: bytes, at: int) -> int:
    space = re.compile(rb"\s").search(data, at, at + RUN)
    return space.end() if space else min(len(data), at + RUN)


def _count(sample: bytes, codec: str) -> Counter[str]:
    """How often each high character stands between which two others; characters that cannot be are U+FFFD."""
    text = f" {sample.decode(codec, 'replace')} "
    return Counter(text[at - 1 : at + 2] for at in range(1, len(text) - 1) if text[at] > "\x7f")


def _score(counts: Counter[str], language: Language) -> float:
    """The mean score of all high characters: 1 at best."""
    total = sum(counts.values())
    if not any(three[1].lower() in language.common for three in counts) and language is not LANGUAGES[0]:
        return 0.0  # only signs: any language has those, so the first answers for all
    return (
        sum(_judge(three[0], three[1], three[2], language) * count for three, count in counts.items()) / total if total else 0.0
    )


def _breaks_word(before: str, char: str, after: str) -> bool:
    """A capital within a word, or a letter of another alphabet in a word of Latin ones (Japanese and Korean do that)."""
    if char.isupper():
        return before.islower() or (before.isupper() and after.islower())
    other = char.isalpha() and "Ͱ" <= char < "\u2000"
    return other and ((before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha()))


def _judge(before: str, char: str, after: str, language: Language) -> float:
    """How well a character fits between its neighbours in a language: 1 as usual, 0 nothing against it, below 0 odd."""
    lower = char.lower()
    if _breaks_word(before, char, after):
        return -1.0
    if not before.isalpha() and not after.isalpha() and "ß" < lower < "Ͱ" and lower not in WORDS:
        return 0.0
    if lower in language.common:
        return 1.0
    if lower in language.rare:
        return 0.6
    if char in IDEOGRAPH_PUNCTUATION and not before.isascii():
        return 0.8
    if char in BETWEEN and before.isalpha() and after.isalpha():
        return 1.0
    if (char in BEFORE and not before.isalnum()) or (char in AFTER and not after.isalnum() and not before.isspace()):
        return 1.0
    if char in ANYWHERE:
        return 1.0 if char == "\u00a0" else 0.8
    if char.isalpha():
        return 0.3 if "一" <= char <= "鿿" else 0.1  # of ideographs even good text has many that are rare
    return -1.0
