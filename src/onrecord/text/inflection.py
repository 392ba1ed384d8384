"""Regular endings taken off: -s, -ed and -ing, with the letter that the ending changed put back.

The rules are those of English spelling (a stressed short vowel doubles its consonant, so "hoped" is "hope"), the exceptions are
lists. Unknown words get the commoner spelling of their ending.
"""

from __future__ import annotations

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WITH_E: Final = _words(
    "complet delet compet obsolet interfer adher persever promot devot denot postpon condon dethron explor restor ignor "
    "deplor implor ador interven conven welcom overcom becom creat recreat procreat permeat delineat nauseat tast wast past "
    "hast bast breath cloth sooth loath seeth teeth writh invit ignit unit reunit incit excit recit expedit extradit "
    "persuad dissuad releas increas decreas ceas leas eas teas greas pleas rais prais caus paus choos loos ous rous hous "
    "accus brows drows cruis bruis nois pois plung loung lung expung infring cring hing bing sing ting massacr reput analys "
    "paralys catalys escap reshap landscap imped seced supersed typ hyp awak outlin machin stif pos ow tun prun"
)
_WITHOUT_E: Final = _words(
    "focus canvas bias pardon telegram hang bang clang debut input output format combat solid margin coffin dialog catalog "
    "consul council pencil imperil orphan autumn victim chorus process atlas sugar collar pillar altar guitar radar murmur "
    "sulfur"
)
_TAKES_E: Final = re.compile(
    r"(?:v|[^k]c|(?<!z)z|u|[aeiou]s|[lnrpw]s|[bcdfgkpstz]l|[lrd]g|[ae]ng|[aei]g|ieg|(?<![eo])at"
    r"|ced|(?:^|[^aeiou])(?:[aiou]d|ib|[aiou]k|[aiu]r|um|am|un|ut|ap|ul|il|ol|in))$"
)
"""Stems that lost an e: -ive, -ice, -ize, -ue, -ose, -nse, -ble, -rge, -nge, -age, -ate; -ide, -ibe, -oke, -ure, -ume, -ute, -ine …"""
_SHORT: Final = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]")
_KEEPS_DOUBLE: Final = re.compile(
    r"(?:ss|ff|zz|^[^aeiou]*u?[aeiou]ll|(?:call|stall|fall|wall|ball|ppall|thrall|[^rt]oll|[^c]ill|ull|spell|retell|resell)"
    r"|^(?:add|err|purr|ebb|butt|egg|boycott))$"
)
"""Doubled letters that belong to the base form: "pass", "kill", "recall" (but "cancelled", "signalled", "patrolled")."""
_SINGLED: Final = {
    "quizz": "quiz",
    "gass": "gas",
    "buss": "bus",
    "focuss": "focus",
    "biass": "bias",
    "controll": "control",
    "patroll": "patrol",
}
_LATIN_US: Final = re.compile(
    r"(?:vir|camp|bon|foc|cens|surpl|chor|stat|circ|cauc|sin|min|call|apparat|nex|geni|radi|octop|ign|prospect|consens)uses$"
)
_HISSING: Final = re.compile(r"(?:ch|sh|ss|x|zz)es$")
_OES: Final = re.compile(r"(?:sh|t|thr|f|can|h|ob|w|al|tipt)oes$")
_FROM_EE: Final = _words("need feed bleed breed speed heed seed weed succeed exceed proceed")


def _lost_e(stem: str) -> bool:
    """Whether a stem that -ed or -ing was taken from ended in e."""
    if stem in _WITH_E:
        return True
    if stem in _WITHOUT_E or len(stem) < 2:
        return False
    plain = re.sub(r"([qg])u(?=[aeiou])", r"\1", stem)  # the u of "quote" and "guide" is no vowel
    if _SHORT.fullmatch(plain):
        return True
    return bool(_TAKES_E.search(plain))


def _restore(stem: str) -> str:
    """The base form behind a stem left by -ed or -ing."""
    if stem in _SINGLED:
        return _SINGLED[stem]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        return stem if _KEEPS_DOUBLE.search(stem) else stem[:-1]
    if stem.endswith(("anick", "imick", "affick", "icnick", "olick")):
        return stem[:-1]
    return stem + "e" if _lost_e(stem) else stem


def strip_past(word: str) -> str:
    """The base form of a regular past ("planned", "denied", "agreed"); a word that is none is left alone."""
    if word.endswith("ied"):
        return word[:-3] + "y"
    if word.endswith("eed"):
        return word if word in _FROM_EE else word[:-1]
    if word.endswith("ed") and len(word) > 3 and re.search(r"[aeiouy]", word[:-2]):
        return _restore(word[:-2])
    return word


def strip_progressive(word: str) -> str:
    """The base form of an -ing form ("planning", "taking", "fleeing"); a word that is none is left alone."""
    stem = word.removesuffix("ing")
    if stem == word or len(stem) < 2 or not re.search(r"[aeiouy]", stem):
        return word
    return stem if stem.endswith("ee") else _restore(stem)


def strip_s(word: str) -> str:
    """The word without a plural's or third person's s ("denies", "clashes", "forces")."""
    if not word.endswith("s") or word.endswith("ss") or len(word) < 3:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if _HISSING.search(word) or _LATIN_US.search(word):
        return word[:-2]
    if word.endswith("oes") and not _OES.fullmatch(word):
        return word[:-2]
    return word[:-1]
