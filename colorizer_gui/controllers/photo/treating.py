"""How the photo that is shown is taken: page, negative, mount, turned and cropped; each a step of undo."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from colorizer_gui.controllers.photo.entry_command import EntryCommand
from colorizer_gui.controllers.session.session import Entry, EntryState, Session
from colorizer_gui.core.geometry.geometry import Crop, Geometry
from colorizer_gui.core.guidance.following import areas_following, following
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.core.prediction.prediction import OWN_COLOURS, Guidance
from colorizer_gui.core.rendering.adjustments import Adjustments, cleaned_at_first


class TreatingController(QObject):
    """Turns the user's answers to what is noticed into undoable changes."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    @Slot(bool)
    def set_negative(self, negative: bool) -> None:
        """Turn the tones of an inverted scan round, or back."""
        self._change(self.tr("Negative"), negative=negative)

    @Slot(bool)
    def set_ignore_mount(self, ignored: bool) -> None:
        """Leave a mount without colour, or colorize it with the photo."""
        self._change(self.tr("Mount"), ignore_mount=ignored)

    @Slot(int)
    def set_page(self, page: int) -> None:
        """Show another page of the file, counted from 0; it is another photo, so that no point fits it."""
        self._change(self.tr("Page"), page=page)

    def turn(self, quarters: int) -> None:
        """Turn what is shown clockwise by so many quarters."""
        self._reshape(self.tr("Turn"), lambda geometry: geometry.turned(quarters))

    def flip(self, *, vertically: bool = False) -> None:
        """Change left and right, or top and bottom, of what is shown round."""
        if vertically:
            self._reshape(self.tr("Flip"), Geometry.flipped_vertically)
        else:
            self._reshape(self.tr("Flip"), Geometry.flipped)

    def set_frame(self, angle: float, crop: Crop) -> None:
        """Straighten the photo that is shown, and keep a part of it."""
        self._reshape(self.tr("Straighten and Crop"), lambda geometry: geometry.framed(angle, crop))

    def _reshape(self, text: str, change: Callable[[Geometry], Geometry]) -> None:
        entry = self._session.current
        if entry is not None and entry.file_size is not None:
            self._change(text, geometry=change(entry.treatment.geometry))

    @Slot()
    def colorize_anew(self) -> None:
        """Colorize a photo that is in colour already of its lightness."""
        self._change(self.tr("Colorize Anew"), anew=True)

    @Slot()
    def keep_own_colours(self) -> None:
        """Let a photo in colour keep its colours, cleaned of noise, as one step of undo."""
        entry = self._session.current
        if entry is None or entry.candidate == OWN_COLOURS:
            return
        treatment = replace(entry.treatment, anew=True, own_colours=True)
        adjustments = cleaned_at_first(entry.adjustments)
        text = self.tr("Keep Its Colours")
        entry.undo_stack.push(_KeepCommand(text, self._session, entry, treatment, adjustments))

    @Slot()
    def leave_as_it_is(self) -> None:
        """Let a photo keep the colour that it has."""
        entry = self._session.current
        if entry is not None and entry.state is EntryState.IN_COLOUR:
            entry.state = EntryState.LEFT
            self._session.changed(entry)

    def _change(self, text: str, **answers: object) -> None:
        entry = self._session.current
        if entry is None:
            return
        after = replace(entry.treatment, **answers)  # type: ignore[arg-type]
        if after != entry.treatment:
            entry.undo_stack.push(_TreatCommand(text, self._session, entry, after))


class _KeepCommand(EntryCommand):
    """From no colour, or predicted ones, to the photo's own; and back."""

    def __init__(
        self, text: str, session: Session, entry: Entry, treatment: Treatment, adjustments: Adjustments
    ) -> None:
        super().__init__(text, session, entry)
        self._before = entry.candidate, entry.adjustments, entry.treatment
        self._after = OWN_COLOURS, adjustments, treatment

    def redo(self) -> None:
        self._change(*self._after)

    def undo(self) -> None:
        self._change(*self._before)

    def _change(self, candidate: str, adjustments: Adjustments, treatment: Treatment) -> None:
        self._entry.prediction = None  # of the other kind: it is made again
        self._session.set_candidate(self._entry, candidate)
        self._session.set_adjustments(self._entry, adjustments)
        self._session.set_treatment(self._entry, treatment)


class _TreatCommand(EntryCommand):
    """From one treatment to another."""

    def __init__(self, text: str, session: Session, entry: Entry, after: Treatment) -> None:
        super().__init__(text, session, entry)
        before, same = entry.treatment, after.page == entry.treatment.page
        guidance = entry.guidance if same else None
        adjustments = entry.adjustments if same else entry.adjustments.everywhere
        if after.geometry != before.geometry and entry.file_size is not None:
            moved = entry.file_size, before.geometry, after.geometry
            guidance = following(guidance, *moved)
            adjustments = areas_following(adjustments, *moved)
        self._before = before, entry.guidance, entry.adjustments
        self._after = after, guidance, adjustments

    def redo(self) -> None:
        self._change(*self._after)

    def undo(self) -> None:
        self._change(*self._before)

    def _change(self, treatment: Treatment, guidance: Guidance | None, adjustments: Adjustments) -> None:
        self._session.set_adjustments(self._entry, adjustments)
        self._session.set_guidance(self._entry, guidance)
        self._session.set_treatment(self._entry, treatment)
