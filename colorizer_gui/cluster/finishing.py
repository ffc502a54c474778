"""What the command does before a photo goes to a worker, and with what comes back: promise, then name.

The order of ADR 5 holds: the finished result lies hidden, the journal gets the intent, the result gets its
name, the journal gets *done*. Only the command does so, so no photo has two results, however many had it.
"""

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from colorizer_gui.cluster import storage
from colorizer_gui.cluster.errors import StorageError
from colorizer_gui.cluster.messages import Answer, Plain
from colorizer_gui.cluster.storage import address
from colorizer_gui.cluster.worker import MARKER
from colorizer_gui.core.batch import Job, JobQueue, JobState, OnExisting, PlanError, RunOptions, StopReason
from colorizer_gui.core.batch.jobs.job import Facts, Intent
from colorizer_gui.core.batch.jobs.paths import absolute
from colorizer_gui.core.batch.journal.records import RecordCodec
from colorizer_gui.core.batch.journal.recovery import published
from colorizer_gui.core.batch.run.failures import RunFailure, RunFailureError
from colorizer_gui.core.batch.run.folders import make_below
from colorizer_gui.core.batch.run.steps import Settled
from colorizer_gui.core.batch.run.words import taken
from colorizer_gui.core.common.addresses import is_address, place
from colorizer_gui.core.common.errors import ColorizationError, PhotoWriteError
from colorizer_gui.core.common.sentences import Sentence, reason_of
from colorizer_gui.core.photo_io.writing.publishing import publish
from colorizer_gui.core.photo_io.writing.writing import write_problem
from colorizer_gui.core.recipe.recipe import sidecar_path

#: Where finished results wait for their names; no scan looks into it.
WORK: Final = ".tintype-cluster"
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


