from __future__ import annotations

import pytest

from onrecord.errors import OptionError
from onrecord.ingest.limits import DEFAULT, Limits


@pytest.mark.parametrize(
    ("name", "value"),
    [("max_chars", -1), ("max_bytes", 0), ("html_seconds", 0.0), ("html_memory", -5), ("fetch_seconds", float("nan"))],
)
def test_a_limit_that_makes_no_sense_is_named(name: str, value: float) -> None:
    with pytest.raises(OptionError, match=rf"{name} {value}: expected"):
        Limits(**{name: value})  # type: ignore[arg-type]


def test_no_cap_on_characters_is_a_limit_too() -> None:
    assert Limits(max_chars=0).max_bytes == DEFAULT.max_bytes
