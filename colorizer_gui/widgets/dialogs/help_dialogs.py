"""What the Help menu opens: the guide, the log, and a text about a problem that can be copied."""

from typing import Final

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.widgets.common.close_button import close_row

_LINES_WIDE: Final = 46
_LINES_HIGH: Final = 40


class GuideDialog(QDialog):
    """A page with pictures; it comes with the program.

    Attributes
    ----------
    view
        Shows the page.
    """

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Guide"))
        folder = resource("guide")
        self.view = QTextBrowser()
        self.view.setAccessibleName(self.windowTitle())
        self.view.setOpenLinks(False)
        self.view.setSearchPaths([str(folder)])
        own, english = folder / f"{language}.md", folder / "en.md"
        self.view.setMarkdown((own if own.is_file() else english).read_text(encoding="utf-8"))
        self.view.moveCursor(QTextCursor.MoveOperation.Start)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view)
        layout.addWidget(close_row(self, self.tr("Close")))
        line = self.fontMetrics().height()
        self.resize(_LINES_WIDE * line, _LINES_HIGH * line)


class TextDialog(QDialog):
    """A text that can be copied, and a sentence about it.

    Attributes
    ----------
    text_view, copy_button, folder_button
        What it is made of; the last one only where there is a folder to show.
    """

    def __init__(
        self, title: str, sentence: str, text: str, folder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._folder = folder
        label = QLabel(sentence)
        label.setWordWrap(True)
        self.text_view = QPlainTextEdit(text)
        self.text_view.setReadOnly(True)
        self.text_view.setAccessibleName(title)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF())
        self.text_view.setFont(fixed)
        self.text_view.moveCursor(QTextCursor.MoveOperation.End)
        buttons = close_row(self, self.tr("Close"))
        self.copy_button = QPushButton(self.tr("&Copy"))
        self.copy_button.setToolTip(self.tr("Put the whole text into the clipboard"))
        self.copy_button.clicked.connect(self._on_copy_clicked)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.folder_button = QPushButton(self.tr("Show in &Folder"))
        self.folder_button.setToolTip(self.tr("Open the folder that the log lies in"))
        self.folder_button.clicked.connect(self._on_folder_clicked)
        if folder:
            buttons.addButton(self.folder_button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(self.text_view, 1)
        layout.addWidget(buttons)
        self.resize(720, 480)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text_view.toPlainText())

    @Slot()
    def _on_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))
