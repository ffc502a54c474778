"""How long the event loop is kept while 500 jobs run in the window and the user plays with the list.

xvfb-run -a .venv/bin/python tests/benchmarks/size/benchmark_batch_window.py [--photos 500] [--free]

The photos are enlarged from a sample, with grain; --free puts a colorizer that costs nothing in the
place of the network, so that as many events come as can.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractItemView, QApplication

from colorizer_gui.app import make_application
from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.inference.colorizer import NetworkColorizer, leave_cores_to_files
from colorizer_gui.core.prediction.prediction import Colorizer
from colorizer_gui.desktop.garbage_collection import GarbageCollector
from colorizer_gui.settings.settings import Settings
from colorizer_gui.window.main_window import MainWindow
from colorizer_gui.workers.batch.needs import BatchNeeds
from colorizer_gui.workers.batch.requests import Planned
from tests.benchmarks.size.benchmark_batch import FreeColorizer, make_box
from tests.support.window.heartbeat import Heartbeat

#: Beats between two things that the user does.
PAUSE = 30


class Hand:
    """A user who scrolls, selects, filters and moves rows, at random but always alike."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._chance = random.Random(1)
        self.longest = 0.0

    def play(self, beat: int) -> None:
        """Do something now and then; the time that it takes counts as the window's."""
        if beat % PAUSE:
            return
        start = perf_counter()
        page, chance = self._window.batch_page, self._chance
        table = page.table
        rows = table.filter.rowCount()
        match chance.randrange(5):
            case 0:
                bar = table.verticalScrollBar()
                bar.setValue(chance.randint(0, bar.maximum()))
            case 1:
                buttons = [button for button in page.filter_bar.buttons.values() if button.isVisible()]
                chance.choice(buttons).click()
            case 2 if rows:
                table.selectRow(chance.randrange(rows))
            case 3:
                jobs = self._window.workspace.batch.list.jobs
                self._window.workspace.batch.commands.move_to_front([chance.choice(jobs).id])
            case _ if rows:
                table.scrollTo(
                    table.filter.index(chance.randrange(rows), 0),
                    QAbstractItemView.ScrollHint.PositionAtCenter,
                )
        self.longest = max(self.longest, perf_counter() - start)


def connect(application: QApplication, workspace: Workspace, heart: Heartbeat, hand: Hand) -> None:
    """Start when the list is there, play while it runs, and leave at its end."""
    run = workspace.batch.run

    def on_beat(beat: int) -> None:
        if run.state is RunState.RUNNING:
            hand.play(beat)

    def on_changed(state: RunState) -> None:
        if state is RunState.IDLE:
            application.exit()

    def on_planned(planned: Planned) -> None:
        if planned.added:
            workspace.batch.start()

    heart.beat.connect(on_beat)
    run.changed.connect(on_changed)
    workspace.batch.list.planned.connect(on_planned)


def main() -> int:
    """Fill the list, run it, and print percentiles of the delay of a timer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=500)
    parser.add_argument("--width", type=int, default=900)
    parser.add_argument("--free", action="store_true")
    options = parser.parse_args()

    def make_colorizer() -> Colorizer:
        return FreeColorizer() if options.free else NetworkColorizer.load("cpu")

    application = make_application()
    collector = GarbageCollector(application)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        box = make_box(folder / "box", options.photos, (options.width, 2 * options.width // 3))
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        workspace = Workspace(
            make_colorizer, data_folder=folder / "data", batch_needs=BatchNeeds(leave_cores_to_files)
        )
        window = MainWindow(workspace, Settings(store))
        window.show()
        window.window_actions.batch.trigger()
        heart, hand = Heartbeat(), Hand(window)
        connect(application, workspace, heart, hand)
        window.batch_page.paths_dropped.emit([box])
        heart.start()
        start = perf_counter()
        application.exec()
        seconds = perf_counter() - start
        heart.stop()
        counts = {state.value: count for state, count in workspace.batch.list.counts().items()}
        print(f"{options.photos} photos in {seconds:.0f} s: {counts}")
        print(heart.report())
        print(f"the longest that a command took: {hand.longest * 1000:.1f} ms")
        workspace.stop()
        workspace.wait(20_000)
    collector.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
