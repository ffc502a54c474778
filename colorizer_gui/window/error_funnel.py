"""The one place where unexpected errors arrive, from any thread, and become a log entry and a dialog."""

import logging
import logging.handlers
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QStandardPaths,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)

from colorizer_gui.desktop.private_text import without_folders
from colorizer_gui.widgets.common.screen_fit import fit_into_screen
from colorizer_gui.widgets.dialogs.error_dialog import ErrorDialog

_log = logging.getLogger("colorizer_gui")
_qt_log = logging.getLogger("Qt")

_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_MOST_SHOWN: Final = 20


def start_log(folder: Path | None = None) -> Path:
    """Write a log file that stays small; without a place to write, only errors go to stderr.

    Returns
    -------
    Where the log is.
    """
    if folder is None:
        location = QStandardPaths.StandardLocation.AppLocalDataLocation
        folder = Path(QStandardPaths.writableLocation(location))
    path = folder / "tintype.log"
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    handlers[0].setLevel(logging.ERROR)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = logging.handlers.RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8")
        handlers.append(file)
    except OSError as exc:
        _log.warning("no log file: %s", exc)
    for handler in handlers:
        handler.setFormatter(_PrivateFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root.addHandler(handler)
    logging.captureWarnings(capture=True)
    return path


class _PrivateFormatter(logging.Formatter):
    """A log is passed on when something is reported, so it does not tell where photos lie."""

    def format(self, record: logging.LogRecord) -> str:
        return without_folders(super().format(record))


class ErrorFunnel(QObject):
    """Catches what nobody caught.

    Signals
    -------
    reported(str)
        The details of an error; emitted in any thread, received in the GUI thread.

    Attributes
    ----------
    dialog
        Open or closed; None before the first error.
    """

    reported = Signal(object)

    def __init__(self, log_path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: ErrorDialog | None = None
        self._log_path = log_path
        self._shown = 0
        self.reported.connect(self._on_reported)

    def install(self) -> None:
        """Take over the hooks of Python and Qt."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(self._on_qt_message)

    @staticmethod
    def uninstall() -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _on_exception(
        self, kind: type[BaseException], value: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, value, trace)
            return
        _log.critical("unexpected error", exc_info=(kind, value, trace))
        details = "".join(traceback.format_exception(kind, value, trace))
        self.reported.emit(f"{_environment()}\n\n{without_folders(details)}")

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    @staticmethod
    def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s", message)

    @Slot(object)
    def _on_reported(self, details: str) -> None:
        """In the GUI thread."""
        self._shown += 1
        if self._shown > _MOST_SHOWN:
            return
        if self.dialog is None:
            self.dialog = ErrorDialog(str(self._log_path))
        self.dialog.add(details)
        self.dialog.show()
        fit_into_screen(self.dialog)
        self.dialog.raise_()


def _environment() -> str:
    return f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
