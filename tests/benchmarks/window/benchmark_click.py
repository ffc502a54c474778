"""How soon a colour point is seen: in the window, with the release's network, at the size of the screen.

QT_QPA_PLATFORM=offscreen python tests/benchmarks/window/benchmark_click.py PHOTO [--rounds N]

Each round puts a point at another place and waits until the picture that follows it is drawn: the first one,
which knows what the point means, and the one for which the network was asked. The ratio of both says more
than seconds: it holds for another machine, and for a busy one.
"""

import argparse
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, QSettings, Slot

from colorizer_gui.app import make_application
from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.settings.settings import Settings
from colorizer_gui.window.main_window import MainWindow


class Watch(QObject):
    """Notes when pictures come."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session = window.workspace.session
        self.seen: list[tuple[float, bool]] = []
        window.workspace.previewing.colorized_drawn.connect(self._on_drawn)

    @Slot()
    def _on_drawn(self) -> None:
        entry = self._session.current
        if entry is not None and entry.prediction is not None:
            is_final = entry.prediction.is_as_wanted(entry.guidance, entry.candidate)
            follows = is_final or entry.prediction.is_sketch
            if follows:
                self.seen.append((perf_counter(), is_final))


def main() -> None:
    parser = argparse.ArgumentParser(description="How soon a colour point is seen.")
    parser.add_argument("photo", type=Path)
    parser.add_argument("--rounds", type=int, default=8)
    options = parser.parse_args()
    application = make_application()
    with TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        workspace = Workspace(lambda: NetworkColorizer.load("cpu"), data_folder=Path(folder))
        window = MainWindow(workspace, Settings(store))
        window.resize(1400, 860)
        window.show()
        window.open_paths([options.photo])
        entry_of = workspace.session

        def wait(until: object) -> None:
            assert callable(until)
            while not until():
                application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)

        wait(lambda: entry_of.current is not None and entry_of.current.state is EntryState.DONE)
        wait(lambda: workspace.previewing.is_settled)
        entry, watch = entry_of.current, Watch(window)
        assert entry is not None
        first, last = [], []
        for number in range(options.rounds + 1):
            watch.seen.clear()
            place = 0.15 + 0.7 * (number * 0.618 % 1), 0.15 + 0.7 * (number * 0.381 % 1)
            start = perf_counter()
            workspace.pointing.put(ColourPoint(*place, (20.0, 30.0)))
            workspace.pointing.end_gesture()
            wait(lambda: any(final for _, final in watch.seen))
            wait(lambda: workspace.previewing.is_settled)
            if number:  # the first one looks at the photo
                first.append(watch.seen[0][0] - start)
                last.append(next(at for at, final in watch.seen if final) - start)
        print(f"seen after {1000 * median(first):.0f} ms (most {1000 * max(first):.0f} ms)")
        print(f"the network's answer after {1000 * median(last):.0f} ms (most {1000 * max(last):.0f} ms)")
        print(f"ratio {median(a / b for a, b in zip(first, last, strict=True)):.2f}")
        window.dialogs.closing_confirmed.emit()
        workspace.wait(10_000)


if __name__ == "__main__":
    main()
