"""What an actor does: one photo at a time with the steps of a local batch, up to a result without its name.

It knows no Ray. The result is whole, checked and flushed when the worker answers, but hidden; the command
gives it its name after the journal knows of it.
"""

import os
import platform
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from colorizer_gui.cluster.errors import StorageError
from colorizer_gui.cluster.messages import Answer, Plain, Setup
from colorizer_gui.cluster.storage import exists, put, read
from colorizer_gui.core.batch import Job, JobQueue, JobRequest, JobState, OnExisting, RunOptions
from colorizer_gui.core.batch.journal.records import RecordCodec
from colorizer_gui.core.batch.run.failures import RunFailureError, failure_sentence
from colorizer_gui.core.batch.run.steps import Settled, Steps
from colorizer_gui.core.common.addresses import is_address, place
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.core.foreign.others import ShelfModels
from colorizer_gui.core.guidance.guide import Guide
from colorizer_gui.core.photo_io import read_file
from colorizer_gui.core.photo_io.metadata.ifd import Buffer
from colorizer_gui.core.prediction.prediction import Colorizer, ModelIdentity, model_of

#: A file in the place of unfinished results, by which a node knows that it sees the same storage.
MARKER: Final = "marker"


class PhotoWorker:
    """Made once in a process; never raises, so that Ray can start it anywhere.

    Parameters
    ----------
    setup
        A plain `Setup`.
    """

    def __init__(self, setup: Plain) -> None:
        self._setup = Setup(**setup)
        self._node = platform.node()
        self._colorizer: Colorizer | None = None
        self._guide = Guide()
        self._refusal = self._prepare()

    def hello(self) -> Plain:
        """Whether this worker can work."""
        return self._refused() if self._refusal else Answer(self._node, "ready").to_plain()

    def colorize(self, record: Plain, known: list[tuple[str, Plain]]) -> Plain:
        """Colorize one photo.

        Parameters
        ----------
        record
            The job as the journal has it, with whole paths.
        known
            Hashes of sources for which there is a result already, and the plain job that made it.

        Returns
        -------
        A plain `Answer`.
        """
        if self._refusal or self._colorizer is None:
            return self._refused()
        job = RecordCodec(Path("/")).job(record)
        notices: list[Plain] = []
        try:
            with self._workplace() as folder:
                settled = self._run(job.request, known, folder, notices)
                return self._answer(settled, folder, notices)
        except RunFailureError as exc:
            return Answer(self._node, "full", self._full(exc).to_plain()).to_plain()
        except Exception as exc:  # noqa: BLE001 - whatever is wrong with one photo, the others are done
            return self._failure(exc, job.request.source)

    def _prepare(self) -> Sentence | None:
        """Load the network; what is wrong with this node, or nothing."""
        setup = self._setup
        if setup.version != VERSION:
            return Sentence(
                'The node "{node}" has Tintype {found} and the command has {wanted}; install the same there.',
                node=self._node,
                found=VERSION,
                wanted=setup.version,
            )
        if not is_address(place(setup.output)) and not (Path(setup.work) / MARKER).is_file():
            return Sentence(
                'The node "{node}" does not see the folder "{folder}"; mount it there by the same name.',
                node=self._node,
                folder=setup.output,
            )
        try:
            self._colorizer = open_network(setup.weights, setup.device)
        except ColorizationError as exc:
            return Sentence(
                'The node "{node}" cannot open the network: {reason}', node=self._node, reason=exc.sentence
            )
        found = model_of(self._colorizer).sha256
        if found != setup.model_sha256:
            return Sentence(
                'The node "{node}" has other weights ({found}) than the command ({wanted}); copy the same '
                "there.",
                node=self._node,
                found=found[:12],
                wanted=setup.model_sha256[:12],
            )
        return None

    def _run(
        self, request: JobRequest, known: list[tuple[str, Plain]], folder: Path, notices: list[Plain]
    ) -> Settled:
        """The three steps of a local batch, over a queue of this one job."""
        assert self._colorizer is not None
        queue = _OneJob(known)
        hidden = replace(request, target=folder / request.target.name, root=None)
        queue.add([hidden])
        job = queue.take()
        assert job is not None
        steps = Steps(
            queue,
            ModelIdentity(self._setup.model_name, self._setup.model_sha256),
            folder.parent,
            RunOptions(OnExisting.NUMBER, skip_done=bool(known), reserve=self._setup.reserve),
            lambda _job, _stage: None,
            lambda _job, text: notices.append(_plain(text)),
            ShelfModels(device=self._setup.device, threads=1) if request.recipe.model else None,
            read_source=_read_anywhere,
            guide=self._guide,
        )
        token = CancelToken()
        try:
            predicted = steps.predict(steps.read(job, token), self._colorizer, token)
            if predicted.colorized.prediction.notice:
                notices.append(_plain(predicted.colorized.prediction.notice))
            return steps.finish(predicted, token)
        except Settled as end:
            return end

    def _answer(self, settled: Settled, folder: Path, notices: list[Plain]) -> Plain:
        facts: dict[str, Any] = dict(settled.facts)
        output, message = facts.pop("output", None), facts.pop("message", "")
        hidden = ""
        if settled.state is JobState.DONE:
            hidden = self._handed_over(Path(output), folder)
        elif output is not None:
            facts["output"] = str(output)
        return Answer(
            self._node,
            settled.state.value,
            _plain(message) if message else None,
            0,
            hidden,
            facts,
            tuple(notices),
        ).to_plain()

    def _handed_over(self, output: Path, folder: Path) -> str:
        """Where the command finds a finished result: here, or in the store it was uploaded to."""
        if not is_address(place(self._setup.work)):
            return str(output)
        far = place(self._setup.work) / folder.name
        for path in sorted(folder.iterdir()):
            put(path, far / path.name)
        return str(far / output.name)

    @contextmanager
    def _workplace(self) -> Iterator[Path]:
        """A folder of its own for one attempt, on the disk of the results, or scratch before an upload."""
        name = secrets.token_hex(8)
        if is_address(place(self._setup.work)):
            with tempfile.TemporaryDirectory(prefix="tintype-") as folder:
                spool = Path(folder) / name
                spool.mkdir()
                yield spool
            return
        folder_here = Path(self._setup.work) / name
        folder_here.mkdir()
        try:
            yield folder_here
        except BaseException:
            shutil.rmtree(folder_here, ignore_errors=True)
            raise

    def _refused(self) -> Plain:
        assert self._refusal is not None
        return Answer(self._node, "refused", self._refusal.to_plain()).to_plain()

    def _full(self, exc: RunFailureError) -> Sentence:
        if not is_address(place(self._setup.work)):
            return Sentence(exc.failure.message)
        return Sentence(
            'The disk of the node "{node}" is full ({folder}); free some space there and go on.',
            node=self._node,
            folder=tempfile.gettempdir(),
        )

    def _failure(self, exc: Exception, source: Path) -> Plain:
        cause = exc.__cause__ if isinstance(exc, ColorizationError) else exc
        error = cause.errno if isinstance(cause, OSError) and cause.errno else 0
        text = failure_sentence(exc, source)
        sentence = text if isinstance(text, Sentence) else Sentence(text)
        state = "far" if isinstance(exc, StorageError) and not exc.missing else "failed"
        return Answer(self._node, state, sentence.to_plain(), error).to_plain()


