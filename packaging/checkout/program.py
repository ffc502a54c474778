"""`dev.py run`: the window, or without a display one sample photo colorized on the command line."""

import os
import subprocess

from checkout import linux
from checkout.console import say
from checkout.environment import Environment

SAMPLE = "resources/samples/astronaut.jpg"
OUTPUT = "build/samples"


def run(environment: Environment, arguments: list[str]) -> int:
    """Start the program; the answer is its exit code."""
    if not arguments and not linux.has_display():
        linux.check(environment, plugins=())
        return _colorize_sample(environment)
    windowless = arguments[:1] in (["colorize"], ["doctor"]) or not linux.has_display()
    linux.check(environment, plugins=() if windowless else linux.session_plugins())
    return _tintype(environment, arguments)


def _colorize_sample(environment: Environment) -> int:
    say("There is no display, so no window can open; colorizing a sample photo instead ...")
    sample, output = environment.project / SAMPLE, environment.project / OUTPUT
    return _tintype(environment, ["colorize", str(sample), "-o", str(output), "--text"])


def _tintype(environment: Environment, arguments: list[str]) -> int:
    """Run the program in the caller's folder, so that relative paths mean what the user typed."""
    command = [str(environment.python), "-m", "colorizer_gui", *arguments]
    if os.name == "posix":
        os.execv(command[0], command)  # it takes this process's place, and so every signal reaches it
    return subprocess.run(command, check=False).returncode


def make_photos(environment: Environment, folder: str, count: int) -> int:
    """Make the pictures of the walk-through."""
    script = environment.project / "packaging" / "practice_photos.py"
    command = [str(environment.python), str(script), folder, "--count", str(count)]
    return subprocess.run(command, check=False).returncode
