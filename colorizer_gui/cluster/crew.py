"""The workers of a run and what is on its way to them; who does the work is behind `Crew`.

`RayCrew` asks Ray for as many actors as it has room for. Where an actor runs, that it comes back after its
process or its node died, and that it gets a graphics card, is Ray's business.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from colorizer_gui.cluster.connection import Lookout, Nodes, connect, disconnect, reached
from colorizer_gui.cluster.messages import Answer, Plain, Setup
from colorizer_gui.core.common.sentences import Sentence

#: Photos with a worker: one that it works on, and one that waits so that it need not.
DEPTH: Final = 2
#: Bytes of memory that Ray keeps free for one worker.
MEMORY: Final = 1_500_000_000
#: Workers that share a graphics card: most of the work on a photo is done by the processor.
PER_GPU: Final = 4


@dataclass(frozen=True, slots=True)
class Task:
    """A photo that goes to a worker; see `PhotoWorker.colorize`."""

    job_id: int
    record: Plain
    known: list[tuple[str, Plain]]


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back of a task; no answer when the worker was lost."""

    ticket: int
    answer: Answer | None


class Crew(Protocol):
    """Workers, by number."""

    def tend(self) -> list[Sentence]:
        """Look after the workers; what is wrong with one, each said once."""
        ...

    def free(self) -> list[int]:
        """Workers that can take a task, the emptiest first."""
        ...

    def hopeless(self) -> Sentence | None:
        """Why no worker will ever work, if it is so."""
        ...

    def give(self, worker: int, task: Task) -> int:
        """Send a task; its ticket comes back with the answer."""
        ...

    def wait(self, seconds: float) -> list[Returned]:
        """What has come back; waits for something, or so long."""
        ...

    def dismiss(self, worker: int) -> None:
        """End a worker that hangs; its tasks are lost, and another takes its place."""
        ...

    def close(self) -> None:
        """Let all workers go."""
        ...


@dataclass(slots=True)
class _Member:
    actor: Any
    hello: Any
    ready: bool = False
    refused: bool = False
    tickets: set[int] = field(default_factory=set)


