"""One open photo: where it comes from, what was decided about it, and how far it is."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from PySide6.QtGui import QImage, QUndoStack

from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.core.prediction.prediction import FIRST_READING, Guidance, Prediction
from colorizer_gui.core.rendering.adjustments import Adjustments


class EntryState(Enum):
    """How far a photo is on its way to colour.

    `IN_COLOUR` waits for the user to say what is to become of its own colour; `LEFT` keeps that.
    """

    WAITING = "waiting"
    COLORIZING = "colorizing"
    DONE = "done"
    SAVED = "saved"
    FAILED = "failed"
    STOPPED = "stopped"
    IN_COLOUR = "in colour"
    LEFT = "left"


@dataclass(slots=True, eq=False)
class Entry:
    """One open photo.

    Attributes
    ----------
    key
        Unique in the session, from 1.
    path
        None for a pasted picture.
    pasted
        The picture itself, if it was pasted.
    kept_picture
        Where Tintype keeps that, once it does.
    treatment, guidance
        What the user decided about it; part of what is asked of the workers.
    candidate
        Which of several colorizations was taken; wanted again when it is colorized again.
    lost_original
        The name of the original that Tintype made it of, if that was not found.
    message
        The sentence of an error, or empty.
    photo
        The photo in memory; None before it is read, and when it had to make room.
    preview
        A gray picture to show until one of the right size is drawn.
    prediction
        Stays when `photo` goes; small.
    part
        Which of several photos on one scan it is, from 1; 0 for the whole file.
    file_size
        Width and height of the photo before its geometry; None until it was read.
    is_upright
        Whether the user has said that it is held as it should be.
    """

    key: int
    path: Path | None
    name: str
    undo_stack: QUndoStack
    state: EntryState = EntryState.WAITING
    message: str = ""
    thumbnail: QImage | None = None
    preview: QImage | None = None
    photo: Photo | None = None
    prediction: Prediction | None = None
    adjustments: Adjustments = field(default_factory=Adjustments)
    saved_to: Path | None = None
    pasted: QImage | None = None
    kept_picture: Path | None = None
    treatment: Treatment = field(default_factory=Treatment)
    guidance: Guidance | None = None
    candidate: str = FIRST_READING
    lost_original: str = ""
    part: int = 0
    file_size: tuple[int, int] | None = None
    is_upright: bool = False

    @property
    def is_unshowable(self) -> bool:
        """Whether there is a sentence to show, and no photo."""
        return self.state is EntryState.FAILED and self.photo is None

    @property
    def has_other_colours(self) -> bool:
        """Whether it is shown in one of several colorizations that is not the predicted one."""
        return self.prediction is not None and self.prediction.candidate != FIRST_READING

    @property
    def is_unsaved(self) -> bool:
        """Whether something was changed by hand since it was opened or saved."""
        return not self.undo_stack.isClean()

    @property
    def named_path(self) -> Path | None:
        """Where its file would be if a photo that shares a scan had one of its own; for names of results."""
        if self.path is None or not self.part:
            return self.path
        return self.path.with_name(part_name(self.path, self.part))

    @property
    def source(self) -> Photo | Path:
        """The photo in memory, or where to read it."""
        if self.photo is not None:
            return self.photo
        if self.path is None:
            raise ValueError("a pasted picture stays in memory")
        return self.path


def part_name(path: Path, part: int) -> str:
    """The name of one of several photos on a scan."""
    return f"{path.stem}-{part}{path.suffix}" if part else path.name
