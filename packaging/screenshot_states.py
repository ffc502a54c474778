"""States of the window beside the plain ones: tools, questions, dialogs, what is stopped or offered."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import cv2
import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.guidance.colour_points import ColourPoint, guidance_of
from colorizer_gui.core.pipeline.stored_session import StoredPhoto
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.widgets.areas.brush_sheet import BrushSheet
from colorizer_gui.window.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PATIENCE = 120_000


class Wait(Protocol):
    """Lets events be processed until something is so, or for so many milliseconds."""

    def __call__(self, done: Callable[[], bool], milliseconds: int = ..., /) -> None: ...


class Shoot(Protocol):
    """Takes a picture of the window, or of another one, under a name."""

    def __call__(self, state: str, widget: QWidget | None = None) -> None: ...


class MoreStates:
    """Brings a window from one to the next; it is empty at first, and at the end."""

    def __init__(self, window: MainWindow, photos: list[Path], wait: Wait, shoot: Shoot) -> None:
        self._window, self._photos = window, photos
        self._wait, self._shoot = wait, shoot
        self._session = window.workspace.session

    def work(self) -> None:
        """All states, with copies of the photos."""
        with TemporaryDirectory() as name:
            folder = Path(name)
            photos = [Path(shutil.copy(photo, folder / photo.name)) for photo in self._photos]
            self._earlier_work(photos[0])
            self._tools()
            self._other_colours()
            self._saving()
            self._help()
            self._wide(folder)
            self._scan(folder)
            self._stopped(photos)
            self._strip()
            self._in_colour(folder)
            self._close_all()

    def _open(self, *paths: Path) -> Entry:
        self._window.open_paths(list(paths))
        ended = {EntryState.DONE, EntryState.FAILED, EntryState.IN_COLOUR}
        self._wait(
            lambda: self._session.current is not None and self._session.current.state in ended, _PATIENCE
        )
        pane = self._window.viewer.comparison.colorized_pane
        self._wait(lambda: pane.image is not None and not pane.dimmed, 10_000)
        entry = self._session.current
        assert entry is not None
        return entry

    def _key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._window.activateWindow()
        self._wait(self._window.isActiveWindow, 2000)
        QTest.keyClick(self._window, key, modifier)

    def _pause(self, milliseconds: int = 700) -> None:
        self._wait(lambda: False, milliseconds)

    def _close_all(self) -> None:
        for entry in tuple(self._session):
            self._session.remove(entry)
        self._window.viewer.message_bar.dismiss()

    def _earlier_work(self, photo: Path) -> None:
        kept = self._window.workspace.work.kept
        point = guidance_of((ColourPoint(0.4, 0.4, (40.0, 20.0)),))
        kept.keep(StoredPhoto(photo, Adjustments(warmth=0.2), guidance=point), StoredPhoto(photo))
        self._open(photo)
        self._shoot("earlier-work")
        self._close_all()
        kept.keep(StoredPhoto(photo, Adjustments(saturation=1.3)), StoredPhoto(photo))
        self._open(photo)
        self._wait(self._window.viewer.message_bar.action_button.isVisible, 5000)
        self._pause()
        self._shoot("other-work")

    def _tools(self) -> None:
        """An area, a protected place, and a crop that is not accepted."""
        pane, panel = self._window.viewer.comparison.colorized_pane, self._window.panel
        for key, name in ((Qt.Key.Key_A, "area"), (Qt.Key.Key_K, "protect")):
            self._key(key)
            sheet = next(iter(pane.findChildren(BrushSheet)))
            middle = pane.photo_rect.center().toPoint()
            QTest.mousePress(sheet, LEFT, pos=middle)
            QTest.mouseMove(sheet, middle + QPoint(40, 30))
            QTest.mouseRelease(sheet, LEFT, pos=middle + QPoint(40, 30))
            self._pause(1500)
            self._shoot(name)
            self._key(Qt.Key.Key_Escape)
        self._key(Qt.Key.Key_P)
        self._window.viewer.comparison.pointed.emit(QPointF(0.4, 0.6))
        self._wait(lambda: bool(panel.points.chooser.suggested.swatches), 20_000)
        self._pause()
        self._shoot("chooser")
        self._key(Qt.Key.Key_Escape)
        self._key(Qt.Key.Key_Escape)
        self._key(Qt.Key.Key_X)
        self._dialog("crop")

    def _dialog(self, name: str, milliseconds: int = 1200) -> None:
        self._pause(milliseconds)
        dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
        if dialog is None or dialog is self._window:
            return
        self._shoot(name, dialog)
        dialog.close()
        self._pause(100)

    def _other_colours(self) -> None:
        self._key(Qt.Key.Key_C)
        bar = self._window.candidate_bar
        self._wait(lambda: bool(bar.buttons), 60_000)
        self._pause()
        if len(bar.buttons) > 1:
            QTest.mouseMove(bar.buttons[1])
            self._pause(1500)
        self._shoot("colours-hovered")
        self._key(Qt.Key.Key_C, SHIFT)
        self._pause(3000)
        self._shoot("colours-side-by-side")
        QTest.keyClick(QApplication.focusWidget() or self._window, Qt.Key.Key_2)
        self._pause()
        if bar.isVisible():
            self._key(Qt.Key.Key_C)
        self._pause(1500)
        self._shoot("other-colours-in-use")

    def _saving(self) -> None:
        QTimer.singleShot(500, self._shoot_save_as)  # that dialog has an event loop of its own
        self._key(Qt.Key.Key_S, CONTROL | SHIFT)
        slider = self._window.panel.rows["warmth"].slider
        QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 12, slider.height() // 2))
        self._key(Qt.Key.Key_W, CONTROL)
        self._dialog("closing-question")
        self._key(Qt.Key.Key_S, CONTROL)
        entry = self._session.current
        self._wait(lambda: entry is not None and entry.state is EntryState.SAVED, _PATIENCE)
        self._pause()
        self._shoot("saved")

    def _shoot_save_as(self) -> None:
        self._dialog("save-as")

    def _help(self) -> None:
        actions = self._window.window_actions
        for action, name in (
            (actions.guide, "guide"),
            (actions.report, "report"),
            (actions.show_log, "log"),
            (actions.models, "models"),
        ):
            action.trigger()
            self._dialog(name, 2000)

    def _wide(self, folder: Path) -> None:
        self._close_all()
        wide = folder / "Panorama.jpg"
        picture = cv2.imread(str(self._photos[0]), cv2.IMREAD_GRAYSCALE)
        assert picture is not None
        third = picture.shape[0] // 3
        cv2.imwrite(str(wide), cv2.resize(picture[third : 2 * third], (2400, 500)))
        self._open(wide)
        self._pause(1000)
        self._shoot("wide")

    def _scan(self, folder: Path) -> None:
        """Two photos on one lid: noticed, and the frames around them."""
        self._close_all()
        scan = np.full((900, 1500), 245, dtype=np.uint8)
        for photo, left in zip(self._photos, (80, 800), strict=False):
            picture = cv2.imread(str(photo), cv2.IMREAD_GRAYSCALE)
            assert picture is not None
            scan[150:650, left : left + 600] = cv2.resize(picture, (600, 500))
        path = folder / "Scan 7.png"
        cv2.imwrite(str(path), scan)
        self._open(path)
        self._pause(3000)
        self._shoot("scan-noticed")
        self._key(Qt.Key.Key_X, SHIFT)
        self._dialog("split-scan", 3000)

    def _stopped(self, photos: list[Path]) -> None:
        self._close_all()
        self._window.open_paths(photos)
        self._wait(lambda: len(self._session) == len(photos), 10_000)
        self._wait(self._window.viewer.activity_bar.isVisible, 10_000)
        self._key(Qt.Key.Key_Escape, SHIFT)
        self._wait(lambda: not self._window.viewer.activity_bar.isVisible(), _PATIENCE)
        self._pause()
        self._shoot("stopped")
        self._window.viewer.message_bar.dismiss()
        self._window.workspace.colorization.colorize_stopped()
        ended = {EntryState.DONE, EntryState.FAILED}
        self._wait(lambda: all(entry.state in ended for entry in self._session), _PATIENCE)

    def _strip(self) -> None:
        self._key(Qt.Key.Key_PageDown)
        strip = self._window.film_strip
        self._wait(lambda: False, 600)
        strip.setFocus()
        QTest.keyClick(strip, Qt.Key.Key_A, CONTROL)
        place = strip.visualRect(strip.photos.index(0)).center()
        viewport = strip.viewport()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
        QApplication.sendEvent(viewport, event)
        self._pause()
        self._shoot("strip-menu", strip.menu)
        strip.menu.close()
        self._shoot("strip-chosen")

    def _in_colour(self, folder: Path) -> None:
        self._close_all()
        """With a colour of its own: a gradient of hues over a sample."""
        gray = cv2.imread(str(resource("samples", "coffee.jpg")), cv2.IMREAD_GRAYSCALE)
        assert gray is not None
        hue = np.tile(np.linspace(0, 179, gray.shape[1]), (gray.shape[0], 1)).astype(np.uint8)
        path = folder / "Postcard.jpg"
        saturation = np.full_like(gray, 120)
        cv2.imwrite(str(path), cv2.cvtColor(cv2.merge([hue, saturation, gray]), cv2.COLOR_HSV2BGR))
        self._open(path)
        self._pause()
        self._shoot("in-colour")
