"""Turning and cropping an open photo: a step of undo each, points stay on what they were put on."""

from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.geometry.geometry import Geometry
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.core.photo_io import ReadOptions, read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe, take_up
from colorizer_gui.core.recipe.recipe import Recipe
from tests.support.window.fixtures import FakeColorizer, PhotoMaker


@pytest.fixture
def entry(qtbot: QtBot, workspace: Workspace, make_photo: PhotoMaker) -> Entry:
    """One colorized photo, twice as wide as it is high."""
    workspace.loading.open_paths([make_photo(width=320, height=160)])
    session = workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert session.current is not None
    return session.current


def _is_ready(entry: Entry, size: tuple[int, int]) -> bool:
    return entry.photo is not None and entry.photo.size == size and entry.state is EntryState.DONE


def test_each_turn_is_a_step_of_undo_and_colours_the_photo_anew(
    qtbot: QtBot, workspace: Workspace, entry: Entry, colorizer: FakeColorizer
) -> None:
    assert entry.photo is not None
    before, asked = entry.photo.lightness, len(colorizer.guidances)
    workspace.treating.turn(1)
    assert entry.preview is not None
    assert entry.preview.width() < entry.preview.height()  # at once, before anything is read
    qtbot.waitUntil(lambda: _is_ready(entry, (160, 320)))
    assert np.array_equal(entry.photo.lightness, np.rot90(before, -1))
    assert len(colorizer.guidances) == asked + 1
    workspace.treating.turn(1)
    workspace.treating.flip()  # without waiting for the turn
    qtbot.waitUntil(lambda: _is_ready(entry, (320, 160)))
    assert np.array_equal(entry.photo.lightness, before[::-1])
    for size in ((320, 160), (160, 320), (320, 160)):
        workspace.adjusting.undo_group.undo()
        qtbot.waitUntil(partial(_is_ready, entry, size))
    assert entry.treatment.geometry == Geometry()
    assert np.array_equal(entry.photo.lightness, before)


def test_points_stay_on_what_they_were_put_on(qtbot: QtBot, workspace: Workspace, entry: Entry) -> None:
    workspace.pointing.put(ColourPoint(0.25, 0.1, (50.0, 30.0)))
    workspace.pointing.put(ColourPoint(0.9, 0.9, (0.0, -40.0)))
    workspace.treating.turn(1)
    first, second = workspace.pointing.points
    assert (first.x, first.y) == pytest.approx((0.9, 0.25))
    assert (second.x, second.y) == pytest.approx((0.1, 0.9))
    workspace.treating.set_frame(0.0, (0.5, 0.0, 1.0, 0.5))  # the second one is cut off
    (left,) = workspace.pointing.points
    assert (left.x, left.y) == pytest.approx((0.8, 0.5))
    workspace.adjusting.undo_group.undo()
    assert len(workspace.pointing.points) == 2
    qtbot.waitUntil(lambda: _is_ready(entry, (160, 320)))


def test_what_is_saved_has_the_new_shape_its_depth_and_what_the_source_says(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    source = tmp_path / "scan.tif"
    ramp = np.linspace(8_000, 60_000, 200 * 120).reshape(120, 200).astype(np.uint16)
    Image.fromarray(ramp).save(source, dpi=(300, 600))
    original = source.read_bytes()
    workspace.loading.open_paths([source])
    session = workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    entry = session.current
    assert entry is not None
    workspace.treating.turn(1)
    workspace.treating.set_frame(0.0, (0.0, 0.0, 1.0, 0.5))
    qtbot.waitUntil(lambda: _is_ready(entry, (120, 100)))
    with qtbot.waitSignal(workspace.colorization.saved) as saved:
        workspace.save(entry)
    result = read_photo(saved.args[1])
    assert result.size == (120, 100)
    assert result.depth == 16
    assert result.metadata.dpi == pytest.approx((600, 300))
    shown = np.rot90(read_photo(source).lightness, -1)[:100]
    assert np.abs(result.lightness - shown).max() < 0.5
    recipe = stored_recipe(result)
    assert recipe is not None
    assert recipe.geometry == Geometry(1, crop=(0.0, 0.0, 1.0, 0.5))
    assert source.read_bytes() == original
    found = take_up(saved.args[1], ReadOptions())  # its work can be taken up again
    assert found.photo.path == source
    assert found.photo.size == (120, 100)


def test_a_pasted_picture_is_turned_as_well(qtbot: QtBot, workspace: Workspace) -> None:
    image = QImage(90, 40, QImage.Format.Format_RGB32)
    image.fill(0xFF808080)
    workspace.loading.open_image(image)
    entry = workspace.session.current
    assert entry is not None
    qtbot.waitUntil(lambda: _is_ready(entry, (90, 40)))
    workspace.treating.turn(-1)
    qtbot.waitUntil(lambda: _is_ready(entry, (40, 90)))


def test_the_whole_photo_is_shown_to_whoever_crops_it(
    qtbot: QtBot, workspace: Workspace, entry: Entry
) -> None:
    workspace.treating.turn(1)
    workspace.treating.set_frame(5.0, (0.25, 0.25, 0.75, 0.75))
    with qtbot.waitSignal(workspace.framing.whole_shown) as shown:
        workspace.framing.show_whole(entry)
    assert (shown.args[1].width(), shown.args[1].height()) == (160, 320)


def test_an_older_recipe_has_no_geometry_and_one_without_does_not_state_it(entry: Entry) -> None:
    assert "geometry" not in Recipe().to_json()
    assert Recipe.from_json('{"tintype": 1, "page": 2}').geometry == Geometry()
    turned = Recipe(geometry=Geometry(3, True, -2.5, (0.1, 0.0, 0.9, 1.0)))
    assert Recipe.from_json(turned.to_json()).geometry == turned.geometry
