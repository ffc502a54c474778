"""The photos that are open, in order, and which of them is shown."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage, QUndoStack

from colorizer_gui.controllers.session.entry import Entry, EntryState
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import MAX_PIXELS, ReadOptions
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.core.prediction.prediction import Guidance, Prediction, same_guidance
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.desktop.qimage import moved_image

__all__ = ["MEMORY_BUDGET", "Entry", "EntryState", "Session"]

#: Photos in memory beside the one that is shown; a 50-megapixel photo takes 200 MB.
MEMORY_BUDGET: Final = 600 * 2**20


class Session(QObject):
    """The open photos, in order.

    Signals
    -------
    entry_added(Entry), entry_removed(Entry), entry_changed(Entry)
    adjustments_changed(Entry)
        The colour settings of a photo are other ones now.
    treatment_changed(Entry)
        A photo is to be read or colorized in another way; its colour is gone.
    guidance_changed(Entry)
        The user's colour points are other ones; the photo keeps its colour until there is another.
    candidate_changed(Entry)
        Another one of several colorizations is wanted; until it is there the photo keeps the one that it has.
    upright_said(Entry)
        The user has said that a photo is held as it should be.
    current_changed(Entry | None)

    Attributes
    ----------
    current
        The photo that is shown; None while there is none.
    ceiling
        Answers the most pixels that a photo may have.
    """

    entry_added = Signal(object)
    entry_removed = Signal(object)
    entry_changed = Signal(object)
    adjustments_changed = Signal(object)
    treatment_changed = Signal(object)
    guidance_changed = Signal(object)
    candidate_changed = Signal(object)
    upright_said = Signal(object)
    current_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: Entry | None = None
        self.ceiling: Callable[[], int] = lambda: MAX_PIXELS
        self._entries: list[Entry] = []
        self._keys = count(1)
        self._recent: list[Entry] = []

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(tuple(self._entries))

    def find(self, key: int) -> Entry | None:
        """The photo of that key, if it is still open."""
        return next((entry for entry in self._entries if entry.key == key), None)

    def is_current(self, key: int) -> bool:
        """Whether the photo of that key is shown."""
        return self.current is not None and self.current.key == key

    def find_path(self, path: Path, part: int | None = None) -> Entry | None:
        """The photo that was opened from that file, or pasted and is kept there; any part of it for None."""
        found = (entry for entry in self._entries if path in {entry.path, entry.kept_picture})
        return next((entry for entry in found if part in {None, entry.part}), None)

    @property
    def neighbours(self) -> list[Entry]:
        """The photo after the one that is shown, and the one before it."""
        if self.current is None:
            return []
        index = self._entries.index(self.current)
        return [*self._entries[index + 1 : index + 2], *self._entries[max(0, index - 1) : index]]

    def add(self, path: Path | None, name: str, part: int = 0) -> Entry:
        """Open a photo at the end of the row."""
        return self.insert(len(self._entries), path, name, part)

    def insert(self, index: int, path: Path | None, name: str, part: int = 0) -> Entry:
        """Open a photo at a place in the row, or at its end."""
        entry = Entry(next(self._keys), path, name, QUndoStack(self), part=part)
        self._entries.insert(index, entry)
        self.entry_added.emit(entry)
        return entry

    def index(self, entry: Entry) -> int:
        """The place of an open photo in the row."""
        return self._entries.index(entry)

    def put_back(self, entry: Entry, index: int) -> None:
        """Open a photo again that was taken out, at its place, with its work and its steps of undo."""
        if entry.prediction is None and entry.state in {EntryState.WAITING, EntryState.COLORIZING}:
            entry.state = EntryState.WAITING
        self._entries.insert(index, entry)
        self.entry_added.emit(entry)

    def remove(self, entry: Entry) -> None:
        """Close a photo for good; its neighbour is shown instead."""
        self.take_out(entry)
        entry.undo_stack.deleteLater()

    def take_out(self, entry: Entry) -> int:
        """Close a photo that may be put back; the answer is its place."""
        index = self._entries.index(entry)
        self._entries.remove(entry)
        if entry in self._recent:
            self._recent.remove(entry)
        self.entry_removed.emit(entry)
        if entry is self.current:
            self.select(self._entries[min(index, len(self._entries) - 1)] if self._entries else None)
        if entry.path is not None:
            entry.photo = entry.preview = None  # they are read again; a pasted picture is nowhere else
        return index

    def select(self, entry: Entry | None) -> None:
        """Show a photo."""
        if entry is self.current:
            return
        self.current = entry
        if entry is not None:
            self._touch(entry)
        self.current_changed.emit(entry)

    @Slot(object)
    def select_key(self, key: int) -> None:
        """Show the photo of that key."""
        self.select(self.find(key))

    @Slot()
    def select_previous(self) -> None:
        """Show the photo before, if there is one."""
        self._step(-1)

    @Slot()
    def select_next(self) -> None:
        """Show the photo after, if there is one."""
        self._step(1)

    def _step(self, offset: int) -> None:
        if self.current is None:
            return
        index = self._entries.index(self.current) + offset
        self.select(self._entries[max(0, min(index, len(self._entries) - 1))])

    def fail(self, entry: Entry, message: str) -> str:
        """Note an error at a photo; the answer is the sentence without the photo's long folder."""
        if entry.path is not None:
            message = message.replace(str(entry.path), entry.path.name)
        entry.message = message
        self.entry_changed.emit(entry)
        return message

    def changed(self, entry: Entry) -> None:
        """Tell that an entry was changed by a controller."""
        self.entry_changed.emit(entry)

    def set_photo(self, entry: Entry, photo: Photo) -> None:
        """Keep a photo in memory, and let those go that have not been looked at for long."""
        entry.photo = photo
        entry.file_size = photo.upright_size
        self._touch(entry)
        room = MEMORY_BUDGET
        for other in reversed(self._recent):
            if other.photo is None:
                continue
            own = other.photo.own_ab
            room -= other.photo.lightness.nbytes + (0 if own is None else own.nbytes)
            if room < 0 and other is not self.current and other.path is not None:
                other.photo = None
                other.preview = None

    def set_adjustments(self, entry: Entry, adjustments: Adjustments) -> None:
        """Change the colour settings of a photo."""
        if adjustments != entry.adjustments:
            entry.adjustments = adjustments
            self.adjustments_changed.emit(entry)

    def set_treatment(self, entry: Entry, treatment: Treatment) -> None:
        """Have a photo read or colorized in another way."""
        before, entry.treatment = entry.treatment, treatment
        if not treatment.reads_as(before.reading()):
            entry.photo = None
            turn = treatment.turn_from(before)
            for name in ("preview", "thumbnail"):
                picture = getattr(entry, name)
                shown = None if turn is None or picture is None else moved_image(picture, turn)
                setattr(entry, name, shown)
        entry.prediction = None
        entry.state = EntryState.WAITING
        entry.message = ""
        self.treatment_changed.emit(entry)
        self.entry_changed.emit(entry)

    def set_guidance(self, entry: Entry, guidance: Guidance | None) -> None:
        """Have the colour of a photo follow other points."""
        if not same_guidance(guidance, entry.guidance):
            entry.guidance = guidance
            self.guidance_changed.emit(entry)

    def set_candidate(self, entry: Entry, candidate: str) -> None:
        """Want another one of several colorizations, by the value of `candidates.Reading`."""
        if candidate != entry.candidate:
            entry.candidate = candidate
            self.candidate_changed.emit(entry)

    def say_upright(self, entry: Entry) -> None:
        """Note that a photo is held as it should be."""
        entry.is_upright = True
        self.upright_said.emit(entry)

    def reading(self, entry: Entry) -> ReadOptions:
        """How the file of a photo is to be read."""
        return entry.treatment.reading(self.ceiling())

    def set_prediction(self, entry: Entry, prediction: Prediction, thumbnail: QImage | None) -> None:
        """Give a photo another colour."""
        entry.prediction = prediction
        entry.candidate = prediction.candidate
        entry.thumbnail = thumbnail
        self.entry_changed.emit(entry)
        self.adjustments_changed.emit(entry)

    def _touch(self, entry: Entry) -> None:
        if entry in self._recent:
            self._recent.remove(entry)
        self._recent.append(entry)
