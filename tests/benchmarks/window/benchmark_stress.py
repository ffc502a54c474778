"""Two minutes of anything at all in the real window, and whether what it shows is always true.

xvfb-run -a -s "-screen 0 1440x900x24" \\
    .venv/bin/python tests/benchmarks/window/benchmark_stress.py [--seconds 120]

A user opens, drops, pastes, moves sliders, undoes, puts points, takes other colours, turns, saves, closes,
starts and stops a batch, and all that at random, with the release's network, in a window of each language in
turn, where the session of the one before goes on. Now and then all rests, and what the panes show is compared
with what is computed anew from the file, by a network of its own. A timer notes how late the thread is.
It fails where a picture is stale, or anything was raised or warned of; it prints percentiles of the delay.
"""

import argparse
import logging
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import numpy as np
from PIL import Image
from PySide6.QtCore import QObject, QSettings, Slot

from colorizer_gui.app import SHUT_DOWN_MS, make_application
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.common.strips import leave_threads_to_strips
from colorizer_gui.core.foreign.opening import open_colorizer
from colorizer_gui.core.inference.colorizer import leave_cores_to_files
from colorizer_gui.core.prediction.prediction import Colorizer
from colorizer_gui.desktop.garbage_collection import GarbageCollector
from colorizer_gui.desktop.translation import install_translation
from colorizer_gui.settings.settings import LANGUAGES, Settings
from colorizer_gui.window.appearance import Appearance
from colorizer_gui.window.error_funnel import ErrorFunnel
from colorizer_gui.window.main_window import MainWindow
from colorizer_gui.workers.batch.needs import BatchNeeds
from tests.support.window.heartbeat import Heartbeat
from tests.support.window.photo_user import pause
from tests.support.window.random_user import RandomUser
from tests.support.window.shown_truth import Truth

SAMPLES = ("astronaut.jpg", "camera.jpg", "cat.jpg", "coffee.jpg", "hopper.jpg", "rocket.jpg")
SIZES = ((600, 450), (1500, 1000), (900, 1300), (2600, 700), (4000, 3000), (420, 640))
#: Seconds between two looks at what is shown.
REST_EVERY = 6


class Warnings(logging.Handler):
    """Notes what was logged as a warning or worse, by the program, Python or Qt."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


class Errors(QObject):
    """Notes what nobody caught."""

    def __init__(self, funnel: ErrorFunnel) -> None:
        super().__init__()
        self.details: list[str] = []
        funnel.reported.disconnect()  # without the dialog
        funnel.reported.connect(self._on_reported)

    @Slot(object)
    def _on_reported(self, details: str) -> None:
        self.details.append(details)


class Stress:
    """One window after the other, each for its share of the time.

    Attributes
    ----------
    heart
        How late the window's thread was.
    lines
        What is to be printed of each window.
    stale
        What was not true.
    """

    def __init__(self, folder: Path, seconds: float, seed: int) -> None:
        self._folder, self._seconds = folder, seconds
        self._chance = random.Random(seed)
        self._photos = [_gray(folder, *each) for each in zip(SAMPLES, SIZES, strict=True)]
        box = folder / "box"
        box.mkdir()
        for name, size in zip(SAMPLES * 3, SIZES[:3] * 6, strict=True):
            _gray(box, name, size)
        self._box = box
        self._truth = Truth(_make_colorizer())
        self.heart = Heartbeat()
        self.lines: list[str] = []
        self.longest: dict[str, float] = {}
        self.checks = 0
        self.stale: list[str] = []

    def run(self) -> None:
        """All windows."""
        application = make_application()
        for number, language in enumerate(LANGUAGES):
            install_translation(application, language)
            store = QSettings(str(self._folder / "settings.ini"), QSettings.Format.IniFormat)
            settings = Settings(store)
            settings.restores_session = True
            workspace = Workspace(
                _make_colorizer,
                data_folder=self._folder / "data",
                batch_needs=BatchNeeds(leave_cores_to_files),
            )
            window = MainWindow(workspace, settings)
            Appearance(application, settings, window)
            window.show()
            workspace.colorization.warm_up()
            workspace.batch.list.restore(quiet=True)
            window.desktop.keep_session(self._folder / "session.json", reopen=True)
            if number == 0:
                window.open_paths(self._photos[:2])
            user = RandomUser(window, self._photos, self._box, self._chance)
            self._play(window, user, self._seconds / len(LANGUAGES))
            self._close(window, user)
            for name, longest in user.longest.items():
                self.longest[name] = max(self.longest.get(name, 0.0), longest)
            self.lines.append(f"{language}: {sum(user.done.values())} things done: {_counted(user.done)}")

    def _play(self, window: MainWindow, user: RandomUser, seconds: float) -> None:
        active = 0.0
        while active < seconds:
            begun = time.monotonic()
            self.heart.start()
            while time.monotonic() - begun < min(REST_EVERY, seconds):
                user.act()
                pause(self._chance.randrange(10, 150))
            self.heart.stop()
            active += time.monotonic() - begun
            while user.is_asked:
                user.answer()
            found = self._truth.look(window)
            if found is not None:
                self.checks += 1
                self.stale += found

    def _close(self, window: MainWindow, user: RandomUser) -> None:
        window.close()
        while window.isVisible():
            pause(50)
            user.close_without_saving()
        window.workspace.stop()
        if not window.workspace.wait(4 * SHUT_DOWN_MS):
            self.stale.append("the window did not end")
        window.deleteLater()
        pause(50)


def _make_colorizer() -> Colorizer:
    return open_colorizer(None, "cpu")


def _gray(folder: Path, name: str, size: tuple[int, int]) -> Path:
    """A sample in gray and of that size, with grain, as a file."""
    with Image.open(resource("samples", name)) as file:
        gray = np.asarray(file.convert("L").resize(size, Image.Resampling.LANCZOS), dtype=np.float32)
    grain = np.random.default_rng(size[0]).normal(0.0, 3.0, gray.shape)
    path = folder / f"{Path(name).stem} {size[0]}.jpg"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem} {size[0]} {number}.jpg"
    Image.fromarray(np.clip(gray + grain, 0, 255).astype(np.uint8)).save(path, quality=92)
    return path


def _counted(done: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(done.items()))


def main() -> int:
    """The exit code is 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    application = make_application()
    leave_threads_to_strips()
    warnings = Warnings()
    logging.captureWarnings(capture=True)
    logging.getLogger().addHandler(warnings)
    with tempfile.TemporaryDirectory() as name:
        funnel = ErrorFunnel(Path(name, "tintype.log"))
        errors = Errors(funnel)
        funnel.install()
        collector = GarbageCollector(application)
        stress = Stress(Path(name), options.seconds, options.seed)
        stress.run()
        collector.stop()
        funnel.uninstall()
    print(*stress.lines, sep="\n")
    slowest = sorted(stress.longest.items(), key=lambda each: -each[1])[:8]
    print("longest, ms:", ", ".join(f"{name} {longest:.0f}" for name, longest in slowest))
    print(stress.heart.report())
    print(f"looked at {stress.checks} times; stale: {len(stress.stale)}")
    print(f"exceptions: {len(errors.details)}; warnings: {len(warnings.lines)}")
    print(*stress.stale, *errors.details, *warnings.lines, sep="\n")
    return 1 if stress.stale or errors.details or warnings.lines or not stress.checks else 0


if __name__ == "__main__":
    sys.exit(main())
