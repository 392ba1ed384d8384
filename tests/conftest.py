"""Where tests find what they share."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The corpora beside the checkout; a test that needs them is skipped where they are not."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("needs ../shared (corpora and gold), which is not beside this checkout")
    return SHARED
