"""Cyclic garbage goes in the GUI thread, and only there."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui import garbage
from colorizer_gui.garbage import GarbageCollector


class Knot:
    """Refers to itself, and writes down the thread that it ends in."""

    threads: list[int] = []  # noqa: RUF012 - shared on purpose

    def __init__(self) -> None:
        self.itself = self
        weakref.finalize(self, lambda: Knot.threads.append(threading.get_ident()))


@pytest.fixture
def collector(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[GarbageCollector]:
    monkeypatch.setattr(garbage, "INTERVAL_MS", 5)
    collector = GarbageCollector()
    yield collector
    collector.stop()
    assert gc.isenabled()


@pytest.mark.usefixtures("collector")
def test_another_thread_never_collects(qtbot: QtBot) -> None:
    Knot.threads.clear()

    def litter() -> None:
        for _ in range(5000):
            Knot()

    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert not Knot.threads
    qtbot.waitUntil(lambda: len(Knot.threads) > 1000)
    assert set(Knot.threads) == {threading.get_ident()}


def test_what_stays_anyway_is_set_aside_and_the_rest_is_still_collected(
    qtbot: QtBot, collector: GarbageCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = [[number] for number in range(2000)]
    monkeypatch.setattr(garbage, "MOST_WALKED", 1000)
    qtbot.waitUntil(lambda: gc.get_freeze_count() > len(modules))
    monkeypatch.undo()
    Knot.threads.clear()
    litter = [Knot() for _ in range(2000)]
    del litter
    qtbot.waitUntil(lambda: len(Knot.threads) == 2000)
    collector.stop()
    assert gc.get_freeze_count() == 0
    assert len(modules) == 2000


def test_nothing_is_left_when_python_collects_again(qapp: object) -> None:
    Knot.threads.clear()
    collector = GarbageCollector()
    Knot()
    collector.stop()
    assert Knot.threads == [threading.get_ident()]
