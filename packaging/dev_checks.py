"""`dev.py test`: everything that CI runs, on a real X display where there is a virtual one."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import dev_linux
from dev_console import SetupError, say
from dev_environment import Environment

CHECKS = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("imports", ("lint-imports", "--no-cache")),
    ("types", ("mypy",)),
    ("tests", ("pytest",)),
)

#: Programs that tests judge files with, or draw on, and the Debian package of each.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "exiftool": "libimage-exiftool-perl",
    "convert": "imagemagick",
    "tiffcp": "libtiff-tools",
    "heif-enc": "libheif-examples",
    "dcraw": "dcraw",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
}


def run(environment: Environment) -> int:
    """Run every check, also after a failed one; the answer is the exit code."""
    dev_linux.check(environment, plugins=["xcb"], programs=TEST_PROGRAMS)
    failed = []
    with _display() as variables:
        for name, (program, *arguments) in CHECKS:
            say(f"{name}: {program} {' '.join(arguments)}".rstrip())
            start = time.monotonic()
            command = [str(environment.program(program)), *arguments]
            code = subprocess.run(command, cwd=environment.project, env=variables, check=False).returncode
            verdict = "ok" if code == 0 else f"FAILED (exit code {code})"
            say(f"{name}: {verdict}, {time.monotonic() - start:.0f} s")
            if code != 0:
                failed.append(name)
    say(f"Failed: {', '.join(failed)}." if failed else "Every check passed.")
    return 1 if failed else 0


@contextmanager
def _display() -> Iterator[dict[str, str]]:
    """Environment variables; on Linux with a virtual X display, so that no window disturbs anybody."""
    variables = dict(os.environ)
    if not sys.platform.startswith("linux"):
        yield variables
        return
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(write_end),
            "-screen",
            "0",
            "1600x1000x24",
            "-noreset",
            "-nolisten",
            "tcp",
        ],
        pass_fds=(write_end,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end, encoding="ascii") as answer:
            number = answer.readline().strip()
        if not number:
            raise SetupError("The virtual X server Xvfb did not start; try it with: Xvfb :99")
        for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            variables.pop(name, None)
        yield variables | {"DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait()
