"""Dragging out, the last session, words about ended work, later starts, the display's profile."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColorSpace, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.photo.notice import ColorKind
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.stored_session import StoredPhoto, StoredSession
from colorizer_gui.core.prediction.prediction import Guidance
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.desktop.display_profile import for_display
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.settings.settings import Settings
from colorizer_gui.window import desktop_link
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker


def until(qtbot: QtBot, ready: Callable[[], object]) -> None:
    """Other programs may be at work, too."""
    qtbot.waitUntil(lambda: bool(ready()))


NO_KEY = Qt.KeyboardModifier.NoModifier


def opened(window: MainWindow, qtbot: QtBot, *paths: Path) -> None:
    window.open_paths(list(paths))
    session = window.workspace.session
    until(qtbot, lambda: [entry.state for entry in session] == [EntryState.DONE] * len(paths))


class Drags:
    """Stands for the other program: takes what is dragged to it, or does not."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, takes: bool = True) -> None:
        self.files: list[Path] = []
        self.pictures: list[QImage] = []
        self._takes = takes
        monkeypatch.setattr(desktop_link, "drag_out", self.drag_out)

    def drag_out(self, _source: object, mime: QMimeData, picture: QImage | None) -> bool:
        assert picture is not None
        assert mime.hasUrls()
        assert mime.hasImage()
        if self._takes:
            self.files += [Path(url.toLocalFile()) for url in mime.urls()]
            self.pictures.append(mime.imageData())
        return self._takes


