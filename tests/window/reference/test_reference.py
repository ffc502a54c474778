"""A reference photo in the real window: chosen, dropped, made weaker, undone, saved and taken up again."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.core.guidance.guide import Guide
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.prediction.prediction import reference_in
from colorizer_gui.core.prediction.reference import Matching, Reference
from colorizer_gui.widgets.dialogs import file_dialogs
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker, write_gray

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def is_as_wanted(entry: Entry) -> bool:
    prediction = entry.prediction
    return prediction is not None and prediction.is_as_wanted(entry.guidance, entry.candidate)


def reference_of(entry: Entry) -> Reference:
    reference = reference_in(entry.guidance)
    assert reference is not None
    return reference


def steps(entry: Entry) -> list[str]:
    stack = entry.undo_stack
    return [stack.text(index) for index in range(stack.count())]


def mean(entry: Entry) -> tuple[float, float]:
    assert entry.prediction is not None
    a, b = entry.prediction.ab.mean(axis=(0, 1))
    return float(a), float(b)


def drop(widget: QWidget, *paths: Path) -> bool:
    """Drop files on a widget; whether they were taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(QPointF(widget.rect().center()), Qt.DropAction.CopyAction, mime, LEFT, NONE)
    widget.dropEvent(event)
    return event.isAccepted()


@pytest.fixture
def followed(qtbot: QtBot, window: MainWindow, entry: Entry, green: Path) -> Entry:
    """The photo as it follows the reference."""
    assert drop(window.panel.reference.well, green)
    qtbot.waitUntil(lambda: entry.guidance is not None and is_as_wanted(entry))
    return entry


def test_a_key_asks_for_a_file_and_the_photo_looks_like_it(
    qtbot: QtBot, window: MainWindow, entry: Entry, green: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = entry.prediction
    assert before is not None
    monkeypatch.setattr(file_dialogs, "ask_reference", lambda *_: green)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: entry.guidance is not None and is_as_wanted(entry))
    assert steps(entry) == ["Reference Photo"]
    assert reference_of(entry).name == "green.jpg"
    assert mean(entry)[0] < -20, "green, and not red"
    tools = window.panel.reference
    assert tools.strength.isVisible()
    assert "green.jpg" in tools.well.accessibleName()
    header = window.panel.sections["reference"].header
    assert (header.text(), header.accessibleName()) == ("Reference photo •", "Reference photo, in use")
    window.window_actions.undo.trigger()
    qtbot.waitUntil(lambda: is_as_wanted(entry))
    assert header.text() == header.accessibleName() == "Reference photo"
    assert entry.guidance is None
    assert entry.prediction is not None
    np.testing.assert_array_equal(entry.prediction.ab, before.ab)
    assert not tools.strength.isVisible()
    window.window_actions.redo.trigger()
    qtbot.waitUntil(lambda: is_as_wanted(entry) and mean(entry)[0] < -20)


def test_the_question_opens_beside_the_photo_and_then_where_the_last_reference_was(
    window: MainWindow, entry: Entry, green: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    album = tmp_path / "album"
    album.mkdir()
    folders: list[Path] = []
    answers = ["", str(green.rename(album / green.name)), ""]

    def answer(_parent: QWidget, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        folders.append(Path(folder))
        return answers[len(folders) - 1], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    for _ in answers:
        QTest.mouseClick(window.panel.reference.well, LEFT)
    assert entry.path is not None
    beside = entry.path.parent
    assert folders == [beside, beside, album]


def test_a_network_that_sees_no_likeness_says_so_in_the_window(window: MainWindow, followed: Entry) -> None:
    assert followed is not None
    assert "follow brightness" in window.viewer.message_bar.text


def test_only_one_photo_in_colour_is_taken(
    qtbot: QtBot, window: MainWindow, entry: Entry, green: Path, tmp_path: Path
) -> None:
    well = window.panel.reference.well
    assert not drop(well, green, green)
    gray = write_gray(tmp_path / "gray.png", 90, 60)
    assert drop(well, gray)
    qtbot.waitUntil(lambda: "no colours to give" in window.viewer.message_bar.text)
    assert entry.guidance is None
    assert entry.undo_stack.count() == 0
    assert "Choose a photo" in well.accessibleName()


def test_a_drop_with_shift_is_a_reference_and_one_without_is_opened(
    qtbot: QtBot, window: MainWindow, entry: Entry, green: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(green))])
    place, action = QPointF(200, 200), Qt.DropAction.CopyAction
    window.dropEvent(QDropEvent(place, action, mime, LEFT, Qt.KeyboardModifier.ShiftModifier))
    qtbot.waitUntil(lambda: entry.guidance is not None and is_as_wanted(entry))
    assert len(window.workspace.session) == 1
    window.dropEvent(QDropEvent(place, action, mime, LEFT, NONE))
    qtbot.waitUntil(lambda: len(window.workspace.session) == 2)


def test_the_section_stays_closed_where_it_was_closed(
    qtbot: QtBot, window: MainWindow, followed: Entry
) -> None:
    section = window.panel.sections["reference"]
    QTest.mouseClick(section.header, LEFT)
    window.workspace.referring.set_strength(0.4)
    qtbot.waitUntil(lambda: is_as_wanted(followed))
    assert not section.opened
    window.window_actions.undo.trigger()
    window.window_actions.undo.trigger()
    window.window_actions.redo.trigger()
    assert section.opened, "there is a reference again"


