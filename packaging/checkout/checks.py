"""`dev.py test`: everything that CI runs, on real X displays where there are virtual ones."""

import os
import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

from checkout import linux
from checkout.console import SetupError, say
from checkout.environment import Environment

#: What the inner loop leaves out: `tests/conftest.py` marks it.
FAST = ("-m", "not slow")
#: More of them would need more memory than time.
MOST_PROCESSES = 4
#: Displays by spaces, one for each process of tests: the keyboard's focus is there once for each.
DISPLAYS = "TINTYPE_TEST_DISPLAYS"
CHECKS = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("imports", ("lint-imports", "--no-cache")),
    ("tests", ("pytest",)),
)
#: Takes half a minute of one core where it has no cache, and so goes on beside the others.
TYPES = "mypy"
#: Imports what tests import.
COLLECT = ("pytest", "--collect-only", "--quiet", "-p", "no:xdist")

#: Programs that tests judge files with, or draw on, and the Debian package of each.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "exiftool": "libimage-exiftool-perl",
    "identify": "imagemagick",  # its convert is used, but other programs are called that, too
    "tiffcp": "libtiff-tools",
    "heif-enc": "libheif-examples",
    "dcraw": "dcraw",
    "cjxl": "libjxl-tools",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
}


def prepare(environment: Environment, extras: Collection[str]) -> None:
    """Fill the environment, and install what the system lacks beside it.

    Raises
    ------
    SetupError
        When a step fails; the message says what to do.
    """
    with ThreadPoolExecutor(1) as beside:
        system = beside.submit(linux.require_programs, TEST_PROGRAMS)
        environment.prepare(extras)
        system.result()
    linux.check(environment, plugins=["xcb"])


def run(environment: Environment, *, fast: bool = False) -> int:
    """Run every check, also after a failed one; the answer is the exit code.

    Parameters
    ----------
    fast
        Leave out the tests that are marked slow.
    """
    failed = []
    cores = os.cpu_count() or 1
    count = min(cores + 1, MOST_PROCESSES)  # one of them waits now and then: for a process, or for a timer
    share = {"OMP_NUM_THREADS": str(max(1, cores // count))}  # threads, which wait for each other
    with _displays(count) as displays, ThreadPoolExecutor(2) as beside:
        variables = _with_compiled_modules(displays, environment)
        types = beside.submit(_found_by, [TYPES], environment, variables)
        # Each process of tests would compile what all of them import; what is wrong there, the tests say.
        compiled = beside.submit(_found_by, COLLECT, environment, variables) if environment.is_new else None
        for name, (program, *arguments) in CHECKS:
            if name == "tests":
                arguments += ["-n", str(count), "--dist", "worksteal", *(FAST if fast else ())]
                if compiled is not None:
                    compiled.result()
            say(f"{name}: {program} {' '.join(arguments)}".rstrip())
            start = time.monotonic()
            command = [str(environment.program(program)), *arguments]
            code = subprocess.run(
                command, cwd=environment.project, env=share | variables, check=False
            ).returncode
            verdict = "ok" if code == 0 else f"FAILED (exit code {code})"
            say(f"{name}: {verdict}, {time.monotonic() - start:.0f} s")
            if code != 0:
                failed.append(name)
        say(f"types: {TYPES}")
        code, found = types.result()
        print(found, flush=True)
        if code != 0:
            failed.append("types")
    say(f"Failed: {', '.join(failed)}." if failed else "Every check passed.")
    return 1 if failed else 0


def _found_by(command: Sequence[str], environment: Environment, variables: dict[str, str]) -> tuple[int, str]:
    """The exit code of a check, and what it says."""
    program, *arguments = command
    answer = subprocess.run(
        [str(environment.program(program)), *arguments],
        cwd=environment.project,
        env=variables,
        check=False,
        capture_output=True,
        text=True,
    )
    return answer.returncode, f"{answer.stdout}{answer.stderr}".rstrip()


def _with_compiled_modules(variables: dict[str, str], environment: Environment) -> dict[str, str]:
    """Have modules compiled once, into the environment, where they are not to lie beside their sources.

    Tests start a few hundred processes, and each would compile all that it imports.
    """
    if not variables.get("PYTHONDONTWRITEBYTECODE"):
        return variables
    kept = {name: value for name, value in variables.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"PYTHONPYCACHEPREFIX": str(environment.folder / "compiled")} | kept


@contextmanager
def _displays(count: int) -> Iterator[dict[str, str]]:
    """Environment variables; on Linux with virtual X displays, so that no window disturbs anybody."""
    variables = dict(os.environ)
    if not sys.platform.startswith("linux"):
        yield variables
        return
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        variables.pop(name, None)
    with ExitStack() as stack:
        displays = [stack.enter_context(_display()) for _ in range(count)]
        yield variables | {"DISPLAY": displays[0], DISPLAYS: " ".join(displays)}


@contextmanager
def _display() -> Iterator[str]:
    """The name of a virtual X display that nobody else uses."""
    read_end, write_end = os.pipe()
    screen = ("-screen", "0", "1600x1000x24", "-noreset", "-nolisten", "tcp")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), *screen],
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
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
