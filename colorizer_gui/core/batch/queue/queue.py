"""The jobs of a batch in their order, and what may be asked of them; all methods are thread-safe."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from colorizer_gui.core.batch.jobs.job import Job, JobRequest
from colorizer_gui.core.batch.jobs.paths import absolute
from colorizer_gui.core.batch.jobs.recipe import Recipe
from colorizer_gui.core.batch.jobs.states import ENDED, UNDER_REVIEW, WAITING, JobState
from colorizer_gui.core.batch.journal.recovery import published
from colorizer_gui.core.batch.queue.stored_queue import StoredQueue


class JobQueue(StoredQueue):
    """Jobs in their order."""

    def add(self, requests: Iterable[JobRequest]) -> tuple[Job, ...]:
        """Append jobs, those photos at which the program died last time after the others.

        What waits or runs already, in the same way, is left out.

        Raises
        ------
        JournalError
        """
        with self._lock:
            state = self._state
            known = {_identity(job.request) for job in state.jobs.values() if job.state not in ENDED}
            requests = [request for request in requests if _identity(request) not in known]
            wanted = sorted(requests, key=lambda request: absolute(request.source) in state.interrupted)
            jobs = tuple(Job(state.next_id + index, request) for index, request in enumerate(wanted))
            state.next_id += len(jobs)
            for job in jobs:
                state.put(job)
            self._write(self._codec.request_record(job) for job in jobs)
        self.sync()
        return jobs

    def divide(self, job_id: int, requests: Iterable[JobRequest]) -> tuple[Job, ...]:
        """Add the photos on a scan right after it, but for those that are in the list already.

        Raises
        ------
        JournalError
        """
        with self._lock:
            source = self.job(job_id).request.source
            known = {job.request.part for job in self.jobs if job.request.source == source}
        added = self.add([request for request in requests if request.part not in known])
        place = [job.id for job in self.jobs].index(job_id)
        self.move([job.id for job in added], place + 1)
        return added

    def turn(self, job_id: int, turns: int) -> Job:
        """Have a photo turned that lies on its side; see `JobRequest.turned_by`.

        Raises
        ------
        JournalError
        """
        (job,) = self.change_each(
            [job_id], lambda before: replace(before, request=before.request.turned_by(turns))
        )
        return job

    def targets(self) -> frozenset[Path]:
        """The names that results are to get."""
        return frozenset(job.request.target for job in self.jobs)

    def start_over(self) -> None:
        """Empty the queue; what was done is remembered, for `find_done`.

        Raises
        ------
        JournalError
        """
        with self._lock:
            for job in self.jobs:
                finished = job if job.state is JobState.DONE else published(job)
                if finished is not None:
                    self._state.history.add(finished)
            self._state.remove(list(self._state.order))
            if self._journal is not None:
                self._journal.rewrite(self._state.snapshot())
                self._tidy()

    def take(self) -> Job | None:
        """The next job that waits, now running; None when none waits.

        Raises
        ------
        JournalError
        """
        with self._lock:
            job = self._state.first_waiting()
            return None if job is None else self.change(job.id, JobState.RUNNING)

    def cancel(self, job_ids: Iterable[int]) -> tuple[Job, ...]:
        """Cancel those jobs that wait, also for the user; one that runs is the engine's business.

        Raises
        ------
        JournalError
        """
        with self._lock:
            known = self._state.jobs
            waiting = [i for i in job_ids if i in known and known[i].state in WAITING]
            return tuple(self.change(job_id, JobState.CANCELLED) for job_id in waiting)

    def requeue(self, job_ids: Iterable[int], recipe: Recipe | None = None) -> tuple[Job, ...]:
        """Have jobs that ended wait again, on request with other settings; others are left alone.

        Raises
        ------
        JournalError
        """

        def queued(before: Job) -> Job | None:
            if before.state not in ENDED:
                return None
            job = before.moved_to(JobState.QUEUED)
            return job if recipe is None else replace(job, request=replace(job.request, recipe=recipe))

        return self.change_each(job_ids, queued)

    def revise(self, requests: Mapping[int, JobRequest], since: Iterable[Job] = ()) -> tuple[Job, ...]:
        """Ask something else of jobs that wait; those that would stay as they are, are left alone.

        Of a photo that was looked at only target and number change: its settings were chosen for it. Of
        one that does not wait only the number does.

        Parameters
        ----------
        since
            Jobs as they were when it was worked out what is asked of them; one that was changed meanwhile
            keeps what was said last, but for target and number.

        Raises
        ------
        JournalError
        """
        known = {job.id: job for job in since}

        def asked(before: Job) -> Job | None:
            request = requests[before.id]
            is_chosen = before.state in UNDER_REVIEW or before.request.approval is not None
            if before.state not in WAITING:
                request = replace(before.request, counter=request.counter)
            elif is_chosen or known.get(before.id, before) != before:
                request = replace(before.request, target=request.target, counter=request.counter)
            return None if request == before.request else replace(before, request=request)

        return self.change_each(requests, asked)

    def move(self, job_ids: Collection[int], index: int) -> None:
        """Put jobs at a place in the order, counted without them.

        Raises
        ------
        JournalError
        """
        with self._lock:
            self._state.move(job_ids, index)
            self._write([{"kind": "move", "ids": list(job_ids), "index": index}])

    def remove(self, job_ids: Iterable[int]) -> None:
        """Take jobs out of the queue, except for running ones.

        Raises
        ------
        JournalError
        """
        with self._lock:
            known = self._state.jobs
            gone = [i for i in job_ids if i in known and known[i].state is not JobState.RUNNING]
            self._state.remove(gone)
            self._write([{"kind": "remove", "ids": gone}])
        for job_id in gone:
            self._forget_prediction(job_id)

    def past(self) -> tuple[Job, ...]:
        """All jobs that were done, of earlier queues as well."""
        with self._lock:
            return tuple(self._state.history.past())

    def find_done(self, request: JobRequest, source_sha256: str, model_sha256: str) -> Job | None:
        """A job whose result is what this request would give, and is still there."""
        with self._lock:
            return self._state.history.find(request, source_sha256, model_sha256)


def _identity(request: JobRequest) -> tuple[Path, Path, str]:
    return absolute(request.source), absolute(request.target), request.settings_sha256