class RayCrew:
    """Actors of a Ray cluster.

    Parameters
    ----------
    address
        As `ray.init` takes it: ``host:6379``, ``auto`` or ``local``.

    Raises
    ------
    ClusterError
        When Ray is not installed, or the cluster cannot be reached.
    """

    def __init__(self, address: str, setup: Setup) -> None:
        self._ray = connect(address)
        self._setup = setup
        self._members: dict[int, _Member] = {}
        self._tickets: dict[Any, tuple[int, int]] = {}
        self._next = 0
        self._lookout = Lookout(self._ray.nodes)
        self._lost = False
        self._refusals: list[Sentence] = []

    def tend(self) -> list[Sentence]:
        """See `Crew`."""
        self._lost = True  # unless what follows works
        nodes = self._lookout.nodes()
        with reached():
            if nodes is not None:
                self._grow(nodes)
            said = self._greet()
        self._lost = False
        return said

    def free(self) -> list[int]:
        """See `Crew`."""
        free = [(len(m.tickets), n) for n, m in self._members.items() if m.ready and len(m.tickets) < DEPTH]
        return [number for _, number in sorted(free)]

    def hopeless(self) -> Sentence | None:
        """See `Crew`."""
        if self._members and all(member.refused for member in self._members.values()):
            return self._refusals[0]
        return None

    def give(self, worker: int, task: Task) -> int:
        """See `Crew`."""
        member = self._members[worker]
        self._next += 1
        with reached():
            reference = member.actor.colorize.remote(task.record, task.known)
        member.tickets.add(self._next)
        self._tickets[reference] = self._next, worker
        return self._next

    def wait(self, seconds: float) -> list[Returned]:
        """See `Crew`."""
        waiting = list(self._tickets)
        greetings = [m.hello for m in self._members.values() if m.hello is not None]
        if not waiting and not greetings:
            time.sleep(min(seconds, 0.2))
            return []
        with reached():
            ready, _ = self._ray.wait(waiting + greetings, num_returns=1, timeout=seconds)
            if ready and waiting:
                ready, _ = self._ray.wait(waiting, num_returns=len(waiting), timeout=0)
        return [self._returned(reference) for reference in ready if reference in self._tickets]

    def dismiss(self, worker: int) -> None:
        """See `Crew`."""
        with reached():
            self._ray.kill(self._members[worker].actor, no_restart=False)

    def close(self) -> None:
        """See `Crew`."""
        disconnect(self._ray, lost=self._lost)

    def _returned(self, reference: Any) -> Returned:  # noqa: ANN401 - Ray has no types here
        ticket, worker = self._tickets.pop(reference)
        member = self._members[worker]
        member.tickets.discard(ticket)
        answer = self._answer(reference)
        if answer is None:
            # It may come back on another node, and has to introduce itself again.
            self._introduce(member)
        elif answer.state == "refused":
            member.ready, member.refused = False, True
        return Returned(ticket, answer)

    def _answer(self, reference: Any) -> Answer | None:  # noqa: ANN401 - Ray has no types here
        with reached():
            try:
                return Answer(**self._ray.get(reference))
            except self._ray.exceptions.RayTaskError:
                raise
            except (self._ray.exceptions.RayActorError, self._ray.exceptions.ObjectLostError):
                return None
            except (self._ray.exceptions.WorkerCrashedError, self._ray.exceptions.OutOfMemoryError):
                return None

    def _introduce(self, member: _Member) -> None:
        member.ready = False
        with reached():
            member.hello = member.actor.hello.remote()

    def _grow(self, nodes: Nodes) -> None:
        wanted = places(nodes, self._setup.device)
        for kind, count in wanted.items():
            have = sum(1 for number in self._members if number % len(KINDS) == KINDS.index(kind))
            for extra in range(count - have):
                actor = self._actor(kind)
                number = (have + extra) * len(KINDS) + KINDS.index(kind)
                self._members[number] = _Member(actor, actor.hello.remote())

    def _actor(self, kind: str) -> Any:  # noqa: ANN401 - Ray has no types here
        from colorizer_gui.cluster.worker import PhotoWorker

        on_gpu = kind == "cuda"
        made = self._ray.remote(PhotoWorker).options(
            num_cpus=1,
            num_gpus=1 / PER_GPU if on_gpu else 0,
            memory=MEMORY,
            max_restarts=-1,
            max_task_retries=0,
        )
        return made.remote(self._setup.to_plain() | {"device": kind})

    def _greet(self) -> list[Sentence]:
        said = []
        for member in self._members.values():
            if member.hello is None or not self._ray.wait([member.hello], timeout=0)[0]:
                continue
            answer = self._answer(member.hello)
            member.hello = None
            if answer is None:
                self._introduce(member)
                continue
            member.refused = answer.state == "refused"
            member.ready = not member.refused
            if answer.sentence is not None:
                said.append(Sentence.from_plain(answer.sentence))
        new = [sentence for sentence in dict.fromkeys(said) if sentence not in self._refusals]
        self._refusals += new
        return new


KINDS: Final = ("cpu", "cuda")


def places(nodes: Nodes, device: str) -> dict[str, int]:
    """How many workers of each kind fit; a node with a graphics card gets only those that use it.

    Parameters
    ----------
    nodes
        As `ray.nodes` tells them.
    device
        "auto" for what each node has, "cpu" or "cuda" for that alone.
    """
    counts = dict.fromkeys(KINDS, 0)
    for node in nodes:
        room: Mapping[str, float] = node.get("Resources", {}) if node.get("Alive") else {}
        fitting = int(min(room.get("CPU", 0), room.get("memory", 0) // MEMORY))
        cards = int(room.get("GPU", 0))
        if cards and device != "cpu":
            counts["cuda"] += min(fitting, cards * PER_GPU)
        elif device != "cuda":
            counts["cpu"] += fitting
    return counts
