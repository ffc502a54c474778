"""A batch whose photos are colorized elsewhere: the engine of a local batch with a crew in place of threads.

The journal, the states, what is told and how a run ends are those of `BatchEngine`. Here jobs are given
away, given again where a worker was lost, and given twice where one is slow.
"""

import heapq
import statistics
import time
from collections import Counter, deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from colorizer_gui.cluster.crew import DEPTH, Crew, Returned, Task
from colorizer_gui.cluster.errors import ClusterError
from colorizer_gui.cluster.finishing import Finisher
from colorizer_gui.cluster.messages import Answer
from colorizer_gui.core.batch import (
    BatchEngine,
    BatchEvent,
    Job,
    JobQueue,
    JobState,
    ModelIdentity,
    RunOptions,
    StopReason,
)
from colorizer_gui.core.batch.run.failures import RunFailure
from colorizer_gui.core.batch.run.steps import Settled
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.prediction.prediction import Colorizer

#: Attempts at one photo before it fails, and seconds before the second; each pause is twice the one before.
ATTEMPTS: Final = 5
_PAUSE: Final = 0.5
_LONGEST_PAUSE: Final = 60.0
#: A photo is a straggler when it takes so many times the median, and so many seconds at least.
_SLOW, _SLOW_SECONDS = 3.0, 20.0
_HANGS, _HANGS_SECONDS = 20.0, 1800.0
#: Durations that the median is of.
_REMEMBERED: Final = 101
#: Results that get their names at the same time: each waits for the disk or the store.
_FINISHING: Final = 8


@dataclass(frozen=True, slots=True)
class _Given:
    job: Job
    worker: int
    since: float


