"""A process that is asked to end: who hears it, and what is said."""

import signal
import threading

import pytest

from model_training.common.stopping import StopRequest, TrainingStopped

pytestmark = pytest.mark.usefixtures("signal_handlers")


def test_the_second_interrupt_ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with StopRequest() as stop:
        asked = [stop.asked]
        signal.raise_signal(signal.SIGINT)
        asked.append(stop.asked)
        assert asked == [False, True]
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    monkeypatch.setenv("TORCHELASTIC_RUN_ID", "one")  # its agent hands on what has reached processes, too
    with StopRequest() as stop:
        for _ in range(2):
            signal.raise_signal(signal.SIGINT)
        assert stop.asked
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_what_is_ignored_stays_ignored() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with StopRequest() as stop:
        asked = []
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.raise_signal(number)
            asked.append(stop.asked)
        assert asked == [False, True]
    assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN


def test_a_thread_listens_to_no_signal() -> None:
    handlers = []

    def listen() -> None:
        with StopRequest():
            handlers.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=listen)
    thread.start()
    thread.join()
    assert handlers == [signal.SIG_DFL]


@pytest.mark.parametrize(
    ("variables", "status"),
    [
        ({}, 130),
        ({"LOCAL_RANK": "0"}, 130),
        ({"LOCAL_RANK": "1"}, 0),  # the first process would be killed by what watches the others
        ({"LOCAL_RANK": "1", "TORCHELASTIC_RUN_ID": "one"}, 130),
    ],
)
def test_the_exit_status_is_said_by_the_first_process(
    variables: dict[str, str], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert TrainingStopped().status == status
