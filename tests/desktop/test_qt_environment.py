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
        timeout=60,
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
