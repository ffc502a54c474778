"""The script behind the two commands of the README, as far as it can be asked without installing."""

import json
import subprocess
import sys
from pathlib import Path

import dev
import pytest
from checkout import debian, linux, program, uv
from checkout.console import SetupError
from checkout.environment import INPUTS, STAMP, Environment

LDD = """
\tlinux-vdso.so.1 (0x00007ffd)
\tlibxcb-cursor.so.0 => not found
\tlibQt6Gui.so.6 => /x/libQt6Gui.so.6 (0x00007f)
\tlibEGL.so.1 => not found
"""


def installed(environment: Environment, *extras: str) -> None:
    environment.folder.mkdir(exist_ok=True)
    stamp = {"inputs": environment.fingerprint(), "extras": list(extras)}
    (environment.folder / STAMP).write_text(json.dumps(stamp), encoding="utf-8")


def test_a_current_environment_is_left_alone(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = Environment(checkout)
    monkeypatch.setattr(Environment, "works", lambda self: True)
    assert not environment.is_current(())
    installed(environment, "training")
    assert environment.is_current(())
    assert environment.is_current(("training",))
    assert not environment.is_current(("development", "training"))
    (checkout / INPUTS[0]).write_text("changed", encoding="utf-8")
    assert not environment.is_current(())


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"inputs": 1, "extras": null}'])
def test_a_damaged_stamp_means_installing_again(checkout: Path, text: str) -> None:
    environment = Environment(checkout)
    environment.folder.mkdir()
    (environment.folder / STAMP).write_text(text, encoding="utf-8")
    assert not environment.is_current(())


