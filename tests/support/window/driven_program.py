"""The whole program in a process of its own, which does what it reads, and says what it shows.

python tests/support/window/driven_program.py [--new-window] [PHOTO...]

Each line that it reads is a word, perhaps with a path: `wait`, `work`, `drop PATH`, `recent PATH`,
`earlier`, `close`. It does that with mouse and keys, and answers by a line of JSON once the window rests.
"""

import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import colorizer_gui.app as app
from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.guidance.colour_points import points_of
from colorizer_gui.core.prediction.prediction import Colorizer
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer
from tests.support.window.random_user import drop

LEFT: Final = Qt.MouseButton.LeftButton
_POLL_MS: Final = 30
_AT_REST: Final = 4


class Driver(QObject):
    """Does what it is told and answers when nothing is under way any more."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rests = 0
        self._is_asked = False
        self._seen = ""
        self._acts: dict[str, Callable[[Path], None]] = {
            "wait": lambda _path: None,
            "work": lambda _path: self._work(),
            "drop": lambda path: drop(self._window, path),
            "recent": self._recent,
            "earlier": lambda _path: self._earlier(),
            "close": lambda _path: self._close(),
        }
        self.told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.told.emit(line.strip())

    @property
    def _window(self) -> MainWindow:
        windows = QApplication.topLevelWidgets()
        (window,) = [each for each in windows if isinstance(each, MainWindow)]
        return window

    @Slot(str)
    def _on_told(self, line: str) -> None:
        word, _, path = line.partition(" ")
        self._window.activateWindow()
        try:
            self._acts[word](Path(path))
        except Exception as exc:
            print(json.dumps({"error": repr(exc)}), flush=True)
            raise
        self._is_asked, self._rests = True, 0

    @Slot()
    def _on_timeout(self) -> None:
        """Answer when all has been the same for a while."""
        if not self._is_asked:
            return
        window = self._window
        keeper, workspace = window.desktop.keeper, window.workspace
        states = {entry.state for entry in workspace.session}
        assert keeper is not None
        waits = any(queue.requests for queue in workspace._queues) or states - {EntryState.DONE}
        is_busy = workspace.work.is_busy or keeper._is_changed or waits
        seen = self._report()
        self._rests = 0 if is_busy or seen != self._seen else self._rests + 1
        self._seen = seen
        if self._rests >= _AT_REST:
            self._is_asked = False
            print(seen, flush=True)

    def _report(self) -> str:
        window = self._window
        entries = {
            entry.name: [entry.adjustments.warmth, len(points_of(entry.guidance))]
            for entry in window.workspace.session
        }
        current = window.workspace.session.current
        shown = "" if current is None else current.name
        return json.dumps({"open": entries, "shown": shown, "message": window.viewer.message_bar.text})

    def _work(self) -> None:
        """A slider, and a point beside those that are there, by the mouse."""
        window = self._window
        slider = window.panel.rows["warmth"].slider
        QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 12, slider.height() // 2))
        tools = window.panel.points
        window.panel.sections["points"].set_opened(True)
        QTest.mouseClick(tools.button, LEFT)  # a key would ask for the focus, which another program may have
        pane, chooser = window.viewer.comparison.colorized_pane, tools.chooser
        QTest.mouseClick(pane, LEFT, pos=pane.rect().center())
        assert chooser.is_for_place()
        QTest.mouseClick(chooser.plane, LEFT, pos=QPoint(20, 20))
        QTest.mouseClick(tools.button, LEFT)

    def _recent(self, path: Path) -> None:
        buttons = self._window.viewer.empty_state.recent_buttons
        (button,) = [button for button in buttons if button.toolTip() == str(path)]
        QTest.mouseClick(button, LEFT)

    def _earlier(self) -> None:
        QTest.mouseClick(self._window.viewer.empty_state.earlier_button, LEFT)

    def _close(self) -> None:
        self._timer.stop()
        window = self._window
        window.dialogs.closing_confirmed.emit()


def main() -> int:
    """As the program starts, but for the network."""
    words = sys.argv[1:]
    run = app._run

    def run_with_fake(
        application: QApplication,
        paths: list[Path],
        _make_colorizer: Callable[[], Colorizer],
        *rest: object,
    ) -> int:
        driver = Driver()
        code = run(application, paths, FakeColorizer, *rest)  # type: ignore[arg-type]
        driver.deleteLater()
        return code

    app._run = run_with_fake  # type: ignore[assignment]
    photos = [Path(word) for word in words if word != "--new-window"]
    return app.run_window(photos, new_window="--new-window" in words)


if __name__ == "__main__":
    sys.exit(main())
