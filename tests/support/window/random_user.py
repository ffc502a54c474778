"""A user who does anything at all, with the mouse and the keys, at random but always alike."""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMessageBox, QPushButton, QWidget

from colorizer_gui.window.main_window import MainWindow
from tests.support.window.photo_user import CONTROL, KEYS, LEFT, NONE, SHIFT, PhotoUser, pause


def _discard_word() -> str:
    return QCoreApplication.translate("WindowDialogs", "Close without Saving")


def drop(widget: QWidget, *paths: Path) -> None:
    """Let go of files over a widget that were dragged out of a file manager."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, copy = QPointF(widget.rect().center()), Qt.DropAction.CopyAction
    QApplication.sendEvent(widget, QDragEnterEvent(place, copy, mime, LEFT, NONE))
    QApplication.sendEvent(widget, QDropEvent(place, copy, mime, LEFT, NONE))


class RandomUser(PhotoUser):
    """Plays with a window.

    Attributes
    ----------
    longest
        Milliseconds of the longest that each thing took the window's thread.
    done
        How often each was done.
    """

    def __init__(self, window: MainWindow, photos: Sequence[Path], box: Path, chance: random.Random) -> None:
        super().__init__(window, chance)
        self._photos, self._box = photos, box
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
            QTest.mouseClick(buttons[[button.text() for button in buttons].index(_discard_word())], LEFT)
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
            QTest.mouseClick(self._chance.choice(buttons), LEFT)
        elif dialog is not None:
            QTest.keyClick(dialog, KEYS.Key_Escape)
        if dialog is not None and dialog.isVisible():
            dialog.close()
        self._window.activateWindow()

    def next_photo(self) -> None:
        """By keys, or by a click into the film strip."""
        strip = self._window.film_strip
        rows = strip.photos.rowCount()
        if self._chance.random() < 0.5 and rows and strip.isVisible():
            place = strip.visualRect(strip.photos.index(self._chance.randrange(rows), 0)).center()
            if strip.viewport().rect().contains(place):
                QTest.mouseClick(strip.viewport(), LEFT, pos=place)
        else:
            self.key(self._chance.choice([KEYS.Key_PageDown, KEYS.Key_PageUp]))

    def save(self) -> None:
        """Beside the original; of what has none it is asked where, in an event loop of its own."""
        QTimer.singleShot(300, self.answer)
        self.key(KEYS.Key_S, CONTROL)

    def drop(self) -> None:
        """A photo, or two, from a file manager."""
        drop(self._window, *self._chance.sample(self._photos, self._chance.choice([1, 1, 2])))

    def paste(self) -> None:
        """A picture that is no file."""
        image = QImage(300, 200, QImage.Format.Format_RGB888)
        image.fill(QColor(*[self._chance.randrange(80, 180)] * 3))
        QGuiApplication.clipboard().setImage(image)
        self.key(KEYS.Key_V, CONTROL)

    def close_photo(self) -> None:
        """What is asked then is answered later."""
        if len(self._window.workspace.session) > 3:
            self.key(KEYS.Key_W, CONTROL)

    def reopen_photo(self) -> None:
        """One that was closed."""
        self.key(KEYS.Key_T, CONTROL | SHIFT)

    def open_dialog(self) -> None:
        """Settings, keys, guide, crop."""
        key, modifier = self._chance.choice(
            [(KEYS.Key_F1, NONE), (KEYS.Key_F1, SHIFT), (KEYS.Key_Comma, CONTROL), (KEYS.Key_X, NONE)]
        )
        self.key(key, modifier)

    def choose_appearance(self) -> None:
        """Light or dark, in the settings."""
        self.key(KEYS.Key_Comma, CONTROL)
        dialog = self._dialog()
        box = getattr(dialog, "appearance_box", None)
        if isinstance(box, QComboBox):
            QTest.keyClick(box, self._chance.choice([KEYS.Key_Down, KEYS.Key_Up]))
            QTest.keyClick(box, KEYS.Key_Escape)

    def look_at_batch(self) -> None:
        """Go there, fill it once, start or stop it, and come back."""
        page, batch = self._window.batch_page, self._window.workspace.batch
        if not self._window.page_switch.is_shown:
            self.key(KEYS.Key_B, CONTROL)
        if not batch.list.jobs:
            drop(page, self._box)
        pause(200)
        button = self._chance.choice([page.start_button, page.start_button, page.stop_button])
        if button.isVisible() and button.isEnabled():
            QTest.mouseClick(button, LEFT)
        pause(100)
        if self._chance.random() < 0.8:
            self.key(KEYS.Key_B, CONTROL)

    def resize(self) -> None:
        """Another size of the window."""
        self._window.resize(self._chance.choice([900, 1280, 1400]), self._chance.choice([640, 720, 900]))
