"""Everything behind the window: the session, the workers in their threads, and who talks to whom."""

from pathlib import Path
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Slot

from colorizer_gui.controllers.batch.batch import BatchController
from colorizer_gui.controllers.colorizing.colorization import ColorizationController
from colorizer_gui.controllers.colorizing.temporary_exports import TemporaryExports
from colorizer_gui.controllers.colorizing.uprightness import UprightnessController
from colorizer_gui.controllers.models.models import ModelsController
from colorizer_gui.controllers.photo.adjusting import AdjustingController
from colorizer_gui.controllers.photo.areas import AreasController
from colorizer_gui.controllers.photo.candidate_drawing import CandidateDrawing
from colorizer_gui.controllers.photo.colour_library import LIBRARY_NAME, ColourLibrary
from colorizer_gui.controllers.photo.framing import FramingController
from colorizer_gui.controllers.photo.pointing import PointingController
from colorizer_gui.controllers.photo.previewing import PreviewController
from colorizer_gui.controllers.photo.revising import RevisingWatch
from colorizer_gui.controllers.photo.scribbling import ScribblingController
from colorizer_gui.controllers.photo.sketching import SketchingController
from colorizer_gui.controllers.photo.strip_pictures import StripPictures
from colorizer_gui.controllers.photo.treating import TreatingController
from colorizer_gui.controllers.reference.referring import ReferringController
from colorizer_gui.controllers.session.closing import ClosingController
from colorizer_gui.controllers.session.earlier_work import EarlierWork
from colorizer_gui.controllers.session.glancing import GlancingController
from colorizer_gui.controllers.session.loading import LoadingController
from colorizer_gui.controllers.session.session import Entry, EntryState, Session
from colorizer_gui.controllers.session.splitting import SplittingController
from colorizer_gui.controllers.session.work_keeping import WorkKeeper
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.photo_io import WriteOptions, default_target
from colorizer_gui.core.pipeline.kept_work import KeptWork
from colorizer_gui.core.recipe.result_label import LabelOptions
from colorizer_gui.workers.batch.needs import BatchNeeds
from colorizer_gui.workers.batch.worker import BatchWorker
from colorizer_gui.workers.models.models_worker import DeskMaker
from colorizer_gui.workers.models.requests import ModelDesk
from colorizer_gui.workers.photo.colorization_worker import ColorizationWorker
from colorizer_gui.workers.photo.keeping_worker import KeepingWorker
from colorizer_gui.workers.photo.photo_worker import PhotoWorker
from colorizer_gui.workers.photo.render_worker import RenderWorker
from colorizer_gui.workers.shared_network import ColorizerFactory, SharedNetwork
from colorizer_gui.workers.work_queue import WorkQueue

#: In the program's data folder: the list of photos of the batch.
JOURNAL_NAME: Final = "batch.journal"
#: There, too: what was done to each photo.
WORK_NAME: Final = "work"


