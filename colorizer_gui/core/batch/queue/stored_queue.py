"""Jobs in memory and in the journal, kept alike; what may be asked of them is in `queue`.

Memory changes first and the journal follows. Only an intent has to be on the disk before something
else happens (`announce`); a state that is lost in a power cut is found again through it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Self, Unpack

from colorizer_gui.core.batch.jobs.errors import JournalError
from colorizer_gui.core.batch.jobs.job import Facts, Intent, Job
from colorizer_gui.core.batch.jobs.paths import absolute
from colorizer_gui.core.batch.jobs.states import ENDED, JobState
from colorizer_gui.core.batch.journal.journal_file import JournalFile
from colorizer_gui.core.batch.journal.records import Record, RecordCodec
from colorizer_gui.core.batch.journal.recovery import remove_leftover
from colorizer_gui.core.batch.journal.stored_predictions import PredictionStore
from colorizer_gui.core.batch.planning.omissions import Omissions
from colorizer_gui.core.batch.planning.scanning import Scan
from colorizer_gui.core.batch.queue.queue_state import QueueState
from colorizer_gui.core.photo_io.writing.publishing import temporary_name


class StoredQueue:
    """Opens, reads and changes jobs; all methods are thread-safe.

    Parameters
    ----------
    journal
        Where every change is written; None for a batch that need not survive.

    Attributes
    ----------
    notice
        A sentence about a damaged journal, or nothing.
    stored
        The predictions of photos that wait to be looked at.
    """

    def __init__(self, journal: JournalFile | None = None) -> None:
        self.notice = ""
        self._lock = RLock()
        self._journal = journal
        self._codec = RecordCodec(journal.path.parent if journal else Path())
        self._state = QueueState(self._codec)
        folder = Path() if journal is None else journal.path.with_name(f"{journal.path.name}.review")
        self.stored = PredictionStore(folder)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a journal, or begin one; what an earlier process left half-written is removed.

        Jobs that were running when it died wait again, after the others: should one photo make the
        program crash, the others are still done.

        Raises
        ------
        JournalError
        """
        journal = JournalFile(path)
        try:
            queue = cls(journal)
            replay = journal.replay()
            queue.notice = replay.notice
            queue._state.restore(replay.records)
            for job in queue.jobs:
                if job.state is not JobState.DONE:
                    remove_leftover(job.request.target.parent, temporary_name(queue.token(job.id)))
            queue._tidy()
            journal.rewrite(queue._state.snapshot())
        except (KeyError, TypeError, ValueError, AttributeError) as exc:
            journal.close()
            raise JournalError(
                'The journal "{path}" was written by another version of Tintype; use that one, or move '
                "the journal away.",
                path=path,
            ) from exc
        except BaseException:
            journal.close()
            raise
        return queue

    def close(self) -> None:
        """Close the journal; another process may open it then."""
        if self._journal is not None:
            self._tidy()
            self._journal.close()

    @property
    def survives(self) -> bool:
        """Whether there is a journal."""
        return self._journal is not None

    @property
    def jobs(self) -> tuple[Job, ...]:
        """All jobs in their order."""
        with self._lock:
            return tuple(self._state.jobs[job_id] for job_id in self._state.order)

    def job(self, job_id: int) -> Job:
        """One job as it is now."""
        with self._lock:
            return self._state.jobs[job_id]

    def counts(self) -> Mapping[JobState, int]:
        """Jobs in each state."""
        with self._lock:
            return Counter({state: count for state, count in self._state.counts.items() if count})

    def results(self) -> frozenset[Path]:
        """All results that the journal knows of, also those of earlier queues."""
        with self._lock:
            return self._state.history.outputs()

    def counters(self) -> Mapping[Path, str]:
        """The numbers that photos were given, also in earlier queues, by absolute path."""
        with self._lock:
            known = (*self._state.history.past(), *self._state.jobs.values())
            return {absolute(job.request.source): job.request.counter for job in known if job.request.counter}

    @property
    def omissions(self) -> Omissions:
        """What of the added files and folders is no job; forgotten with the last job."""
        with self._lock:
            return self._state.omissions

    def note_omissions(self, found: Scan) -> None:
        """Remember what a scan left out.

        Raises
        ------
        JournalError
        """
        with self._lock:
            omissions = self._state.omissions.with_more(found)
            if self._state.jobs and omissions != self._state.omissions:
                self._state.omissions = omissions
                self._write([self._codec.omissions_record(omissions)])

    def token(self, job_id: int) -> str:
        """Names a job's half-written result (`photo_io.Publication`); no other job or process uses it."""
        return f"{self._state.token}-{job_id}"

    def announce(self, job_id: int, intent: Intent) -> None:
        """Promise a result; when this returns, the promise survives a power cut.

        Raises
        ------
        JournalError
        """
        with self._lock:
            self._state.put(replace(self._state.jobs[job_id], intent=intent))
            self._write([self._codec.intent_record(job_id, intent)])
        self.sync()

    def change(self, job_id: int, state: JobState, **facts: Unpack[Facts]) -> Job:
        """Move a job to another state; see `Job.moved_to`.

        Raises
        ------
        IllegalTransitionError, JournalError
        """
        with self._lock:
            job = self._state.jobs[job_id].moved_to(state, **facts)
            self._state.put(job)
            if state is JobState.DONE:
                self._state.history.add(job)
            self._write([self._codec.state_record(job)])
        if state in ENDED:
            self._forget_prediction(job_id)
        return job

    def change_each(self, job_ids: Iterable[int], change: Callable[[Job], Job | None]) -> tuple[Job, ...]:
        """Change jobs, what is wanted of them as well; those are left alone for which `change` says None.

        Raises
        ------
        IllegalTransitionError, JournalError
        """
        with self._lock:
            known = [self._state.jobs[i] for i in job_ids if i in self._state.jobs]
            jobs = tuple(job for job in map(change, known) if job is not None)
            for job in jobs:
                self._state.put(job)
            self._write(self._codec.revised_record(job) for job in jobs)
            return jobs

    def sync(self) -> None:
        """Have all that was written survive a power cut.

        Raises
        ------
        JournalError
        """
        # Not under the lock: a slow disk must not hold up the window, which only wants to look.
        if self._journal is not None:
            self._journal.sync()

    def _forget_prediction(self, job_id: int) -> None:
        if self._journal is not None:
            self.stored.remove(job_id)

    def _tidy(self) -> None:
        """Remove stored predictions that nobody will ask for any more."""
        self.stored.keep_only({job.id for job in self.jobs if job.state not in ENDED})

    def _write(self, records: Iterable[Record]) -> None:
        if self._journal is not None:
            self._journal.append(records)
