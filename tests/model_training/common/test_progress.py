"""A bar on a terminal, few lines in a log file."""

import io

import pytest

from model_training.common.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr("model_training.common.progress.time.monotonic", lambda: now[0])
    return now


def test_a_log_file_gets_a_line_a_minute(clock: list[float]) -> None:
    log = io.StringIO()
    with Progress(10_000, unit="img", what="features", file=log) as bar:
        for second in range(181):
            clock[0] = float(second)
            bar.to(1000 + 10 * second, note="loss 3.5")  # the first thousand were done before
    lines = log.getvalue().splitlines()
    assert lines == [
        "features: 1,610 of 10,000 img, 10 img/s, 13:59 left, loss 3.5",
        "features: 2,220 of 10,000 img, 10 img/s, 12:58 left, loss 3.5",
        "features: 2,800 of 10,000 img, 10 img/s, 12:00 left, loss 3.5",
    ]


def test_an_unknown_total_and_nothing_at_all(clock: list[float]) -> None:
    log = io.StringIO()
    with Progress(unit="photo", file=log) as bar:
        bar.to(0)
        clock[0] = 2.0
        bar.to(3)
    with Progress(unit="photo", file=log):
        pass
    assert log.getvalue() == "3 photo, 1.5 photo/s\n"


def test_a_terminal_gets_a_bar_with_speed_and_time_left() -> None:
    terminal = _Terminal()
    with Progress(unit="photo", file=terminal) as bar:
        bar.to(2, 8)
        bar.write("a line that stays")
    shown = terminal.getvalue()
    assert "a line that stays\n" in shown
    assert "2/8" in shown
    assert "photo/s" in shown


def test_a_silent_process_says_nothing(clock: list[float]) -> None:
    log = io.StringIO()
    with Progress(4, unit="img", file=log, shown=False) as bar:
        clock[0] = 100.0
        bar.to(4)
        bar.write("a line")
    assert log.getvalue() == ""