class Workspace(QObject):
    """Owns what outlives any widget.

    Parameters
    ----------
    data_folder
        Where the list of the batch and the work on photos are kept; None takes the system's place for it.
    batch_needs
        What a batch needs that only the whole program can make.
    make_desk
        Makes what opens networks for the shelf, in the thread that needs it.
    shelf
        The networks that the user has; None takes the user's own.

    Attributes
    ----------
    session, work, closing, glancing, loading, splitting, colorization, adjusting, treating, framing, pointing
        See their classes; so `referring`, `areas`, `previewing`, `candidate_drawing`, `revising`,
        `uprightness`, `models` and `batch`.
    earlier
        Looks for work that was done before.
    keeping
        Writes what is kept.
    temporary_exports
        Results for other programs.
    """

    def __init__(
        self,
        make_colorizer: ColorizerFactory,
        parent: QObject | None = None,
        *,
        data_folder: Path | None = None,
        batch_needs: BatchNeeds | None = None,
        make_desk: DeskMaker | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session = Session(self)
        network = SharedNetwork(make_colorizer)
        folder = data_folder or _data_folder()
        kept = KeptWork(folder / WORK_NAME)
        self._queues = (
            WorkQueue(PhotoWorker(kept), "reading", self),
            WorkQueue(ColorizationWorker(network), "colorizing", self),
            WorkQueue(RenderWorker(), "drawing", self),
            WorkQueue(KeepingWorker(kept), "keeping", self),
        )
        reading, colorizing, drawing, keeping = self._queues
        self.adjusting = AdjustingController(self.session, self)
        self.closing = ClosingController(self.session, self.adjusting.undo_group, self)
        self.keeping = keeping
        self.work = WorkKeeper(kept, self.session, keeping, self)
        self.glancing = GlancingController(self.session, reading, self)
        self.loading = LoadingController(self.session, self.closing, reading, self)
        self.earlier = EarlierWork(self.session, self.work, reading, self)
        self.splitting = SplittingController(session, self.closing, self.work, self.loading, reading, self)
        self.colorization = ColorizationController(self.session, colorizing, self)
        self.revising = RevisingWatch(self.session, colorizing, self)
        self.uprightness = UprightnessController(self.session, colorizing, self)
        self.treating = TreatingController(self.session, self)
        self.framing = FramingController(self.session, reading, self)
        self.pointing = PointingController(self.session, colorizing, network, self)
        self.scribbling = ScribblingController(self.session, self)
        self.referring = ReferringController(self.session, reading, self)
        self.colours = ColourLibrary(folder / LIBRARY_NAME, self)
        self.previewing = PreviewController(self.session, drawing, self)
        SketchingController(self.session, drawing, self.previewing, self)
        self.areas = AreasController(self.session, self.adjusting, self)
        self.candidate_drawing = CandidateDrawing(self.session, drawing, self.previewing, self)
        StripPictures(self.session, self.previewing, self)
        batch_worker = BatchWorker(network, batch_needs)
        self.batch = BatchController(self.session, batch_worker, folder / JOURNAL_NAME, self)
        self.temporary_exports = TemporaryExports(self.colorization, self)
        self.models = ModelsController(make_desk or _no_desk, shelf, self)
        self._connect()

    def _connect(self) -> None:
        self.loading.taken_up.connect(self.work.take_as_kept)
        self.loading.taken_up.connect(self.earlier.look_beside)
        self.loading.photo_loaded.connect(self.splitting.look_once)
        self.loading.photo_loaded.connect(self._on_photo_loaded)
        self.closing.reopened.connect(self._on_reopened)
        self.loading.others_opened.connect(self._on_others_opened)
        self.colorization.colorized.connect(self.previewing.refresh)
        self.colorization.colorized.connect(self.uprightness.look_once)
        self.loading.photo_loaded.connect(self.uprightness.look_once)

    def save(
        self,
        entry: Entry,
        target: Path | None = None,
        *,
        suffix: str = "",
        options: WriteOptions | None = None,
        label: LabelOptions | None = None,
    ) -> None:
        """Save a photo, beside the original unless a target is given.

        Parameters
        ----------
        suffix
            Of the format, where no target is given; the original's if empty.
        """
        if target is None and entry.path is not None:
            target = default_target(entry.path, photo=entry.photo)
            target = target.with_suffix(suffix) if suffix else target
        if target is not None:
            self.colorization.save(entry, target, options, label)

    @property
    def unsaved(self) -> list[Entry]:
        """Photos whose colour was adjusted by hand since they were saved."""
        return [entry for entry in self.session if entry.is_unsaved]

    def copy_current(self) -> None:
        """Render the photo that is shown for the clipboard."""
        if self.session.current is not None:
            self.colorization.copy(self.session.current)

    def colorize_again(self) -> None:
        """Try a photo again that failed or was stopped, or colorize one that is in colour already."""
        entry = self.session.current
        if entry is not None and entry.state in {EntryState.IN_COLOUR, EntryState.LEFT}:
            self.treating.colorize_anew()
            return
        if entry is not None:
            self.retry(entry)

    def retry(self, entry: Entry) -> None:
        """Try a photo again that failed or was stopped before it had colour."""
        if entry.prediction is None:
            entry.state = EntryState.WAITING
            entry.message = ""
            if entry.photo is None and entry.path is not None:
                self.session.changed(entry)
                self.loading.load(entry)
            else:
                self.colorization.colorize(entry)

    def stop(self) -> None:
        """Keep what was done by hand, cancel all other work and let the threads end."""
        self.work.finish()
        for queue in (*self._queues, self.models.queue):
            queue.stop()
        self.batch.stop()

    def wait(self, milliseconds: int) -> bool:
        """Whether all threads have ended within that time; what was handed out is removed."""
        deadline = monotonic() + milliseconds / 1000
        parts = (*self._queues, self.models.queue, self.batch)
        ended = [part.wait(max(0, round((deadline - monotonic()) * 1000))) for part in parts]
        self.temporary_exports.clean_up()
        return all(ended)

    @Slot(object)
    def _on_photo_loaded(self, entry: Entry) -> None:
        self.previewing.refresh(entry)
        if entry.prediction is None and entry.state is EntryState.WAITING:
            self.colorization.colorize(entry)

    @Slot(object)
    def _on_reopened(self, entry: Entry) -> None:
        if entry.prediction is None and entry.state is EntryState.WAITING:
            self.colorization.colorize(entry)

    @Slot(object)
    def _on_others_opened(self, entries: list[Entry]) -> None:
        for entry in entries:
            if entry.prediction is None and entry.state is EntryState.WAITING:
                self.colorization.colorize(entry)


def _no_desk() -> ModelDesk:
    raise ColorizationError("No models can be opened here.")


def _data_folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
