"""Read, predict, write: what each of the three threads does with one photo."""

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Unpack

from colorizer_gui.core.batch.jobs.job import SENT_BACK, Approval, Facts, Intent, Job
from colorizer_gui.core.batch.jobs.states import JobState
from colorizer_gui.core.batch.journal.recovery import published, remove_leftover
from colorizer_gui.core.batch.journal.stored_predictions import STORED_BYTES, StoredPrediction, levels_of
from colorizer_gui.core.batch.queue.step_queue import StepQueue
from colorizer_gui.core.batch.run.disk_space import SpaceGauge, free_space
from colorizer_gui.core.batch.run.dividing import Divider
from colorizer_gui.core.batch.run.failures import RunFailureError, disk_full
from colorizer_gui.core.batch.run.folders import make_below
from colorizer_gui.core.batch.run.options import OnExisting, RunOptions
from colorizer_gui.core.batch.run.other_models import OtherModels
from colorizer_gui.core.batch.run.turning import Turner
from colorizer_gui.core.batch.run.words import messages, not_as_accepted, split, taken
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.guidance.guide import Guide
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import Publication, decode_photo, need_sentence, read_file
from colorizer_gui.core.photo_io.metadata.ifd import Buffer
from colorizer_gui.core.photo_io.writing.holding import same_or_png
from colorizer_gui.core.photo_io.writing.publishing import temporary_name
from colorizer_gui.core.pipeline.pipeline import (
    ColorizedPhoto,
    Stage,
    colorize_photo,
    recipe_of,
    save_colorized,
)
from colorizer_gui.core.prediction.prediction import Colorizer, Guidance, ModelIdentity
from colorizer_gui.core.recipe.result_label import ResultLabel
from colorizer_gui.core.rendering.adjustments import Adjustments


class Settled(Exception):  # noqa: N818 - an end, not an error
    """A job ends here, without the steps that follow."""

    def __init__(self, state: JobState, **facts: Unpack[Facts]) -> None:
        super().__init__(state)
        self.state = state
        self.facts = facts


@dataclass(frozen=True, slots=True, eq=False)
class OpenedPhoto:
    """After reading.

    Attributes
    ----------
    stored
        The prediction that was made for a review, if it holds for this photo.
    """

    job: Job
    photo: Photo
    source_sha256: str
    seconds: float
    stored: StoredPrediction | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PredictedPhoto:
    """After predicting."""

    job: Job
    colorized: ColorizedPhoto
    source_sha256: str
    model_sha256: str
    seconds: float


