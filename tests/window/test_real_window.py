"""The whole program on a real X display: it opens, colorizes and ends, and leaves nothing of Qt behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.processes.template import start_program
from tests.support.window import closing_program
from tests.support.window.fixtures import write_gray


def surroundings(tmp_path: Path, platform: str) -> dict[str, str]:
    """Of a first window of its own."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    project = Path(__file__).parents[2]
    return os.environ | {
        "QT_QPA_PLATFORM": platform,
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": str(project),
    }


@pytest.mark.display
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is Linux's")
def test_it_opens_and_ends_on_a_real_display(tmp_path: Path) -> None:
    photo = write_gray(tmp_path / "ein Foto ü.png", 300, 200)
    command = [sys.executable, "-m", closing_program.__name__, str(photo), "0", "late"]
    environment = surroundings(tmp_path, "xcb")
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert (ended.stdout.split(), ended.stderr, ended.returncode) == (["xcb", "done", "False"], "", 0)


@pytest.mark.parametrize(("seconds", "torch"), [("1", ["False"]), ("9", [])])
def test_closing_during_a_prediction_ends_the_process(tmp_path: Path, seconds: str, torch: list[str]) -> None:
    """Also when the prediction goes on for longer than anybody wants to wait."""
    photo = write_gray(tmp_path / "ein Foto ü.png", 300, 200)
    environment, said = surroundings(tmp_path, "offscreen"), tmp_path / "complaints"
    with said.open("w") as complaints:
        started = start_program(
            closing_program.__name__, str(photo), seconds, "early",
            environment=environment, complaints=complaints.fileno(),
        )  # fmt: skip
    assert started.stdout is not None
    with started.stdout:
        words = started.stdout.read().split()
    assert (words, started.wait(300)) == (["offscreen", "early", *torch], 0)
    assert started.stdin is not None
    started.stdin.close()
    assert "QThread" not in said.read_text()
    assert "Traceback" not in said.read_text()
