"""The thin progress bar."""

import pytest
from PySide6.QtCore import QVariantAnimation
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.common import slim_bar


@pytest.mark.parametrize(("wanted", "moves"), [(True, True), (False, False)])
def test_who_wants_less_motion_sees_the_light_stand_still(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wanted: bool, moves: bool
) -> None:
    monkeypatch.setattr(slim_bar, "wants_motion", lambda _widget: wanted)
    bar = slim_bar.SlimBar()
    qtbot.addWidget(bar)
    bar.setRange(0, 0)
    bar.show()
    assert (bar._glide.state() is QVariantAnimation.State.Running) is moves
