"""`dev.py run`: the window, or without a display one sample photo colorized on the command line."""

import subprocess
from pathlib import Path

import dev_linux
from dev_console import say
from dev_environment import Environment

SAMPLE = "resources/samples/astronaut.jpg"
OUTPUT = "build/samples"


def run(environment: Environment, arguments: list[str]) -> int:
    """Start the program; the answer is its exit code."""
    if not arguments and not dev_linux.has_display():
        dev_linux.check(environment, plugins=())
        return _colorize_sample(environment)
    windowless = arguments[:1] in (["colorize"], ["doctor"]) or not dev_linux.has_display()
    dev_linux.check(environment, plugins=() if windowless else dev_linux.session_plugins())
    return _tintype(environment, arguments)


def _colorize_sample(environment: Environment) -> int:
    say("There is no display, so no window can open; colorizing a sample photo instead ...")
    output = environment.project / OUTPUT
    output.mkdir(parents=True, exist_ok=True)
    before = set(output.iterdir())
    code = _tintype(environment, ["colorize", str(environment.project / SAMPLE), "-o", str(output)])
    for path in sorted(set(output.iterdir()) - before):
        say(f"The colorized photo is {path}")
    return code


def _tintype(environment: Environment, arguments: list[str]) -> int:
    # The caller's folder stays the working folder: relative photo paths mean what the user typed.
    command = [str(environment.python), "-m", "colorizer_gui", *arguments]
    return subprocess.run(command, cwd=Path.cwd(), check=False).returncode
