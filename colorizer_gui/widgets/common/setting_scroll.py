"""Rows of settings in a column that scrolls when the window is low."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class SettingScroll(QScrollArea):
    """Scrolls up and down only; keys go to the rows."""

    def __init__(self, rows: QWidget) -> None:
        super().__init__()
        rows.setObjectName("settingRows")
        self.setObjectName("settingScroll")
        self.setWidget(rows)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
