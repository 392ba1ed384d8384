"""Detection on made-up sentences, each in every encoding that its language was written in. All of it is invented for these tests."""

from __future__ import annotations

import random

import pytest

from onrecord.ingest.files.detect import SAMPLE, detect, take_sample

SENTENCES = {
    "en": (
        "The minister said “we won’t wait” — and José Muñoz, of the café owners’ union, agreed…  Prices rose £20 in the first week of the year, according to the council’s own figures. The Côte d’Ivoire delegation left early. “It’s not fair,” said Zoë Brontë, 34.",
        "cp1252 mac_roman",
    ),
    "en1": (
        "The council met on Monday and agreed to raise the fee for parking by a third. Residents of the old town said they weren’t asked. The mayor will answer their letter next week, her office said.",
        "cp1252 mac_roman",
    ),
    "en2": (
        "The council met on Monday and agreed to raise the fee for parking by a third. Anna Müller of the residents' group said nobody was asked. The mayor will answer their letter next week, her office said.",
        "cp1252 mac_roman latin-1 cp850",
    ),
    "fr": (
        "Le ministre a déclaré lundi que la grève des cheminots était terminée après un accord signé à l’aube. Les syndicats, eux, restent prudents : « nous n’avons pas encore gagné », a répété leur porte-parole à Orléans, où près de 3 000 personnes ont manifesté.",
        "cp1252 mac_roman",
    ),
    "de": (
        "Die Bürgermeisterin erklärte am Montag, die Brücke werde für drei Wochen gesperrt. Über die Gründe äußerte sie sich nicht. Anwohner müssen größere Umwege fahren, hieß es später aus dem Rathaus in Köln.",
        "cp1252 latin-1 mac_roman",
    ),
    "es": (
        "El alcalde anunció el lunes que las obras del túnel empezarán en otoño. «Nadie nos preguntó», se quejó la señora Ibáñez, dueña de una panadería en la esquina. ¿Qué pasará con los niños del colegio?",
        "cp1252 latin-1",
    ),
    "pl": (
        "Burmistrz ogłosił w poniedziałek, że most zostanie zamknięty na trzy tygodnie. Mieszkańcy skarżą się, że nikt ich o zdanie nie zapytał. Zarząd dróg zapewnia, że prace zakończą się przed świętami.",
        "cp1250 iso-8859-2",
    ),
    "cs": (
        "Starosta v pondělí oznámil, že most bude tři týdny uzavřen. Lidé si stěžují, že se jich nikdo neptal. Ředitel správy silnic říká, že práce skončí ještě před svátky a řidiči musí jezdit přes Kroměříž.",
        "cp1250 iso-8859-2",
    ),
    "hu": (
        "A polgármester hétfőn bejelentette, hogy a hidat három hétre lezárják. A környéken élők szerint őket senki sem kérdezte meg előtte. A közútkezelő azt ígéri, hogy a felújítás karácsony előtt befejeződik.",
        "cp1250 iso-8859-2",
    ),
    "ru": (
        "Мэр города сообщил в понедельник, что мост закроют на три недели. Жители жалуются, что их мнения никто не спросил. Дорожная служба обещает закончить ремонт до праздников.",
        "cp1251 koi8-r iso-8859-5 cp866 mac_cyrillic",
    ),
    "uk": (
        "Міський голова повідомив у понеділок, що міст закриють на три тижні. Мешканці скаржаться, що їхньої думки ніхто не питав. Дорожня служба обіцяє закінчити ремонт до свят.",
        "cp1251 koi8-u",
    ),
    "bg": (
        "Кметът съобщи в понеделник, че мостът ще бъде затворен за три седмици. Жителите се оплакват, че никой не ги е питал. Пътната служба обещава ремонтът да приключи преди празниците.",
        "cp1251",
    ),
    "el": (
        "Ο δήμαρχος ανακοίνωσε τη Δευτέρα ότι η γέφυρα θα μείνει κλειστή για τρεις εβδομάδες. Οι κάτοικοι διαμαρτύρονται ότι κανείς δεν τους ρώτησε. Τα έργα θα τελειώσουν πριν από τις γιορτές.",
        "cp1253 iso-8859-7",
    ),
    "tr": (
        "Belediye başkanı pazartesi günü köprünün üç hafta süreyle kapatılacağını açıkladı. Mahalle sakinleri kendilerine kimsenin sormadığını söylüyor. Çalışmaların bayramdan önce biteceği bildirildi.",
        "cp1254",
    ),
    "he": (
        "ראש העיר הודיע ביום שני כי הגשר ייסגר לשלושה שבועות. התושבים מתלוננים שאיש לא שאל אותם. העבודות יסתיימו לפני החגים, כך הבטיחה העירייה.",
        "cp1255",
    ),
    "ar": (
        "أعلن رئيس البلدية يوم الاثنين أن الجسر سيغلق لمدة ثلاثة أسابيع. ويشكو السكان من أن أحدا لم يسألهم. وتعد البلدية بأن تنتهي الأعمال قبل العيد.",
        "cp1256 iso-8859-6",
    ),
    "lt": (
        "Miesto meras pirmadienį pranešė, kad tiltas bus uždarytas trims savaitėms. Gyventojai skundžiasi, kad jų niekas neklausė. Kelininkai žada baigti darbus iki švenčių, nors tuo niekas čia netiki.",
        "cp1257",
    ),
    "th": (
        "นายกเทศมนตรีประกาศเมื่อวันจันทร์ว่าสะพานจะปิดเป็นเวลาสามสัปดาห์ ชาวบ้านบ่นว่าไม่มีใครถามความเห็น เทศบาลรับปากว่างานจะเสร็จก่อนวันหยุด",
        "cp874",
    ),
    "ja": (
        "市長は月曜日、橋を三週間閉鎖すると発表した。住民からは「誰も私たちに聞かなかった」と不満の声が上がっている。市は祝日までに工事を終えるとしている。",
        "cp932 euc-jp",
    ),
    "zh": (
        "市长星期一宣布，这座桥将关闭三个星期。居民抱怨说没有人征求过他们的意见。市政府保证工程会在节日之前完成，并将公布详细的时间安排。",
        "gb18030",
    ),
    "zt": (
        "市長星期一宣布，這座橋將關閉三個星期。居民抱怨說沒有人徵求過他們的意見。市政府保證工程會在節日之前完成，並將公布詳細的時間安排。",
        "big5",
    ),
    "ko": (
        "시장은 월요일 다리를 3주 동안 폐쇄한다고 발표했다. 주민들은 아무도 의견을 묻지 않았다고 불만을 나타냈다. 시는 명절 전에 공사를 마치겠다고 약속했다.",
        "cp949",
    ),
}
CASES = [(name, codec) for name, (_, codecs) in SENTENCES.items() for codec in codecs.split()]


