"""How far a batch is: a bar, words, the time left, and the space that it needs."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from colorizer_gui.core.batch import JobState
from colorizer_gui.core.batch.jobs.states import RESTING
from colorizer_gui.widgets.batch.words import left_text, size_text
from colorizer_gui.widgets.common.slim_bar import SlimBar
from colorizer_gui.widgets.common.yielding_label import YieldingLabel
from colorizer_gui.widgets.style.theme import SPACE


class BatchFooter(QFrame):
    """Under the list.

    Signals
    -------
    progressed(str, int, int)
        What is said, and how many photos of how many have ended.

    Attributes
    ----------
    state_label, left_out_button, space_label, bar
        What it is made of.
    """

    progressed = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batchFooter")
        self.bar = SlimBar()
        self.bar.setAccessibleName(self.tr("Progress of the batch"))
        self.state_label = YieldingLabel()
        self.space_label = YieldingLabel()
        self.space_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # It gets what the others leave: how far the batch is matters more.
        self.space_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.space_label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.left_out_button = QToolButton()
        self.left_out_button.setObjectName("messageAction")
        self.left_out_button.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.state_label)
        row.addWidget(self.space_label, 1)
        row.addWidget(self.left_out_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 8)
        layout.setSpacing(2)
        layout.addWidget(self.bar)
        layout.addLayout(row)

    def show_progress(
        self, counts: Mapping[JobState, int], words: str, seconds_left: float | None = None
    ) -> None:
        """Show how many photos have ended, what is going on, and for how long still."""
        total = sum(counts.values())
        ended = sum(counts.get(state, 0) for state in RESTING)
        if (ended, max(1, total)) != (self.bar.value(), self.bar.maximum()):
            self.bar.setRange(0, max(1, total))
            self.bar.setValue(ended)
        parts = [self.tr("{0} of {1} photos").format(ended, total)]
        parts += [words] if words else []
        parts += [left_text(seconds_left)] if seconds_left is not None else []
        text = " · ".join(parts)
        if text != self.state_label.text():
            self.state_label.setText(text)
            self.bar.setAccessibleDescription(text)
        self.progressed.emit(text, ended, total)

    def show_space(self, needed: int, free: int | None) -> None:
        """Show the space that the waiting photos need, and whether there is enough."""
        if not needed:
            self.space_label.setText("")
            return
        text = self.space_label.short = self.tr("About {0} needed").format(size_text(needed))
        if free is not None:
            text += self.tr(", {0} free").format(size_text(free))
            if needed > free:
                warning = self.tr("Too little space: ")
                text, self.space_label.short = warning + text, warning.rstrip(": ")
        self.space_label.setText(text)

    def show_left_out(self, count: int) -> None:
        """Say how many files were not taken."""
        self.left_out_button.setText(self.tr("Left out: {0}").format(count))
        self.left_out_button.setToolTip(self.tr("Show which files were left out, and why"))
        self.left_out_button.setVisible(count > 0)
