"""uv in the place of pip, where both install the same: a seventh of the processor's time, on all cores."""

import ast
import os
import re
import subprocess
from pathlib import Path

from checkout.console import say

#: What pip is told in its configuration or by variables (PIP_…), and how uv is told the same.
_SAME = {
    "constraint": "--constraint",
    "extra-index-url": "--extra-index-url",
    "find-links": "--find-links",
    "index-url": "--index-url",
}
#: What changes nothing of what is installed. With anything else, pip stays.
_INDIFFERENT = {
    "cache-dir",
    "cert",  # handed on by a variable
    "default-timeout",
    "disable-pip-version-check",
    "no-cache-dir",
    "no-color",
    "no-input",
    "progress-bar",
    "quiet",
    "root-user-action",
    "timeout",
}
#: Later ones hold.
_SECTIONS = ("global", "install", ":env:")
_ELSEWHERE = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"}
_LINE = re.compile(r"(global|install|:env:)\.([\w-]+)=(.*)")


def pip_settings(python: Path) -> dict[str, str] | None:
    """What pip's configuration says to an installation; None where it cannot be asked."""
    command = [str(python), "-m", "pip", "config", "list"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if answer.returncode else parse_settings(answer.stdout)


def parse_settings(text: str) -> dict[str, str]:
    """Names and values out of the lines of `pip config list`."""
    found = [match.groups() for line in text.splitlines() if (match := _LINE.fullmatch(line))]
    found.sort(key=lambda line: _SECTIONS.index(line[0]))
    return {name: str(ast.literal_eval(value)) for _, name, value in found}


def options(settings: dict[str, str]) -> list[str] | None:
    """The same settings as uv's options; None where one of them is none of uv's."""
    if not settings.keys() <= _SAME.keys() | _INDIFFERENT:
        return None
    given = [
        word
        for name, flag in _SAME.items()
        for value in settings.get(name, "").split()
        for word in (flag, value)
    ]
    # As pip does, look for the best version in all places.
    return ["--no-config", "--index-strategy", "unsafe-best-match", *given]


def variables(settings: dict[str, str]) -> dict[str, str]:
    """The variables to call both with: none of another environment that calls this."""
    certificates = {"SSL_CERT_FILE": settings["cert"]} if "cert" in settings else {}
    return {name: value for name, value in os.environ.items() if name not in _ELSEWHERE} | certificates


def install(python: Path, uv: Path, pins: list[str], wanted: str, project: Path) -> bool:
    """Install the checkout, editable, with pinned versions; whether that was done, and pip has nothing to do.

    Parameters
    ----------
    python
        That of the environment, with pip.
    uv
        Where that environment has its programs' `uv`; it is installed first.
    pins
        The option that names the constraints, for pip and for uv.
    wanted
        The checkout with its extras, `.[…]`.
    """
    settings = pip_settings(python)
    given = None if settings is None else options(settings)
    if settings is None or given is None:
        return False
    quiet = ["--quiet", "--quiet", "--disable-pip-version-check", "--no-input"]
    steps = (
        [str(python), "-m", "pip", "install", *quiet, *pins, "uv"],
        [str(uv), "pip", "install", "--quiet", "--python", str(python), *given, *pins, "--editable", wanted],
    )
    for step in steps:
        try:
            code = subprocess.run(
                step, cwd=project, env=variables(settings), stdin=subprocess.DEVNULL, check=False
            ).returncode
        except OSError as exc:
            say(f"uv cannot be started: {exc}.")
            return False
        if code != 0:
            say("uv could not do it; pip tries ...")
            return False
    return True
