"""What the random user does with the photo that is shown, and with nothing else."""

import random
from typing import Final

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from colorizer_gui.widgets.areas.brush_sheet import BrushSheet
from colorizer_gui.window.main_window import MainWindow

LEFT: Final = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE: Final = Qt.KeyboardModifier.NoModifier
KEYS = Qt.Key


def pause(milliseconds: int) -> None:
    """Let the event loop run, as it runs in the program."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class PhotoUser:
    """Plays with one photo by mouse and keys, always alike for the same chance."""

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        self._window, self._chance = window, chance

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key of the window."""
        QTest.keyClick(self._window, key, modifier)

    def move_slider(self) -> None:
        """Take hold of a slider that is in sight, move it to and fro, and let it go."""
        rows = [row for row in self._window.panel.rows.values() if not row.slider.visibleRegion().isEmpty()]
        if not rows or not rows[0].isEnabled():
            return
        slider, chance = self._chance.choice(rows).slider, self._chance
        place = QPoint(chance.randrange(slider.width()), slider.height() // 2)
        QTest.mousePress(slider, LEFT, pos=place)
        for _ in range(chance.randrange(12)):
            place = QPoint(chance.randrange(slider.width()), slider.height() // 2)
            QTest.mouseMove(slider, place)
            pause(8)
        QTest.mouseRelease(slider, LEFT, pos=place)

    def undo(self) -> None:
        """Some steps back, or forth."""
        key = self._chance.choice([KEYS.Key_Z, KEYS.Key_Z, KEYS.Key_Y])
        for _ in range(self._chance.randrange(1, 4)):
            self.key(key, CONTROL)

    def reset(self) -> None:
        """Take the predicted colours again."""
        self.key(KEYS.Key_R, CONTROL)

    def _spot(self, pane: QWidget) -> QPoint:
        """A place on the photo, within the pane."""
        photo = self._window.viewer.comparison.colorized_pane.photo_rect.toRect() & pane.rect()
        return QPoint(
            self._chance.randrange(photo.left(), photo.right() + 1) if photo.width() > 1 else 5,
            self._chance.randrange(photo.top(), photo.bottom() + 1) if photo.height() > 1 else 5,
        )

    def put_point(self) -> None:
        """Click into the photo, and choose a colour."""
        actions, pane = self._window.window_actions, self._window.viewer.comparison.colorized_pane
        if not actions.points.isEnabled() or not pane.isVisible():
            return
        if not actions.points.isChecked():
            self.key(KEYS.Key_P)
        QTest.mouseClick(pane, LEFT, pos=self._spot(pane))
        pause(self._chance.randrange(200))
        plane = self._window.panel.points.chooser.plane
        if not plane.visibleRegion().isEmpty():
            QTest.mouseClick(plane, LEFT, pos=QPoint(10 + self._chance.randrange(60), 30))
        if self._chance.random() < 0.5:
            self.key(KEYS.Key_Escape)
            self.key(KEYS.Key_Escape)

    def zoom(self) -> None:
        """By keys."""
        self.key(self._chance.choice([KEYS.Key_0, KEYS.Key_1, KEYS.Key_9, KEYS.Key_Plus]), CONTROL)

    def pan(self) -> None:
        """Drag the photo while it is larger than its pane; a smaller one is dragged out of the window."""
        pane = self._window.viewer.comparison.colorized_pane
        if not pane.isVisible() or pane.rect().contains(pane.photo_rect.toAlignedRect()):
            return
        place = pane.rect().center()
        QTest.mousePress(pane, LEFT, pos=place)
        for _ in range(10):
            place += QPoint(self._chance.randrange(-20, 20), self._chance.randrange(-20, 20))
            QTest.mouseMove(pane, place)
            pause(5)
        QTest.mouseRelease(pane, LEFT, pos=place)

    def toggle_view(self) -> None:
        """Split, guesses, colour alone, original."""
        self.key(self._chance.choice([KEYS.Key_S, KEYS.Key_G, KEYS.Key_D, KEYS.Key_O]))

    def hold_space(self) -> None:
        """See the original for a moment."""
        QTest.keyPress(self._window, KEYS.Key_Space)
        pause(60)
        QTest.keyRelease(self._window, KEYS.Key_Space)

    def look_at_other_colours(self) -> None:
        """Open the row, look at one, and perhaps take it."""
        bar = self._window.candidate_bar
        if not bar.isVisible():
            self.key(KEYS.Key_C)
            return
        if bar.buttons:
            button = self._chance.choice(bar.buttons)
            QTest.mouseMove(button)
            pause(50)
            if self._chance.random() < 0.6:
                QTest.mouseClick(button, LEFT)
        else:
            self.key(KEYS.Key_C)

    def see_other_colours_large(self) -> None:
        """Side by side, and one of them by its number."""
        self.key(KEYS.Key_C, SHIFT)
        pause(300)
        key = self._chance.choice([KEYS.Key_1, KEYS.Key_2, KEYS.Key_3, KEYS.Key_Escape])
        QTest.keyClick(QApplication.focusWidget() or self._window, key)

    def _sheet(self) -> BrushSheet | None:
        pane = self._window.viewer.comparison.colorized_pane
        return next(iter(pane.findChildren(BrushSheet)), None)

    def mark_area(self) -> None:
        """A click on an object."""
        self.key(KEYS.Key_A)
        sheet = self._sheet()
        if sheet is not None and sheet.isVisible():
            QTest.mouseClick(sheet, LEFT, pos=self._spot(sheet))
        pause(150)
        self.key(KEYS.Key_Escape)

    def protect(self) -> None:
        """A stroke of the brush."""
        self.key(KEYS.Key_K)
        sheet = self._sheet()
        if sheet is not None and sheet.isVisible():
            place = self._spot(sheet)
            QTest.mousePress(sheet, LEFT, pos=place)
            for _ in range(8):
                place = self._spot(sheet)
                QTest.mouseMove(sheet, place)
                pause(5)
            QTest.mouseRelease(sheet, LEFT, pos=place)
        self.key(KEYS.Key_Escape)

    def turn(self) -> None:
        """By a quarter, or as in a mirror."""
        self.key(self._chance.choice([KEYS.Key_L, KEYS.Key_R, KEYS.Key_H]))