class Steps:
    """The steps of every job of a run.

    Each raises `Settled` where the job ends early, `RunFailureError` where the run has to stop,
    `Cancelled`, or the errors of the pipeline.

    Parameters
    ----------
    output
        The folder that all results go to or below.
    on_stage
        Told which job enters which stage, in the thread of that step.
    on_notice
        Told what the user should know of a job that goes on.
    others
        Networks that single jobs ask for by name.
    read_source
        The bytes of a photo; raises `PhotoReadError`.
    on_job
        Told which job was added, or changed; see `RunOptions.split` and `RunOptions.turn`.
    """

    def __init__(
        self,
        queue: StepQueue,
        model: ModelIdentity,
        output: Path,
        options: RunOptions,
        on_stage: Callable[[int, Stage], None],
        on_notice: Callable[[int, str], None],
        others: OtherModels | None = None,
        read_source: Callable[[Path], Buffer] = read_file,
        on_job: Callable[[Job], None] | None = None,
        guide: Guide | None = None,
    ) -> None:
        self._queue = queue
        self._read_source = read_source
        self._divider = Divider(queue, on_job, wanted=options.split)
        self._turner = Turner(queue, on_job, wanted=options.turn)
        self._model = model
        self._others = others
        self._output = output
        self._options = options
        self._on_stage = on_stage
        self._on_notice = on_notice
        self._guide = guide or Guide()  # of the thread that predicts; one look at a reference is enough
        self._brief = Guide(finds=False)
        self.gauge = SpaceGauge()

    def read(self, job: Job, token: CancelToken) -> OpenedPhoto:
        """Read a photo, unless its result is there already."""
        start = time.perf_counter()
        token.raise_if_cancelled()
        self._on_stage(job.id, Stage.READING)
        finished = published(job)
        if finished is not None:
            raise Settled(JobState.DONE, **finished.result)
        request = job.request
        if self._options.on_existing is OnExisting.SKIP and os.path.lexists(request.target):
            raise Settled(JobState.SKIPPED, message=taken(request.target))
        need = need_sentence(request.source)
        if need is not None:
            self._on_notice(job.id, need)
        data = self._read_source(request.source)
        source_sha256 = hashlib.sha256(data).hexdigest()
        accepted = request.approval not in {None, SENT_BACK}
        model_sha256 = self._model_of(job).sha256
        if request.approval and accepted:
            model_sha256 = request.approval.model_sha256
        if not self._divider.may_split(job):
            self._skip_done(job, source_sha256, model_sha256)
        token.raise_if_cancelled()
        photo = decode_photo(data, request.source, request.recipe.reading)
        if self._divider.may_split(job):
            count = self._divider.split(job, photo)
            if count:
                raise Settled(JobState.SKIPPED, message=split(count))
            self._skip_done(job, source_sha256, model_sha256)
        wanted = (source_sha256, request.recipe.prediction_sha256(), model_sha256)
        stored = self._queue.stored.load(job.id)
        if stored is not None and stored.made_of != wanted:
            stored = None
        return OpenedPhoto(job, photo, source_sha256, time.perf_counter() - start, stored)

    def _skip_done(self, job: Job, source_sha256: str, model_sha256: str) -> None:
        """End a job here whose result is there already, where that is wanted."""
        done = None
        if self._options.skip_done:
            done = self._turner.find_done(job.request, source_sha256, model_sha256)
        if done is not None:
            facts = done.result
            facts["message"] = Sentence('Done before: "{output}".', output=done.output)
            raise Settled(JobState.SKIPPED, **facts)

    def predict(self, opened: OpenedPhoto, colorizer: Colorizer, token: CancelToken) -> PredictedPhoto:
        """Ask the network, unless it was asked before."""
        start = time.perf_counter()
        job, photo, stored = opened.job, opened.photo, opened.stored
        guidance = job.request.recipe.guidance_for(opened.source_sha256)
        adjustments = job.request.recipe.adjustments_for(opened.source_sha256)
        if stored is not None and stored.holds_for(guidance, job.request.recipe.candidate, adjustments):
            colorized = ColorizedPhoto(opened.photo, stored.prediction, guidance)
            return PredictedPhoto(job, colorized, opened.source_sha256, stored.model_sha256, opened.seconds)
        name = job.request.recipe.model
        if name and self._others is not None:
            colorizer = self._others.colorizer(name)
        if stored is None:
            job, photo = self._turner.upright(job, photo, opened.source_sha256, colorizer)
        colorized = colorize_photo(
            photo,
            colorizer,
            guidance=guidance,
            ignore_mount=job.request.recipe.ignore_mount,
            candidate=job.request.recipe.candidate_for(opened.source_sha256),
            adjustments=adjustments,
            guide=self._guide if self._is_more_wanted(job, guidance, adjustments) else self._brief,
            token=token,
            on_stage=lambda stage: self._on_stage(job.id, stage),
        )
        seconds = opened.seconds + time.perf_counter() - start
        return PredictedPhoto(job, colorized, opened.source_sha256, self._model_of(job).sha256, seconds)

    def _is_more_wanted(self, job: Job, guidance: Guidance | None, adjustments: Adjustments) -> bool:
        """Whether objects may be looked for on a photo, now or at its review."""
        reviewed = self._options.review_first or job.request.approval is not None
        return reviewed or guidance is not None or adjustments.areas is not None

    def _model_of(self, job: Job) -> ModelIdentity:
        name = job.request.recipe.model
        return self._others.identity(name) if name and self._others is not None else self._model

    def finish(self, predicted: PredictedPhoto, token: CancelToken) -> Settled:
        """Write the result, or keep the prediction where the user wants to look at it first."""
        approval = predicted.job.request.approval
        if approval == Approval(predicted.source_sha256, predicted.model_sha256):
            return self._write(predicted, token)
        if approval is None and not self._options.review_first:
            return self._write(predicted, token)
        return self._keep(predicted, token, changed=approval not in {None, SENT_BACK})

    def _keep(self, predicted: PredictedPhoto, token: CancelToken, *, changed: bool) -> Settled:
        """Store a prediction; the file is whole on the disk before the journal speaks of it."""
        start = time.perf_counter()
        job, colorized = predicted.job, predicted.colorized
        token.raise_if_cancelled()
        self._on_stage(job.id, Stage.WRITING)
        folder = self._queue.stored.folder
        if free_space(folder) < self._options.reserve + STORED_BYTES:
            raise RunFailureError(disk_full(folder.parent))
        stored = StoredPrediction(
            replace(colorized.prediction, distribution=None),
            predicted.source_sha256,
            job.request.recipe.prediction_sha256(),
            predicted.model_sha256,
            levels_of(colorized.photo.lightness),
        )
        self._queue.stored.save(job.id, stored)
        return Settled(
            JobState.TO_REVIEW,
            message=Sentence.joined(
                (
                    not_as_accepted(job.request.source) if changed else "",
                    messages(colorized, job.request.turned),
                )
            ),
            source_sha256=predicted.source_sha256,
            model_sha256=predicted.model_sha256,
            seconds=predicted.seconds + time.perf_counter() - start,
        )

    def _write(self, predicted: PredictedPhoto, token: CancelToken) -> Settled:
        """Render, write, check and publish; the promise comes first, the name second."""
        start = time.perf_counter()
        job, request = predicted.job, predicted.job.request
        target, why_another = same_or_png(request.target, predicted.colorized.photo, request.recipe.options)
        make_below(self._output, target.parent)
        if free_space(self._output) < self._options.reserve + self.gauge.needed([request]):
            raise RunFailureError(disk_full(self._output))
        token_name = self._queue.token(job.id)
        remove_leftover(target.parent, temporary_name(token_name))
        output_sha256, size = "", 0
        adjustments = request.recipe.adjustments_for(predicted.source_sha256)

        def announce(temporary: Path, candidate: Path) -> None:
            nonlocal output_sha256, size
            if self._options.on_existing is OnExisting.SKIP and candidate != target:
                raise Settled(JobState.SKIPPED, message=taken(target))
            output_sha256 = output_sha256 or file_sha256(temporary)
            size = temporary.stat().st_size
            intent = Intent(candidate, output_sha256, predicted.source_sha256, predicted.model_sha256)
            self._queue.announce(job.id, intent)

        output = save_colorized(
            predicted.colorized,
            target,
            adjustments,
            options=request.recipe.options,
            label=ResultLabel(
                recipe_of(predicted.colorized, adjustments),
                request.recipe.caption,
                request.recipe.source_type,
            ),
            publication=Publication(token_name, announce),
            token=token,
            on_stage=lambda stage: self._on_stage(job.id, stage),
        )
        self.gauge.learn(request, size)
        return Settled(
            JobState.DONE,
            message=Sentence.joined((why_another, messages(predicted.colorized, request.turned))),
            output=output,
            source_sha256=predicted.source_sha256,
            output_sha256=output_sha256,
            model_sha256=predicted.model_sha256,
            seconds=predicted.seconds + time.perf_counter() - start,
        )
