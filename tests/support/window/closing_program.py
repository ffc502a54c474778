"""The whole program in a process of its own, which opens a photo, is closed, and says what it leaves.

python -m tests.support.window.closing_program PHOTO SECONDS early|late

The network takes so many seconds; the window is closed when it has begun, or has answered.
"""

import faulthandler
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import colorizer_gui.app as app
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.prediction.prediction import Colorizer, Guidance, Prediction
from colorizer_gui.window.main_window import MainWindow
from tests.support.guards import gui_garbage_collection

#: What stays to the end of the process, without a timer that runs.
_STAYS = {"ErrorFunnel", "GarbageCollector"}
_entered = threading.Event()
#: To the end of the process, too.
_kept: list[object] = []


class _Slow:
    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        del lightness, guidance
        assert threading.current_thread() is not threading.main_thread()
        _entered.set()
        threading.Event().wait(float(sys.argv[2]))
        plane = np.ones((4, 4), dtype=np.float32)
        return Prediction(np.full((4, 4, 2), 25, dtype=np.float32), plane)


def main() -> int:
    """As the program starts, but for the network."""
    faulthandler.enable()
    assert "torch" not in sys.modules
    run = app._run

    def watch() -> None:
        window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
        entry = window.workspace.session.current
        done = entry is not None and entry.prediction is not None
        if done or (_entered.is_set() and sys.argv[3] == "early"):
            print(QApplication.platformName(), "done" if done else "early", flush=True)
            window.close()
            timer.stop()

    def run_with_fake(
        application: QApplication,
        paths: list[Path],
        _make_colorizer: Callable[[], Colorizer],
        *rest: object,
    ) -> int:
        timer.start(20)
        return run(application, paths, _Slow, *rest)  # type: ignore[arg-type]

    app._run = run_with_fake  # type: ignore[assignment]
    application = app.make_application()
    timer = QTimer()
    _kept.extend((application, timer))
    timer.timeout.connect(watch)
    code = app.run_window([Path(sys.argv[1])])
    left = {type(each).__name__ for each in gui_garbage_collection.alive_objects()}
    print("torch" in sys.modules, *left - _STAYS, flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
