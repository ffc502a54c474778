"""What `dev.py test` prepares, and what it runs."""

import subprocess
import sys
import threading
from contextlib import nullcontext
from pathlib import Path

import pytest
from checkout import checks, linux
from checkout.environment import Environment


def test_system_packages_are_installed_beside_the_environment(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[object] = []
    asked = threading.Event()

    def require(programs: dict[str, str]) -> None:
        said.append(programs)
        asked.set()

    def prepare(_environment: Environment, extras: tuple[str, ...]) -> None:
        assert asked.wait(300), "not one after the other"
        said.append(extras)

    monkeypatch.setattr(linux, "require_programs", require)
    monkeypatch.setattr(linux, "check", lambda _environment, plugins: said.append(plugins))
    monkeypatch.setattr(Environment, "prepare", prepare)
    checks.prepare(Environment(checkout), ("training",))
    assert said == [checks.TEST_PROGRAMS, ("training",), ["xcb"]]


@pytest.mark.parametrize("fast", [False, True])
def test_tests_run_side_by_side_and_slow_ones_only_on_the_whole_run(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fast: bool
) -> None:
    calls: dict[str, tuple[list[str], dict[str, str]]] = {}

    def remember(command: list[str], env: dict[str, str], **_: object) -> subprocess.CompletedProcess[str]:
        calls[Path(command[0]).stem] = (command[1:], env)
        is_mypy = Path(command[0]).stem == "mypy"
        return subprocess.CompletedProcess(command, int(is_mypy), "a type is wrong" if is_mypy else None, "")

    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    monkeypatch.setattr(checks, "_display", lambda: nullcontext(":7"))
    monkeypatch.setattr("subprocess.run", remember)
    assert checks.run(Environment(checkout), fast=fast) == 1, "the others run after a failed one"
    said = capsys.readouterr().out
    assert "a type is wrong" in said
    assert said.endswith("-- Failed: types.\n")
    words, variables = calls["pytest"]
    assert words[:4] == ["-n", "4", "--dist", "worksteal"]
    assert (words[4:] == ["-m", "not slow"]) is fast
    assert variables["OMP_NUM_THREADS"] == "1", "each has its share of the cores, at least one"
    if sys.platform.startswith("linux"):
        assert variables[checks.DISPLAYS] == ":7 :7 :7 :7"
    assert "PYTHONDONTWRITEBYTECODE" not in variables
    assert Path(variables["PYTHONPYCACHEPREFIX"]).parent == Environment(checkout).folder


@pytest.mark.parametrize("is_new", [False, True])
def test_what_tests_import_is_compiled_before_them_in_a_new_environment(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, is_new: bool
) -> None:
    calls: list[list[str]] = []

    def remember(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        calls.append([Path(command[0]).stem, *command[1:]])
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(checks, "_display", lambda: nullcontext(":7"))
    monkeypatch.setattr("subprocess.run", remember)
    environment = Environment(checkout)
    assert not environment.is_new
    environment.is_new = is_new
    assert checks.run(environment) == 0
    *before, tests = (words for words in calls if words[0] == "pytest")
    assert before == ([list(checks.COLLECT)] if is_new else [])
    assert tests[1] == "-n"
