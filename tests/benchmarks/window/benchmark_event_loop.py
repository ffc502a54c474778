"""How long the event loop is kept while the network colorizes a row of photos and a slider moves.

xvfb-run -a .venv/bin/python tests/benchmarks/window/benchmark_event_loop.py PHOTO...
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from PySide6.QtCore import QSettings

from colorizer_gui.app import make_application
from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.prediction.prediction import Colorizer
from colorizer_gui.settings.settings import Settings
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.heartbeat import Heartbeat


def make_colorizer() -> Colorizer:
    """The real network."""
    from colorizer_gui.core.inference.colorizer import NetworkColorizer

    return NetworkColorizer.load("cpu")


def main() -> int:
    """Open the photos, move a slider all the time, and print percentiles of the delay of a timer."""
    application = make_application()
    store = QSettings(str(Path(tempfile.mkdtemp()) / "settings.ini"), QSettings.Format.IniFormat)
    workspace = Workspace(make_colorizer)
    window = MainWindow(workspace, Settings(store))
    window.show()
    heart = Heartbeat()

    def on_beat(number: int) -> None:
        entry = workspace.session.current
        if number % 4 == 0 and entry is not None and entry.prediction is not None:
            window.panel.rows["saturation"].slider.setValue(50 + number // 4 % 100)
        ended = {EntryState.DONE, EntryState.FAILED}
        if len(workspace.session) and all(entry.state in ended for entry in workspace.session):
            application.exit()  # quit() would ask about unsaved work first

    heart.beat.connect(on_beat)
    window.open_paths([Path(name) for name in sys.argv[1:]])
    heart.start()
    application.exec()
    heart.stop()
    workspace.stop()
    workspace.wait(20_000)
    print(heart.report())
    return 0


if __name__ == "__main__":
    sys.exit(main())
