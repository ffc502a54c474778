"""The window and the command make the same of the same photo and settings."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.pipeline.pipeline import colorize_file
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker


def test_the_window_saves_what_the_command_saves(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    source = make_photo("a.png", 301, 203)
    adjustments = replace(Adjustments(), saturation=1.3, warmth=0.2, shadows=0.6)
    window.open_paths([source])
    qtbot.waitUntil(lambda: [e.state for e in window.workspace.session] == [EntryState.DONE])
    window.workspace.adjusting.apply(adjustments)
    with qtbot.waitSignal(window.workspace.colorization.saved) as saved:
        window.window_actions.save.trigger()
    assert saved.args is not None
    target = colorize_file(source, tmp_path / "command.png", colorizer, adjustments)
    ours, theirs = (np.asarray(Image.open(path)) for path in (saved.args[1], target))
    assert np.array_equal(ours, theirs)
    assert np.ptp(ours.astype(int) - ours[..., :1], axis=(0, 1)).max() > 20