def test_the_strength_is_seen_while_it_is_held_and_one_step_of_undo(
    qtbot: QtBot, window: MainWindow, followed: Entry, colorizer: FakeColorizer
) -> None:
    slider, asked = window.panel.reference.strength.slider, len(colorizer.guidances)
    full, greens = mean(followed), [mean(followed)[0]]

    def at(strength: int) -> QPoint:
        return QPoint(round(slider.position_of(strength)), slider.height() // 2)

    QTest.mousePress(slider, LEFT, pos=at(100))
    for strength in (70, 40, 10):
        QTest.mouseMove(slider, at(strength))
        qtbot.waitUntil(lambda: is_as_wanted(followed))
        greens.append(mean(followed)[0])
    assert greens == sorted(greens), "less green with each move"
    QTest.qWait(700)  # however long the button rests
    QTest.mouseMove(slider, at(30))
    QTest.mouseRelease(slider, LEFT, pos=at(30))
    assert reference_of(followed).strength == pytest.approx(0.3, abs=0.02)
    assert steps(followed) == ["Reference Photo", "Strength of Reference"]
    assert len(colorizer.guidances) == asked, "no slider asks the network"
    qtbot.waitUntil(lambda: is_as_wanted(followed))
    assert followed.photo is not None
    assert followed.prediction is not None
    alone = Guide().predict(colorizer, followed.photo.lightness, followed.guidance)
    np.testing.assert_array_equal(followed.prediction.ab, alone.ab)
    window.window_actions.undo.trigger()
    qtbot.waitUntil(lambda: is_as_wanted(followed))
    assert mean(followed) == full
    assert slider.value() == 100


def test_keys_that_follow_closely_are_one_step(qtbot: QtBot, window: MainWindow, followed: Entry) -> None:
    slider = window.panel.reference.strength.slider
    for _ in range(5):
        QTest.keyClick(slider, Qt.Key.Key_Left)
    assert reference_of(followed).strength == pytest.approx(0.95)
    assert len(steps(followed)) == 2
    QTest.mouseDClick(slider, LEFT, pos=slider.rect().center())
    assert reference_of(followed).strength == 1
    qtbot.waitUntil(lambda: is_as_wanted(followed))


def test_the_method_and_going_without(qtbot: QtBot, window: MainWindow, followed: Entry) -> None:
    tools = window.panel.reference
    QTest.mouseClick(tools.brightness_button, LEFT, pos=QPoint(8, tools.brightness_button.height() // 2))
    assert reference_of(followed).matching is Matching.BRIGHTNESS
    qtbot.waitUntil(lambda: is_as_wanted(followed))
    window.window_actions.undo.trigger()
    assert tools.likeness_button.isChecked()
    QTest.mouseClick(tools.remove_button, LEFT)
    assert followed.guidance is None
    qtbot.waitUntil(lambda: is_as_wanted(followed))
    assert mean(followed)[0] > 0
    assert steps(followed)[-1] == "Remove Reference Photo"


def test_points_and_the_reference_leave_each_other_alone(
    qtbot: QtBot, window: MainWindow, followed: Entry
) -> None:
    pointing = window.workspace.pointing
    pointing.put(ColourPoint(0.5, 0.5, (50.0, 30.0), reach=-1.0))
    pointing.end_gesture()
    qtbot.waitUntil(lambda: is_as_wanted(followed))
    assert followed.prediction is not None
    height, width = followed.prediction.ab.shape[:2]
    np.testing.assert_allclose(followed.prediction.ab[height // 2, width // 2], (50, 30), atol=1)
    assert followed.prediction.ab[1, 1, 0] < -20
    window.panel.reference.remove_button.click()
    assert len(pointing.points) == 1
    window.window_actions.undo.trigger()
    pointing.remove_all()
    assert reference_of(followed).name == "green.jpg"
    qtbot.waitUntil(lambda: is_as_wanted(followed))


def test_only_my_colours_want_no_reference(window: MainWindow, followed: Entry) -> None:
    assert followed is not None
    window.workspace.scribbling.set_alone(True)
    assert not window.panel.reference.isEnabled()
    window.window_actions.undo.trigger()
    assert window.panel.reference.isEnabled()


def test_what_is_saved_follows_it_and_is_taken_up_without_the_file(
    qtbot: QtBot, window: MainWindow, followed: Entry, green: Path, make_photo: PhotoMaker
) -> None:
    window.workspace.referring.set_strength(0.8)
    window.window_actions.save.trigger()
    qtbot.waitUntil(lambda: followed.saved_to is not None)
    assert followed.saved_to is not None
    recipe = stored_recipe(read_photo(followed.saved_to))
    assert recipe is not None
    assert reference_in(recipe.guidance) == reference_of(followed)
    pixels = read_photo(followed.saved_to).source_ab
    assert pixels is not None
    assert pixels[..., 0].mean() < -10
    green.unlink()
    saved = followed.saved_to
    window.window_actions.close_photo.trigger()
    window.open_paths([saved])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert session.current is not None
    assert reference_of(session.current).strength == 0.8
    assert "green.jpg" in window.panel.reference.well.accessibleName()
    assert mean(session.current)[0] < -15
