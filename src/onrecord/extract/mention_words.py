"""The pronouns and nouns that point back at somebody."""

from __future__ import annotations

from onrecord.types import MentionKind

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741 - the pronoun
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
SPEAKER = I | WE
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "his", "its", "their"})
PRONOUNS = HE | SHE | IT | THEY | SPEAKER

MALE = frozenset(
    "mr sir lord king prince man boy father brother son husband uncle grandfather spokesman chairman congressman businessman policeman"
    " gunman cleric pope sheikh imam actor".split()
)
FEMALE = frozenset(
    "mrs ms miss lady queen princess woman girl mother sister daughter wife aunt grandmother spokeswoman chairwoman congresswoman"
    " businesswoman policewoman actress nun".split()
)
NO_NAME = frozenset(
    "the a an s of mr mrs ms dr sir gen president minister prime senator sen rep governor gov king prince sheikh prof professor lt col maj sgt"
    " capt adm judge justice secretary chancellor ambassador".split()
)
PLURAL_TAILS = frozenset("people men women children police troops forces authorities personnel staff media".split())

# What a bare "the …" may stand for.
STAND_INS = {
    **dict.fromkeys("country nation republic kingdom".split(), MentionKind.PLACE),
    **dict.fromkeys(
        "group organization organisation agency company party movement alliance bloc body association union court ministry network firm website"
        " newspaper outlet".split(),
        MentionKind.ORGANIZATION,
    ),
    **dict.fromkeys("man woman suspect leader politician lawmaker diplomat journalist activist".split(), MentionKind.PERSON),
}
ARMED = frozenset("militant insurgent rebel terrorist fighter extremist jihadist guerrilla gunman".split())

JOINT = frozenset("country nation side leader party state government minister president capital neighbor neighbour ally".split())
JOINT_PEOPLE = frozenset("leader minister president".split())
