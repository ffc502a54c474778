"""How the photo that is shown is taken: its page, as a negative, with its mount; each a step of undo."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from colorizer_gui.controllers.photo.entry_command import EntryCommand
from colorizer_gui.controllers.session.session import Entry, EntryState, Session
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.core.prediction.prediction import Guidance


class TreatingController(QObject):
    """PriorityLock the user's answers to what is noticed into undoable changes."""

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

    @Slot()
    def colorize_anew(self) -> None:
        """Colorize a photo that is in colour already of its lightness."""
        self._change(self.tr("Colorize Anew"), anew=True)

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


class _TreatCommand(EntryCommand):
    """From one treatment to another."""

    def __init__(self, text: str, session: Session, entry: Entry, after: Treatment) -> None:
        super().__init__(text, session, entry)
        guidance = entry.guidance if after.page == entry.treatment.page else None
        self._before = entry.treatment, entry.guidance
        self._after = after, guidance

    def redo(self) -> None:
        self._change(*self._after)

    def undo(self) -> None:
        self._change(*self._before)

    def _change(self, treatment: Treatment, guidance: Guidance | None) -> None:
        self._session.set_guidance(self._entry, guidance)
        self._session.set_treatment(self._entry, treatment)
