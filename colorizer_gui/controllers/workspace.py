"""Everything behind the window: the session, three workers in their threads, and who talks to whom."""

from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Slot

from colorizer_gui.controllers.adjusting import AdjustingController
from colorizer_gui.controllers.colorization import ColorizationController
from colorizer_gui.controllers.loading import LoadingController
from colorizer_gui.controllers.previewing import PreviewController
from colorizer_gui.controllers.session import Entry, EntryState, Session
from colorizer_gui.core.photo_io import WriteOptions, default_target
from colorizer_gui.core.result_label import LabelWishes
from colorizer_gui.workers.colorization_worker import ColorizationWorker, ColorizerFactory
from colorizer_gui.workers.photo_worker import PhotoWorker
from colorizer_gui.workers.render_worker import RenderWorker
from colorizer_gui.workers.work_queue import WorkQueue


class Workspace(QObject):
    """Owns what outlives any widget.

    Attributes
    ----------
    session, loading, colorization, adjusting, previewing
        See their classes.
    """

    def __init__(self, make_colorizer: ColorizerFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = Session(self)
        self._queues = (
            WorkQueue(PhotoWorker(), "reading", self),
            WorkQueue(ColorizationWorker(make_colorizer), "colorizing", self),
            WorkQueue(RenderWorker(), "drawing", self),
        )
        reading, colorizing, drawing = self._queues
        self.loading = LoadingController(self.session, reading, self)
        self.colorization = ColorizationController(self.session, colorizing, self)
        self.adjusting = AdjustingController(self.session, self)
        self.previewing = PreviewController(self.session, drawing, self)
        self.loading.photo_loaded.connect(self._on_photo_loaded)
        self.loading.others_opened.connect(self._on_others_opened)
        self.colorization.colorized.connect(self.previewing.refresh)

    def save_current(
        self,
        target: Path | None = None,
        *,
        suffix: str = "",
        options: WriteOptions | None = None,
        label: LabelWishes | None = None,
    ) -> None:
        """Save the photo that is shown, beside the original unless a target is given.

        Parameters
        ----------
        suffix
            Of the format, where no target is given; the original's if empty.
        """
        entry = self.session.current
        if entry is None:
            return
        if target is None and entry.path is not None:
            target = default_target(entry.path)
            target = target.with_suffix(suffix) if suffix else target
        if target is not None:
            self.colorization.save(entry, target, options, label)

    @property
    def unsaved(self) -> int:
        """Photos whose colour was adjusted by hand since they were saved."""
        return sum(not entry.undo_stack.isClean() for entry in self.session)

    def copy_current(self) -> None:
        """Render the photo that is shown for the clipboard."""
        if self.session.current is not None:
            self.colorization.copy(self.session.current)

    def close_current(self) -> None:
        """Close the photo that is shown."""
        if self.session.current is not None:
            self.session.remove(self.session.current)

    def colorize_again(self) -> None:
        """Try a photo again that failed or was stopped."""
        entry = self.session.current
        if entry is not None and entry.prediction is None:
            entry.state = EntryState.WAITING
            entry.message = ""
            if entry.photo is None and entry.path is not None:
                self.session.changed(entry)
                self.loading.load(entry)
            else:
                self.colorization.colorize(entry)

    def stop(self) -> None:
        """Cancel all work and let the threads end."""
        for queue in self._queues:
            queue.stop()

    def wait(self, milliseconds: int) -> bool:
        """Whether all threads have ended within that time."""
        deadline = monotonic() + milliseconds / 1000
        return all(queue.wait(max(0, round((deadline - monotonic()) * 1000))) for queue in self._queues)

    @Slot(object)
    def _on_photo_loaded(self, entry: Entry) -> None:
        self.previewing.refresh(entry)
        if entry.prediction is None and entry.state is EntryState.WAITING:
            self.colorization.colorize(entry)

    @Slot(object)
    def _on_others_opened(self, entries: list[Entry]) -> None:
        for entry in entries:
            if entry.prediction is None and entry.state is EntryState.WAITING:
                self.colorization.colorize(entry)
