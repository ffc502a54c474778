"""Dialogs that only tell: about Tintype with its licences, and the list of shortcuts."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.core.common.resource_files import document
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.widgets.common.close_button import close_row
from colorizer_gui.widgets.style.icons import application_icon

_MARGIN: Final = 12
#: Margins, frames and the scroll bar.
_AROUND_TABLE: Final = 72


class AboutDialog(QDialog):
    """What Tintype is, and under which licences it and its parts stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Tintype"))
        icon = QLabel()
        icon.setPixmap(application_icon().pixmap(64, 64))
        text = QLabel(
            "<h3>"
            + self.tr("Tintype {0}").format(VERSION)
            + "</h3>"
            + self.tr(
                "<p>Tintype colorizes black-and-white photos on your own computer.</p>"
                "<p>The colour is a guess by a neural network: it shows how a scene may have looked, "
                "not how it did.</p>"
            )
        )
        text.setWordWrap(True)
        about = QWidget()
        layout = QHBoxLayout(about)
        layout.setContentsMargins(_MARGIN, 2 * _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(2 * _MARGIN)
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        tabs = QTabWidget()
        tabs.addTab(about, self.tr("About"))
        for name, title in (("LICENSE", self.tr("Licence")), ("THIRD_PARTY.md", self.tr("Parts by others"))):
            tabs.addTab(_document(name, title), title)
        _finish(self, tabs, self.tr("Close"))
        self.resize(620, 460)


class ShortcutDialog(QDialog):
    """What each key does.

    Attributes
    ----------
    table
        Names and keys.
    """

    def __init__(self, rows: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self.table = QTableWidget(len(rows), 2)
        self.table.setObjectName("shortcutTable")
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.table.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for row, (name, keys) in enumerate(rows):
            self.table.setItem(row, 0, QTableWidgetItem(name))
            self.table.setItem(row, 1, QTableWidgetItem(keys))
        self.table.selectRow(0)
        _finish(self, self.table, self.tr("Close"))
        self.ensurePolished()
        wide = sum(map(self.table.sizeHintForColumn, range(2))) + _AROUND_TABLE
        room = self.screen().availableSize().height()
        self.resize(max(480, wide), min(40 * self.fontMetrics().height(), round(0.8 * room)))


def _document(name: str, title: str) -> QTextBrowser:
    view = QTextBrowser()
    view.setAccessibleName(title)
    view.setOpenLinks(False)
    if name.endswith(".md"):
        view.setMarkdown(document(name))
    else:
        view.setPlainText(document(name))
    return view


def _finish(dialog: QDialog, content: QWidget, close: str) -> None:
    layout = QVBoxLayout(dialog)
    layout.addWidget(content)
    layout.addWidget(close_row(dialog, close))
