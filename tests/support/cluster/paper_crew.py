"""Workers of a cluster that are only thought of: a test says what comes of their tasks, and when."""

from collections.abc import Callable
from dataclasses import dataclass, field

from colorizer_gui.cluster.crew import DEPTH, Returned, Task
from colorizer_gui.cluster.messages import Answer
from colorizer_gui.core.common.sentences import Sentence

Script = Callable[["PaperCrew", int, int, Task], Answer | str | None]
#: What a script says when a task does not come back yet.
LATER = "later"


@dataclass
class PaperCrew:
    """`script` says for each task what comes back; time passes with each wait."""

    script: Script
    workers: int = 2
    now: float = 0.0
    given: list[tuple[int, int]] = field(default_factory=list)
    most: int = 0
    dismissed: list[int] = field(default_factory=list)
    closed: bool = False
    refusal: Sentence | None = None
    _open: dict[int, tuple[int, Task]] = field(default_factory=dict)

    def clock(self) -> float:
        return self.now

    def tend(self) -> list[Sentence]:
        return []

    def free(self) -> list[int]:
        held = dict.fromkeys(range(self.workers), 0)
        for worker, _ in self._open.values():
            held[worker] += 1
        return sorted((n for n in held if held[n] < DEPTH), key=lambda n: held[n])

    def hopeless(self) -> Sentence | None:
        return self.refusal

    def give(self, worker: int, task: Task) -> int:
        self.given.append((worker, task.job_id))
        self._open[len(self.given)] = worker, task
        self.most = max(self.most, len(self._open))
        return len(self.given)

    def wait(self, seconds: float) -> list[Returned]:
        self.now += seconds
        back = []
        for ticket, (worker, task) in list(self._open.items()):
            answer = self.script(self, ticket, worker, task)
            if isinstance(answer, str):
                continue
            del self._open[ticket]
            back.append(Returned(ticket, answer))
        return back

    def dismiss(self, worker: int) -> None:
        self.dismissed.append(worker)

    def close(self) -> None:
        self.closed = True
