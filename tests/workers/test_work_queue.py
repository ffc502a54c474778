"""Each request ends exactly once, whatever happens; and the order is what the ranks say."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from colorizer_gui.core.common.errors import Cancelled, ColorizationError
from colorizer_gui.workers.requests import Failed, Finished, Request
from colorizer_gui.workers.work_queue import WorkQueue
from colorizer_gui.workers.worker import Worker

OUTCOMES = ("answer", "error", "bug", "memory", "cancelled")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Order(Request):
    outcome: str = "answer"


class ObedientWorker(Worker):
    """Does what the request says."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.gate.set()
        self.done: list[int] = []
        self.threads: set[int] = set()

    def _work(self, request: Request) -> object:
        assert isinstance(request, Order)
        self.threads.add(threading.get_ident())
        self.done.append(request.key)
        assert self.gate.wait(300)
        request.token.raise_if_cancelled()
        match request.outcome:
            case "error":
                raise ColorizationError("A sentence.")
            case "bug":
                raise ZeroDivisionError
            case "memory":
                raise MemoryError
            case "cancelled":
                raise Cancelled
        return request.key


class Listener(QObject):
    """Writes down how requests end, and in which thread it heard so."""

    def __init__(self, queue: WorkQueue) -> None:
        super().__init__()
        self.ends: list[tuple[str, Request]] = []
        self.messages: list[str] = []
        self.in_gui_thread = True
        queue.finished.connect(self._on_finished)
        queue.failed.connect(self._on_failed)
        queue.cancelled.connect(self._on_cancelled)

    def _note(self, how: str, request: Request) -> None:
        self.ends.append((how, request))
        self.in_gui_thread &= QThread.currentThread() is self.thread()

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        self._note("finished", finished.request)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        self.messages.append(failed.message)
        self._note("failed", failed.request)

    @Slot(object)
    def _on_cancelled(self, request: Request) -> None:
        self._note("cancelled", request)


@pytest.fixture
def worker() -> ObedientWorker:
    return ObedientWorker()


@pytest.fixture
def queue(qapp: object, worker: ObedientWorker) -> Iterator[WorkQueue]:
    queue = WorkQueue(worker, "test")
    yield queue
    worker.gate.set()
    queue.stop()
    assert queue.wait(300_000)


@settings(max_examples=40)
@given(
    outcomes=st.lists(st.sampled_from(OUTCOMES), min_size=1, max_size=12),
    cancelled=st.sets(st.integers(0, 11)),
)
def test_each_request_ends_exactly_once(
    qtbot: QtBot, queue: WorkQueue, outcomes: list[str], cancelled: set[int]
) -> None:
    listener = Listener(queue)
    orders = [Order(key=index, outcome=outcome) for index, outcome in enumerate(outcomes)]
    for order in orders:
        queue.submit(order)
    for index in cancelled:
        queue.cancel(lambda request, key=index: request.key == key)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(listener.ends) >= len(orders))
    assert [request for _, request in listener.ends].count(orders[0]) == 1
    assert {id(request) for _, request in listener.ends} == {id(order) for order in orders}
    assert len(listener.ends) == len(orders)
    assert listener.in_gui_thread
    assert not queue.requests
    expected = {"answer": "finished", "cancelled": "cancelled"}
    for how, request in listener.ends:
        assert isinstance(request, Order)
        assert how in {expected.get(request.outcome, "failed"), "cancelled"}
        assert how != "cancelled" or request.key in cancelled or request.outcome == "cancelled"


def test_work_is_done_in_another_thread(qtbot: QtBot, queue: WorkQueue, worker: ObedientWorker) -> None:
    with qtbot.waitSignal(queue.finished):
        queue.submit(Order(key=1))
    assert worker.threads
    assert threading.get_ident() not in worker.threads


def test_the_lowest_rank_goes_first_and_may_change(
    qtbot: QtBot, queue: WorkQueue, worker: ObedientWorker
) -> None:
    listener = Listener(queue)
    worker.gate.clear()
    for key in (1, 2, 3, 4):
        queue.submit(Order(key=key))
    queue.rank = lambda request: -request.key
    worker.gate.set()
    qtbot.waitUntil(lambda: len(listener.ends) == 4)
    assert worker.done == [1, 4, 3, 2]


def test_a_waiting_request_is_cancelled_at_once(
    qtbot: QtBot, queue: WorkQueue, worker: ObedientWorker
) -> None:
    listener = Listener(queue)
    worker.gate.clear()
    first, second = Order(key=1), Order(key=2)
    queue.submit(first)
    queue.submit(second)
    queue.cancel(lambda request: request is second)
    assert listener.ends == [("cancelled", second)]
    worker.gate.set()
    qtbot.waitUntil(lambda: len(listener.ends) == 2)
    assert worker.done == [1]


def test_after_stop_nothing_is_begun(qapp: object, queue: WorkQueue, worker: ObedientWorker) -> None:
    listener = Listener(queue)
    queue.stop()
    queue.submit(Order(key=7))
    assert [how for how, _ in listener.ends] == ["cancelled"]
    assert queue.wait(300_000)
    assert worker.done == []


def test_a_bug_becomes_a_sentence_and_a_log_entry(
    qtbot: QtBot, queue: WorkQueue, caplog: pytest.LogCaptureFixture
) -> None:
    listener = Listener(queue)
    with qtbot.waitSignal(queue.failed):
        queue.submit(Order(key=1, outcome="bug"))
    assert "ZeroDivisionError" in listener.messages[0]
    assert "Traceback" in caplog.text
