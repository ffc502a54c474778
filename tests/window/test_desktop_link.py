"""Words about ended work, later starts, the display's profile, neighbours of a photo."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColorSpace, QImage
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.desktop.display_profile import for_display
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.settings.settings import Settings
from colorizer_gui.window import desktop_link
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker
from tests.support.window.hands import opened, until


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
        cwd=project, capture_output=True, text=True, check=False, timeout=300,
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
