"""Whether a clause looks ahead: decides if "on Friday" is the last one or the next."""

from __future__ import annotations

import re

_CUE = re.compile(
    r"\b(?:(?:will|won['’]t|shall|(?:is|are|be)\s+(?:due|set|scheduled|expected|slated|planned|likely|(?:going\s+)?to)\b|"
    r"(?:plans?|planning|planned|intends?|hopes?|expects?|scheduled|aims?)\s+to|upcoming|"
    r"(?:offer|agree|pledge|vow|promise|threaten|propose|decide|prepare|want|seek|invite|urge)(?:s|d|ed)?\s+to\b|"
    r"(?:deadline|expires?|starts|begins|opens|takes\s+place)\b)|\w+['’]ll\b|"
    r"(?P<back>said|says|told|was|were|had|did|came|took|went|met|held|made|began|left|got|gave|found|saw|hit|shot|struck|led|broke|"
    r"set|sent|won|lost|fell|rose|fled|fought|put|spoke|wrote|became|kept|brought|has|have|(?-i:(?!need|hundred|indeed|speed)[a-z]{2,}ed)))\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:()\n“”\"]|\s[–—-]\s|,\s+(?:and|but|while|which|who|where)\b|\b(?:after|because|although|though|while)\s")


def tense_near(text: str, clause: tuple[int, int], at: tuple[int, int]) -> int:
    """1 where the verb nearest to the words at ``at`` looks ahead, -1 where it is of the past, 0 where none stands near.

    All are offsets in ``text``: ``clause`` the sentence, ``at`` the time expression. The nearest to the left counts, only
    where there is none the first to the right.
    """
    left, right = _clause_around(text, clause, at)
    before = list(_CUE.finditer(text, left, at[0]))
    found = before[-1] if before else _CUE.search(text, at[1], right)
    return 0 if found is None else -1 if found["back"] else 1


def _clause_around(text: str, sentence: tuple[int, int], at: tuple[int, int]) -> tuple[int, int]:
    """The stretch of the sentence around ``at`` that no strong punctuation or conjunction interrupts."""
    left = sentence[0]
    for found in _BREAK.finditer(text, sentence[0], at[0]):
        left = found.end()
    found_right = _BREAK.search(text, at[1], sentence[1])
    return left, found_right.start() if found_right else sentence[1]