class ClusterEngine(BatchEngine):
    """One run of a queue on a cluster.

    Parameters
    ----------
    crew
        Who does the work; closed with the run.
    finisher
        Gives results their names.
    clock
        Seconds that only grow.
    """

    def __init__(
        self,
        queue: JobQueue,
        crew: Crew,
        finisher: Finisher,
        *,
        colorizer: Colorizer,
        model: ModelIdentity,
        output: Path,
        options: RunOptions,
        token: CancelToken | None = None,
        on_event: Callable[[BatchEvent], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(
            queue, colorizer, model=model, output=output, options=options, token=token, on_event=on_event
        )
        self._crew, self._finisher, self._clock = crew, finisher, clock
        self._given: dict[int, _Given] = {}
        self._later: list[tuple[float, int, Job]] = []
        self._tries: Counter[int] = Counter()
        self._durations: deque[float] = deque(maxlen=_REMEMBERED)
        self._finishing: set[Future[None]] = set()
        #: Jobs whose answer counts; a second one is thrown away.
        self._decided: set[int] = set()

    def _carry(self) -> None:
        """See `BatchEngine`; in the caller's thread but for the names of results."""
        with closing(self._crew), ThreadPoolExecutor(_FINISHING, "batch-finish") as pool:
            self._guarded(lambda: self._work(pool))
            for future in self._finishing:
                future.result()
        self._finisher.tidy()

    def _work(self, pool: ThreadPoolExecutor) -> None:
        try:
            while not self._token.cancelled and self._step(pool):
                pass
        except ClusterError as exc:
            self._halt(RunFailure(StopReason.CLUSTER, exc.sentence))

    def _step(self, pool: ThreadPoolExecutor) -> bool:
        """Give what can be given and take what came back; False when nothing is left."""
        for problem in self._crew.tend():
            self._notice(0, problem)
        hopeless = self._crew.hopeless()
        if hopeless is not None:
            self._halt(RunFailure(StopReason.CLUSTER, hopeless))
            return False
        left = self._give_all()
        self._finishing = {future for future in self._finishing if not future.done()}
        if not left and not self._later and not any(map(self._is_open, self._given.values())):
            return False
        for returned in self._crew.wait(0.5):
            self._take_back(returned, pool)
        self._end_hanging()
        return True

    def _give_all(self) -> bool:
        """Fill the crew; whether jobs may still be waiting."""
        if len(self._finishing) > 4 * _FINISHING:
            # Names are slower than workers: nothing piles up but the answers that are on their way.
            return True
        for worker in chain.from_iterable(self._crew.free() for _ in range(DEPTH)):
            job = self._next()
            if job is None:
                self._help_out(worker)
                continue
            self._give(worker, job)
        return bool(self._queue.counts().get(JobState.QUEUED))

    def _next(self) -> Job | None:
        """A job that was lost and has waited, or one that nobody had yet."""
        if self._later and self._later[0][0] <= self._clock():
            return heapq.heappop(self._later)[2]
        while (job := self._take()) is not None:
            if self._attempt(job, partial(self._checked, job)) is not None:
                return job
        return None

    def _checked(self, job: Job) -> Job:
        self._finisher.before(job)
        return job

    def _give(self, worker: int, job: Job) -> None:
        record, known = self._finisher.task_of(job)
        ticket = self._crew.give(worker, Task(job.id, record, known))
        self._given[ticket] = _Given(job, worker, self._clock())

    def _help_out(self, worker: int) -> None:
        """Give the slowest photo to a second worker, if one is slow: the first answer counts."""
        holders = Counter(given.job.id for given in self._given.values())
        slow = [
            given
            for given in self._given.values()
            if self._is_open(given)
            and holders[given.job.id] == 1
            and given.worker != worker
            and self._clock() - given.since > self._patience(_SLOW, _SLOW_SECONDS)
        ]
        if slow:
            self._give(worker, min(slow, key=lambda given: given.since).job)

    def _is_open(self, given: _Given) -> bool:
        """Whether an answer is still wanted."""
        job_id = given.job.id
        return job_id not in self._decided and self._queue.job(job_id).state is JobState.RUNNING

    def _end_hanging(self) -> None:
        limit = self._patience(_HANGS, _HANGS_SECONDS)
        for given in list(self._given.values()):
            if self._clock() - given.since > limit:
                self._crew.dismiss(given.worker)

    def _patience(self, times: float, least: float) -> float:
        return max(least, times * statistics.median(self._durations)) if self._durations else _HANGS_SECONDS

    def _take_back(self, returned: Returned, pool: ThreadPoolExecutor) -> None:
        given = self._given.pop(returned.ticket)
        answer, job = returned.answer, given.job
        if not self._is_open(given):
            self._finisher.forget(answer)
        elif answer is None:
            self._again(job, _lost(job))
        elif self._finisher.is_of_the_node(job, answer):
            self._again(job, self._finisher.sentence_of(job, answer), stops=answer.state != "failed")
        else:
            self._durations.append(self._clock() - given.since)
            self._decided.add(job.id)
            self._finishing.add(pool.submit(self._guarded, partial(self._finish, job, answer)))

    def _again(self, job: Job, why: Sentence, *, stops: bool = False) -> None:
        """Let a job wait for another worker, unless one has it already; after some attempts it has failed."""
        if any(given.job.id == job.id for given in self._given.values()):
            return
        self._tries[job.id] += 1
        if self._tries[job.id] < ATTEMPTS:
            pause = min(_LONGEST_PAUSE, _PAUSE * 2 ** (self._tries[job.id] - 1))
            heapq.heappush(self._later, (self._clock() + pause, job.id, job))
        elif stops:
            self._halt(RunFailure(StopReason.CLUSTER, why))
        else:
            self._end(job, Settled(JobState.FAILED, message=why))

    def _finish(self, job: Job, answer: Answer) -> None:
        for notice in answer.notices:
            self._notice(job.id, Sentence.from_plain(notice))
        settled = self._attempt(job, lambda: self._finisher.finish(job, answer))
        if settled is not None:
            self._end(job, settled)
        self._decided.discard(job.id)


def _lost(job: Job) -> Sentence:
    return Sentence(
        'The photo "{source}" was not colorized, because {count} workers were lost with it; it may need more '
        "memory than a node has.",
        source=job.request.source,
        count=ATTEMPTS,
    )
