"""A `qtbot` that waits for as long as a busy machine may need."""

from functools import partialmethod
from typing import Final

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

#: For what comes in milliseconds on an idle machine; to wait in vain is slow, and that is all.
PATIENCE_MS: Final = 300_000


class PatientBot(QtBot):
    """Waits longer wherever a test does not say for how long."""

    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE_MS)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE_MS)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)  # noqa: N815
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE_MS)  # noqa: N815
    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)  # noqa: N815


def can_be_clicked(widget: QWidget) -> bool:
    """Whether it is shown and laid out: what was shown just now has no size yet, and a click misses it."""
    return widget.isVisible() and not widget.rect().isEmpty()