def drag(window: MainWindow, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    pane = window.viewer.comparison.colorized_pane
    middle = pane.rect().center()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(pane, left, modifier, middle)
    QTest.mouseMove(pane, middle + QPoint(2, 2))
    QTest.mouseMove(pane, middle + QPoint(60, 60))
    QTest.mouseRelease(pane, left, modifier, middle)


def test_the_result_is_dragged_out_as_a_file_and_as_a_picture(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    drags = Drags(monkeypatch)
    opened(window, qtbot, make_photo("a.png"))
    entry = window.workspace.session.current
    assert entry is not None
    drag(window)
    (file,) = drags.files
    assert file.name == "a-colorized.png"
    assert read_photo(file).notice.color is ColorKind.TINTED  # in the one colour of the fake
    assert drags.pictures[0].width() == 64
    assert entry.state is EntryState.DONE  # a copy for another program is not the user's
    drag(window)
    assert drags.files[1].name == file.name
    window.workspace.temporary_exports.clean_up()
    assert not file.exists()


def test_a_drag_that_nobody_takes_is_not_written_further(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    Drags(monkeypatch, takes=False)
    opened(window, qtbot, make_photo("a.png"))
    with qtbot.waitSignal(window.workspace.colorization.handed_out) as ended:
        drag(window)
    assert ended.args is not None
    assert ended.args[0].token.cancelled


def test_zoomed_in_a_drag_pans_and_ctrl_drags_out(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    drags = Drags(monkeypatch)
    opened(window, qtbot, make_photo("a.png", 900, 900))
    window.viewer.comparison.view.zoom_to(4.0)
    drag(window)
    assert drags.files == []
    drag(window, Qt.KeyboardModifier.ControlModifier)
    assert [file.name for file in drags.files] == ["a-colorized.png"]


def test_a_photo_is_dragged_out_of_the_film_strip(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    drags = Drags(monkeypatch)
    opened(window, qtbot, make_photo("a.png"), make_photo("b.png"))
    strip = window.film_strip
    index = strip.photos.index(1)
    assert strip.dragDropMode() is QListView.DragDropMode.DragOnly
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    strip.setCurrentIndex(index)
    strip.startDrag(Qt.DropAction.CopyAction)
    assert [file.name for file in drags.files] == ["b-colorized.png"]


def test_a_photo_without_colour_is_not_dragged(
    qtbot: QtBot,
    window: MainWindow,
    colorizer: FakeColorizer,
    make_photo: PhotoMaker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drags = Drags(monkeypatch)
    colorizer.gate.clear()
    window.open_paths([make_photo("a.png")])
    until(qtbot, colorizer.entered.is_set)
    drag(window)
    assert drags.files == []


def test_the_session_is_noted_and_opened_again(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, settings: Settings, tmp_path: Path
) -> None:
    note = tmp_path / "session.json"
    a, b = make_photo("a.png"), make_photo("b.png")
    kept = Adjustments(saturation=0.5, warmth=0.2)
    hints = Guidance(np.full((1, 2), 0.5, dtype=np.float32), np.full((1, 2), 20, dtype=np.float32))
    last = StoredPhoto(b, guidance=hints, candidate="vivid")
    StoredSession((StoredPhoto(tmp_path / "gone.jpg"), StoredPhoto(a, kept), last), 2).write(note)
    window.desktop.keep_session(note, reopen=True)
    button = window.viewer.empty_state.earlier_button
    assert button.isVisible()
    assert "3" in button.text()
    button.click()
    session = window.workspace.session
    until(qtbot, lambda: [entry.state for entry in session] == [EntryState.DONE] * 2)
    assert [entry.path for entry in session] == [a, b]
    assert session.current is not None
    assert session.current.path == b
    assert [entry.adjustments for entry in session] == [kept, Adjustments()]
    assert "gone.jpg" in window.viewer.message_bar.text
    assert window.workspace.unsaved == []
    assert not list(tmp_path.glob("*-colorized*"))
    session.select(next(iter(session)))
    window.workspace.adjusting.apply(Adjustments(tint=0.4))
    window.desktop.write_session()
    written = StoredSession.read(note)
    assert written.shown == 0
    assert written.photos[0] == StoredPhoto(a, Adjustments(tint=0.4))
    assert written.photos[1].candidate == "vivid"
    assert written.photos[1].guidance is not None
    assert written.photos[1].guidance.ab.tolist() == [[20.0, 20.0]]


def test_the_session_is_written_while_one_works(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    note = tmp_path / "session.json"
    window.desktop.keep_session(note, reopen=True)
    path = make_photo()
    opened(window, qtbot, path)
    until(qtbot, note.exists)
    assert [photo.path for photo in StoredSession.read(note).photos] == [path]


def test_looking_does_not_cost_the_last_session(window: MainWindow, tmp_path: Path) -> None:
    note = tmp_path / "session.json"
    stored = StoredSession((StoredPhoto(tmp_path / "a.png"),))
    stored.write(note)
    window.desktop.keep_session(note, reopen=False)
    window.desktop.write_session()
    assert StoredSession.read(note) == stored


def test_by_a_setting_the_session_is_opened_without_asking(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, settings: Settings, tmp_path: Path
) -> None:
    note = tmp_path / "session.json"
    StoredSession((StoredPhoto(make_photo()),)).write(note)
    settings.restores_session = True
    window.desktop.keep_session(note, reopen=True)
    until(qtbot, lambda: [entry.state for entry in window.workspace.session] == [EntryState.DONE])


def test_a_later_start_opens_its_photos_here(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    window.showMinimized()
    window.desktop.receive([make_photo("later.png")])
    assert not window.isMinimized()
    until(qtbot, lambda: [entry.name for entry in window.workspace.session] == ["later.png"])


@pytest.mark.parametrize(("seconds", "told"), [(desktop_link.LONG_JOB, 1), (1.0, 0)])
def test_only_of_long_work_and_only_elsewhere_is_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, seconds: float, told: int
) -> None:
    words: list[str] = []
    monkeypatch.setattr(window.desktop.notifier, "tell", lambda title, text: words.append(text))
    window.desktop.work_ended(seconds, "while here")
    assert words == []
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    window.desktop.work_ended(seconds, "while elsewhere")
    assert words == ["while elsewhere"] * told


def test_photos_are_shown_in_the_colours_of_the_display(
    qtbot: QtBot, window: MainWindow, settings: Settings, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    opened(window, qtbot, make_photo())
    pane = window.viewer.comparison.colorized_pane
    until(qtbot, lambda: pane.image is not None and pane.image.format() is QImage.Format.Format_RGB32)
    assert pane.image is not None
    before = pane.image.pixelColor(30, 20)
    profile = tmp_path / "display.icc"
    space = QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb)
    profile.write_bytes(space.iccProfile().data())
    settings.display_profile = profile
    until(qtbot, lambda: pane.image is not None and pane.image.pixelColor(30, 20) != before)
    sample = QImage(1, 1, QImage.Format.Format_RGB32)
    sample.setPixelColor(0, 0, before)
    sample.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    wanted = sample.convertedToColorSpace(space)
    small = window.film_strip.photos.item(0).thumbnail
    assert small is not None
    entry = window.workspace.session.current
    assert entry is not None
    thumbnail = entry.thumbnail
    assert thumbnail is not None
    assert small.pixelColor(30, 20) == for_display(thumbnail, space).pixelColor(30, 20)
    assert small.pixelColor(30, 20) != thumbnail.pixelColor(30, 20)
    assert pane.image is not None
    assert rgb_from_image(pane.image.copy(30, 20, 1, 1)).tolist() == rgb_from_image(wanted).tolist()
    settings.display_profile = None
    until(qtbot, lambda: pane.image is not None and pane.image.pixelColor(30, 20) == before)


def test_a_profile_that_is_none_is_named(window: MainWindow, settings: Settings, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.icc"
    wrong.write_bytes(b"no profile")
    settings.display_profile = wrong
    assert "wrong.icc" in window.viewer.message_bar.text


PORTAL = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusVirtualObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from colorizer_gui.desktop.notifications import Notifier

class Portal(QDBusVirtualObject):
    def introspect(self, path):
        return ""
    def handleMessage(self, message, connection):
        print(message.member(), message.signature(), message.arguments()[0], flush=True)
        connection.send(message.createReply())
        if message.member() == "RemoveNotification":
            QTimer.singleShot(0, application.quit)
        else:
            QTimer.singleShot(0, notifier.withdraw)
        return True

application = QApplication([])
window = QWidget()
notifier = Notifier(window)
if sys.argv[1] == "portal":
    portal = Portal()
    bus = QDBusConnection.sessionBus()
    assert bus.registerService("org.freedesktop.portal.Desktop")
    assert bus.registerVirtualObject("/org/freedesktop/portal/desktop", portal)
else:
    QTimer.singleShot(500, application.quit)
notifier.tell("Title", "Text")
application.exec()
print(len(window.findChildren(QSystemTrayIcon)), len(notifier.children()), flush=True)
"""


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="needs a D-Bus of its own")
@pytest.mark.parametrize("kind", ["portal", "none"])
def test_the_desktop_is_asked_to_tell(project: Path, kind: str) -> None:
    """By the portal; where there is none, nothing happens but the mark in the task bar."""
    ended = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", PORTAL, kind],
        cwd=project, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    lines = ended.stdout.splitlines()
    assert lines[-1].split()[0] == "0", ended.stderr
    if kind == "portal":
        assert lines[:2] == ["AddNotification sa{sv} tintype-done", "RemoveNotification s tintype-done"]


def test_the_first_photo_has_neighbours_ready(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    opened(window, qtbot, *(make_photo(f"{number}.png") for number in range(4)))
    entries = list(window.workspace.session)
    until(qtbot, lambda: entries[1].photo is not None)
    assert entries[2].photo is None
    window.workspace.session.select(entries[2])
    until(qtbot, lambda: entries[3].photo is not None)


def test_a_neighbour_that_cannot_be_read_says_so_once(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    bad = tmp_path / "b.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\nnonsense")
    told: list[str] = []
    for controller in (window.workspace.loading, window.workspace.colorization):
        controller.failed.connect(lambda message, _entry: told.append(message))
    window.open_paths([make_photo("a.png"), bad])
    session = window.workspace.session
    until(qtbot, lambda: [entry.state for entry in session] == [EntryState.DONE, EntryState.FAILED])
    assert len(told) == 1
    assert "b.png" in told[0]
