"""Live drawing: the latest request wins, and the last one is always answered."""

import threading

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.photo.previewing import LIVE_SIDE, PreviewController
from colorizer_gui.controllers.session.session import Session
from colorizer_gui.core.photo.photo import Photo, PhotoFormat
from colorizer_gui.core.prediction.prediction import Prediction
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.workers.photo.requests import RenderRequest
from colorizer_gui.workers.requests import Request
from colorizer_gui.workers.work_queue import WorkQueue
from colorizer_gui.workers.worker import Worker


class MarkingWorker(Worker):
    """Answers with a picture whose first pixel tells the saturation."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.gate.set()
        self.asked: list[RenderRequest] = []

    def _work(self, request: Request) -> object:
        assert isinstance(request, RenderRequest)
        self.asked.append(request)
        assert self.gate.wait(300)
        request.token.raise_if_cancelled()
        image = QImage(2, 2, QImage.Format.Format_RGB32)
        image.fill(round(request.adjustments.saturation * 100))
        return image


class Bench:
    """A session with one photo in colour, and what was drawn of it."""

    def __init__(self, size: int = 64) -> None:
        self.worker = MarkingWorker()
        self.queue = WorkQueue(self.worker, "test")
        self.session = Session()
        self.previewing = PreviewController(self.session, self.queue)
        self.previewing.set_visible_side(size)
        self.drawn: list[int] = []
        self.previewing.colorized_drawn.connect(self.note)
        self.add(size)

    def note(self, image: QImage) -> None:
        self.drawn.append(image.pixel(0, 0) & 0xFFFFFF)

    def add(self, size: int = 64) -> None:
        entry = self.session.add(None, "photo")
        entry.photo = Photo(None, PhotoFormat.PNG, np.zeros((size, size), dtype=np.float32))
        plane = np.zeros((2, 2), dtype=np.float32)
        entry.prediction = Prediction(np.zeros((2, 2, 2), dtype=np.float32), plane)
        self.session.select(entry)

    def sides(self) -> list[int | None]:
        """Sizes of the coloured pictures that were asked for."""
        return [request.long_side for request in self.worker.asked if request.prediction is not None]

    def close(self) -> None:
        self.worker.gate.set()
        self.queue.stop()
        assert self.queue.wait(300_000)


@settings(max_examples=15)
@given(values=st.lists(st.integers(0, 200), min_size=1, max_size=25), pauses=st.sets(st.integers(0, 24)))
def test_the_last_value_is_always_drawn(qtbot: QtBot, values: list[int], pauses: set[int]) -> None:
    bench = Bench()
    try:
        entry = bench.session.current
        assert entry is not None
        for index, value in enumerate(values):
            bench.session.set_adjustments(entry, Adjustments(value / 100))
            if index in pauses:
                qtbot.wait(1)
        qtbot.waitUntil(lambda: bool(bench.drawn) and bench.drawn[-1] == values[-1])
        qtbot.waitUntil(lambda: not bench.queue.requests)
        assert bench.drawn[-1] == values[-1]
        generations = [request.generation for request in bench.worker.asked]
        assert generations == sorted(set(generations))
    finally:
        bench.close()


def test_values_in_between_are_left_out(qtbot: QtBot) -> None:
    bench = Bench()
    try:
        qtbot.waitUntil(lambda: len(bench.drawn) == 1)
        qtbot.waitUntil(lambda: not bench.queue.requests)
        bench.worker.gate.clear()
        entry = bench.session.current
        assert entry is not None
        for value in range(101, 200):
            bench.session.set_adjustments(entry, Adjustments(value / 100))
        bench.worker.gate.set()
        qtbot.waitUntil(lambda: bench.drawn[-1] == 199)
        assert len(bench.drawn) <= 3
    finally:
        bench.close()


def test_a_picture_of_the_photo_before_is_dropped(qtbot: QtBot) -> None:
    bench = Bench()
    try:
        bench.worker.gate.clear()
        first = bench.session.current
        assert first is not None
        first.adjustments = Adjustments(1.5)
        bench.add()
        bench.worker.gate.set()
        qtbot.waitUntil(lambda: bool(bench.drawn))
        assert set(bench.drawn) == {100}
    finally:
        bench.close()


def test_detail_follows_when_the_slider_rests(qtbot: QtBot) -> None:
    bench = Bench(3 * LIVE_SIDE)
    try:
        qtbot.waitUntil(lambda: bench.sides() == [LIVE_SIDE, None])
        entry = bench.session.current
        assert entry is not None
        bench.session.set_adjustments(entry, Adjustments(0.4))
        qtbot.waitUntil(lambda: bench.sides() == [LIVE_SIDE, None, LIVE_SIDE, None])
    finally:
        bench.close()


def test_nothing_is_asked_for_after_the_end(qtbot: QtBot) -> None:
    """A stopped queue cancels at once; asking it again for each cancelled picture would never end."""
    bench = Bench()
    try:
        bench.worker.gate.clear()
        entry = bench.session.current
        assert entry is not None
        bench.queue.stop()
        bench.session.set_adjustments(entry, Adjustments(0.3))
        bench.worker.gate.set()
        assert bench.queue.wait(300_000)
        qtbot.wait(20)
        assert len(bench.worker.asked) <= 1
    finally:
        bench.close()
