"""Under the table: all that there is to say about the row that is selected."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from colorizer_gui.core.batch import Job, JobState
from colorizer_gui.desktop.translation import in_own_language


class BatchDetail(QFrame):
    """A message in full, which the table may have to cut; it can be selected and copied.

    Attributes
    ----------
    label
        The message.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batchDetail")
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.label.setAccessibleName(self.tr("Message"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 14, 7)
        layout.addWidget(self.label)
        self.hide()

    @Slot(object)
    def show_job(self, job: Job | None) -> None:
        """Show the message of a job; without one, nothing."""
        text = "" if job is None else in_own_language(job.message)
        if job is not None and text != self.label.text():
            failed = job.state is JobState.FAILED
            self.label.setForegroundRole(QPalette.ColorRole.BrightText if failed else QPalette.ColorRole.Text)
            self.label.setText(text)
            self.label.setAccessibleDescription(text)
        self.setVisible(bool(text))
