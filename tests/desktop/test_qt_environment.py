"""What is done about the faults of OpenCV and PySide6."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def run(code: str, **variables: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_QPA")}
    command = [sys.executable, "-c", code]
    project = Path(__file__).parents[2]
    return subprocess.run(
        command,
        cwd=project,
        env=environment | variables,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    ).stdout.strip()


SHOW = "; import os; print(os.environ.get('QT_QPA_PLATFORM_PLUGIN_PATH'), os.environ.get('QT_QPA_FONTDIR'))"


@pytest.mark.parametrize(
    "first",
    ["import colorizer_gui.desktop.qt_environment", "import cv2, colorizer_gui.desktop.qt_environment"],
)
def test_no_path_of_opencv_is_left(first: str) -> None:
    assert run(first + SHOW) == "None None"


def test_a_second_import_of_opencv_does_not_bring_them_back() -> None:
    assert run("import colorizer_gui.desktop.qt_environment, cv2" + SHOW) == "None None"


def test_none_survives_many_calls_that_return_nothing() -> None:
    code = (
        "import colorizer_gui.desktop.qt_environment\n"
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "for _ in range(100_000): thing.setObjectName('x'); thing.signalsBlocked()\n"
        "print('alive')"
    )
    assert run(code) == "alive"


def test_no_source_is_read_for_a_module_that_is_imported(tmp_path: Path) -> None:
    (tmp_path / "plain.py").write_text("number = 1\n")
    watched = (
        "import inspect, sys\n"
        "read = []\n"
        "source_of = inspect.getsource\n"
        "inspect.getsource = lambda thing: read.append(thing) or source_of(thing)\n"
        f"sys.path.insert(0, {str(tmp_path)!r})\n"
        "import plain\n"
        "from PySide6.QtCore import Qt, QTimer\n"
        "print('plain' in [module.__name__ for module in read], plain.number, QTimer.__name__)"
    )
    assert run(f"import PySide6.QtCore\n{watched}") == "True 1 QTimer", "PySide6 does it no more"
    assert run(f"import colorizer_gui.desktop.qt_environment\n{watched}") == "False 1 QTimer"
