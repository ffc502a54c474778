"""Opening a result, or the sidecar beside it, goes on with the work where it was."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.photo_io import read_photo, write_sidecar
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.prediction.prediction import Guidance
from colorizer_gui.core.recipe.recipe import read_sidecar, sidecar_path
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.settings.settings import Settings
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker

CHOSEN = Adjustments(saturation=1.4, warmth=0.25, picked_hue=40.0, picked_turn=20.0)


def current(window: MainWindow) -> Entry:
    entry = window.workspace.session.current
    assert entry is not None
    return entry


def done(qtbot: QtBot, window: MainWindow) -> Entry:
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    return current(window)


@pytest.fixture
def saved(qtbot: QtBot, window: MainWindow, settings: Settings, make_photo: PhotoMaker) -> Path:
    """A result with all kinds of settings and a sidecar; the window is empty again."""
    settings.saving.sidecar = True
    window.open_paths([make_photo()])
    done(qtbot, window)
    window.window_actions.negative.trigger()
    done(qtbot, window)
    window.workspace.adjusting.apply(CHOSEN)
    with qtbot.waitSignal(window.workspace.colorization.saved) as signal:
        window.window_actions.save.trigger()
    window.window_actions.close_photo.trigger()
    assert window.workspace.session.current is None
    assert signal.args is not None
    return Path(signal.args[1])


@pytest.mark.parametrize("by_sidecar", [False, True])
def test_all_of_the_work_is_restored(
    qtbot: QtBot, window: MainWindow, saved: Path, by_sidecar: bool, colorizer: FakeColorizer
) -> None:
    window.open_paths([sidecar_path(saved) if by_sidecar else saved])
    entry = done(qtbot, window)
    assert entry.photo is not None
    assert entry.name == "photo.png"
    assert entry.path == saved.with_name("photo.png")
    assert window.windowTitle().startswith("photo.png")
    assert entry.adjustments == CHOSEN
    assert window.panel.rows["saturation"].slider.value() == 140
    assert entry.photo.negative
    assert window.window_actions.negative.isChecked()
    assert "photo.png" in window.viewer.message_bar.text
    assert window.workspace.unsaved == []
    with qtbot.waitSignal(window.workspace.colorization.saved) as signal:
        window.window_actions.save.trigger()
    assert signal.args is not None
    again = Path(signal.args[1])
    np.testing.assert_array_equal(read_photo(again).lightness, read_photo(saved).lightness)


def test_guidance_and_the_mount_are_restored_too(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    recipe = read_sidecar(sidecar_path(saved))
    hints = Guidance(np.array([[0.5, 0.25]], np.float32), np.array([[20, -30]], np.float32))
    sidecar_path(saved).unlink()
    write_sidecar(saved, replace(recipe, guidance=hints, ignore_mount=False))
    qtbot.waitUntil(lambda: not window.workspace.work.is_busy)
    window.workspace.work.kept.forget_all()  # the recipe comes from another computer
    window.open_paths([sidecar_path(saved)])
    entry = done(qtbot, window)
    assert not entry.treatment.ignore_mount
    with qtbot.waitSignal(window.workspace.colorization.saved) as signal:
        window.window_actions.save.trigger()
    assert signal.args is not None
    found = stored_recipe(read_photo(signal.args[1]))
    assert found is not None
    assert found.guidance is not None
    np.testing.assert_array_equal(found.guidance.ab, hints.ab)
    assert not found.ignore_mount


def test_other_colours_that_were_taken_are_restored(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, colorizer: FakeColorizer
) -> None:
    closer = FakeColorizer()
    closer.ab = (-25.0, 35.0)
    colorizer.closer = lambda: closer  # type: ignore[attr-defined]
    window.open_paths([make_photo()])
    done(qtbot, window)
    window.window_actions.candidates.trigger()
    qtbot.waitUntil(lambda: len(window.candidate_bar.buttons) == 2)
    window.candidate_bar.buttons[1].click()
    with qtbot.waitSignal(window.workspace.colorization.saved) as signal:
        window.window_actions.save.trigger()
    window.window_actions.close_photo.trigger()
    assert signal.args is not None
    window.open_paths([signal.args[1]])
    entry = done(qtbot, window)
    assert entry.name == "photo.png"
    assert entry.prediction is not None
    assert tuple(entry.prediction.ab[0, 0]) == closer.ab


def test_sidecars_among_several_files(
    qtbot: QtBot, window: MainWindow, saved: Path, make_photo: PhotoMaker
) -> None:
    window.open_paths([make_photo("other.png"), sidecar_path(saved)])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE] * 2)
    assert [entry.name for entry in session] == ["other.png", "photo.png"]
    window.window_actions.next.trigger()
    assert window.panel.rows["saturation"].slider.value() == 140


def test_a_result_whose_original_is_gone_is_a_photo_in_colour(
    qtbot: QtBot, window: MainWindow, saved: Path
) -> None:
    saved.with_name("photo.png").unlink()
    window.open_paths([saved])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.IN_COLOUR)
    assert "“photo.png” was not found" in window.viewer.message_bar.text
    window.window_actions.close_photo.trigger()
    window.open_paths([sidecar_path(saved)])
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.FAILED)
    assert "was not found unchanged" in window.viewer.error_state.label.text()
