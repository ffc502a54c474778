"""Work on a photo that was done before goes on; undo takes it away."""

from PySide6.QtGui import QImage, QUndoCommand

from colorizer_gui.controllers.session.entry import Entry, EntryState, part_name
from colorizer_gui.controllers.session.session import Session
from colorizer_gui.controllers.session.work_keeping import work_of
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.pipeline.stored_session import StoredPhoto
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.core.prediction.prediction import OWN_COLOURS
from colorizer_gui.core.recipe.recipe import Recipe


def take_up(session: Session, entry: Entry, work: StoredPhoto, text: str) -> None:
    """Take up earlier work on a photo that nothing has been asked for yet, as one step of undo.

    What is taken up counts as no change by hand: nobody is asked about it at the end.
    """
    entry.undo_stack.push(_TakeUpCommand(text, session, entry, work))
    entry.undo_stack.setClean()


def follow(entry: Entry, photo: Photo, recipe: Recipe) -> None:
    """Make an entry that of the original which a result was made of, with all that was chosen for that."""
    assert photo.path is not None
    entry.path, entry.name = photo.path, photo.path.name
    entry.adjustments, entry.guidance = recipe.adjustments, recipe.guidance
    entry.candidate = recipe.candidate
    entry.treatment = Treatment(
        page=recipe.page,
        negative=recipe.negative,
        ignore_mount=recipe.ignore_mount,
        anew=photo.had_color,
        geometry=recipe.geometry,
        own_colours=recipe.candidate == OWN_COLOURS,
    )
    entry.state, entry.prediction = EntryState.WAITING, None


def add_stored(session: Session, photo: StoredPhoto, picture: QImage | None) -> Entry:
    """Open a photo of an earlier session, or the picture that was pasted then."""
    name = photo.pasted_as or part_name(photo.path, photo.part)
    entry = session.add(None if photo.pasted_as else photo.path, name, photo.part)
    if photo.pasted_as:
        entry.pasted, entry.kept_picture = picture, photo.path
    entry.treatment, entry.guidance = photo.treatment, photo.guidance
    entry.candidate, entry.is_upright = photo.candidate, photo.is_upright
    session.set_adjustments(entry, photo.adjustments)
    return entry


def start_over(session: Session, entry: Entry, text: str) -> None:
    """Take a photo as if nothing had ever been done to it, as one step of undo."""
    if entry.path is not None:
        go_on_with(session, entry, StoredPhoto(entry.path), text)


def go_on_with(session: Session, entry: Entry, work: StoredPhoto, text: str) -> None:
    """Take other work on a photo that may have its colour already, as one step of undo."""
    command = _TakeUpCommand(text, session, entry, work)
    command.is_new = False
    entry.undo_stack.push(command)


class _TakeUpCommand(QUndoCommand):
    """From the photo as it would be without earlier work to the photo with it."""

    def __init__(self, text: str, session: Session, entry: Entry, work: StoredPhoto) -> None:
        super().__init__(text)
        self._session = session
        self._entry = entry
        self._before, self._after = work_of(entry), work
        self.is_new = True

    def redo(self) -> None:
        if self.is_new:
            entry, work = self._entry, self._after
            entry.treatment, entry.guidance = work.treatment, work.guidance
            entry.candidate, entry.adjustments = work.candidate, work.adjustments
            self.is_new = False
            self._session.adjustments_changed.emit(entry)
        else:
            self._change(self._after)

    def undo(self) -> None:
        self._change(self._before)

    def _change(self, work: StoredPhoto) -> None:
        self._session.set_adjustments(self._entry, work.adjustments)
        self._session.set_guidance(self._entry, work.guidance)
        self._session.set_candidate(self._entry, work.candidate)
        if work.treatment != self._entry.treatment:
            self._session.set_treatment(self._entry, work.treatment)