@pytest.mark.parametrize(("name", "codec"), CASES)
def test_a_sentence_or_two_are_enough(name: str, codec: str) -> None:
    data = SENTENCES[name][0].encode(codec, "ignore")
    assert data.decode(detect(data)[0].codec, "replace") == data.decode(codec)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"It\x92s late, he said.", "It’s late, he said."),
        (b"He called it \x93a shame\x94.", "He called it “a shame”."),
        (b"A caf\xe9 in the old town.", "A café in the old town."),
        (b"It cost \xa320 in May.", "It cost £20 in May."),
        (b"From Monday \x96 or Tuesday \x96 on.", "From Monday – or Tuesday – on."),
        (b"Ten\xa0000 people came.", "Ten\u00a0000 people came."),
        (b"It\xd5s late, he said.", "It’s late, he said."),  # an old Mac's
        (b"A caf\x8e in the old town.", "A café in the old town."),
        (b"A caf\x82 in the old town.", "A café in the old town."),  # DOS
    ],
)
def test_one_sign_in_english_is_enough(data: bytes, text: str) -> None:
    assert data.decode(detect(data)[0].codec) == text


@pytest.mark.parametrize("data", [bytes(range(128, 256)), b"x\xb5y \xd7\xfe z\xaa\xe3q", b"plain"])
def test_what_makes_no_sense_is_nothing(data: bytes) -> None:
    assert detect(data) == []


def test_noise_is_nothing() -> None:
    noise = random.Random(7).randbytes(20_000)
    assert detect(bytes(byte | 128 for byte in noise)) == []


@pytest.mark.parametrize(
    "data",
    ["Анна сказала. ".encode("cp1251") * 200_000, b"a" * 3_000_000 + b"\xe9", b"\xe9" * 3_000_000, b"\xe9 " * 1_000_000],
)
def test_only_a_sample_is_looked_at(data: bytes) -> None:
    assert len(take_sample(data)) < 2 * SAMPLE
