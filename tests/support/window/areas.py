"""What a user does with areas in the window, and what is seen then."""

import cv2
import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.pipeline.pipeline import ColorizedPhoto
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.widgets.areas.brush_sheet import BrushSheet
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker

Picture = npt.NDArray[np.generic]


BLUE = (0.0, -50.0)


def sheet_of(window: MainWindow, pane: int = 0) -> BrushSheet:
    panes = window.viewer.comparison.colorized_pane, window.viewer.comparison.original_pane
    (sheet,) = panes[pane].findChildren(BrushSheet)
    return sheet


def at(window: MainWindow, x: float, y: float) -> QPoint:
    photo = window.viewer.comparison.colorized_pane.photo_rect
    return QPointF(photo.x() + x * photo.width(), photo.y() + y * photo.height()).toPoint()


def click(window: MainWindow, x: float, y: float) -> None:
    QTest.mouseClick(sheet_of(window), Qt.MouseButton.LeftButton, pos=at(window, x, y))


def drag(window: MainWindow, *places: tuple[float, float]) -> None:
    sheet, (first, *others) = sheet_of(window), places
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=at(window, *first))
    for place in others:
        QTest.mouseMove(sheet, at(window, *place))
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=at(window, *places[-1]))


def picture(entry: Entry) -> Picture:
    assert entry.photo is not None
    assert entry.prediction is not None
    image: Picture = (
        ColorizedPhoto(entry.photo, entry.prediction).recomposition().image(entry.adjustments, depth=8)
    )
    return image


def seen(qtbot: QtBot, window: MainWindow) -> Picture:
    """What the pane shows once it is settled, without stripes."""
    window.workspace.previewing.mark()
    qtbot.waitUntil(lambda: window.workspace.previewing.is_settled)
    image = window.viewer.comparison.colorized_pane.image
    assert isinstance(image, QImage)
    return np.asarray(rgb_from_image(image))


def is_settled(entry: Entry) -> bool:
    return entry.prediction is not None and entry.prediction.is_as_wanted(entry.guidance, entry.candidate)


def colour(image: Picture, x: float, y: float) -> int:
    """How far from gray a place is."""
    height, width = image.shape[:2]
    return int(np.ptp(image[int(y * height), int(x * width)].astype(int)))


def dark_and_light(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> Entry:
    """A colorized photo, dark in its left half and light in its right one."""
    path = make_photo(width=400, height=300)
    gray = np.full((300, 400), 70, dtype=np.uint8)
    gray[:, 200:] = 170
    cv2.imwrite(str(path), gray)
    window.open_paths([path])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert session.current is not None
    return session.current
