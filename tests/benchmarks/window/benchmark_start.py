"""Processor time of starts: the command line, the window, a sample from file to file.

python tests/benchmarks/window/benchmark_start.py [--times N] [CHECKOUT…]

Without a name, of this checkout. Several are measured in turn, so that a busy machine is unkind to all of
them; of each the least is printed, which other programs disturb least.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[3]
#: Where the window was before it had a room of its own.
OLD_WINDOW = Path("colorizer_gui", "main_window.py")
#: The program without a photo; it ends when the window was seen.
EMPTY = """
import os, sys
from colorizer_gui.cli import main as cli
from colorizer_gui.desktop import qt_environment
qt_environment.prepare()
with cli.no_garbage_collection():
    import colorizer_gui.app as app
from PySide6.QtCore import QTimer
make = app.make_application
def made():
    application = make()
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, lambda: os._exit(0)))
    return application
app.make_application = made
app.run_window([], new_window=True)
"""


def commands(checkout: Path, scratch: Path, time: int) -> Iterator[tuple[str, list[str]]]:
    """What is measured, and how it is started."""
    window = (
        "colorizer_gui.main_window"
        if (checkout / OLD_WINDOW).exists()
        else "colorizer_gui.window.main_window"
    )
    sample = checkout / "resources" / "samples" / "cat.jpg"
    yield "tintype --version", ["-m", "colorizer_gui", "--version"]
    yield "importing the window", ["-c", f"import {window}"]
    if not (checkout / OLD_WINDOW).exists():
        yield "an empty window", ["-c", EMPTY]
    yield (
        "a sample from file to file",
        ["-m", "colorizer_gui", "colorize", str(sample), "-o", str(scratch / str(time))],
    )


def processor_seconds(checkout: Path, home: Path, arguments: list[str]) -> float:
    """Of a process and those that it starts, in user mode and in the kernel."""
    homes = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    variables = os.environ | {name: str(home / name) for name in homes}
    variables |= {"QT_QPA_PLATFORM": "offscreen", "OMP_WAIT_POLICY": "PASSIVE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments], cwd=checkout, env=variables, check=True, stdout=subprocess.DEVNULL
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print a table, a column for each checkout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkouts", nargs="*", type=Path, default=[PROJECT])
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    least: dict[str, dict[Path, float]] = {}
    for time in range(options.times):
        for checkout in options.checkouts:
            with tempfile.TemporaryDirectory() as scratch:
                for name, arguments in commands(checkout, Path(scratch), time):
                    seconds = processor_seconds(checkout.resolve(), Path(scratch), arguments)
                    row = least.setdefault(name, {})
                    row[checkout] = min(seconds, row.get(checkout, seconds))
    print("| processor seconds |", " | ".join(checkout.name for checkout in options.checkouts), "|")
    for name, row in least.items():
        cells = (f"{row[each]:.2f}" if each in row else "–" for each in options.checkouts)
        print(f"| {name} |", " | ".join(cells), "|")


if __name__ == "__main__":
    main()
