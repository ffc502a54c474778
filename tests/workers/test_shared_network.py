"""One colorizer for two threads: made once, used in turns, the urgent one first."""

import threading

import numpy as np
import pytest

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.workers.shared_network import PatientColorizer, PriorityLock, SharedNetwork
from tests.support.window.fixtures import FakeColorizer


def test_the_urgent_one_passes_those_that_wait() -> None:
    lock, order = PriorityLock(), list[str]()
    waits = threading.Semaphore(0)
    condition = lock._changed
    original = condition.wait_for

    def wait_for(predicate: object) -> bool:
        waits.release()
        return original(predicate)  # type: ignore[arg-type]

    condition.wait_for = wait_for  # type: ignore[method-assign, assignment]

    def work(name: str) -> None:
        with lock.urgent() if name == "urgent" else lock.patient():
            order.append(name)

    threads = []
    with lock.patient():
        waits.acquire()
        for name in ("patient", "patient", "urgent"):
            threads.append(threading.Thread(target=work, args=(name,)))
            threads[-1].start()
            assert waits.acquire(timeout=300), "it stands at the door"
        assert order == []
    for thread in threads:
        thread.join(300)
    assert order == ["urgent", "patient", "patient"]


@pytest.mark.parametrize("door", ["urgent", "patient"])
def test_an_error_opens_the_door_again(door: str) -> None:
    lock = PriorityLock()
    with pytest.raises(ValueError, match="inside"), getattr(lock, door)():
        raise ValueError("inside")
    with lock.patient():
        pass


def test_two_threads_share_one_colorizer() -> None:
    made: list[FakeColorizer] = []

    def make() -> FakeColorizer:
        made.append(FakeColorizer())
        return made[-1]

    network = SharedNetwork(make)
    assert not network.is_made
    got: list[object] = []
    threads = [threading.Thread(target=lambda: got.append(network.get())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(300)
    assert got == made * 4
    network.renew()
    assert network.get() is made[1]


def test_making_is_tried_again_after_an_error() -> None:
    colorizer = FakeColorizer()
    answers: list[FakeColorizer | Exception] = [WeightsError("There are no weights."), colorizer]

    def make() -> FakeColorizer:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    network = SharedNetwork(make)
    with pytest.raises(WeightsError):
        network.get()
    assert network.get() is colorizer


def test_what_works_stays_when_another_one_does_not() -> None:
    colorizer = FakeColorizer()
    answers: list[FakeColorizer | Exception] = [colorizer, WeightsError("It is damaged.")]

    def make() -> FakeColorizer:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    network = SharedNetwork(make)
    assert network.get() is colorizer
    with pytest.raises(WeightsError):
        network.renew()
    assert network.get() is colorizer


def test_a_batch_waits_for_its_turn() -> None:
    lock, colorizer = PriorityLock(), FakeColorizer()
    patient = PatientColorizer(colorizer, lock)
    lightness = np.full((16, 16), 50.0, dtype=np.float32)
    answered = threading.Event()

    def predict() -> None:
        patient.predict_ab(lightness)
        answered.set()

    with lock.urgent():
        thread = threading.Thread(target=predict)
        thread.start()
        assert not colorizer.threads
    assert answered.wait(300)
    thread.join(300)
