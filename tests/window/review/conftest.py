"""A review in a view of its own, which has the keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.settings.settings import Settings
from tests.support.batch.review_bench import ReviewBench
from tests.support.window.activation import activate


@pytest.fixture
def reviewing(qtbot: QtBot, tmp_path: Path, settings: Settings) -> Iterator[ReviewBench]:
    made = ReviewBench(tmp_path, settings)
    qtbot.addWidget(made.view)
    made.view.resize(900, 640)
    with qtbot.waitExposed(made.view):
        made.view.show()
    activate(qtbot, made.view)
    made.view.setFocus()
    yield made
    made.controller.stop()
    assert made.controller.wait(10_000)
    made.bench.queue.close()
