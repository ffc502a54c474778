"""Shows what is noticed about the photo that is shown, asks what is to become of it, and hands answers on."""

from typing import Final

from PySide6.QtCore import QObject, QSignalBlocker, Slot

from colorizer_gui.controllers.photo import presentation
from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.prediction.candidates import Reading
from colorizer_gui.core.prediction.prediction import OWN_COLOURS
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.widgets.panel.photo_notes import Note, PhotoNotes
from colorizer_gui.window.actions import WindowActions

ANEW, LEAVE, WITH_MOUNT, WITHOUT_MOUNT, POSITIVE = "anew", "leave", "mount", "no mount", "positive"
PREDICTED, COLORIZE, REST, OWN = "predicted", "colorize", "rest", "own"
_ASKED: Final = {EntryState.IN_COLOUR, EntryState.STOPPED}


class NoticePresenter(QObject):
    """Between the message bar, the notes of the panel, the actions, and the controllers."""

    def __init__(
        self,
        workspace: Workspace,
        bar: MessageBar,
        notes: PhotoNotes,
        actions: WindowActions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = workspace.session
        self._treating = workspace.treating
        self._adjusting = workspace.adjusting
        self._workspace = workspace
        self._bar = bar
        self._notes = notes
        self._actions = actions
        self._asked: tuple[Entry, EntryState, bool] | None = None
        session = workspace.session
        session.current_changed.connect(self._on_current_changed)
        session.entry_changed.connect(self._on_entry_changed)
        workspace.loading.photo_loaded.connect(self._on_entry_changed)
        bar.answered.connect(self._on_answered)
        notes.action_requested.connect(self._on_answered)
        notes.page_requested.connect(self._treating.set_page)
        actions.negative.triggered.connect(self._treating.set_negative)
        actions.colour_mount.triggered.connect(self._on_colour_mount_triggered)
        self._on_current_changed(None)

    @Slot(object)
    def _on_current_changed(self, entry: Entry | None) -> None:
        if self._asked is not None:
            self._bar.withdraw_question()
            self._asked = None
        if entry is not None:
            self._on_entry_changed(entry)
        else:
            self._notes.show_notes(())
            self._notes.show_pages(0, 1)
            self._update_actions(None)

    @Slot(object)
    def _on_entry_changed(self, entry: Entry) -> None:
        current = self._session.current
        if entry is not current:
            if current is not None and current.state is EntryState.STOPPED:  # it says how many were stopped
                self._on_entry_changed(current)
            return
        self._notes.show_notes(self._notes_of(entry))
        photo = entry.photo
        if photo is not None:
            self._notes.show_pages(photo.page, photo.page_count)
        self._update_actions(entry)
        if entry.state in _ASKED:
            self._ask(entry)
        elif self._asked is not None:
            self._bar.withdraw_question()
            self._asked = None

    def _ask(self, entry: Entry) -> None:
        others = entry.state is EntryState.STOPPED and self._count_stopped() > 1
        if self._asked == (entry, entry.state, others):
            return
        self._asked = entry, entry.state, others
        if entry.state is EntryState.STOPPED:
            answers = {COLORIZE: self.tr("Colorize")}
            if others:
                answers[REST] = self.tr("Go On with the Rest")
            self._bar.show_question(self.tr("This photo was stopped before it had colour."), answers)
            return
        text = self.tr("This photo is in colour already.")
        if entry.lost_original:
            text = self.tr("Tintype coloured this photo; its original “{0}” was not found beside it.").format(
                entry.lost_original
            )
        answers = {ANEW: self.tr("Colorize Anew"), OWN: self.tr("Clean Colours")}
        self._bar.show_question(text, answers | {LEAVE: self.tr("Leave as It Is")})

    def _notes_of(self, entry: Entry) -> tuple[Note, ...]:
        photo, notes = entry.photo, []
        if entry.state in {EntryState.IN_COLOUR, EntryState.LEFT}:
            left = entry.state is EntryState.LEFT
            text = self.tr("In colour already; left as it is.") if left else self.tr("In colour already.")
            notes.append(Note(text, self.tr("Colorize Anew"), ANEW))
            notes.append(Note(self.tr("It can keep its colours."), self.tr("Clean Colours"), OWN))
        if entry.state is EntryState.STOPPED:
            notes.append(Note(self.tr("Stopped before it had colour."), self.tr("Colorize"), COLORIZE))
            if others := self._count_stopped() - 1:
                text = self.tr("Other photos that were stopped: {0}.").format(others)
                notes.append(Note(text, self.tr("Go On with the Rest"), REST))
        keeps = entry.candidate == OWN_COLOURS
        if keeps:
            text = self.tr("It keeps its own colours. “Colour noise” says how far they are cleaned.")
            notes.append(Note(text, self.tr("Colorize Anew"), PREDICTED))
        elif entry.prediction is not None and entry.has_other_colours:
            name = presentation.reading_text(Reading(entry.prediction.candidate))
            text = self.tr("Other colours are in use: {0}.").format(name)
            notes.append(Note(text, self.tr("Take the Predicted"), PREDICTED))
        if photo is None:
            return tuple(notes)
        if photo.had_color and entry.treatment.anew and not keeps:
            text = self.tr("Its own colour is not used, only its lightness.")
            notes.append(Note(text, self.tr("Keep Its Colours"), OWN))
        if presentation.is_tinted(photo):
            notes.append(Note(self.tr("Toned or yellowed: the tint is left out.")))
        if photo.negative:
            notes.append(Note(self.tr("Read as a negative."), self.tr("It Is a Positive"), POSITIVE))
        if keeps:
            pass  # a mount keeps its colour as well
        elif photo.notice.mount is not None and entry.treatment.ignore_mount:
            text = self.tr("The mount around the photo stays without colour.")
            notes.append(Note(text, self.tr("Colorize It, Too"), WITH_MOUNT))
        elif photo.notice.mount is not None:
            text = self.tr("The mount around the photo is colorized, too.")
            notes.append(Note(text, self.tr("Leave It Out"), WITHOUT_MOUNT))
        notes += [Note(presentation.warning_text(warning)) for warning in photo.warnings]
        return tuple(notes)

    def _count_stopped(self) -> int:
        return sum(entry.state is EntryState.STOPPED for entry in self._session)

    def _update_actions(self, entry: Entry | None) -> None:
        negative, mount = self._actions.negative, self._actions.colour_mount
        photo = None if entry is None else entry.photo
        with QSignalBlocker(negative), QSignalBlocker(mount):
            negative.setChecked(entry is not None and entry.treatment.negative)
            mount.setChecked(entry is not None and not entry.treatment.ignore_mount)
        negative.setEnabled(photo is not None)
        mount.setEnabled(photo is not None and photo.notice.mount is not None)

    @Slot(str)
    def _on_answered(self, key: str) -> None:
        match key:
            case "anew":
                self._treating.colorize_anew()
            case "own":
                self._treating.keep_own_colours()
            case "leave":
                self._treating.leave_as_it_is()
            case "mount":
                self._treating.set_ignore_mount(False)
            case "no mount":
                self._treating.set_ignore_mount(True)
            case "colorize":
                self._workspace.colorize_again()
            case "rest":
                self._workspace.colorization.colorize_stopped()
            case "predicted":
                self._adjusting.take_predicted()
            case "positive":
                self._treating.set_negative(False)

    @Slot(bool)
    def _on_colour_mount_triggered(self, colored: bool) -> None:
        self._treating.set_ignore_mount(not colored)
