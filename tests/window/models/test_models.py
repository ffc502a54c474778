"""The shelf, the question about an unknown network, and the comparison, in the real window."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.core.batch import JobState
from colorizer_gui.core.foreign.placing import add_to_shelf
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.models.compare_dialog import CompareDialog
from colorizer_gui.widgets.models.shelf_dialog import ShelfDialog
from colorizer_gui.window.main_window import MainWindow
from tests.support.networks.painters import save_painter
from tests.support.window.activation import activate
from tests.support.window.fixtures import PhotoMaker, write_gray

AB = (10.0, -20.0)
FAKE = (30.0, 20.0)


def open_photo(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.open_paths([path])
    qtbot.waitUntil(lambda: shown_ab(window) is not None)


def shown_ab(window: MainWindow) -> tuple[float, ...] | None:
    entry = window.workspace.session.current
    if entry is None or entry.prediction is None:
        return None
    return tuple(np.round(entry.prediction.ab.mean(axis=(0, 1))).tolist())


def open_shelf(window: MainWindow) -> ShelfDialog:
    window.window_actions.models.trigger()
    dialog = window.models.shelf_dialog
    assert dialog is not None
    return dialog


def drop(dialog: ShelfDialog, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    common: Any = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    dialog.dropEvent(QDropEvent(QPointF(50, 50), *common))


def test_a_network_that_is_dropped_stands_on_the_shelf_and_is_used(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path, make_photo: PhotoMaker
) -> None:
    open_photo(qtbot, window, make_photo())
    assert shown_ab(window) == FAKE
    path = save_painter(tmp_path / "blue.onnx", AB, size=(64, 64))
    dialog = open_shelf(window)
    drop(dialog, path)
    qtbot.waitUntil(lambda: dialog.current is not None and dialog.current.name == "blue")
    assert dialog.card_view.values["Family"] == "DDColor"
    assert dialog.card_view.values["SHA-256"] == window.workspace.models.cards[0].sha256
    with qtbot.waitSignal(window.workspace.colorization.reloaded):
        dialog.use_button.click()
    qtbot.waitUntil(lambda: shown_ab(window) == AB)
    assert settings.weights == path
    assert dialog.list.item(1).text() == "blue – in use"
    window.window_actions.undo.trigger()  # the colour of before is a step away
    assert shown_ab(window) == FAKE
    dialog.close()


@pytest.mark.parametrize("content", [b"", b"no network at all", b"\x08\x09" + bytes(40)])
def test_a_file_that_is_no_network_leaves_all_as_it_was(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path, content: bytes
) -> None:
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(content)
    dialog = open_shelf(window)
    with qtbot.waitSignal(window.workspace.models.failed):
        drop(dialog, broken)
    assert "broken.onnx" in dialog.message
    assert window.workspace.models.cards == ()
    assert settings.weights is None
    dialog.close()


def test_a_network_that_fails_to_load_leaves_the_one_that_works(
    qtbot: QtBot, window: MainWindow, settings: Settings, shelf: Shelf, tmp_path: Path, make_photo: PhotoMaker
) -> None:
    path = save_painter(tmp_path / "blue.onnx", AB, size=(64, 64))
    add_to_shelf(shelf, path, "cpu")
    path.write_bytes(b"overwritten")
    dialog = open_shelf(window)
    dialog.list.setCurrentRow(1)
    with qtbot.waitSignal(window.workspace.colorization.reloaded) as ended:
        dialog.use_button.click()
    assert ended.args == [False]
    assert settings.weights is None
    assert dialog.list.item(0).text().endswith("in use")
    dialog.close()
    open_photo(qtbot, window, make_photo())
    assert shown_ab(window) == FAKE


def test_an_unknown_network_is_asked_about_with_pictures_and_remembered(
    qtbot: QtBot, window: MainWindow, shelf: Shelf, tmp_path: Path, make_photo: PhotoMaker
) -> None:
    open_photo(qtbot, window, make_photo())
    path = save_painter(tmp_path / "odd.onnx", (0.4, 0.2, 0.1), inputs=(1,), size=(32, 32), touch=0.5)
    dialog = open_shelf(window)
    dialog.addition_requested.emit(path)
    qtbot.waitUntil(lambda: window.models.unknown_dialog is not None)
    asked = window.models.unknown_dialog
    assert asked is not None
    qtbot.waitUntil(lambda: not window.workspace.models.queue.requests)
    assert len({tile.accessibleName() for tile in asked.tiles}) == len(asked.tiles) > 3
    pictures = [tile.icon().pixmap(64, 64).toImage() for tile in asked.tiles]
    assert any(picture != pictures[0] for picture in pictures[1:])  # each shows what it makes
    asked.tiles[1].click()
    qtbot.waitUntil(lambda: len(shelf.cards) == 1)
    convention = shelf.cards[0].convention
    assert convention is not None
    assert shelf.answer_for(shelf.cards[0].sha256) == convention
    shelf.remove("odd")
    with qtbot.waitSignal(window.workspace.models.added):  # and it is not asked again
        dialog.addition_requested.emit(path)
    assert window.models.unknown_dialog is None
    dialog.close()


def test_licences_are_said_before_a_checkpoint_is_opened(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "ddcolor.pth"
    path.write_bytes(b"PK\x03\x04 damaged")
    dialog = open_shelf(window)
    drop(dialog, path)
    box = window.models.licence_box
    assert box is not None
    assert "commercial use" in box.text()
    assert not window.workspace.models.queue.requests
    with qtbot.waitSignal(window.workspace.models.failed):
        box.buttons()[0].click()
    assert "ddcolor.pth" in dialog.message
    dialog.close()


def open_comparison(qtbot: QtBot, window: MainWindow) -> CompareDialog:
    window.window_actions.compare_models.trigger()
    dialog = window.models.compare_dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: not window.workspace.models.queue.requests)
    return dialog


def test_networks_are_compared_under_one_zoom_and_a_key_takes_one(
    qtbot: QtBot,
    window: MainWindow,
    settings: Settings,
    shelf: Shelf,
    tmp_path: Path,
    make_photo: PhotoMaker,
) -> None:
    blue = save_painter(tmp_path / "blue.onnx", AB, size=(64, 64))
    red = save_painter(tmp_path / "red.onnx", (40.0, 25.0), size=(64, 64))
    for path in (blue, red):
        add_to_shelf(shelf, path, "cpu")
    open_photo(qtbot, window, make_photo())
    dialog = open_comparison(qtbot, window)
    assert [pane.title for pane in dialog.panes.values()] == ["A  Tintype's own", "B  blue", "C  red"]
    images = [pane.image for pane in dialog.panes.values()]
    assert all(image is not None for image in images)
    assert images[0] != images[1] != images[2] != images[0]
    assert len({id(pane.view) for pane in dialog.panes.values()}) == 1
    activate(qtbot, dialog)
    QTest.keyClick(dialog, Qt.Key.Key_C)
    assert window.models.compare_dialog is None
    assert shown_ab(window) == (40.0, 25.0)
    assert settings.weights == red
    entry = window.workspace.session.current
    assert entry is not None
    assert entry.prediction is not None
    assert entry.prediction.model is not None
    assert entry.prediction.model.name == "red"
    qtbot.waitUntil(lambda: not window.workspace.colorization._queue.requests)
    window.window_actions.undo.trigger()
    assert shown_ab(window) == FAKE


def test_a_network_that_does_not_work_is_said_beside_the_others(
    qtbot: QtBot, window: MainWindow, shelf: Shelf, tmp_path: Path, make_photo: PhotoMaker
) -> None:
    good = save_painter(tmp_path / "good.onnx", AB, size=(64, 64))
    bad = save_painter(tmp_path / "bad.onnx", (1.0, 2.0), size=(64, 64))
    for path in (good, bad):
        add_to_shelf(shelf, path, "cpu")
    bad.write_bytes(b"overwritten")
    open_photo(qtbot, window, make_photo())
    dialog = open_comparison(qtbot, window)
    assert dialog.buttons[1].isEnabled()
    assert not dialog.buttons[2].isEnabled()
    assert "bad.onnx" in dialog.buttons[2].toolTip()
    activate(qtbot, dialog)
    QTest.keyClick(dialog, Qt.Key.Key_C)  # nothing to take
    assert window.models.compare_dialog is dialog
    dialog.close()


def test_a_model_without_a_distribution_says_so_where_guesses_are_marked(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path, make_photo: PhotoMaker
) -> None:
    settings.weights = save_painter(tmp_path / "blue.onnx", AB, size=(64, 64))
    open_photo(qtbot, window, make_photo())
    window.window_actions.confidence.trigger()
    assert window.viewer.comparison.colorized_pane.title == "This model does not say where it guesses"
    assert shown_ab(window) == AB


def test_a_folder_of_the_batch_has_a_model_of_its_own(
    qtbot: QtBot, window: MainWindow, settings: Settings, shelf: Shelf, tmp_path: Path
) -> None:
    add_to_shelf(shelf, save_painter(tmp_path / "blue.onnx", AB, size=(64, 64)), "cpu")
    window.workspace.models.cards_changed.emit()
    for name in ("one/a.png", "one/b.png", "two/c.png"):
        (tmp_path / "box" / name).parent.mkdir(parents=True, exist_ok=True)
        write_gray(tmp_path / "box" / name)
    window.window_actions.batch.trigger()
    page, jobs = window.batch_page, window.workspace.batch.list
    page.paths_dropped.emit([tmp_path / "box"])
    qtbot.waitUntil(lambda: len(jobs.jobs) == 3 and page.table.filter.rowCount() == 3)
    chosen = [job.id for job in jobs.jobs if job.request.source.name == "a.png"]
    page.table.choose(chosen)
    menu = page.table.models
    assert [action.text() for action in menu.actions() if action.text()] == ["As the Whole Batch", "blue"]
    next(action for action in menu.actions() if action.text() == "blue").trigger()
    expected = {"a.png": "blue", "b.png": "blue", "c.png": ""}  # the folder, and no other
    qtbot.waitUntil(
        lambda: {job.request.source.name: job.request.recipe.model for job in jobs.jobs} == expected
    )
    qtbot.waitUntil(page.start_button.isEnabled)
    page.start_button.click()
    qtbot.waitUntil(lambda: all(job.state is JobState.DONE for job in jobs.jobs))
    qtbot.waitUntil(lambda: window.workspace.batch.run.state is RunState.IDLE)
    outputs = {job.request.source.name: job.output for job in jobs.jobs}
    recipes = {name: stored_recipe(read_photo(path)) for name, path in outputs.items() if path}
    models = {name: recipe.model.name for name, recipe in recipes.items() if recipe and recipe.model}
    assert models == {"a.png": "blue", "b.png": "blue"}  # the one that paints has no name
    assert settings.batch_choices.models == ((tmp_path / "box" / "one", "blue"),)
