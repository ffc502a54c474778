"""Which networks the user has, and what is being done with them."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.foreign.card import ModelCard
from colorizer_gui.core.foreign.conventions import Convention
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.workers.models.models_worker import DeskMaker, ModelsWorker
from colorizer_gui.workers.models.requests import (
    AddModelRequest,
    CheckModelRequest,
    CompareRequest,
    Drawn,
    ModelUnknown,
    TryModelRequest,
)
from colorizer_gui.workers.requests import Failed, Finished, Progress, Request
from colorizer_gui.workers.work_queue import WorkQueue

#: Physical pixels of the longer side: of pictures that are compared, of guesses, of the film strip's.
COMPARED_SIDE: Final = 2400
GUESSED_SIDE: Final = 360
THUMBNAIL_SIDE: Final = 240


class ModelsController(QObject):
    """Keeps the shelf, and gives what takes time to a worker of its own.

    Signals
    -------
    cards_changed()
        The shelf holds something else.
    added(ModelCard)
        A network is on the shelf now.
    unknown(ModelUnknown)
        The user has to say what a network takes and gives.
    guess_drawn(Drawn)
        One of the pictures of that question is there.
    compared(CompareRequest, Drawn)
        One of the networks has colorized the photo.
    failed(str)
        A sentence for the user.
    busy_changed(bool)
        Whether something is being done.
    """

    cards_changed = Signal()
    added = Signal(object)
    unknown = Signal(object)
    guess_drawn = Signal(object)
    compared = Signal(object, object)
    failed = Signal(str)
    busy_changed = Signal(bool)

    def __init__(
        self, make_desk: DeskMaker, shelf: Shelf | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.shelf = shelf or Shelf()
        self.queue = WorkQueue(ModelsWorker(make_desk), "models", self)
        self.queue.started.connect(self._on_started)
        self.queue.progressed.connect(self._on_progressed)
        self.queue.finished.connect(self._on_finished)
        self.queue.failed.connect(self._on_failed)
        self.queue.cancelled.connect(self._on_ended)

    @property
    def cards(self) -> tuple[ModelCard, ...]:
        """The networks on the shelf."""
        return self.shelf.cards

    def add(self, path: Path, convention: Convention | None = None) -> None:
        """Try a network and put it on the shelf."""
        self.queue.submit(AddModelRequest(path=path, convention=convention))

    def check(self, card: ModelCard) -> None:
        """Look whether a network works, and how fast."""
        self.queue.submit(CheckModelRequest(card=card))

    def remove(self, card: ModelCard) -> None:
        """Take a network from the shelf; its file stays."""
        try:
            self.shelf.remove(card.name)
        except ColorizationError as exc:
            self.failed.emit(in_own_language(exc.sentence))
        self.cards_changed.emit()

    def draw_guesses(self, asked: ModelUnknown, photo: Photo | None) -> None:
        """Show what each guess makes of a photo."""
        self.queue.submit(
            TryModelRequest(path=asked.path, guesses=asked.guesses, photo=photo, long_side=GUESSED_SIDE)
        )

    def stop_guessing(self) -> None:
        """Nobody looks at the guesses any more."""
        self.queue.cancel(lambda request: isinstance(request, TryModelRequest))

    def compare(self, models: tuple[Path | None, ...], entry: Entry, *, taken: bool = False) -> None:
        """Colorize an open photo with several networks, None being Tintype's own."""
        if entry.photo is None:
            return
        self.queue.submit(
            CompareRequest(
                key=entry.key,
                models=models,
                photo=entry.photo,
                long_side=COMPARED_SIDE,
                thumbnail_side=THUMBNAIL_SIDE,
                adjustments=entry.adjustments,
                guidance=entry.guidance,
                ignore_mount=entry.treatment.ignore_mount,
                taken=taken,
            )
        )

    def stop_comparing(self) -> None:
        """Nobody looks at the comparison any more."""
        self.queue.cancel(lambda request: isinstance(request, CompareRequest) and not request.taken)

    @Slot(object)
    def _on_started(self, _request: Request) -> None:
        self.busy_changed.emit(True)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        drawn: object = progress.stage
        if isinstance(drawn, Drawn):
            if isinstance(progress.request, CompareRequest):
                self.compared.emit(progress.request, drawn)
            else:
                self.guess_drawn.emit(drawn)

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        result = finished.result
        if isinstance(result, ModelUnknown):
            self.unknown.emit(result)
        elif isinstance(result, ModelCard):
            self.cards_changed.emit()
            self.added.emit(result)
        self._on_ended(finished.request)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        self.failed.emit(failed.message)
        self._on_ended(failed.request)

    @Slot(object)
    def _on_ended(self, _request: Request) -> None:
        self.busy_changed.emit(bool(self.queue.requests))
