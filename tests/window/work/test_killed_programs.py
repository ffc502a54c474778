"""Real processes that are killed: the work on a photo is there when it is opened again, by any way."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.processes.template import start_program
from tests.support.window import driven_program
from tests.support.window.fixtures import write_gray

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and SIGKILL are Linux's"),
]


class Program:
    """A window in a process of its own."""

    def __init__(self, home: Path, *words: str) -> None:
        environment = os.environ | {
            name: str(home / name.lower())
            for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
        }
        runtime = home / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        environment |= {"XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": "xcb"}
        self.process = start_program(driven_program.__name__, *words, environment=environment)

    def tell(self, line: str) -> dict[str, Any]:
        """What it shows after that."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def kill(self) -> None:
        """As `kill -9` does."""
        self.process.kill()
        self.end()

    def close(self) -> None:
        """As by a click on its cross; what is not saved is let go."""
        assert self.process.stdin is not None
        self.process.stdin.write("close\n")
        self.process.stdin.flush()
        assert self.process.wait(300) == 0
        self.end()

    def end(self) -> None:
        """Leave nothing of it."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Any]:
    made: list[Program] = []

    def begin(*words: str | Path) -> Program:
        made.append(Program(tmp_path, *map(str, words)))
        return made[-1]

    yield begin
    for program in made:
        program.end()


@pytest.fixture
def photos(tmp_path: Path) -> tuple[Path, Path]:
    folder = tmp_path / "photos"
    folder.mkdir()
    return write_gray(folder / "a.png", 300, 200), write_gray(folder / "b.png", 200, 300)


def test_work_outlives_kills_and_is_there_by_any_way(
    start: Any, photos: tuple[Path, Path], tmp_path: Path
) -> None:
    a, b = photos
    link = tmp_path / "link to a.png"
    link.symlink_to(a)
    first = start(a)
    assert first.tell("wait")["open"] == {"a.png": [0.0, 0]}
    work = first.tell("work")["open"]["a.png"]
    assert work[0] > 0.5
    assert work[1] == 1
    first.kill()
    second = start(b)  # a double click on another photo
    assert second.tell("wait")["open"] == {"b.png": [0.0, 0]}
    later = start(a)  # is handed over to the window that is open
    assert later.process.wait(300) == 0
    shown = second.tell("wait")
    assert (shown["shown"], shown["open"]["a.png"]) == ("a.png", work)
    assert shown["message"] == "Your earlier work on “a.png” goes on."
    second.kill()
    for way in (f"drop {a}", f"recent {a}", "earlier"):
        program = start()
        program.tell("wait")
        shown = program.tell(way)
        assert list(shown["open"].values()) == [work], way
        program.kill()
    last = start(link)
    assert last.tell("wait")["open"] == {link.name: work}


def test_two_programs_at_once_keep_what_each_of_them_did(start: Any, photos: tuple[Path, Path]) -> None:
    a, b = photos
    one, other = start("--new-window", a), start("--new-window", b)
    for program in (one, other):
        program.tell("wait")
    of_a = one.tell("work")["open"]["a.png"]
    of_b = other.tell("work")["open"]["b.png"]
    one.kill()
    other.close()
    third = start()
    third.tell("wait")
    shown = third.tell("earlier")
    assert shown["open"] == {"b.png": of_b, "a.png": of_a}
    fourth = start("--new-window", b)  # beside it: what it does takes nothing from the third
    assert fourth.tell("wait")["open"] == {"b.png": of_b}
    fourth.kill()
    third.kill()
    fifth = start()
    fifth.tell("wait")
    assert fifth.tell("earlier")["open"] == {"b.png": of_b, "a.png": of_a}
