"""What is seen while one waits: a first look at a large photo, and that a colour is being made anew."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.window.main_window import MainWindow
from tests.support.photos.large_scene import HEIGHT, WIDTH, jpeg, scene
from tests.support.window.fixtures import FakeColorizer, PhotoMaker


def png(path: Path) -> None:
    Image.fromarray(np.ascontiguousarray(scene().T)).save(path, compress_level=1)


@pytest.mark.parametrize(("name", "make"), [("large.jpg", jpeg), ("large.png", png)])
def test_a_large_photo_is_seen_before_it_is_read(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str, make: Callable[[Path], None]
) -> None:
    path = tmp_path / name
    make(path)
    seen: list[str] = []
    workspace = window.workspace
    pane = window.viewer.comparison.original_pane

    def on_glanced() -> None:
        size = window.viewer.comparison.view.photo_size
        assert (size.width(), size.height()) == (HEIGHT, WIDTH)
        assert pane.image is not None
        seen.append("glance")

    def on_loaded() -> None:
        seen.append("photo")

    workspace.glancing.glanced.connect(on_glanced)
    workspace.loading.photo_loaded.connect(on_loaded)
    window.open_paths([path])
    qtbot.waitUntil(lambda: "photo" in seen)
    assert seen == ["glance", "photo"]
    workspace.glancing.glanced.disconnect(on_glanced)
    workspace.loading.photo_loaded.disconnect(on_loaded)
    current = workspace.session.current
    qtbot.waitUntil(lambda: current is not None and current.state is EntryState.DONE)
    qtbot.waitUntil(lambda: workspace.previewing.is_settled)


def test_a_colour_that_takes_its_time_says_so(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, colorizer: FakeColorizer
) -> None:
    window.open_paths([make_photo(width=320, height=240)])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    bar = window.viewer.activity_bar
    qtbot.waitUntil(bar.isHidden)
    colorizer.gate.clear()
    window.workspace.pointing.put(ColourPoint(0.5, 0.5, (40.0, 10.0)))
    assert bar.isHidden(), "what is quick needs no sign"
    qtbot.waitUntil(bar.isVisible)
    assert "your points" in bar.label.text()
    colorizer.gate.set()
    qtbot.waitUntil(bar.isHidden)
