"""Light and dark follow the desktop, also while the window is open."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

#: A desktop's portal tells of another colour scheme: 1 is dark, 2 is light.
PROGRAM = """
from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant
from PySide6.QtGui import QPalette
from colorizer_gui.app import make_application

def tell():
    dark = application.palette().color(QPalette.ColorRole.Window).lightness() < 128
    print("scheme:", "dark" if dark else "light", flush=True)

def switch(scheme):
    path, interface = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
    signal = QDBusMessage.createSignal(path, interface, "SettingChanged")
    signal.setArguments(["org.freedesktop.appearance", "color-scheme", QDBusVariant(scheme)])
    assert bus.send(signal)

def on_changed(_scheme):
    tell()
    switch(steps.pop()) if steps else application.quit()

steps = [2]
application = make_application()
bus = QDBusConnection.sessionBus()
assert bus.registerService("org.freedesktop.portal.Desktop")
application.styleHints().colorSchemeChanged.connect(on_changed)
tell()
QTimer.singleShot(0, lambda: switch(1))
application.exec()
"""


@pytest.mark.display
@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a session bus of its own")
def test_light_and_dark_follow_the_desktop() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb", "XDG_CURRENT_DESKTOP": "GNOME"}
    command = ["dbus-run-session", "--", sys.executable, "-c", PROGRAM]
    project = Path(__file__).parents[3]
    ended = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    told = [line.split()[1] for line in ended.stdout.splitlines() if line.startswith("scheme:")]
    assert told == ["light", "dark", "light"], ended.stderr
