"""What is good to know about the photo that is shown, each with what can be done about it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QVBoxLayout, QWidget


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence, and a button below it unless there is nothing to press.

    Attributes
    ----------
    key
        What `PhotoNotes.action_requested` tells.
    """

    text: str
    action: str = ""
    key: str = ""


class PhotoNotes(QWidget):
    """Sentences in small print, and the choice of a page.

    Signals
    -------
    action_requested(str)
        The key of the note whose button was pressed.
    page_requested(int)
        Counted from 0.

    Attributes
    ----------
    buttons
        Of the notes that are shown, by key.
    page_box
        Shown for files of several pages.
    """

    action_requested = Signal(str)
    page_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self._notes: tuple[Note, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._page_row = QWidget()
        row = QHBoxLayout(self._page_row)
        row.setContentsMargins(0, 0, 0, 0)
        self.page_box = QSpinBox()
        self.page_box.setKeyboardTracking(False)
        self.page_box.setToolTip(self.tr("Which picture of the file is shown and colorized"))
        self.page_box.valueChanged.connect(self._on_page_changed)
        label = QLabel(self.tr("Pa&ge"))
        label.setBuddy(self.page_box)
        row.addWidget(label)
        row.addWidget(self.page_box)
        row.addStretch()
        self._layout.addWidget(self._page_row)
        self.show_notes(())
        self.show_pages(0, 1)

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Show other sentences; nothing moves when they are the same."""
        if notes == self._notes:
            return
        self._notes = notes
        focused = next((key for key, button in self.buttons.items() if button.hasFocus()), "")
        while self._layout.count() > 1:
            item = self._layout.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = {}
        for note in notes:
            self._add(note)
        if focused in self.buttons:
            self.buttons[focused].setFocus()
        self._update_visibility()

    def show_pages(self, page: int, count: int) -> None:
        """Show which page it is, counted from 0, and of how many."""
        self.page_box.blockSignals(True)
        self.page_box.setRange(1, max(1, count))
        self.page_box.setValue(page + 1)
        self.page_box.setSuffix(self.tr(" of {0}").format(count))
        self.page_box.blockSignals(False)
        self._page_row.setVisible(count > 1)
        self._update_visibility()

    def _add(self, note: Note) -> None:
        label = QLabel(note.text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._layout.addWidget(label)
        if note.action:
            button = QToolButton()
            button.setObjectName("noteAction")
            button.setText(note.action)
            button.setAccessibleDescription(note.text)
            button.setProperty("noteKey", note.key)
            button.clicked.connect(self._on_clicked)
            self.buttons[note.key] = button
            self._layout.addWidget(button)

    def _update_visibility(self) -> None:
        self.setVisible(bool(self._notes) or not self._page_row.isHidden())

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.action_requested.emit(str(button.property("noteKey")))

    @Slot(int)
    def _on_page_changed(self, page: int) -> None:
        self.page_requested.emit(page - 1)