class Finisher:
    """Prepares jobs and publishes results; methods may be called from several threads.

    Parameters
    ----------
    output
        The folder or address of all results.
    model_of
        The hash of the network that a job wants.
    """

    def __init__(
        self, queue: JobQueue, output: Path, options: RunOptions, model_of: Callable[[Job], str]
    ) -> None:
        self._queue = queue
        self._output = output
        self._options = options
        self._model_of = model_of
        self._codec = RecordCodec(Path("/"))
        self.work = output / WORK
        self._past: dict[tuple[str, str, Path], list[Job]] = {}
        if options.skip_done:
            for job in queue.past():
                for path in {absolute(job.request.source), absolute(job.request.target)}:
                    key = job.request.settings_sha256, job.model_sha256, path
                    self._past.setdefault(key, []).append(job)

    def prepare(self) -> None:
        """Make an empty place for unfinished results; what an earlier run left there is nobody's.

        Raises
        ------
        PlanError
        """
        try:
            self.tidy()
            if is_address(self.work):
                storage.check_output(self._output)
                return
            self.work.mkdir()
            (self.work / MARKER).touch()
        except StorageError as exc:
            raise PlanError(exc.sentence) from exc
        except OSError as exc:
            raise PlanError(
                'The output folder "{output}" cannot be written to ({reason}); allow it, or choose another '
                "one.",
                output=self._output,
                reason=reason_of(exc),
            ) from exc

    def tidy(self) -> None:
        """Remove what has no name, also of workers that were lost."""
        if is_address(self.work):
            storage.remove(self.work)
        else:
            shutil.rmtree(self.work, ignore_errors=True)

    def before(self, job: Job) -> None:
        """End a job that needs no worker.

        Raises
        ------
        Settled
            When its result is there, by a promise in the journal, or its name is taken and that is a reason.
        StorageError
        """
        finished = self._published(job)
        if finished is not None:
            raise Settled(JobState.DONE, **finished.result)
        target = job.request.target
        if self._options.on_existing is OnExisting.SKIP and storage.exists(target):
            raise Settled(JobState.SKIPPED, message=taken(target))

    def task_of(self, job: Job) -> tuple[Plain, list[tuple[str, Plain]]]:
        """What a worker is told: the job, and results that there are of this source or name already."""
        request = job.request
        places = {absolute(request.source), absolute(request.target)} if self._past else set()
        key = (request.settings_sha256, self._model_of(job)) if places else ("", "")
        jobs = {done.id: done for path in places for done in self._past.get((*key, path), ())}
        known: list[tuple[str, Plain]] = [
            (done.source_sha256, {"output": str(done.output), "output_sha256": done.output_sha256})
            for done in jobs.values()
        ]
        return self._codec.request_record(job), known

    def finish(self, job: Job, answer: Answer) -> Settled:
        """Publish a result, or say why there is none.

        Raises
        ------
        ColorizationError
            What was wrong with the photo, with the system's error as its cause.
        RunFailureError, JournalError, Settled
        """
        message = Sentence.from_plain(answer.sentence) if answer.sentence else ""
        if answer.state == "full":
            raise RunFailureError(RunFailure(StopReason.DISK_FULL, message))
        if answer.state == "failed":
            cause = OSError(answer.error, os.strerror(answer.error)) if answer.error else None
            raise ColorizationError(message) from cause
        facts = _facts(answer)
        facts["message"] = message
        if answer.state == JobState.DONE:
            facts["output"] = self._publish(job, answer.hidden, facts)
        return Settled(JobState(answer.state), **facts)

    def forget(self, answer: Answer | None) -> None:
        """Remove a result that came too late; `tidy` takes what cannot be removed now."""
        if answer is not None and answer.hidden:
            with contextlib.suppress(OSError, StorageError):
                self._clear(place(answer.hidden))

    def is_of_the_node(self, job: Job, answer: Answer) -> bool:
        """Whether another node may do what this one could not."""
        if answer.state == "full":
            return is_address(self.work)
        if answer.state in {"refused", "far"}:
            return True
        source = job.request.source
        return bool(
            answer.state == "failed"
            and answer.error
            and answer.error not in _FULL
            and not is_address(source)
            and os.access(source, os.R_OK)
        )

    def sentence_of(self, job: Job, answer: Answer) -> Sentence:
        """Why a photo failed on every node that had it."""
        if answer.state == "failed":
            return Sentence(
                'The photo "{source}" can be read here and not on the node "{node}" ({reason}); mount the '
                "storage there by the same name.",
                source=job.request.source,
                node=answer.node,
                reason=os.strerror(answer.error),
            )
        return Sentence.from_plain(answer.sentence)

    def _published(self, job: Job) -> Job | None:
        intent = job.intent
        if intent is None or not is_address(intent.output):
            return published(job)
        if not storage.exists(intent.output):
            return None
        same = hashlib.sha256(storage.read(intent.output)).hexdigest() == intent.output_sha256
        return job.moved_to(JobState.DONE, **_promised(intent)) if same else None

    def _publish(self, job: Job, hidden_text: str, facts: Facts) -> Path:
        hidden = place(hidden_text)
        wanted = job.request.target
        target = wanted if wanted.suffix == hidden.suffix else wanted.with_suffix(hidden.suffix)

        def announce(candidate: Path) -> None:
            if self._options.on_existing is OnExisting.SKIP and candidate != target:
                raise Settled(JobState.SKIPPED, message=taken(target))
            hashes = facts["output_sha256"], facts["source_sha256"], facts["model_sha256"]
            self._queue.announce(job.id, Intent(candidate, *hashes))

        try:
            output = self._named(hidden, target, announce)
            if job.request.recipe.options.sidecar:
                self._named(sidecar_path(hidden), sidecar_path(output), lambda _candidate: None)
        except OSError as exc:
            raise PhotoWriteError(write_problem(target, exc)) from exc
        else:
            return output
        finally:
            with contextlib.suppress(OSError, StorageError):
                self._clear(hidden)

    def _named(self, hidden: Path, target: Path, announce: Callable[[Path], None]) -> Path:
        if is_address(target):
            return storage.publish(address(str(hidden)), target, announce)
        make_below(self._output, target.parent)
        return publish(hidden, target, lambda _hidden, candidate: announce(candidate))

    def _clear(self, hidden: Path) -> None:
        if is_address(hidden):
            storage.remove(hidden.parent)
        else:
            shutil.rmtree(hidden.parent, ignore_errors=True)


def _facts(answer: Answer) -> Facts:
    plain = answer.facts or {}
    facts: Facts = {}
    for name in ("source_sha256", "output_sha256", "model_sha256"):
        if name in plain:
            facts[name] = str(plain[name])
    if "seconds" in plain:
        facts["seconds"] = float(plain["seconds"])
    if plain.get("output"):
        facts["output"] = place(plain["output"])
    return facts


def _promised(intent: Intent) -> Facts:
    return {
        "output": intent.output,
        "source_sha256": intent.source_sha256,
        "output_sha256": intent.output_sha256,
        "model_sha256": intent.model_sha256,
    }
