"""What becomes of protected places is chosen once, and remembered at the next start."""

from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.rendering.adjustments import Keep, areas_of
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.areas.brush_sheet import BrushSheet
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker

LEFT = Qt.MouseButton.LeftButton


def protect_by_hand(qtbot: QtBot, window: MainWindow, path: Path, choice: QRadioButton | None = None) -> Keep:
    """Choose, where that is asked for, and click into a photo; what became of the place."""
    window.open_paths([path])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert session.current is not None
    window.window_actions.protect.trigger()
    window.panel.protect.brush_button.click()
    if choice is not None:
        QTest.mouseClick(choice, LEFT, pos=QPoint(8, choice.height() // 2))
        assert choice.isChecked()
    pane = window.viewer.comparison.colorized_pane
    (sheet,) = pane.findChildren(BrushSheet)
    QTest.mouseClick(sheet, LEFT, pos=pane.photo_rect.center().toPoint())
    return areas_of(session.current.adjustments).protections[-1].keep


def test_gray_is_remembered_and_so_is_as_it_is(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    path = make_photo(width=400, height=300)
    tools = window.panel.protect
    assert tools.as_it_is_button.isChecked()
    assert protect_by_hand(qtbot, window, path, tools.gray_button) is Keep.GRAY
    for choose, left in ((False, True), (True, False)):
        again = Workspace(lambda: colorizer, data_folder=tmp_path / f"again {choose}")
        try:
            settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
            other = MainWindow(again, settings)
            qtbot.addWidget(other)
            other.show()
            assert other.panel.protect.gray_button.isChecked()
            kept = protect_by_hand(
                qtbot, other, path, other.panel.protect.as_it_is_button if choose else None
            )
            assert kept is (Keep.AS_IT_IS if choose else Keep.GRAY)
            assert settings.protects_gray is left
        finally:
            again.stop()
            assert again.wait(10_000)


def test_a_click_protects_the_whole_surface_up_to_its_edge(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    path = make_photo("wall.png", width=400, height=300)
    gray = np.full((300, 400), 70, dtype=np.uint8)
    gray[:, 200:] = 170
    cv2.imwrite(str(path), gray)
    window.open_paths([path])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    entry = session.current
    assert entry is not None
    QTest.keyClick(window, Qt.Key.Key_K)
    tools, pane = window.panel.protect, window.viewer.comparison.colorized_pane
    assert tools.object_button.isChecked()
    assert not tools.size_row.isVisible()
    QTest.mouseClick(tools.gray_button, LEFT, pos=QPoint(9, tools.gray_button.height() // 2))
    (sheet,) = pane.findChildren(BrushSheet)
    photo = pane.photo_rect

    def at(x: float, y: float) -> QPoint:
        return QPointF(photo.x() + x * photo.width(), photo.y() + y * photo.height()).toPoint()

    def drawn() -> QImage:
        window.workspace.previewing.mark()
        qtbot.waitUntil(lambda: window.workspace.previewing.is_settled)
        assert pane.image is not None
        return pane.image

    def is_gray(x: float, y: float) -> bool:
        image = drawn()
        return image.pixelColor(int(x * image.width()), int(y * image.height())).saturation() < 6

    QTest.mouseClick(sheet, LEFT, pos=at(0.25, 0.5))
    assert [is_gray(x, y) for x, y in ((0.05, 0.05), (0.45, 0.95), (0.55, 0.5))] == [True, True, False]
    assert tools.reach.isVisible()
    assert entry.undo_stack.count() == 1
    QTest.mouseClick(tools.reach.buttons[0], LEFT)
    assert areas_of(entry.adjustments).protections[0].touches[0].reach == -1
    assert not is_gray(0.05, 0.05), "the spot alone"
    window.window_actions.undo.trigger()
    assert is_gray(0.05, 0.05)
    QTest.keyClick(sheet, Qt.Key.Key_E)
    QTest.mouseClick(sheet, LEFT, pos=at(0.1, 0.2))
    assert not is_gray(0.45, 0.95), "erased by a click on it"
    QTest.mouseClick(tools.brush_button, LEFT, pos=QPoint(9, tools.brush_button.height() // 2))
    QTest.keyClick(sheet, Qt.Key.Key_E)
    QTest.mouseClick(sheet, LEFT, pos=at(0.75, 0.5))
    assert [is_gray(x, y) for x, y in ((0.75, 0.5), (0.95, 0.1))] == [True, False]
