"""The worker that prepares a batch: it opens the journal, finds photos, plans names, makes pictures."""

import contextlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage, QImageReader

from colorizer_gui.core.batch import Job, JobQueue, JobRequest, JobState, Scan, plan, scan, write_report
from colorizer_gui.core.batch.jobs.errors import JournalError
from colorizer_gui.core.batch.jobs.paths import absolute
from colorizer_gui.core.batch.planning.originals import around, linked_folders, source_folders
from colorizer_gui.core.batch.planning.photo_dates import photo_date
from colorizer_gui.core.batch.planning.scanning import FoundPhoto
from colorizer_gui.core.batch.run.disk_space import SpaceGauge, scarcest
from colorizer_gui.core.common.errors import PhotoReadError, PhotoWriteError
from colorizer_gui.core.photo_io import greatest_need, read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.recipe.recipe import SIDECAR_SUFFIX, read_sidecar
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.settings.batch_choices import BatchChoices
from colorizer_gui.workers.batch.requests import (
    OpenQueueRequest,
    PictureRequest,
    Planned,
    PlanRequest,
    RecipeRequest,
    ReportRequest,
    Space,
    SpaceRequest,
)
from colorizer_gui.workers.photo.photo_worker import thumbnail_of
from colorizer_gui.workers.requests import Request
from colorizer_gui.workers.worker import Worker


class BatchFilesWorker(Worker):
    """Answers the requests of `batch_requests`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dates: dict[Path, str] = {}
        self._sizes: dict[Path, int] = {}

    def _work(self, request: Request) -> object:
        match request:
            case OpenQueueRequest():
                return self._open(request.journal)
            case PlanRequest():
                return self._plan(request)
            case SpaceRequest():
                return self._space(request.queue, request.output, review_first=request.review_first)
            case PictureRequest():
                return _picture(request)
            case RecipeRequest():
                return self._adjustments(request.path)
            case ReportRequest():
                return self._write_report(request)
        raise TypeError(request)

    def _plan(self, request: PlanRequest) -> Planned:
        """Plan all jobs together, so that the numbers of {counter} go on and no two names are alike."""
        queue = request.queue
        before = queue.jobs
        found = _look(request)
        taken = {job.request.source for job in before}
        photos = [photo for photo in found.photos if photo.path not in taken]
        everything = [*map(_photo, before), *photos]
        places = [(photo.path, photo.root) for photo in everything]
        linked = linked_folders(places)
        folders = source_folders(places, linked)
        choices = _with_output(request.choices, everything, folders, is_new=not before)
        if choices.output is None:
            return Planned(choices, (), (), found, Space())
        request.token.raise_if_cancelled()
        wanted = plan(
            everything,
            choices.plan(choices.output, request.model_name, numbers_stay=request.numbers_stay),
            choices.recipe(request.base),
            date_of=self._date_of,
        )
        revised = queue.revise(_revisions(before, wanted, request), before)
        added = queue.add(wanted[len(before) :])
        queue.note_omissions(found)
        space = self._space(queue, choices.output, review_first=choices.review_first)
        need = greatest_need(photo.path for photo in photos)
        return Planned(choices, added, revised, found, space, linked, need)

    def _open(self, journal: Path) -> JobQueue:
        try:
            journal.parent.mkdir(parents=True, exist_ok=True)
        except OSError as exc:
            text = self.tr("The folder “{0}” for the list of photos cannot be made; check its permissions.")
            raise JournalError(text.format(journal.parent)) from exc
        return JobQueue.open(journal)

    def _adjustments(self, path: Path) -> Adjustments:
        is_sidecar = path.name.lower().endswith(SIDECAR_SUFFIX)
        recipe = read_sidecar(path) if is_sidecar else stored_recipe(read_photo(path))
        if recipe is None:
            text = self.tr("“{0}” does not say how it was colorized; choose a photo that Tintype has saved.")
            raise PhotoReadError(text.format(path.name))
        return recipe.adjustments.everywhere

    def _write_report(self, request: ReportRequest) -> Path:
        try:
            write_report(request.path, request.jobs, request.omissions)
        except OSError as exc:
            text = self.tr("The report “{0}” was not written ({1}); choose another folder.")
            raise PhotoWriteError(text.format(request.path, exc.strerror)) from exc
        return request.path

    def _space(self, queue: JobQueue, output: Path, *, review_first: bool) -> Space:
        """Bytes for the photos that wait, estimated by those that are done."""
        gauge, waiting = SpaceGauge(), []
        for job in queue.jobs:
            if job.state is JobState.QUEUED:
                waiting.append(job.request)
            elif job.state is JobState.DONE and job.output is not None:
                with contextlib.suppress(OSError):  # taken away since then
                    gauge.learn(job.request, self._size_of(job.output))
        need = gauge.need(waiting, review_first=review_first)
        try:
            room = scarcest(need, output, queue.stored.folder)
        except OSError:
            return Space(need.results + need.predictions)
        return Space(room.needed, room.free)

    def _size_of(self, result: Path) -> int:
        if result not in self._sizes:
            self._sizes[result] = result.stat().st_size
        return self._sizes[result]

    def _date_of(self, path: Path) -> str:
        if path not in self._dates:
            self._dates[path] = photo_date(path)
        return self._dates[path]


def _look(request: PlanRequest) -> Scan:
    """Find photos; results are none, unless the user names their folder."""
    if not request.inputs:
        return Scan(())
    inputs = list(map(absolute, request.inputs))
    results = set(request.queue.results())
    if request.choices.output is not None:
        results.add(request.choices.output)
    return scan(inputs, recursive=True, results=results - set(inputs))


def _with_output(
    choices: BatchChoices, photos: Sequence[FoundPhoto], folders: Collection[Path], *, is_new: bool
) -> BatchChoices:
    """Propose a folder beside the first one, so that results never come among originals by accident."""
    if not photos or (choices.output is not None and not (choices.proposed and is_new)):
        return choices
    path, root = photos[0].path, photos[0].root
    output = path.parent / "colorized"
    while root is not None and root.name:
        output = root.with_name(f"{root.name}-colorized")
        # Where a link among the originals leads out of their folder, its neighbours may be originals.
        inside = around(output, folders)
        root = None if inside is None else inside.resolve()
    return replace(choices, output=output, proposed=True)


def _revisions(
    before: Sequence[Job], wanted: Sequence[JobRequest], request: PlanRequest
) -> dict[int, JobRequest]:
    """What is wanted of each job, with its own adjustments if it has any, turned and cropped as it is."""
    own, choices, base = request.own, request.choices, request.base
    revisions = {}
    for job, asked in zip(before, wanted, strict=False):
        recipe = choices.recipe(base, own.get(job.id))
        reading = replace(recipe.reading, geometry=job.request.recipe.reading.geometry)
        wanted_recipe = replace(recipe, reading=reading, model=asked.recipe.model)
        revisions[job.id] = replace(asked, recipe=wanted_recipe, turned=job.request.turned)
    return revisions


def _photo(job: Job) -> FoundPhoto:
    request = job.request
    return FoundPhoto(request.source, request.root, request.size, request.counter, request.part)


def _picture(request: PictureRequest) -> QImage:
    if not request.colored:
        return thumbnail_of(request.path, request.long_side, request.reading)
    reader = QImageReader(str(request.path))
    reader.setAutoTransform(True)
    size = reader.size()
    side = request.long_side
    if size.isValid():
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return image if not image.isNull() else thumbnail_of(request.path, side)
