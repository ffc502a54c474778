"""All photos of an album like one photo: chosen on the page of the batch, kept in the journal, made again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.core.batch import JobState
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.prediction.prediction import reference_in
from colorizer_gui.core.prediction.reference import Matching
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.dialogs import file_dialogs
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import make_photo
from tests.support.window.windows_of_one_user import Windows

LEFT = Qt.MouseButton.LeftButton


def add(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    for number in range(3):
        make_photo(folder / f"{number}.png", seed=number)
    window.workspace.batch.list.add([folder])
    qtbot.waitUntil(lambda: len(window.workspace.batch.list.jobs) == 3)
    qtbot.waitUntil(window.batch_page.start_button.isEnabled)


def drop(page: BatchPage, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    well = page.options.reference.well
    none = Qt.KeyboardModifier.NoModifier
    well.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, LEFT, none))


def test_all_photos_of_an_album_are_like_one_photo(
    qtbot: QtBot, window: MainWindow, page: BatchPage, green: Path, tmp_path: Path
) -> None:
    add(qtbot, window, tmp_path / "album")
    batch = window.workspace.batch
    drop(page, green)
    qtbot.waitUntil(lambda: batch.list.choices.reference is not None)
    tools = page.options.reference
    assert tools.strength.isVisible()
    assert not tools.swatches_button.isVisible(), "places belong to one photo"
    tools.strength.slider.setValue(80)
    QTest.mouseClick(tools.brightness_button, LEFT, pos=tools.brightness_button.rect().topLeft())
    tools.brightness_button.click()
    qtbot.waitUntil(
        lambda: all(
            (reference := reference_in(job.request.recipe.guidance)) is not None
            and (reference.strength, reference.matching) == (0.8, Matching.BRIGHTNESS)
            for job in batch.list.jobs
        )
    )
    green.unlink()
    QTest.mouseClick(page.start_button, LEFT)
    qtbot.waitUntil(lambda: not batch.list.counts().get(JobState.QUEUED) and batch.run.state is RunState.IDLE)
    for job in batch.list.jobs:
        assert job.output is not None
        made = read_photo(job.output)
        assert made.source_ab is not None
        assert made.source_ab[..., 0].mean() < -10, "green, and not red as the network has it"
        recipe = stored_recipe(made)
        assert recipe is not None
        assert reference_in(recipe.guidance) == batch.list.choices.reference


def test_a_gray_photo_is_refused_and_the_reference_can_be_removed(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    green: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tools, batch = page.options.reference, window.workspace.batch
    drop(page, make_photo(tmp_path / "gray.png"))
    qtbot.waitUntil(lambda: "no colours to give" in page.message_bar.text)
    assert "Choose a photo" in tools.well.accessibleName()
    monkeypatch.setattr(file_dialogs, "ask_reference", lambda *_: green)
    QTest.mouseClick(tools.well, LEFT)
    qtbot.waitUntil(lambda: batch.list.choices.reference is not None)
    assert "green.jpg" in tools.well.accessibleName()
    QTest.mouseClick(tools.remove_button, LEFT)
    assert batch.list.choices.reference is None
    assert not tools.strength.isVisible()


def test_the_next_start_has_it_still(
    qtbot: QtBot, windows: Windows, settings: Settings, green: Path, tmp_path: Path
) -> None:
    window = windows.open()
    window.window_actions.batch.setChecked(True)
    add(qtbot, window, tmp_path / "album")
    drop(window.batch_page, green)
    batch = window.workspace.batch
    qtbot.waitUntil(
        lambda: all(reference_in(job.request.recipe.guidance) is not None for job in batch.list.jobs)
    )
    chosen = batch.list.choices.reference
    assert chosen is not None
    window.close()
    assert window.workspace.wait(10_000)
    assert settings.batch_choices.reference == chosen
    again = windows.open()
    again.window_actions.batch.setChecked(True)
    batch = again.workspace.batch
    qtbot.waitUntil(lambda: len(batch.list.jobs) == 3)
    assert batch.list.choices.reference == chosen
    assert {reference_in(job.request.recipe.guidance) for job in batch.list.jobs} == {chosen}
    assert "green.jpg" in again.batch_page.options.reference.well.accessibleName()


def test_a_reference_is_looked_for_beside_the_photos_and_then_where_the_last_one_was(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    green: Path,
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.last_folder = tmp_path
    asked: list[Path] = []

    def ask(_window: object, folder: Path, _suffixes: object) -> Path:
        asked.append(folder)
        return green

    monkeypatch.setattr(file_dialogs, "ask_reference", ask)
    box = tmp_path / "box"
    box.mkdir()
    add(qtbot, window, box)
    for _ in range(2):
        QTest.mouseClick(page.options.reference.well, LEFT)
        qtbot.waitUntil(lambda: window.workspace.batch.list.choices.reference is not None)
    assert asked == [box, green.parent]
