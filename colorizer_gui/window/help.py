"""The Help menu: the guide, the log, and what to say when something is wrong. Nothing is sent."""

import logging
import logging.handlers
import os
import platform
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QObject, Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMainWindow

from colorizer_gui.core.common.version import VERSION
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.common.screen_fit import open_dialog
from colorizer_gui.widgets.dialogs.help_dialogs import GuideDialog, TextDialog
from colorizer_gui.window.actions import WindowActions

_LONGEST_LOG: Final = 200_000
_LAST_LINES: Final = 60


class HelpActions(QObject):
    """Opens what explains.

    Attributes
    ----------
    last
        The dialog that was opened last.
    """

    def __init__(self, window: QMainWindow, settings: Settings, actions: WindowActions) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.last: QDialog | None = None
        actions.guide.triggered.connect(self._on_guide_requested)
        actions.show_log.triggered.connect(self._on_log_requested)
        actions.report.triggered.connect(self._on_report_requested)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.last = dialog
        open_dialog(dialog)

    @Slot()
    def _on_guide_requested(self) -> None:
        language = self._settings.language or QLocale().name()[:2]
        self._open(GuideDialog(language, self._window))

    @Slot()
    def _on_log_requested(self) -> None:
        path = log_file()
        sentence = self.tr("What Tintype has done and met; where your photos lie is not in it.")
        folder = "" if path is None else str(path.parent)
        text = log_text() or self.tr("Nothing was written yet.")
        self._open(TextDialog(self.tr("Log"), sentence, text, folder, self._window))

    @Slot()
    def _on_report_requested(self) -> None:
        sentence = self.tr(
            "Nothing is sent. Copy this text, say above it what you did and what happened, and give it to "
            "those from whom you have Tintype."
        )
        self._open(TextDialog(self.tr("Report a Problem"), sentence, self._report(), "", self._window))

    def _report(self) -> str:
        screen, settings = self._window.screen(), self._settings
        size = f"{screen.size().width()} x {screen.size().height()} at {screen.devicePixelRatio():g}"
        model = "own" if settings.weights is None else settings.weights.name
        lines = [
            self.tr("What I did:"),
            "",
            self.tr("What happened:"),
            "",
            f"Tintype {VERSION}, Python {platform.python_version()}, Qt {qVersion()}",
            f"{platform.platform()}, {os.cpu_count()} CPUs, {QGuiApplication.platformName()}",
            f"screen {size}, letters {self._window.font().pointSizeF():g} pt",
            f"language {settings.language or QLocale().name()}, device {settings.device}, model {model}",
            "",
            *log_text().splitlines()[-_LAST_LINES:],
        ]
        return "\n".join(lines)


def log_file() -> Path | None:
    """Where the log is written; None where it is written nowhere."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.handlers.RotatingFileHandler):
            return Path(handler.baseFilename)
    return None


def log_text() -> str:
    """The end of the log; empty where there is none."""
    path = log_file()
    if path is None or not path.is_file():
        return ""
    return path.read_text(encoding="utf-8", errors="replace")[-_LONGEST_LOG:]