class _OneJob(JobQueue):
    """A queue in memory that knows what was done before with the source of its job."""

    def __init__(self, known: list[tuple[str, Plain]]) -> None:
        super().__init__()
        self._known = dict(known)

    def find_done(self, request: JobRequest, source_sha256: str, model_sha256: str) -> Job | None:
        """A job of the same source, whose result is still there; the command looked at the rest."""
        facts = self._known.get(source_sha256)
        if facts is None or not exists(place(facts["output"])):
            return None
        return Job(
            0,
            request,
            JobState.DONE,
            output=place(facts["output"]),
            source_sha256=source_sha256,
            output_sha256=facts["output_sha256"],
            model_sha256=model_sha256,
        )


def open_network(weights: str | None, device: str) -> Colorizer:
    """The network of a worker, on one core: the other cores are for further workers.

    Raises
    ------
    WeightsError, InferenceError
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from colorizer_gui.core.common.strips import leave_threads_to_strips
    from colorizer_gui.core.foreign.opening import open_colorizer

    leave_threads_to_strips()
    return open_colorizer(weights, device, threads=1)


def _read_anywhere(source: Path) -> Buffer:
    return read(source) if is_address(source) else read_file(source)


def _plain(text: str) -> Plain:
    return (text if isinstance(text, Sentence) else Sentence(text)).to_plain()
