"""The command line as a whole: parsing, what is imported when, mistakes, and what a computer lacks."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from colorizer_gui.cli import doctor as cli_doctor
from colorizer_gui.cli import main as cli
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.core.inference.precision import fast_numbers
from tests.support.batch.box import WarmColorizer


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--help"], "usage: tintype"),
        (["--version"], f"Tintype {VERSION}"),
        (["colorize", "--help"], "usage: tintype colorize"),
        (["doctor", "--help"], "usage: tintype doctor"),
    ],
)
def test_help_imports_nothing_heavy(project: Path, arguments: list[str], expected: str) -> None:
    code = (
        "import sys\n"
        "from colorizer_gui.cli.main import main\n"
        f"try:\n    main({arguments!r})\n"
        "except SystemExit as end:\n    assert end.code == 0\n"
        "heavy = {'torch', 'PySide6', 'cv2', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=False, timeout=300
    )
    assert answer.returncode == 0, answer.stderr
    assert expected in answer.stdout


@pytest.mark.parametrize("automatic", [True, False])
def test_garbage_is_collected_as_before_once_the_window_is_imported(
    monkeypatch: pytest.MonkeyPatch, automatic: bool
) -> None:
    is_on, set_aside = [automatic], []
    monkeypatch.setattr(gc, "isenabled", lambda: is_on[-1])
    monkeypatch.setattr(gc, "enable", lambda: is_on.append(True))
    monkeypatch.setattr(gc, "disable", lambda: is_on.append(False))
    monkeypatch.setattr(gc, "freeze", lambda: set_aside.append(is_on[-1]))
    with cli.no_garbage_collection():
        assert not is_on[-1]
    assert is_on[-1] is automatic
    assert set_aside == [False]


@pytest.mark.parametrize(
    ("name", "chosen", "expected"),
    [
        ("OMP_WAIT_POLICY", None, "PASSIVE"),
        ("OMP_WAIT_POLICY", "ACTIVE", "ACTIVE"),
        ("GOMP_SPINCOUNT", None, "3000"),
        ("GOMP_SPINCOUNT", "0", "0"),
        ("OPENBLAS_NUM_THREADS", None, "1"),
        ("OPENBLAS_NUM_THREADS", "4", "4"),
    ],
)
def test_no_thread_waits_long_in_a_busy_loop_unless_something_else_was_chosen(
    monkeypatch: pytest.MonkeyPatch, name: str, chosen: str | None, expected: str
) -> None:
    monkeypatch.setenv(name, chosen or "")
    if chosen is None:
        monkeypatch.delenv(name)
    assert cli.main(["--version"]) == 0
    assert os.environ[name] == expected


@pytest.mark.parametrize(
    "arguments",
    [
        ["colorize"],
        ["colorize", "a.jpg"],
        ["colorize", "a.jpg", "-o", "out", "--saturation", "201"],
        ["colorize", "a.jpg", "-o", "out", "--quality", "0"],
        ["--device", "abacus"],
    ],
)
def test_nonsense_is_a_usage_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    assert end.value.code == 2
    assert "error:" in capsys.readouterr().err


def test_no_display_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "has_display", lambda: False)
    assert cli.main(["photo.jpg"]) == 1
    assert "display" in capsys.readouterr().err


def test_has_display() -> None:
    assert cli.has_display({}, "win32")
    assert not cli.has_display({}, "linux")
    assert cli.has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")


def test_the_doctor_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_weights(path: Path | None) -> str:
        raise WeightsError("There is no weights file.")

    monkeypatch.setattr(cli_doctor, "_weights", no_weights)
    monkeypatch.setitem(cli_doctor.NEEDED, "imaginary", "imaginary_module")
    assert cli.main(["doctor", "--device", "cpu"]) == 1
    printed = capsys.readouterr().out
    assert "Tintype:            " in printed
    assert "imaginary:          MISSING - No module named" in printed
    assert f"Device:             cpu (asked for: cpu), computing in {fast_numbers()}\n" in printed
    assert "Weights:            MISSING - There is no weights file." in printed
    assert printed.endswith("2 missing.\n")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--template", "{nam}"], "unknown field"),
        (["--report", "report.pdf"], ".json"),
        (["--report", "nowhere/report.json"], "folder for the report"),
    ],
)
def test_a_mistake_is_a_sentence(
    colorizer: WarmColorizer,
    box: Path,
    tmp_path: Path,
    arguments: list[str],
    word: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["colorize", str(box), "-o", str(tmp_path / "out"), *arguments]) == 2
    assert word in capsys.readouterr().err
    assert colorizer.calls == 0
