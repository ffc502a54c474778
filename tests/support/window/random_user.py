"""A user who does anything at all, with the mouse and the keys, at random but always alike."""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMessageBox, QPushButton, QWidget

from colorizer_gui.widgets.areas.brush_sheet import BrushSheet
from colorizer_gui.window.main_window import MainWindow

_LEFT: Final = Qt.MouseButton.LeftButton
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NONE: Final = Qt.KeyboardModifier.NoModifier
_KEYS = Qt.Key


def pause(milliseconds: int) -> None:
    """Let the event loop run, as it runs in the program."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _discard_word() -> str:
    return QCoreApplication.translate("WindowDialogs", "Close without Saving")


def drop(widget: QWidget, *paths: Path) -> None:
    """Let go of files over a widget that were dragged out of a file manager."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, copy = QPointF(widget.rect().center()), Qt.DropAction.CopyAction
    QApplication.sendEvent(widget, QDragEnterEvent(place, copy, mime, _LEFT, _NONE))
    QApplication.sendEvent(widget, QDropEvent(place, copy, mime, _LEFT, _NONE))


class RandomUser:
    """Plays with a window.

    Attributes
    ----------
    longest
        Milliseconds of the longest that each thing took the window's thread.
    done
        How often each was done.
    """

    def __init__(self, window: MainWindow, photos: Sequence[Path], box: Path, chance: random.Random) -> None:
        self._window, self._photos, self._box = window, photos, box
        self._chance = chance
        self.longest: dict[str, float] = defaultdict(float)
        self.done: dict[str, int] = defaultdict(int)
        self._acts: dict[Callable[[], None], int] = {
            self.move_slider: 14,
            self.undo: 8,
            self.put_point: 8,
            self.next_photo: 8,
            self.zoom: 5,
            self.pan: 4,
            self.toggle_view: 4,
            self.look_at_other_colours: 4,
            self.see_other_colours_large: 2,
            self.mark_area: 2,
            self.protect: 2,
            self.turn: 2,
            self.save: 3,
            self.drop: 3,
            self.paste: 1,
            self.close_photo: 2,
            self.reopen_photo: 2,
            self.open_dialog: 2,
            self.choose_appearance: 1,
            self.look_at_batch: 3,
            self.resize: 1,
            self.hold_space: 2,
            self.reset: 1,
        }

    def act(self) -> None:
        """Do one thing; a question that is open is answered first."""
        act = self._chance.choices(list(self._acts), list(self._acts.values()))[0]
        act = self.answer if self._dialog() is not None else act
        start = perf_counter()
        act()
        self.done[act.__name__] += 1
        self.longest[act.__name__] = max(self.longest[act.__name__], 1000 * (perf_counter() - start))

    @property
    def is_asked(self) -> bool:
        """Whether a dialog is open."""
        return self._dialog() is not None

    def close_without_saving(self) -> None:
        """Press that button, if it is there."""
        dialog = self._dialog()
        if isinstance(dialog, QMessageBox):
            buttons = dialog.findChildren(QPushButton)
            QTest.mouseClick(buttons[[button.text() for button in buttons].index(_discard_word())], _LEFT)
        elif dialog is not None:
            dialog.close()

    def _dialog(self) -> QDialog | None:
        dialogs = self._window.findChildren(QDialog)
        return next((dialog for dialog in dialogs if dialog.isVisible()), None)

    def answer(self) -> None:
        """Press any button of a question, but "Back"; leave any other dialog."""
        dialog = self._dialog()
        buttons = [] if dialog is None else dialog.findChildren(QPushButton)
        if isinstance(dialog, QMessageBox) and len(buttons) > 1:
            QTest.mouseClick(self._chance.choice(buttons), _LEFT)
        elif dialog is not None:
            QTest.keyClick(dialog, _KEYS.Key_Escape)
        if dialog is not None and dialog.isVisible():
            dialog.close()
        self._window.activateWindow()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key of the window."""
        QTest.keyClick(self._window, key, modifier)

    def move_slider(self) -> None:
        """Take hold of a slider that is in sight, move it to and fro, and let it go."""
        rows = [row for row in self._window.panel.rows.values() if not row.slider.visibleRegion().isEmpty()]
        if not rows or not rows[0].isEnabled():
            return
        slider, chance = self._chance.choice(rows).slider, self._chance
        place = QPoint(chance.randrange(slider.width()), slider.height() // 2)
        QTest.mousePress(slider, _LEFT, pos=place)
        for _ in range(chance.randrange(12)):
            place = QPoint(chance.randrange(slider.width()), slider.height() // 2)
            QTest.mouseMove(slider, place)
            pause(8)
        QTest.mouseRelease(slider, _LEFT, pos=place)

    def undo(self) -> None:
        """Some steps back, or forth."""
        key = self._chance.choice([_KEYS.Key_Z, _KEYS.Key_Z, _KEYS.Key_Y])
        for _ in range(self._chance.randrange(1, 4)):
            self.key(key, _CONTROL)

    def reset(self) -> None:
        """Take the predicted colours again."""
        self.key(_KEYS.Key_R, _CONTROL)

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
            self.key(_KEYS.Key_P)
        QTest.mouseClick(pane, _LEFT, pos=self._spot(pane))
        pause(self._chance.randrange(200))
        plane = self._window.panel.points.chooser.plane
        if not plane.visibleRegion().isEmpty():
            QTest.mouseClick(plane, _LEFT, pos=QPoint(10 + self._chance.randrange(60), 30))
        if self._chance.random() < 0.5:
            self.key(_KEYS.Key_Escape)
            self.key(_KEYS.Key_Escape)

    def next_photo(self) -> None:
        """By keys, or by a click into the film strip."""
        strip = self._window.film_strip
        rows = strip.photos.rowCount()
        if self._chance.random() < 0.5 and rows and strip.isVisible():
            place = strip.visualRect(strip.photos.index(self._chance.randrange(rows), 0)).center()
            if strip.viewport().rect().contains(place):
                QTest.mouseClick(strip.viewport(), _LEFT, pos=place)
        else:
            self.key(self._chance.choice([_KEYS.Key_PageDown, _KEYS.Key_PageUp]))

    def zoom(self) -> None:
        """By keys."""
        self.key(self._chance.choice([_KEYS.Key_0, _KEYS.Key_1, _KEYS.Key_9, _KEYS.Key_Plus]), _CONTROL)

    def pan(self) -> None:
        """Drag the photo while it is larger than its pane; a smaller one is dragged out of the window."""
        pane = self._window.viewer.comparison.colorized_pane
        if not pane.isVisible() or pane.rect().contains(pane.photo_rect.toAlignedRect()):
            return
        place = pane.rect().center()
        QTest.mousePress(pane, _LEFT, pos=place)
        for _ in range(10):
            place += QPoint(self._chance.randrange(-20, 20), self._chance.randrange(-20, 20))
            QTest.mouseMove(pane, place)
            pause(5)
        QTest.mouseRelease(pane, _LEFT, pos=place)

    def toggle_view(self) -> None:
        """Split, guesses, colour alone, original."""
        self.key(self._chance.choice([_KEYS.Key_S, _KEYS.Key_G, _KEYS.Key_D, _KEYS.Key_O]))

    def hold_space(self) -> None:
        """See the original for a moment."""
        QTest.keyPress(self._window, _KEYS.Key_Space)
        pause(60)
        QTest.keyRelease(self._window, _KEYS.Key_Space)

    def look_at_other_colours(self) -> None:
        """Open the row, look at one, and perhaps take it."""
        bar = self._window.candidate_bar
        if not bar.isVisible():
            self.key(_KEYS.Key_C)
            return
        if bar.buttons:
            button = self._chance.choice(bar.buttons)
            QTest.mouseMove(button)
            pause(50)
            if self._chance.random() < 0.6:
                QTest.mouseClick(button, _LEFT)
        else:
            self.key(_KEYS.Key_C)

    def see_other_colours_large(self) -> None:
        """Side by side, and one of them by its number."""
        self.key(_KEYS.Key_C, _SHIFT)
        pause(300)
        key = self._chance.choice([_KEYS.Key_1, _KEYS.Key_2, _KEYS.Key_3, _KEYS.Key_Escape])
        QTest.keyClick(QApplication.focusWidget() or self._window, key)

    def _sheet(self) -> BrushSheet | None:
        pane = self._window.viewer.comparison.colorized_pane
        return next(iter(pane.findChildren(BrushSheet)), None)

    def mark_area(self) -> None:
        """A click on an object."""
        self.key(_KEYS.Key_A)
        sheet = self._sheet()
        if sheet is not None and sheet.isVisible():
            QTest.mouseClick(sheet, _LEFT, pos=self._spot(sheet))
        pause(150)
        self.key(_KEYS.Key_Escape)

    def protect(self) -> None:
        """A stroke of the brush."""
        self.key(_KEYS.Key_K)
        sheet = self._sheet()
        if sheet is not None and sheet.isVisible():
            place = self._spot(sheet)
            QTest.mousePress(sheet, _LEFT, pos=place)
            for _ in range(8):
                place = self._spot(sheet)
                QTest.mouseMove(sheet, place)
                pause(5)
            QTest.mouseRelease(sheet, _LEFT, pos=place)
        self.key(_KEYS.Key_Escape)

    def turn(self) -> None:
        """By a quarter, or as in a mirror."""
        self.key(self._chance.choice([_KEYS.Key_L, _KEYS.Key_R, _KEYS.Key_H]))

    def save(self) -> None:
        """Beside the original; of what has none it is asked where, in an event loop of its own."""
        QTimer.singleShot(300, self.answer)
        self.key(_KEYS.Key_S, _CONTROL)

    def drop(self) -> None:
        """A photo, or two, from a file manager."""
        drop(self._window, *self._chance.sample(self._photos, self._chance.choice([1, 1, 2])))

    def paste(self) -> None:
        """A picture that is no file."""
        image = QImage(300, 200, QImage.Format.Format_RGB888)
        image.fill(QColor(*[self._chance.randrange(80, 180)] * 3))
        QGuiApplication.clipboard().setImage(image)
        self.key(_KEYS.Key_V, _CONTROL)

    def close_photo(self) -> None:
        """What is asked then is answered later."""
        if len(self._window.workspace.session) > 3:
            self.key(_KEYS.Key_W, _CONTROL)

    def reopen_photo(self) -> None:
        """One that was closed."""
        self.key(_KEYS.Key_T, _CONTROL | _SHIFT)

    def open_dialog(self) -> None:
        """Settings, keys, guide, crop."""
        key, modifier = self._chance.choice(
            [(_KEYS.Key_F1, _NONE), (_KEYS.Key_F1, _SHIFT), (_KEYS.Key_Comma, _CONTROL), (_KEYS.Key_X, _NONE)]
        )
        self.key(key, modifier)

    def choose_appearance(self) -> None:
        """Light or dark, in the settings."""
        self.key(_KEYS.Key_Comma, _CONTROL)
        dialog = self._dialog()
        box = getattr(dialog, "appearance_box", None)
        if isinstance(box, QComboBox):
            QTest.keyClick(box, self._chance.choice([_KEYS.Key_Down, _KEYS.Key_Up]))
            QTest.keyClick(box, _KEYS.Key_Escape)

    def look_at_batch(self) -> None:
        """Go there, fill it once, start or stop it, and come back."""
        page, batch = self._window.batch_page, self._window.workspace.batch
        if not self._window.page_switch.is_shown:
            self.key(_KEYS.Key_B, _CONTROL)
        if not batch.list.jobs:
            drop(page, self._box)
        pause(200)
        button = self._chance.choice([page.start_button, page.start_button, page.stop_button])
        if button.isVisible() and button.isEnabled():
            QTest.mouseClick(button, _LEFT)
        pause(100)
        if self._chance.random() < 0.8:
            self.key(_KEYS.Key_B, _CONTROL)

    def resize(self) -> None:
        """Another size of the window."""
        self._window.resize(self._chance.choice([900, 1280, 1400]), self._chance.choice([640, 720, 900]))
