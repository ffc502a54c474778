"""The project's own virtual environment: made, repaired, filled, and left alone when it is current."""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from checkout import debian, uv
from checkout.console import SetupError, say

STAMP = "tintype-stamp.json"
#: Changes to these files make an installed environment stale.
INPUTS = ("pyproject.toml", "packaging/constraints.txt")
MISSING_PIP = "This Python cannot make virtual environments (the modules venv or ensurepip are missing)"


class Environment:
    """`.venv` of one checkout.

    Attributes
    ----------
    project
        The checkout.
    folder
        The virtual environment.
    is_new
        Whether this process filled it: nothing in it is compiled yet.
    """

    def __init__(self, project: Path, *, windows: bool = os.name == "nt") -> None:
        self.project = project
        self.folder = project / ".venv"
        self.is_new = False
        self._programs = self.folder / ("Scripts" if windows else "bin")
        self._suffix = ".exe" if windows else ""

    @property
    def python(self) -> Path:
        """The interpreter of the environment."""
        return self.program("python")

    def program(self, name: str) -> Path:
        """A program that is installed in the environment."""
        return self._programs / f"{name}{self._suffix}"

    def prepare(self, extras: Collection[str]) -> None:
        """Make, repair or fill the environment; do nothing when it is current.

        Raises
        ------
        SetupError
            When a step fails; the message says what to do.
        """
        if self.is_current(extras):
            say("The environment is current.")
        else:
            if not self.works():
                self._create()
            self._install(extras)
        self._compile()

    def works(self) -> bool:
        """Whether the environment's Python starts, is the one that runs this, and has pip."""
        if not self.python.exists():
            return False
        question = "import pip, sys; print('%d.%d' % sys.version_info[:2])"
        try:
            answer = subprocess.run(
                [self.python, "-c", question], capture_output=True, text=True, timeout=120, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        return answer.returncode == 0 and answer.stdout.strip() == _version()

    def is_current(self, extras: Collection[str]) -> bool:
        """Whether the last installation was of these inputs and had at least these extras."""
        try:
            stamp = json.loads((self.folder / STAMP).read_text(encoding="utf-8"))
            fits = stamp["inputs"] == self.fingerprint() and set(extras) <= set(stamp["extras"])
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return fits and self.works()

    def fingerprint(self) -> str:
        """Hash of what decides the content of the environment."""
        digest = hashlib.sha256(f"{_version()} {sys.platform} {self.project}".encode())
        for name in INPUTS:
            digest.update((self.project / name).read_bytes())
        return digest.hexdigest()

    def install_command(self, extras: Collection[str]) -> list[str]:
        """Install the checkout itself, editable, with pinned versions."""
        quiet = ["--quiet", "--quiet", "--disable-pip-version-check", "--no-input"]
        return [str(self.python), "-m", "pip", "install", *quiet, *self._pins, "--editable", _wanted(extras)]

    @property
    def _pins(self) -> list[str]:
        return ["--constraint", str(self.project / "packaging" / "constraints.txt")]

    def _create(self) -> None:
        if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
            debian.require([f"python{_version()}-venv"], MISSING_PIP)
        if self.folder.is_symlink():
            raise SetupError(
                f"{self.folder} is a link to an environment that does not work; remove it and try again."
            )
        if self.folder.exists():
            say("The environment does not work and is made anew.")
            shutil.rmtree(self.folder)
        say(f"Making the environment {self.folder} ...")
        self._call([sys.executable, "-m", "venv", str(self.folder)], "The environment could not be made")

    def _install(self, extras: Collection[str]) -> None:
        say(
            "Installing "
            + (", ".join(["the program", *sorted(extras)]) + " (a few minutes the first time) ...")
        )
        (self.folder / STAMP).unlink(missing_ok=True)
        if not uv.install(self.python, self.program("uv"), self._pins, _wanted(extras), self.project):
            self._call(self.install_command(extras), "The installation failed; pip's words are above")
        stamp = {"inputs": self.fingerprint(), "extras": sorted(extras)}
        (self.folder / STAMP).write_text(json.dumps(stamp) + "\n", encoding="utf-8")
        self.is_new = True

    def _compile(self) -> None:
        """Compile the part that is in C; without it NumPy does its work."""
        source = self.project / "packaging" / "native.py"
        if source.exists():
            subprocess.run([self.python, source], check=False)

    def _call(self, command: Sequence[str], failure: str) -> None:
        # A virtual environment that calls this must not leak into the one that is made.
        variables = {
            name: value for name, value in os.environ.items() if name not in {"PYTHONHOME", "PYTHONPATH"}
        }
        code = subprocess.run(
            command, cwd=self.project, env=variables, stdin=subprocess.DEVNULL, check=False
        ).returncode
        if code != 0:
            raise SetupError(f"{failure} (exit code {code}).")


def _wanted(extras: Collection[str]) -> str:
    """The checkout with its extras."""
    return f".[{','.join(sorted(extras))}]" if extras else "."


def _version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"
