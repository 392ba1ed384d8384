"""Which words carry a full stop of their own.

Written for this project (2026-11-25) from general knowledge of English newswire; all entries are lower-cased and without their last
full stop. What a sentence end asks of each group is written in ``boundaries``.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES: Final = _words(
    "mr mrs ms mx dr prof gen lt col maj capt sgt cpl pvt adm cmdr cdr brig gov lt.gov sen rep reps sens gens hon messrs "
    "mme mlle mmes pres supt insp det fr st ste ft mt rt amb atty secy cmte pte rev revs spc cmd drs profs maj.gen lt.col "
    "lt.gen brig.gen vice-adm"
)
MONTHS: Final = _words("jan feb mar apr jun jul aug sept sep oct nov dec")
DAYS: Final = _words("mon tue tues thu thur thurs fri")
BEFORE_NUMBER: Final = _words("no nos vol vols pp p fig figs art arts sec sect ch para paras approx ca c est op ver v cl")
COMPANIES: Final = _words(
    "inc corp co cos ltd bros plc dept univ assn intl jr sr esq ave blvd rd gmbh llc l.l.c pty s.a mfg natl"
)
RUNNING: Final = _words("vs al cf e.g i.e eg ie etc viz resp incl excl ibid et.al")
STATES: Final = _words(
    "calif mass mich conn minn miss tenn wash ala ariz ark colo del fla ga ill ind kan ky la md mo mont neb nev okla ore pa "
    "tex va vt wis wyo n.c s.c n.d s.d n.h n.j n.m n.y w.va r.i d.c"
)
ALSO_WORDS: Final = _words("no art sec ch op para est mass miss ill wash ore del ark ind la ma pa fig col mar sat sun v c p gen")
"""Abbreviations that are letters for letter words as well: at a sentence's end the full stop is its own token."""

KEPT: Final = TITLES | MONTHS | DAYS | COMPANIES | RUNNING | STATES
"""Abbreviations whose full stop belongs to the token wherever they stand (but see ``ALSO_WORDS``)."""