def test_a_broken_environment_is_made_anew(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = Environment(checkout)
    environment.python.parent.mkdir(parents=True)
    environment.python.write_text("no program", encoding="utf-8")
    (environment.folder / "left-over").touch()
    assert not environment.works()
    calls: list[list[str]] = []

    def remember(self: Environment, command: list[str], failure: str) -> None:
        calls.append(command)
        self.folder.mkdir(exist_ok=True)

    monkeypatch.setattr(Environment, "_call", remember)
    environment.prepare(())
    assert not (environment.folder / "left-over").exists()
    assert [call[2] for call in calls] == ["venv", "pip"]
    assert json.loads((environment.folder / STAMP).read_text())["extras"] == []
    assert environment.is_new


def test_a_python_without_venv_is_told_the_package(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(debian, "may_install", lambda: False)
    with pytest.raises(SetupError, match=r"sudo apt install python3\.\d+-venv"):
        Environment(checkout).prepare(())
    assert not (checkout / ".venv").exists()


def test_paths_of_windows_and_of_the_others(checkout: Path) -> None:
    assert Environment(checkout, windows=True).python == checkout / ".venv" / "Scripts" / "python.exe"
    assert Environment(checkout, windows=False).program("ruff") == checkout / ".venv" / "bin" / "ruff"


def test_the_installation_is_pinned(checkout: Path) -> None:
    environment = Environment(checkout)
    command = environment.install_command(("training", "development"))
    assert command[-2:] == ["--editable", ".[development,training]"]
    assert command[command.index("--constraint") + 1] == str(checkout / "packaging" / "constraints.txt")
    assert environment.install_command(())[-1] == "."


def _uv(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str] | None, *codes: int
) -> tuple[bool, list[list[str]], list[dict[str, str]]]:
    """Whether uv installed, what was called, and with which variables."""
    calls: list[list[str]] = []
    given: list[dict[str, str]] = []

    def call(command: list[str], env: dict[str, str], **_: object) -> subprocess.CompletedProcess[str]:
        calls.append(command)
        given.append(env)
        return subprocess.CompletedProcess(command, codes[len(calls) - 1])

    monkeypatch.setattr(uv, "pip_settings", lambda python: settings)
    monkeypatch.setattr("subprocess.run", call)
    done = uv.install(Path("python"), Path("uv"), ["--constraint", "pins.txt"], ".[training]", checkout)
    return done, calls, given


def test_uv_is_told_what_pip_is_told(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = """
:env:.find-links='/wheels'
global.cert='/certificates.pem'
global.extra-index-url='file:///one file:///two'
global.find-links='/older'
global.timeout='60'
freeze.all='yes'
install.constraint="/their's.txt"
"""
    settings = uv.parse_settings(text)
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    done, (fetched, installed_by_uv), variables = _uv(checkout, monkeypatch, settings, 0, 0)
    assert done
    assert fetched[:4] == ["python", "-m", "pip", "install"]
    assert fetched[-3:] == ["--constraint", "pins.txt", "uv"]
    assert installed_by_uv[:6] == ["uv", "pip", "install", "--quiet", "--python", "python"]
    assert installed_by_uv[-4:] == ["--constraint", "pins.txt", "--editable", ".[training]"]
    words = " ".join(installed_by_uv)
    assert "--index-strategy unsafe-best-match" in words
    assert "--extra-index-url file:///one --extra-index-url file:///two" in words
    assert "--find-links /wheels" in words
    assert "--constraint /their's.txt" in words
    assert "/older" not in words
    for given in variables:
        assert given["SSL_CERT_FILE"] == "/certificates.pem"
        assert "PYTHONPATH" not in given


def test_pip_stays_where_uv_cannot_be_told_the_same(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for settings in (None, {"only-binary": ":all:"}):
        assert _uv(checkout, monkeypatch, settings) == (False, [], [])
    for codes in ([1], [0, 2]):  # uv cannot be had, or fails
        done, calls, _ = _uv(checkout, monkeypatch, {}, *codes)
        assert not done
        assert len(calls) == len(codes)


def test_an_installation_that_uv_cannot_do_is_pip_s(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    environment = Environment(checkout)
    environment.folder.mkdir()
    monkeypatch.setattr(Environment, "works", lambda self: True)
    monkeypatch.setattr(Environment, "_call", lambda self, command, failure: calls.append(command))
    for by_uv in (True, False):
        monkeypatch.setattr(uv, "install", lambda *_, by_uv=by_uv: by_uv)
        (environment.folder / STAMP).unlink(missing_ok=True)
        environment.prepare(("training",))
        assert calls == ([] if by_uv else [environment.install_command(("training",))])
        assert environment.is_current(("training",))


def test_what_the_loader_misses() -> None:
    assert linux.parse_ldd(LDD) == {"libxcb-cursor.so.0", "libEGL.so.1"}
    assert {linux.PACKAGES[name] for name in linux.parse_ldd(LDD)} == {"libxcb-cursor0", "libegl1"}


def test_packages_are_named_where_they_may_not_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "may_install", lambda: False)
    with pytest.raises(SetupError, match="sudo apt install libegl1 xvfb"):
        debian.require(["libegl1", "xvfb"], "System packages are missing")


def test_a_failed_installation_of_packages_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "may_install", lambda: True)
    monkeypatch.setattr(debian, "_quietly", lambda command, variables: "E: no such package")
    with pytest.raises(SetupError, match="failed: E: no such package"):
        debian.require(["nothing"], "System packages are missing")


def test_a_display_is_asked_for_on_linux_only() -> None:
    assert linux.has_display({}, "darwin")
    assert not linux.has_display({}, "linux")
    assert linux.has_display({"DISPLAY": ":0"}, "linux")
    assert linux.session_plugins({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}) == ["xcb", "wayland"]


def test_the_sample_photo_is_there(project: Path) -> None:
    assert (project / program.SAMPLE).is_file()


def test_run_forwards_what_follows_the_dashes(monkeypatch: pytest.MonkeyPatch) -> None:
    forwarded: list[list[str]] = []
    monkeypatch.setattr(Environment, "prepare", lambda self, extras: None)

    def remember(environment: Environment, words: list[str]) -> int:
        forwarded.append(words)
        return 0

    monkeypatch.setattr(program, "run", remember)
    assert dev.main(["run", "--", "photo.jpg", "--device", "cpu"]) == 0
    assert dev.main(["run"]) == 0
    assert forwarded == [["photo.jpg", "--device", "cpu"], []]


def test_a_failed_setup_is_one_line_and_code_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(self: Environment, extras: tuple[str, ...]) -> None:
        raise SetupError("The disk is full.")

    monkeypatch.setattr(Environment, "prepare", fail)
    assert dev.main(["setup"]) == 1
    assert capsys.readouterr().err == "error: The disk is full.\n"


def test_an_old_python_is_refused_in_one_sentence(project: Path) -> None:
    code = (
        "import sys, runpy\n"
        "sys.version_info, sys.version = (3, 9, 1), '3.9.1 (old)'\n"
        "runpy.run_path(sys.argv[1], run_name='__main__')\n"
    )
    script = project / "packaging" / "dev.py"
    answer = subprocess.run(
        [sys.executable, "-c", code, str(script)], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 1
    assert answer.stderr == "Tintype needs Python 3.11 or newer, and this is Python 3.9.1.\n"


def test_programs_that_are_there_are_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(debian, "require", lambda packages, reason: asked.append(packages))
    monkeypatch.setattr("shutil.which", lambda name: None if name in {"b", "c", "d"} else f"/bin/{name}")
    monkeypatch.setattr("sys.platform", "linux")
    linux.require_programs({"a": "one", "b": "two", "c": "two", "d": "three"})
    linux.require_programs({"a": "one"})
    monkeypatch.setattr("sys.platform", "darwin")
    linux.require_programs({"b": "two"})
    assert asked == [["three", "two"]]
