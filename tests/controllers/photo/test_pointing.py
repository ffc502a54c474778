"""Colour points: each gesture one step of undo, the newest request wins, and what is saved follows them."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.photo.pointing import Suggestion
from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.core.guidance.colour_points import ColourPoint, cell_at, points_of
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.support.window.fixtures import FakeColorizer, PhotoMaker

RED, BLUE = (50.0, 30.0), (0.0, -40.0)
MIDDLE = QPointF(0.5, 0.5)


@pytest.fixture
def entry(qtbot: QtBot, workspace: Workspace, make_photo: PhotoMaker) -> Entry:
    """One colorized photo."""
    workspace.loading.open_paths([make_photo(width=320, height=240)])
    session = workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert session.current is not None
    return session.current


def colour_at(entry: Entry, x: float, y: float) -> tuple[float, ...]:
    assert entry.prediction is not None
    ab = entry.prediction.ab
    return tuple(float(value) for value in ab[cell_at(ab.shape, x, y)])


def points(workspace: Workspace) -> tuple[ColourPoint, ...]:
    return workspace.pointing.points


def is_followed(entry: Entry) -> bool:
    return entry.prediction is not None and entry.prediction.is_as_wanted(entry.guidance, entry.candidate)


def test_a_point_and_its_later_colours_are_one_step(
    qtbot: QtBot, workspace: Workspace, entry: Entry, colorizer: FakeColorizer
) -> None:
    pointing, stack = workspace.pointing, entry.undo_stack
    assert pointing.put(ColourPoint(0.5, 0.5, RED)) == 0
    qtbot.waitUntil(lambda: colour_at(entry, 0.5, 0.5) == RED)
    assert colour_at(entry, 0.1, 0.1) == colorizer.ab
    pointing.recolour(0, BLUE)
    qtbot.waitUntil(lambda: colour_at(entry, 0.5, 0.5) == BLUE)
    pointing.end_gesture()
    assert (stack.count(), stack.text(0)) == (1, "Colour Point")
    pointing.recolour(0, RED)
    pointing.end_gesture()
    assert stack.count() == 2
    stack.undo()
    assert points(workspace) == (ColourPoint(0.5, 0.5, BLUE),)
    stack.undo()
    assert entry.guidance is None
    qtbot.waitUntil(lambda: colour_at(entry, 0.5, 0.5) == colorizer.ab)
    stack.redo()
    qtbot.waitUntil(lambda: colour_at(entry, 0.5, 0.5) == BLUE)
    assert entry.state is EntryState.DONE


def test_moving_is_one_step_and_so_is_removing(qtbot: QtBot, workspace: Workspace, entry: Entry) -> None:
    pointing, stack = workspace.pointing, entry.undo_stack
    pointing.put(ColourPoint(0.5, 0.5, RED))
    pointing.put(ColourPoint(0.1, 0.1, BLUE))
    pointing.end_gesture()
    for share in (0.5, 0.6, 0.75):
        pointing.move(0, QPointF(share, 0.25))
    pointing.end_gesture()
    pointing.move(1, QPointF(0.25, 0.75), by_key=True)
    pointing.move(0, QPointF(0.75, 0.5), by_key=True)  # another point, another step
    assert stack.count() == 5
    assert points(workspace) == (ColourPoint(0.75, 0.5, RED), ColourPoint(0.25, 0.75, BLUE))
    qtbot.waitUntil(lambda: is_followed(entry))
    assert colour_at(entry, 0.75, 0.5) == RED
    pointing.remove(0)
    assert points(workspace) == (ColourPoint(0.25, 0.75, BLUE),)
    pointing.remove_all()
    assert entry.guidance is None
    pointing.remove_all()
    assert stack.count() == 7
    stack.undo()
    stack.undo()
    assert len(points(workspace)) == 2


def test_the_newest_request_wins_and_what_waits_is_dropped(
    qtbot: QtBot, workspace: Workspace, entry: Entry, colorizer: FakeColorizer
) -> None:
    before = len(colorizer.guidances)
    colorizer.gate.clear()
    colorizer.entered.clear()
    activities: list[object] = []
    workspace.colorization.activity_changed.connect(activities.append)
    workspace.pointing.put(ColourPoint(0.5, 0.5, (1.0, 1.0)))
    qtbot.waitUntil(colorizer.entered.is_set)
    for a in range(2, 30):
        workspace.pointing.recolour(0, (float(a), 1.0))
    assert entry.state is EntryState.DONE
    colorizer.gate.set()
    qtbot.waitUntil(lambda: is_followed(entry))
    assert colour_at(entry, 0.5, 0.5) == (29.0, 1.0)
    asked = [points_of(guidance)[0].ab[0] for guidance in colorizer.guidances[before:]]
    assert asked == [1.0, 29.0]
    assert set(activities) <= {None}


def test_saving_at_once_writes_what_was_asked_and_says_so(
    qtbot: QtBot, workspace: Workspace, entry: Entry, colorizer: FakeColorizer, tmp_path: Path
) -> None:
    colorizer.gate.clear()
    workspace.pointing.put(ColourPoint(0.5, 0.5, BLUE))
    workspace.save(entry, tmp_path / "out.png")
    workspace.colorization.copy(entry)
    colorizer.gate.set()
    with qtbot.waitSignal(workspace.colorization.copied) as copied:
        pass
    assert copied.args is not None
    image = copied.args[0]
    assert image.pixelColor(image.width() // 2, image.height() // 2).blue() > 120
    written = read_photo(tmp_path / "out.png")
    recipe = stored_recipe(written)
    assert recipe is not None
    assert points_of(recipe.guidance) == (ColourPoint(0.5, 0.5, BLUE),)
    assert written.source_ab is not None
    shown = written.source_ab[cell_at(written.source_ab.shape, 0.5, 0.5)]
    np.testing.assert_allclose(shown, BLUE, atol=6)
    assert entry.undo_stack.isClean()
    workspace.pointing.recolour(0, RED)
    assert not entry.undo_stack.isClean()


def test_what_is_changed_while_it_is_saved_is_not_saved(
    qtbot: QtBot, workspace: Workspace, entry: Entry, colorizer: FakeColorizer, tmp_path: Path
) -> None:
    colorizer.gate.clear()
    workspace.pointing.put(ColourPoint(0.5, 0.5, BLUE))
    workspace.pointing.end_gesture()
    workspace.save(entry, tmp_path / "out.png")
    workspace.pointing.recolour(0, RED)
    colorizer.gate.set()
    with qtbot.waitSignal(workspace.colorization.saved):
        pass
    assert not entry.undo_stack.isClean()
    recipe = stored_recipe(read_photo(tmp_path / "out.png"))
    assert recipe is not None
    assert points_of(recipe.guidance)[0].ab == BLUE


def test_suggestions_know_the_other_points_and_the_last_place_counts(
    qtbot: QtBot, workspace: Workspace, entry: Entry, colorizer: FakeColorizer
) -> None:
    pointing = workspace.pointing
    pointing.put(ColourPoint(0.5, 0.5, RED))
    pointing.put(ColourPoint(0.2, 0.2, BLUE))
    qtbot.waitUntil(lambda: is_followed(entry))
    colorizer.plausible = [(0.0, 40.0), (-40.0, 10.0)]
    told: list[Suggestion] = []
    pointing.suggested.connect(told.append)
    pointing.suggest(QPointF(0.9, 0.9), None)
    with qtbot.waitSignal(pointing.suggested):
        pointing.suggest(MIDDLE, 0)
    assert [each.place for each in told] == [MIDDLE]
    assert told[0].colours == ((0.0, 40.0), (-40.0, 10.0))
    asked = colorizer.guidances[-1]
    assert [point.ab for point in points_of(asked)] == [BLUE]
    colorizer.error = InferenceError("The network is tired.")
    with qtbot.waitSignal(pointing.suggested):
        pointing.suggest(MIDDLE, None)
    assert told[-1].colours == ()
    assert entry.state is EntryState.DONE


def test_a_failure_leaves_the_colour_and_the_next_point_heals_it(
    qtbot: QtBot, workspace: Workspace, entry: Entry, colorizer: FakeColorizer
) -> None:
    colorizer.error = InferenceError("The network is tired.")
    with qtbot.waitSignal(workspace.colorization.failed):
        workspace.pointing.put(ColourPoint(0.5, 0.5, RED))
    assert (entry.state, entry.message) == (EntryState.DONE, "The network is tired.")
    assert entry.prediction is not None
    assert not is_followed(entry)
    colorizer.error = None
    workspace.pointing.recolour(0, BLUE)
    qtbot.waitUntil(lambda: is_followed(entry))
    assert colour_at(entry, 0.5, 0.5) == BLUE
    assert entry.message == ""


def test_other_colours_follow_the_points_and_undo_brings_back_both(
    qtbot: QtBot, workspace: Workspace, entry: Entry, colorizer: FakeColorizer
) -> None:
    colorizer.plausible = [(0.0, 40.0)]
    workspace.pointing.put(ColourPoint(0.5, 0.5, BLUE))
    workspace.pointing.end_gesture()
    qtbot.waitUntil(lambda: is_followed(entry))
    with qtbot.waitSignal(workspace.colorization.candidates_made) as made:
        workspace.colorization.suggest(entry)
    assert made.args is not None
    candidates = made.args[1]
    assert points_of(colorizer.guidances[-1])[0].ab == BLUE
    workspace.adjusting.take(candidates.candidates[2].prediction, candidates.thumbnails[2])
    assert entry.candidate == "vivid"
    qtbot.waitUntil(lambda: is_followed(entry))
    workspace.pointing.recolour(0, RED)
    qtbot.waitUntil(lambda: is_followed(entry))
    assert entry.prediction is not None
    assert entry.prediction.candidate == "vivid"
    for _ in range(3):
        entry.undo_stack.undo()
    assert (entry.candidate, entry.guidance) == ("predicted", None)
    qtbot.waitUntil(lambda: is_followed(entry))
    assert entry.prediction.candidate == "predicted"


def test_settings_go_to_another_photo_without_points(
    qtbot: QtBot, workspace: Workspace, entry: Entry, make_photo: PhotoMaker
) -> None:
    workspace.adjusting.apply(Adjustments(warmth=0.5))
    workspace.pointing.put(ColourPoint(0.5, 0.5, BLUE))
    workspace.adjusting.copy()
    workspace.loading.open_paths([make_photo("other.png")])
    session = workspace.session
    qtbot.waitUntil(lambda: len(session) == 2 and all(each.state is EntryState.DONE for each in session))
    other = session.current
    assert other is not None
    assert other is not entry
    workspace.adjusting.paste()
    assert (other.adjustments.warmth, other.guidance) == (0.5, None)
    assert points(workspace) == ()
    session.select(entry)
    assert len(points(workspace)) == 1


def test_another_page_has_no_points_and_undo_brings_both_back(workspace: Workspace, entry: Entry) -> None:
    workspace.pointing.put(ColourPoint(0.5, 0.5, BLUE))
    workspace.treating.set_negative(True)
    assert len(points(workspace)) == 1
    workspace.treating.set_page(1)
    assert points(workspace) == ()
    entry.undo_stack.undo()
    assert (entry.treatment.page, len(points(workspace))) == (0, 1)
