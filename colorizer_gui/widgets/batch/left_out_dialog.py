"""The files that a batch left out, by name and with the reason."""

from collections.abc import Sequence
from os.path import commonpath
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.widgets.common.close_button import close_row
from colorizer_gui.widgets.common.setting_scroll import SettingScroll

#: With more files the groups are closed at first.
_MOST_OPEN: Final = 60
#: Height of what is said about folders, in heights of a line; more of it scrolls.
_LINES_HIGH: Final = 8
#: Between two lines, in pixels.
_AIR: Final = 10


class LeftOutDialog(QDialog):
    """A group for each reason; whatever is selected can be copied.

    Parameters
    ----------
    groups
        A reason in words, and the files.
    problems
        Sentences about folders that could not be looked through.

    Attributes
    ----------
    tree, copy_button
        What it is made of.
    """

    def __init__(
        self,
        groups: Sequence[tuple[str, Sequence[Path]]],
        problems: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Files That Were Left Out"))
        self.tree = QTreeWidget()
        self.tree.setObjectName("leftOut")
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._items: list[QTreeWidgetItem] = []
        self._fill(groups)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tree, 1)
        if problems:
            layout.addWidget(self._sentences(problems))
        row = close_row(self, self.tr("Close"))
        self.copy_button = row.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setToolTip(self.tr("Copy the selected lines, or all of them"))
        self.copy_button.clicked.connect(self._on_copy_requested)
        QShortcut(
            QKeySequence.StandardKey.Copy, self.tree, context=Qt.ShortcutContext.WidgetShortcut
        ).activated.connect(self._on_copy_requested)
        layout.addWidget(row)
        self.resize(620, 440)

    def _sentences(self, problems: Sequence[str]) -> QWidget:
        sentences = QWidget()
        lines = QVBoxLayout(sentences)
        lines.setContentsMargins(0, 0, 0, 0)
        for problem in problems:
            label = QLabel(problem)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setForegroundRole(QPalette.ColorRole.BrightText)
            lines.addWidget(label)
        scroll = SettingScroll(sentences)
        scroll.setMaximumHeight(_LINES_HIGH * self.fontMetrics().height())
        return scroll

    def _fill(self, groups: Sequence[tuple[str, Sequence[Path]]]) -> None:
        above = _common_folder([path for _, paths in groups for path in paths])
        opened = sum(len(paths) for _, paths in groups) <= _MOST_OPEN
        for reason, paths in groups:
            group = self._add(self.tree, f"{reason}: {len(paths)}")
            group.setExpanded(opened)
            for path in paths:
                self._add(group, str(path.relative_to(above))).setToolTip(0, str(path))

    def _add(self, above: QTreeWidget | QTreeWidgetItem, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [text])
        item.setSizeHint(0, QSize(0, self.fontMetrics().height() + _AIR))
        self._items.append(item)
        return item

    @Slot()
    def _on_copy_requested(self) -> None:
        """What is selected, or else everything; files with their whole path."""
        chosen = [item for item in self._items if item.isSelected()] or self._items
        QGuiApplication.clipboard().setText("\n".join(item.toolTip(0) or item.text(0) for item in chosen))


def _common_folder(paths: Sequence[Path]) -> Path:
    """The folder around the one that all files are in; the root of each where there is none."""
    try:
        return Path(commonpath([path.parent for path in paths])).parent
    except ValueError:  # on Windows, several drives
        return Path()
