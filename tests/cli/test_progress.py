from __future__ import annotations

import io

import pytest

from onrecord.cli.progress import WIPE, Progress, for_terminal, is_watched


class Clock:
    """Time that goes only when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def run(progress: Progress, clock: Clock, *, times: int, seconds: float, failed: int = 0) -> None:
    for at in range(times):
        clock.now += seconds
        progress.step(failed=at < failed)


def test_what_the_line_says() -> None:
    clock = Clock()
    progress = Progress(98, None, clock)
    assert progress.line() == "0 of 98"
    run(progress, clock, times=4, seconds=0.5, failed=1)
    assert progress.line() == "4 of 98 · 2.0 a second · 1 failed"
    run(progress, clock, times=4, seconds=0.5)
    assert progress.line() == "8 of 98 · 2.0 a second · 1 failed · 0:45 left"


def test_a_slow_one_tells_the_seconds_and_the_hours() -> None:
    clock = Clock()
    progress = Progress(1006, None, clock)
    run(progress, clock, times=6, seconds=5.0)
    assert progress.line() == "6 of 1,006 · 5.0 seconds each · 1:23:20 left"


def test_where_the_number_is_not_known() -> None:
    clock = Clock()
    progress = Progress(None, None, clock)
    run(progress, clock, times=1200, seconds=0.1)
    assert progress.line() == "1,200 done · 10.0 a second"


def test_the_line_is_drawn_now_and_then_and_wiped_in_the_end() -> None:
    clock, terminal = Clock(), Terminal()
    with Progress(1000, terminal, clock) as progress:
        run(progress, clock, times=999, seconds=0.01)
    drawn = terminal.getvalue().split(WIPE)
    assert 80 < len(drawn) < 110
    assert terminal.getvalue().endswith(WIPE)
    assert "\n" not in terminal.getvalue()


def test_it_is_wiped_once_and_drawn_again() -> None:
    clock, terminal = Clock(), Terminal()
    progress = Progress(3, terminal, clock)
    progress.wipe()
    assert terminal.getvalue() == ""
    progress.step(failed=False)
    progress.wipe()
    progress.wipe()
    assert terminal.getvalue().count(WIPE) == 2
    progress.step(failed=False)
    assert "2 of 3" in terminal.getvalue()


def test_the_line_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "12")
    clock, terminal = Clock(), Terminal()
    progress = Progress(98, terminal, clock)
    run(progress, clock, times=8, seconds=1.0)
    assert max(len(line) for line in terminal.getvalue().split(WIPE)) <= 11


def test_an_error_wipes_it_too() -> None:
    terminal = Terminal()
    with pytest.raises(KeyboardInterrupt), Progress(3, terminal):
        raise KeyboardInterrupt
    assert terminal.getvalue().endswith(WIPE)


def test_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert is_watched(Terminal())
    assert not is_watched(io.StringIO())
    monkeypatch.setenv("TERM", "dumb")
    assert not is_watched(Terminal())


@pytest.mark.parametrize(("wanted", "drawn"), [(True, True), (False, False)])
def test_only_where_it_is_wanted(wanted: bool, drawn: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", terminal)
    with for_terminal(2, wanted=wanted):
        pass
    assert bool(terminal.getvalue()) is drawn
