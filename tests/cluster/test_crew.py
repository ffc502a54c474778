"""How many workers there are, and what is said when a cluster is not there; nothing of Ray is started."""

import threading

import pytest

from colorizer_gui.cluster.connection import Lookout, Nodes
from colorizer_gui.cluster.crew import MEMORY, PER_GPU, places
from colorizer_gui.cluster.errors import ClusterError

PLAIN = {"Alive": True, "Resources": {"CPU": 8.0, "memory": 4.0 * MEMORY}}
CARD = {"Alive": True, "Resources": {"CPU": 8.0, "GPU": 1.0, "memory": 40.0 * MEMORY}}
DEAD = {"Alive": False, "Resources": {"CPU": 8.0, "memory": 40.0 * MEMORY}}


@pytest.mark.parametrize(
    ("device", "cpu", "cuda"),
    [("auto", 4, PER_GPU), ("cpu", 12, 0), ("cuda", 0, PER_GPU)],
)
def test_as_many_workers_as_cores_memory_and_cards_allow(device: str, cpu: int, cuda: int) -> None:
    assert places([PLAIN, CARD, DEAD], device) == {"cpu": cpu, "cuda": cuda}


def test_a_head_that_does_not_answer_is_gone_and_the_caller_never_waits() -> None:
    now, answers = [0.0], threading.Event()

    def ask() -> Nodes:
        answers.wait()
        return [PLAIN]

    lookout = Lookout(ask, lambda: now[0])
    assert lookout.nodes() is None
    now[0] = 20.0
    assert lookout.nodes() is None
    now[0] = 30.0
    with pytest.raises(ClusterError, match="cannot be reached any more"):
        lookout.nodes()
    answers.set()


def test_what_ray_says_of_a_lost_head_is_a_sentence() -> None:
    def ask() -> Nodes:
        raise ConnectionError("no route")

    lookout = Lookout(ask, lambda: 0.0)
    lookout.nodes()
    for thread in threading.enumerate():
        if thread.name == "cluster-look" and thread.daemon:
            thread.join(1.0)
    with pytest.raises(ClusterError, match=r"\(ConnectionError\); start it"):
        lookout.nodes()
