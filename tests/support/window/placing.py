"""Widgets shown in a size, and where one lies within another."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


def shown(widget: QWidget, qtbot: QtBot, size: QSize) -> None:
    """Show a widget, and let it find its places."""
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.resize(size)
    for _ in range(3):
        QApplication.processEvents()


def place(widget: QWidget, inside: QWidget) -> QRect:
    """Where a widget lies within another one."""
    return QRect(widget.mapTo(inside, QPoint()), widget.size())
