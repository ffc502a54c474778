"""The whole program on a real X display: it opens, colorizes and ends, and leaves nothing of Qt behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.window.fixtures import write_gray

PROGRAM = """
import sys, threading
from pathlib import Path
import colorizer_gui.app as app
from tests.support.guards import gui_garbage
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import numpy as np
from colorizer_gui.core.prediction.prediction import Prediction

assert "torch" not in sys.modules

class Slow:
    entered = threading.Event()
    def predict_ab(self, lightness, guidance=None):
        assert threading.current_thread() is not threading.main_thread()
        Slow.entered.set()
        threading.Event().wait(float(sys.argv[2]))
        plane = np.ones((4, 4), dtype=np.float32)
        return Prediction(np.full((4, 4, 2), 25, dtype=np.float32), plane)

def watch():
    window = QApplication.topLevelWidgets()
    window = next(w for w in window if type(w).__name__ == "MainWindow")
    entry = window.workspace.session.current
    done = entry is not None and entry.prediction is not None
    if done or (Slow.entered.is_set() and sys.argv[3] == "early"):
        print(QApplication.platformName(), "done" if done else "early", flush=True)
        window.close()
        timer.stop()

run = app._run
def run_with_fake(application, paths, make_colorizer, *rest):
    timer.start(20)
    return run(application, paths, Slow, *rest)
app._run = run_with_fake
application = app.make_application()
timer = QTimer()
timer.timeout.connect(watch)
code = app.run_window([Path(sys.argv[1])])
left = {type(each).__name__ for each in gui_garbage.alive_objects()}
stays = {"ErrorFunnel", "GarbageCollector"}  # to the end of the process, without a timer that runs
print("torch" in sys.modules, *left - stays, flush=True)
sys.exit(code)
"""


def run(tmp_path: Path, seconds: str, when: str, platform: str) -> tuple[list[str], str, int]:
    photo = write_gray(tmp_path / "ein Foto ü.png", 300, 200)
    runtime = tmp_path / "run"  # a first window of its own
    runtime.mkdir(mode=0o700)
    project = Path(__file__).parents[2]
    environment = os.environ | {"QT_QPA_PLATFORM": platform, "XDG_RUNTIME_DIR": str(runtime)}
    environment["PYTHONPATH"] = str(project)
    command = [sys.executable, "-X", "faulthandler", "-c", PROGRAM, str(photo), seconds, when]
    ended = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    return ended.stdout.split(), ended.stderr, ended.returncode


@pytest.mark.display
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is Linux's")
def test_it_opens_and_ends_on_a_real_display(tmp_path: Path) -> None:
    words, complaints, code = run(tmp_path, "0", "late", "xcb")
    assert (words, complaints, code) == (["xcb", "done", "False"], "", 0)


@pytest.mark.parametrize(("seconds", "torch"), [("1", ["False"]), ("9", [])])
def test_closing_during_a_prediction_ends_the_process(tmp_path: Path, seconds: str, torch: list[str]) -> None:
    """Also when the prediction goes on for longer than anybody wants to wait."""
    words, complaints, code = run(tmp_path, seconds, "early", "offscreen")
    assert (words, code) == (["offscreen", "early", *torch], 0)
    assert "QThread" not in complaints
    assert "Traceback" not in complaints
