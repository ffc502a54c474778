"""Windows of one user, none of which leaves a thread behind."""

import pytest

from colorizer_gui.widgets.messages import message_bar
from tests.support.window.windows_of_one_user import windows

__all__ = ["windows"]


@pytest.fixture(autouse=True)
def _notices_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine seven seconds pass before a test has looked."""
    monkeypatch.setattr(message_bar, "NOTICE_MS", 3_600_000)
