"""What a user does with colour points in the window, and what is seen then."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.widgets.pane.photo_pane import PhotoPane
from colorizer_gui.widgets.points.colour_chooser import ColourChooser
from colorizer_gui.widgets.points.marker import PointMarker
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker
from tests.support.window.hands import current

GREEN = (-40.0, 30.0)


def colorized(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> Entry:
    """Open a photo, and wait until it has its colours."""
    window.open_paths([make_photo(width=400, height=300)])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    return current(window)


def pane_of(window: MainWindow) -> PhotoPane:
    return window.viewer.comparison.colorized_pane


def chooser_of(window: MainWindow) -> ColourChooser:
    return window.panel.points.chooser


def markers_of(window: MainWindow) -> list[PointMarker]:
    return window.viewer.comparison.points[0].markers


def points_of(window: MainWindow) -> tuple[ColourPoint, ...]:
    return window.workspace.pointing.points


def spot(pane: PhotoPane, x: float, y: float) -> QPoint:
    photo = pane.photo_rect
    return QPointF(photo.x() + x * photo.width(), photo.y() + y * photo.height()).toPoint()


def click(window: MainWindow, x: float, y: float, pane: PhotoPane | None = None) -> None:
    pane = pane or pane_of(window)
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=spot(pane, x, y))


def put(qtbot: QtBot, window: MainWindow, x: float, y: float) -> None:
    """Put a green point, whose colour is not known before."""
    window.window_actions.points.setChecked(True)
    chooser_of(window).brush.clearing_requested.emit()
    click(window, x, y)
    chooser = chooser_of(window)
    qtbot.waitUntil(lambda: len(chooser.suggested.swatches) >= 3)
    swatch = next(each for each in chooser.suggested.swatches if each.ab[0] < -10)
    QTest.mouseClick(swatch, Qt.MouseButton.LeftButton)


def is_green(image: QImage | None, x: float, y: float) -> bool:
    if image is None:
        return False
    color = image.pixelColor(int(x * image.width()), int(y * image.height()))
    return color.green() > color.red() + 15
