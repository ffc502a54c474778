"""Windows of one user, none of which leaves a thread behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.messages import message_bar
from tests.support.window.fixtures import FakeColorizer
from tests.support.window.windows_of_one_user import Windows


@pytest.fixture(autouse=True)
def _notices_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine seven seconds pass before a test has looked."""
    monkeypatch.setattr(message_bar, "NOTICE_MS", 3_600_000)


@pytest.fixture
def windows(qtbot: QtBot, settings: Settings, colorizer: FakeColorizer, tmp_path: Path) -> Iterator[Windows]:
    made = Windows(qtbot, settings, colorizer, tmp_path / "data")
    yield made
    for workspace in made.spaces:
        workspace.stop()
        assert workspace.wait(10_000)
