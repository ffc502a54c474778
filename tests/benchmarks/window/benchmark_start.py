"""Processor time of starts: the command line, the window's modules, a sample from file to file.

python tests/benchmarks/window/benchmark_start.py [--times N] [CHECKOUT…]

Without a name, of this checkout. Several are measured in turn, so that a busy machine is unkind to all of
them; of each the least is printed, which other programs disturb least.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[3]
#: Where the window was before it had a room of its own.
OLD_WINDOW = Path("colorizer_gui", "main_window.py")


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
    yield (
        "a sample from file to file",
        ["-m", "colorizer_gui", "colorize", str(sample), "-o", str(scratch / str(time))],
    )


def processor_seconds(checkout: Path, arguments: list[str]) -> float:
    """Of a process and those that it starts, in user mode and in the kernel."""
    variables = os.environ | {"QT_QPA_PLATFORM": "offscreen", "OMP_WAIT_POLICY": "PASSIVE"}
    before = os.times()
    subprocess.run(
        [sys.executable, *arguments], cwd=checkout, env=variables, check=True, stdout=subprocess.DEVNULL
    )
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


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
                    seconds = processor_seconds(checkout.resolve(), arguments)
                    row = least.setdefault(name, {})
                    row[checkout] = min(seconds, row.get(checkout, seconds))
    print("| processor seconds |", " | ".join(checkout.name for checkout in options.checkouts), "|")
    for name, row in least.items():
        print(f"| {name} |", " | ".join(f"{row[each]:.2f}" for each in options.checkouts), "|")


if __name__ == "__main__":
    main()
