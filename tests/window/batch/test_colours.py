"""Colour settings of all photos of a batch, of one, and of an earlier result."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.batch import JobState
from colorizer_gui.core.photo.notice import ColorKind
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.widgets.batch.model import MESSAGE
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.dialogs import file_dialogs as dialogs
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import make_photo
from tests.support.window.batch_page import jobs, run_until, shown, states


def test_colour_of_all_photos_and_of_one(
    qtbot: QtBot, window: MainWindow, page: BatchPage, fill: Callable[[int], list[Path]]
) -> None:
    fill(3)
    mine = Adjustments(saturation=0.0)
    page.table.choose([2])
    page.table.colours.chosen.emit(mine)
    assert shown(page, MESSAGE)[1] == "Colour settings of its own"
    page.options.colours.chosen.emit(Adjustments(warmth=0.3))
    assert page.options.colour_button.text() == "Own settings"
    qtbot.waitUntil(lambda: jobs(window)[0].request.recipe.adjustments.warmth == 0.3)
    run_until(qtbot, window, [JobState.DONE] * 3)
    kinds = [read_photo(job.output).notice.color for job in jobs(window) if job.output is not None]
    assert [kind is ColorKind.NEUTRAL for kind in kinds] == [False, True, False]
    page.table.choose([2])
    page.table.colours.chosen.emit(None)
    assert states(window)[1] is JobState.QUEUED
    run_until(qtbot, window, [JobState.DONE] * 3)
    output = jobs(window)[1].output
    assert output is not None
    assert read_photo(output).notice.color is not ColorKind.NEUTRAL


def test_settings_of_an_earlier_result_are_taken_over(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fill: Callable[[int], list[Path]],
) -> None:
    paths = fill(2)
    chosen = Adjustments(saturation=0.5)
    page.options.colours.chosen.emit(chosen)
    run_until(qtbot, window, [JobState.DONE] * 2)
    result = jobs(window)[0].output
    monkeypatch.setattr(dialogs, "ask_recipe", lambda *_: result)
    page.options.colours.chosen.emit(Adjustments())
    page.table.choose([2])
    page.table.colours.recipe_requested.emit()
    qtbot.waitUntil(lambda: states(window)[1] is JobState.QUEUED)
    assert jobs(window)[1].request.recipe.adjustments == chosen
    page.options.colours.recipe_requested.emit()
    qtbot.waitUntil(lambda: window.workspace.batch.list.choices.adjustments == chosen)
    assert page.options.colour_button.text() == "Own settings"
    monkeypatch.setattr(dialogs, "ask_recipe", lambda *_: paths[0])
    page.options.colours.recipe_requested.emit()
    qtbot.waitUntil(lambda: "1.png" in page.message_bar.text)


def test_the_menu_of_colours_knows_the_photo_that_is_shown(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.open_paths([make_photo(tmp_path / "x.png")])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE])
    adjusted = Adjustments(warmth=0.5)
    window.workspace.adjusting.apply(adjusted)
    colours = window.batch_page.options.colours
    texts = {action.text(): action for action in colours.actions()}
    assert not texts["As Copied"].isEnabled()
    with qtbot.waitSignal(colours.chosen) as caught:
        texts["As the Photo in the Photo View"].trigger()
    assert caught.args == [adjusted]
    window.window_actions.copy_settings.trigger()
    texts = {action.text(): action for action in colours.actions()}
    assert texts["As Copied"].isEnabled()
