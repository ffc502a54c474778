"""How long it takes from `tintype PHOTO` to the window, to the photo and to its colour.

    xvfb-run -a python tests/benchmarks/window/benchmark_open.py [--times 20] [--cold] [PHOTO]

Each start is a process of its own with a folder of its own for settings. Times count from the moment at
which the process was made; the window is there when it was painted, the photo and its colour when the
panes that have them were. `--cold` empties the system's cache of files before each start, for which one
has to be root. Without compiled modules (`PYTHONDONTWRITEBYTECODE`) every start compiles them anew, so
they are kept in a folder of the benchmark.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).parents[3]
SAMPLE: Final = PROJECT / "resources" / "samples" / "cat.jpg"
MOMENTS: Final = ("window", "photo", "colour")

CHILD: Final = """
import os, sys, time

begun = float(sys.argv[2])  # this clock is the same for all processes
seen = {}

def note(moment):
    if moment not in seen:
        seen[moment] = time.monotonic() - begun

def watch():
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from colorizer_gui.widgets.compare.comparison_view import ComparisonView
    from colorizer_gui.window.main_window import MainWindow

    def after_painting(moment):
        QTimer.singleShot(0, lambda: note(moment))

    def wrap(owner, name, moment):
        plain = getattr(owner, name)
        def wrapped(self, *arguments):
            answer = plain(self, *arguments)
            after_painting(moment)
            return answer
        setattr(owner, name, wrapped)

    wrap(MainWindow, "showEvent", "window")
    wrap(ComparisonView, "set_original", "photo")
    wrap(ComparisonView, "set_colorized", "colour")

    def look():
        if "colour" in seen:
            print(" ".join(str(seen[moment]) for moment in ("window", "photo", "colour")), flush=True)
            os._exit(0)
    timer = QTimer(QApplication.instance(), interval=5)
    timer.timeout.connect(look)
    timer.start()

from colorizer_gui.cli import main as cli
from colorizer_gui.desktop import qt_environment
qt_environment.prepare()
with cli.no_garbage_collection():
    import colorizer_gui.app as app
make = app.make_application
def made():
    application = make()
    watch()
    return application
app.make_application = made
sys.exit(cli.main([sys.argv[1], "--new-window"]))
"""


def opened(photo: Path, folder: Path) -> list[float]:
    """Seconds to each moment of one start."""
    homes = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    variables = os.environ | {name: str(folder / name) for name in homes}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", CHILD, str(photo), str(time.monotonic())]
    answer = subprocess.run(
        command, cwd=PROJECT, env=variables, check=True, capture_output=True, text=True, timeout=600
    )
    return [float(each) for each in answer.stdout.split()]


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("photo", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--cold", action="store_true", help="empty the cache of files before each start")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(name, "compiled"))
        opened(options.photo, Path(name, "first"))  # compiles the modules
        rows = []
        for number in range(options.times):
            if options.cold:
                os.sync()
                Path("/proc/sys/vm/drop_caches").write_text("3\n")
            rows.append(opened(options.photo, Path(name, str(number))))
    print(f"| {'cold' if options.cold else 'warm'}, {options.times} starts | half | most |\n|---|---|---|")
    for moment, seconds in zip(MOMENTS, zip(*rows, strict=True), strict=True):
        print(f"| {moment} | {statistics.median(seconds):.2f} s | {max(seconds):.2f} s |")


if __name__ == "__main__":
    main()
