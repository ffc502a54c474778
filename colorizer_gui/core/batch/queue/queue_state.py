"""The jobs of a batch as a journal's records tell them; not thread-safe, see `queue`."""

import secrets
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from colorizer_gui.core.batch.jobs.job import Job
from colorizer_gui.core.batch.jobs.paths import absolute
from colorizer_gui.core.batch.jobs.states import JobState
from colorizer_gui.core.batch.journal.history import History
from colorizer_gui.core.batch.journal.records import Record, RecordCodec
from colorizer_gui.core.batch.planning.omissions import Omissions

VERSION: Final = 1


class QueueState:
    """What is known of a batch.

    Attributes
    ----------
    token
        Names the half-written files of this journal.
    jobs, order
        Jobs by number, and their numbers in order; changed by `put`, `move` and `remove` alone.
    counts
        Jobs in each state, kept since a million of them cannot be counted after each one.
    history
        What was done, also for earlier queues.
    interrupted
        Sources at which the program died.
    omissions
        What did not become a job; forgotten with the last job.
    next_id
        The number of the next job; none is used twice.
    """

    def __init__(self, codec: RecordCodec) -> None:
        self.token = secrets.token_hex(6)
        self.jobs: dict[int, Job] = {}
        self.order: list[int] = []
        self.counts: Counter[JobState] = Counter()
        #: Before this place in the order no job waits.
        self._searched = 0
        self.history = History()
        self.interrupted: set[Path] = set()
        self.omissions = Omissions()
        self.next_id = 1
        self._codec = codec

    def put(self, job: Job) -> None:
        """Add a job behind the others, or what it has become."""
        before = self.jobs.get(job.id)
        if before is None:
            self.order.append(job.id)
        else:
            self.counts[before.state] -= 1
        self.counts[job.state] += 1
        if before is not None and job.state is JobState.QUEUED:
            self._searched = 0
        self.jobs[job.id] = job

    def first_waiting(self) -> Job | None:
        """The first job in the order that is queued."""
        while self._searched < len(self.order):
            job = self.jobs[self.order[self._searched]]
            if job.state is JobState.QUEUED:
                return job
            self._searched += 1
        return None

    def move(self, job_ids: Iterable[int], index: int) -> None:
        """See `JobQueue.move`; unknown numbers are left out."""
        moving = [job_id for job_id in job_ids if job_id in self.jobs]
        known = set(moving)
        rest = [job_id for job_id in self.order if job_id not in known]
        self.order = [*rest[:index], *moving, *rest[index:]]
        self._searched = 0

    def remove(self, job_ids: Iterable[int]) -> None:
        """Forget jobs, but not what was done; unknown numbers are left out."""
        for job_id in job_ids:
            job = self.jobs.pop(job_id, None)
            if job is None:
                continue
            self.counts[job.state] -= 1
            if job.state is JobState.DONE:
                self.history.add(job)
        self._searched = 0
        self.order = [job_id for job_id in self.order if job_id in self.jobs]
        if not self.order:
            self.omissions = Omissions()

    def restore(self, records: Iterable[Record]) -> None:
        """Take over what a journal says; jobs that were running wait again, after the others.

        Raises
        ------
        KeyError, TypeError, ValueError, AttributeError
            When the records are of another program.
        """
        for record in records:
            self._replay(record)
        for job in self.jobs.values():
            if job.state is JobState.DONE:
                self.history.add(job)
        last = [i for i in self.order if self.jobs[i].state is JobState.RUNNING or self.jobs[i].intent]
        for job_id in last:
            job = self.jobs[job_id]
            self.interrupted.add(absolute(job.request.source))
            self.put(Job(job.id, job.request, intent=job.intent))
        self.move(last, len(self.order))

    def snapshot(self) -> Iterator[Record]:
        """The shortest journal that says the same."""
        codec = self._codec
        yield {"kind": "journal", "version": VERSION, "token": self.token, "next_id": self.next_id}
        for job in self.history.past():
            if job.id not in self.jobs:
                yield {"kind": "past", "job": codec.request_record(job), "state": codec.state_record(job)}
        for job_id in self.order:
            job = self.jobs[job_id]
            yield codec.request_record(job)
            if job.state is not JobState.QUEUED:
                yield codec.state_record(job)
            if job.intent is not None:
                yield codec.intent_record(job.id, job.intent)
        if self.omissions:
            yield codec.omissions_record(self.omissions)

    def _replay(self, record: Record) -> None:
        kind = record["kind"]
        if kind == "journal":
            if record["version"] != VERSION:
                raise ValueError(f"version {record['version']}")
            self.token = str(record["token"])
            self.next_id = int(record["next_id"])
        elif kind == "past":
            past = self._codec.with_state(self._codec.job(record["job"]), record["state"])
            self.history.add(past)
            self.next_id = max(self.next_id, past.id + 1)
        elif kind == "job":
            self._replay_job(self._codec.job(record))
        elif kind == "move":
            self.move(record["ids"], int(record["index"]))
        elif kind == "remove":
            self.remove(record["ids"])
        elif kind == "omissions":
            self.omissions = Omissions.from_plain(record)
        elif kind in {"state", "intent"}:
            # A damaged journal may have lost the line that the job began with.
            known = self.jobs.get(int(record["id"]))
            if known is not None and kind == "intent":
                self.put(replace(known, intent=self._codec.intent(record)))
            elif known is not None:
                self.put(self._codec.with_state(known, record))
        else:
            raise ValueError(f"unknown record {kind!r}")

    def _replay_job(self, job: Job) -> None:
        self.put(job)
        self.next_id = max(self.next_id, job.id + 1)
