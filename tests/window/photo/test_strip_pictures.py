"""The small pictures of the film strip look like their photos."""

import functools
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QColorSpace, QImage
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.widgets.film_strip.film_strip import ITEM_ROLE
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker


@pytest.fixture
def photos(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> list[Entry]:
    paths: list[Path] = [make_photo(name) for name in ("a.png", "b.png")]
    window.open_paths(paths)
    session, previewing = window.workspace.session, window.workspace.previewing
    qtbot.waitUntil(lambda: len(session) == 2 and all(each.state is EntryState.DONE for each in session))
    qtbot.waitUntil(lambda: previewing.is_settled)
    return list(session)


def shown(window: MainWindow, entry: Entry) -> int:
    """How saturated the picture in the strip is, in its middle."""
    model = window.film_strip.photos
    row = next(row for row in range(model.rowCount()) if model.index(row).data() == entry.name)
    picture = model.index(row).data(ITEM_ROLE).thumbnail
    assert isinstance(picture, QImage)
    return QColor(picture.pixel(picture.rect().center())).saturation()


def test_a_picture_follows_the_settings_and_their_undoing(
    qtbot: QtBot, window: MainWindow, photos: list[Entry]
) -> None:
    adjusting = window.workspace.adjusting
    before = shown(window, photos[0])
    assert before > 40
    adjusting.apply(Adjustments(saturation=0.0))
    qtbot.waitUntil(lambda: shown(window, photos[0]) < 5)
    assert shown(window, photos[1]) > 40, "the other one stays"
    adjusting.undo_group.undo()
    qtbot.waitUntil(lambda: abs(shown(window, photos[0]) - before) < 5)


def test_another_photo_may_be_shown_before_sliders_rest(
    qtbot: QtBot, window: MainWindow, photos: list[Entry]
) -> None:
    previewing = window.workspace.previewing
    with qtbot.waitSignal(previewing.colorized_drawn, check_params_cb=lambda _image: previewing.is_settled):
        window.workspace.adjusting.apply(Adjustments(saturation=0.0))
    window.workspace.session.select_next()
    assert shown(window, photos[0]) < 5


def difference(one: QImage | None, other: QImage | None) -> int:
    assert one is not None
    assert other is not None
    return int(np.abs(rgb_from_image(one).astype(int) - rgb_from_image(other)).max())


def differs_by(least: int, before: QImage | None, image: QImage) -> bool:
    """Whether it is the picture that was waited for: one that was asked for earlier may come first."""
    return difference(image, before) > least


def test_another_layer_does_not_get_into_a_picture(
    qtbot: QtBot, window: MainWindow, photos: list[Entry]
) -> None:
    before, previewing = photos[0].thumbnail, window.workspace.previewing
    differs = functools.partial(differs_by, 40, before)
    with qtbot.waitSignal(previewing.colorized_drawn, check_params_cb=differs):
        window.window_actions.colour_alone.trigger()
    window.workspace.session.select_next()
    assert difference(photos[0].thumbnail, before) <= 3


def test_the_colours_of_the_display_do_not_get_into_a_picture(
    qtbot: QtBot, window: MainWindow, photos: list[Entry]
) -> None:
    before, previewing = photos[0].thumbnail, window.workspace.previewing
    differs = functools.partial(differs_by, 20, before)
    with qtbot.waitSignal(previewing.colorized_drawn, check_params_cb=differs):
        previewing.set_display(QColorSpace(QColorSpace.NamedColorSpace.ProPhotoRgb))
    window.workspace.session.select_next()
    assert photos[0].thumbnail is not before
    assert difference(photos[0].thumbnail, before) <= 3
