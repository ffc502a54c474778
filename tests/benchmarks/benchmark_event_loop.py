"""How long the event loop is kept while the network colorizes a row of photos and a slider moves.

xvfb-run -a .venv/bin/python tests/benchmarks/benchmark_event_loop.py PHOTO...
"""

import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtCore import QSettings, Qt, QTimer

from colorizer_gui.app import make_application
from colorizer_gui.controllers.session import EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.prediction import Colorizer
from colorizer_gui.main_window import MainWindow
from colorizer_gui.settings import Settings

BEAT_MS = 5


def make_colorizer() -> Colorizer:
    """The real network."""
    from colorizer_gui.core.colorizer import NetworkColorizer

    return NetworkColorizer.load("cpu")


def main() -> int:
    """Open the photos, move a slider all the time, and print percentiles of the delay of a timer."""
    application = make_application()
    store = QSettings(str(Path(tempfile.mkdtemp()) / "settings.ini"), QSettings.Format.IniFormat)
    workspace = Workspace(make_colorizer)
    window = MainWindow(workspace, Settings(store))
    window.show()
    late: list[float] = []
    last = perf_counter()
    beats = 0

    def beat() -> None:
        nonlocal last, beats
        now = perf_counter()
        late.append((now - last) * 1000 - BEAT_MS)
        last = now
        beats += 1
        entry = workspace.session.current
        if beats % 4 == 0 and entry is not None and entry.prediction is not None:
            window.panel.rows["saturation"].slider.setValue(50 + beats // 4 % 100)
        ended = {EntryState.DONE, EntryState.FAILED}
        if len(workspace.session) and all(entry.state in ended for entry in workspace.session):
            application.exit()  # quit() would ask about unsaved work first

    timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    window.open_paths([Path(name) for name in sys.argv[1:]])
    timer.start()
    application.exec()
    timer.stop()
    workspace.stop()
    workspace.wait(20_000)
    values = np.percentile(late, [50, 95, 99, 100])
    print(
        f"{len(late)} beats; late by {values[0]:.1f} ms (half), {values[1]:.1f} ms (95 %), "
        f"{values[2]:.1f} ms (99 %), {values[3]:.1f} ms (most)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
