"""Cyclic garbage goes in the GUI thread, and only there; in the program as in the tests."""

import gc
import os
import re
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.desktop import garbage_collection as garbage
from colorizer_gui.desktop.garbage_collection import GarbageCollector


class Knot:
    """Refers to itself, and writes down the thread that it ends in."""

    threads: list[int] = []  # noqa: RUF012 - shared on purpose

    def __init__(self) -> None:
        self.itself = self
        weakref.finalize(self, lambda: Knot.threads.append(threading.get_ident()))


@pytest.fixture
def collector(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[GarbageCollector]:
    monkeypatch.setattr(garbage, "INTERVAL_MS", 5)
    monkeypatch.setattr(garbage, "MOST_WALKED", 1 << 40)  # whatever earlier tests have left alive
    gc.enable()  # as where the program starts; in the tests it is switched off
    collector = GarbageCollector()
    assert not gc.isenabled()
    yield collector
    collector.stop()
    assert gc.isenabled()
    gc.disable()


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


#: What a test may do wrong, and whether it is to be failed for it.
CARELESS = """
import gc, logging, threading
import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QWidget
from tests.support.guards import gui_garbage_collection

gui_garbage_collection._PROGRAM = __name__
kept = []
ended_in = []

class Knot(QObject):
    def __init__(self):
        super().__init__()
        self.itself = self
        self.timer = QTimer(self, interval=1)
        self.timer.start()
    def __del__(self):
        ended_in.append(threading.current_thread())

def litter():
    for _ in range(100_000):
        knot = []
        knot.append(knot)

def test_cycle(qapp):
    Knot()
    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert not ended_in

def test_cycle_has_ended(qapp):
    assert ended_in == [threading.main_thread()]

def test_widget(qapp):
    kept.append(QWidget(objectName="forgotten"))

def test_timer(qapp):
    kept.append(QTimer(interval=1000))
    kept[-1].start()

def test_thread(qapp):
    kept.append(QThread())
    kept[-1].start()

class Working(QObject):
    def work(self):
        try:
            raise ValueError
        except ValueError:
            logging.exception("it went wrong")

@pytest.fixture
def late(qapp):
    yield
    Working().work()

def test_logged_at_the_end(late):
    pass

def test_closed(qtbot):
    qtbot.addWidget(QWidget())

def test_failing(qapp):
    widget = QWidget()
    kept.append(widget)
    assert widget.isVisible()

@pytest.fixture(scope="module", autouse=True)
def at_the_end():
    yield
    for each in kept:
        if isinstance(each, QThread):
            each.quit()
            each.wait()
    kept.clear()
"""


def test_a_test_that_leaves_something_of_qt_behind_fails(tmp_path: Path, project: Path) -> None:
    (tmp_path / "test_careless.py").write_text(CARELESS)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.support.guards.gui_garbage_collection",
        "-p",
        "no:cacheprovider",
        "-q",
        "-rA",
    ]
    environment = os.environ | {
        "PYTHONPATH": str(project),
        "QT_QPA_PLATFORM": "offscreen",
    }
    answer = subprocess.run(
        [*command, str(tmp_path)],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    ends = re.findall(r"^(ERROR|FAILED) test_careless.py::(\w+)", answer.stdout, re.MULTILINE)
    errors = {name for end, name in ends if end == "ERROR"}
    failed = {name for end, name in ends if end == "FAILED"}
    assert (errors, failed) == ({"test_widget", "test_timer", "test_thread"}, {"test_failing"}), answer.stdout
    assert "forgotten" in answer.stdout
