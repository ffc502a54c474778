"""How many photos are in which state; each count shows only those."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QToolButton, QWidget

from colorizer_gui.core.batch import JobState
from colorizer_gui.widgets.batch.words import sign_of
from colorizer_gui.widgets.common.shrinking_row import ShrinkingRow
from colorizer_gui.widgets.style.icons import themed_icon

#: In the order in which they matter to the user.
_ORDER: Final = (
    JobState.FAILED,
    JobState.QUEUED,
    JobState.RUNNING,
    JobState.TO_REVIEW,
    JobState.ACCEPTED,
    JobState.DONE,
    JobState.SKIPPED,
    JobState.CANCELLED,
)
_SPACING: Final = 4


class BatchFilterBar(ShrinkingRow):
    """A row of counts; where there is no room for words, signs and numbers stand alone.

    Signals
    -------
    filter_requested(frozenset[JobState])
        Empty for all.

    Attributes
    ----------
    buttons
        By state; None is that of all photos.
    """

    filter_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_SPACING, parent=parent)
        self.buttons: dict[JobState | None, QToolButton] = {}
        self._group = QButtonGroup(self)
        for state in (None, *_ORDER):
            button = QToolButton()
            button.setObjectName("filterCount")
            button.setCheckable(True)
            button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
            self.buttons[state] = button
            self._group.addButton(button)
            self.add_button(button, "")
        self.buttons[None].setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)
        self._draw_icons()
        self.show_counts({})

    def show_counts(self, counts: Mapping[JobState, int]) -> None:
        """Show other numbers; a state that no photo is in has no button."""
        self._show(None, self.tr("All {0}"), sum(counts.values()), short=self.tr("All {0}"))
        for state in _ORDER:
            button, count = self.buttons[state], counts.get(state, 0)
            self._show(state, self._text(state), count, short="{0}")
            if not count and button.isChecked():
                self.buttons[None].setChecked(True)
            button.setVisible(bool(count))
        self.settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()
        super().changeEvent(event)

    def _show(self, state: JobState | None, text: str, count: int, *, short: str) -> None:
        button, words = self.buttons[state], text.format(count)
        self.set_text(button, words, short.format(count))
        if button.accessibleName() != words:
            button.setAccessibleName(words)
            button.setToolTip(words)

    def _text(self, state: JobState) -> str:
        match state:
            case JobState.QUEUED:
                return self.tr("{0} waiting")
            case JobState.RUNNING:
                return self.tr("{0} in work")
            case JobState.DONE:
                return self.tr("{0} done")
            case JobState.SKIPPED:
                return self.tr("{0} skipped")
            case JobState.FAILED:
                return self.tr("{0} failed")
            case JobState.CANCELLED:
                return self.tr("{0} cancelled")
            case JobState.TO_REVIEW:
                return self.tr("{0} to review")
            case JobState.ACCEPTED:
                return self.tr("{0} accepted")

    def _draw_icons(self) -> None:
        for state, button in self.buttons.items():
            if state is not None:
                button.setIcon(themed_icon(sign_of(state), self.palette()))

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            state = next(state for state, known in self.buttons.items() if known is button)
            self.filter_requested.emit(frozenset() if state is None else frozenset({state}))
