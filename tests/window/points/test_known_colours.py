"""Known colours in the window: chosen, kept, taken along to other photos, written into the result."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.guidance.colour_points import points_of
from colorizer_gui.core.guidance.known_colours import KnownColour, read_colours, write_colours
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.widgets.points.keep_colour_dialog import KeepColourDialog
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker
from tests.support.window.points import click

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def entry(entry_with_tool: Entry) -> Entry:
    return entry_with_tool


def actions_of(window: MainWindow) -> dict[str, QAction]:
    """All that the menu offers, by its text; of what is removed there is one, and it is left out."""
    menu = window.panel.points.chooser.known.menu()
    menu.aboutToShow.emit()
    found: dict[str, QAction] = {}
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu) and action.text() != "Remove":
            found |= {each.text(): each for each in inner.actions()}
        else:
            found[action.text()] = action
    return found


def keep(window: MainWindow, name: str, source: str) -> None:
    actions_of(window)["Keep This Colour…"].trigger()
    dialog = window.panel.points.chooser.known.findChild(KeepColourDialog)
    assert isinstance(dialog, KeepColourDialog)
    (button,) = [each for each in dialog.findChildren(QPushButton) if each.text() == "Keep"]
    assert not button.isEnabled()
    QTest.keyClicks(dialog.name, name)
    QTest.keyClicks(dialog.source, source)
    QTest.mouseClick(button, LEFT)


def test_a_known_colour_is_painted_with_and_stands_in_the_result(
    qtbot: QtBot, window: MainWindow, entry: Entry, tmp_path: Path
) -> None:
    actions_of(window)["Light skin"].trigger()
    chooser = window.panel.points.chooser
    assert chooser.brush.word.text() == "Light skin"
    assert chooser.brush.word.toolTip().startswith("Light skin (Macbeth")
    click(window, 0.3, 0.9)
    (point,) = window.workspace.pointing.points
    assert point.ab == pytest.approx((13.7, 16.9), abs=1)
    assert point.name.startswith("Light skin (Macbeth")
    assert "Light skin" in window.viewer.comparison.points[0].markers[0].accessibleName()
    with qtbot.waitSignal(window.workspace.colorization.saved):
        window.workspace.save(entry, tmp_path / "out.png")
    recipe = stored_recipe(read_photo(tmp_path / "out.png"))
    assert recipe is not None
    assert [each.name for each in points_of(recipe.guidance)] == [point.name]


def test_ones_own_colour_is_kept_for_all_photos(
    qtbot: QtBot, window: MainWindow, entry: Entry, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    assert not actions_of(window)["Keep This Colour…"].isEnabled()
    chooser = window.panel.points.chooser
    chooser.code.setFocus()
    QTest.keyClicks(chooser.code, "7a1f2b")
    keep(window, "Grandmother's dress", "the dress itself")
    (own,) = read_colours(tmp_path / "data" / "colours.json")
    assert own == KnownColour("Grandmother's dress", own.code, "the dress itself")
    session = window.workspace.session
    window.open_paths([make_photo("b.png", width=400, height=300)])
    qtbot.waitUntil(lambda: len(session) == 2 and all(each.state is EntryState.DONE for each in session))
    for photo in session:
        session.select(photo)
        click(window, 0.3, 0.9)
        (point,) = window.workspace.pointing.points
        assert point.name == "Grandmother's dress (the dress itself)"
    QTest.mouseClick(chooser.plane, LEFT, pos=chooser.plane.place_of((0.0, 20.0)).toPoint())
    click(window, 0.6, 0.9)
    assert window.workspace.pointing.points[1].name == ""
    session.select(entry)
    actions_of(window)["Grandmother's dress"].trigger()
    window.workspace.colours.remove("Grandmother's dress")
    assert "Grandmother's dress" not in actions_of(window)
    assert read_colours(tmp_path / "data" / "colours.json") == ()


def test_colours_are_imported_and_exported(
    window: MainWindow, entry: Entry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del entry
    hat = KnownColour("Hat", "#112233", "Uncle")
    source, target = tmp_path / "in.json", tmp_path / "out"
    write_colours(source, (hat,))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(source), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    actions_of(window)["Import Colours…"].trigger()
    assert window.viewer.message_bar.text == "Colours imported: 1"
    actions_of(window)["Export My Colours…"].trigger()
    assert read_colours(tmp_path / "out.tintype-colours.json") == (hat,)
    source.write_text("{")
    actions_of(window)["Import Colours…"].trigger()
    assert "damaged" in window.viewer.message_bar.text
    assert window.workspace.colours.own == (hat,)


def test_a_library_that_cannot_be_read_is_set_aside(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "data" / "colours.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{")
    window.workspace.colours.load()
    assert window.workspace.colours.own == ()
    assert (tmp_path / "data" / "colours.damaged.json").read_text() == "{"
    assert not path.exists()
