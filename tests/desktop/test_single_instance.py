"""A second start hands its photos over: no doubt about who is first, no stale lock or socket in the way."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from colorizer_gui.desktop.single_instance import SingleInstance

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from colorizer_gui.desktop.single_instance import SingleInstance
application = QCoreApplication([])
instance = SingleInstance("test", Path(sys.argv[1]))
if not instance.is_first([Path(name) for name in sys.argv[2:]], 20_000):
    print("handed over", flush=True)
    sys.exit(0)
print("first", flush=True)
received = []
def note(paths):
    received.extend(path.name for path in paths)
    if len(received) == 4:
        print(*sorted(received), flush=True)
        application.quit()
instance.paths_received.connect(note)
application.exec()
"""


class Listener(QObject):
    """Notes what was received."""

    def __init__(self, instance: SingleInstance) -> None:
        super().__init__()
        self.paths: list[Path] = []
        instance.paths_received.connect(self.note)

    @Slot(object)
    def note(self, paths: list[Path]) -> None:
        self.paths += paths


def start(folder: Path, project: Path, *names: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", START, str(folder), *names],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(project)},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def first(qapp: object, tmp_path: Path) -> Iterator[SingleInstance]:
    instance = SingleInstance("test", tmp_path)
    assert instance.is_first([])
    assert instance.listening
    yield instance
    instance.close()


def test_a_second_start_hands_over_its_photos(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path, project: Path
) -> None:
    listener = Listener(first)
    second = start(tmp_path, project, "ein Foto ü.jpg", "/other/b.png")
    qtbot.waitUntil(lambda: bool(listener.paths))
    assert second.communicate(timeout=300)[0] == "handed over\n"
    assert second.returncode == 0
    assert listener.paths == [tmp_path / "ein Foto ü.jpg", Path("/other/b.png")]


def test_of_simultaneous_starts_one_is_first_and_hears_of_all(tmp_path: Path, project: Path) -> None:
    starts = [start(tmp_path, project, f"{number}.jpg") for number in range(5)]
    words = sorted(each.communicate(timeout=300)[0].splitlines()[0] for each in starts)
    assert words == ["first", *["handed over"] * 4]


def test_what_a_killed_program_left_is_no_obstacle(tmp_path: Path, project: Path) -> None:
    killed = start(tmp_path, project)
    assert killed.stdout is not None
    assert killed.stdout.readline() == "first\n"
    killed.kill()
    killed.communicate(timeout=300)
    left = {path.suffix for path in tmp_path.iterdir()}
    assert left == {".lock", ".socket"} or sys.platform == "win32"
    again = SingleInstance("test", tmp_path)
    assert again.is_first([Path("a.jpg")])
    assert again.listening
    again.close()


def test_one_that_does_not_answer_is_not_waited_for_for_long(
    tmp_path: Path, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The first one stands still: its event loop is that of this test, which does not run."""
    silent = SingleInstance("test", tmp_path)
    assert silent.is_first([])
    second = SingleInstance("test", tmp_path)
    assert second.is_first([Path("a.jpg")], patience_ms=0)
    assert "does not answer" in caplog.text
    silent.close()


@pytest.mark.parametrize("message", [b"nonsense\n", b"[]\n", b'{"paths": 3}\n', b'{"paths": [3]}\n'])
def test_what_cannot_be_understood_is_not_followed(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path, message: bytes
) -> None:
    listener = Listener(first)
    socket = QLocalSocket()
    socket.connectToServer(str(tmp_path / "test.socket") if sys.platform != "win32" else "test")
    assert socket.waitForConnected(2000)
    with qtbot.waitSignal(socket.disconnected):
        socket.write(message)
    assert listener.paths == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads Linux's tables of sockets")
def test_the_socket_is_one_of_the_file_system_and_not_of_the_network(first: SingleInstance) -> None:
    links = [link for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    mine = {str(link.readlink()) for link in links}
    for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        path = Path("/proc/self/net", table)
        lines = path.read_text().splitlines()[1:] if path.exists() else []
        assert not {f"socket:[{line.split()[9]}]" for line in lines} & mine
    local = {
        f"socket:[{line.split()[6]}]" for line in Path("/proc/self/net/unix").read_text().splitlines()[1:]
    }
    assert local & mine
