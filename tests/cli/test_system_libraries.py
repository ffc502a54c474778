"""A library of the system that is missing is a sentence, and no crash."""

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

from colorizer_gui.cli import main as cli
from colorizer_gui.cli.system_libraries import missing_for_window

MISSING = "libxcb-cursor.so.0: cannot open shared object file: No such file or directory"


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was loaded; and each time the loader misses a library."""
    loaded: list[str] = []

    def load(name: str) -> None:
        loaded.append(Path(name).name)
        raise OSError(MISSING)

    monkeypatch.setattr(ctypes, "CDLL", load)
    return loaded


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is Linux's")
def test_the_window_says_what_is_missing(
    loads: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert cli.main([]) == cli.FAILED
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"error: The window cannot open ({MISSING}); install the library")
    assert loads == ["libqxcb.so"]


def test_a_bundle_names_the_library_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: str) -> None:
        raise ImportError(f"Failed to load dynlib/dll {name!r}.") from OSError(MISSING)  # as PyInstaller does

    monkeypatch.setattr(ctypes, "CDLL", load)
    assert missing_for_window({"DISPLAY": ":0"}, "linux") == MISSING


@pytest.mark.parametrize(
    ("variables", "platform", "asks"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({}, "win32", False),
        ({}, "darwin", False),
    ],
)
def test_only_x11_needs_these_libraries(
    loads: list[str], variables: dict[str, str], platform: str, *, asks: bool
) -> None:
    assert missing_for_window(variables, platform) == (MISSING if asks else "")
    assert bool(loads) is asks


#: OpenCV's usual wheel wants X11's libraries, also where nobody opens a window.
WITHOUT_OPENCV = """
import sys

class Loader:
    def find_spec(self, name, path=None, target=None):
        if name == "cv2":
            raise ImportError("libxcb.so.1: cannot open shared object file: No such file or directory")

sys.meta_path.insert(0, Loader())
from colorizer_gui.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "words", [["colorize", "x.jpg", "-o", "out"], ["doctor"]], ids=["colorize", "doctor"]
)
def test_the_command_says_so_too(words: list[str], project: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_OPENCV, *words],
        cwd=project, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert ended.returncode == cli.FAILED
    assert "Traceback" not in ended.stderr
    if words == ["doctor"]:
        assert "opencv-python:      MISSING - libxcb.so.1: cannot open" in ended.stdout
    else:
        assert ended.stderr.startswith("error: A library of the system is missing (libxcb.so.1: cannot open")
