"""Whatever was done to a photo is there when that photo is opened again, by any way and in any window."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.controllers.workspace import WORK_NAME
from colorizer_gui.core.geometry.geometry import Geometry
from colorizer_gui.core.guidance.colour_points import points_of
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.activation import activate
from tests.support.window.fixtures import PhotoMaker
from tests.support.window.windows_of_one_user import Windows

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot, window: MainWindow, *paths: Path) -> Entry:
    window.open_paths(list(paths))
    return shown(qtbot, window)


def shown(qtbot: QtBot, window: MainWindow) -> Entry:
    session = window.workspace.session
    qtbot.waitUntil(lambda: len(session) > 0 and all(entry.state is EntryState.DONE for entry in session))
    assert session.current is not None
    return session.current


def work(qtbot: QtBot, window: MainWindow) -> Entry:
    """Move a slider and put a point with the mouse, and wait until that is kept; a kill may come then."""
    entry = window.workspace.session.current
    assert entry is not None
    slider = window.panel.rows["warmth"].slider
    QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 12, slider.height() // 2))
    QTest.keyClick(window, Qt.Key.Key_P)
    pane = window.viewer.comparison.colorized_pane
    QTest.mouseClick(pane, LEFT, pos=pane.rect().center())
    chooser = window.panel.points.chooser
    qtbot.waitUntil(chooser.is_for_place)
    QTest.mouseClick(chooser.plane, LEFT, pos=QPoint(20, 20))
    QTest.keyClick(window, Qt.Key.Key_P)
    assert entry.adjustments != Adjustments()
    assert len(points_of(entry.guidance)) == 1
    qtbot.waitUntil(lambda: not window.workspace.work.is_busy)
    return entry


def same(one: Entry, other: Entry) -> bool:
    return one.adjustments == other.adjustments and points_of(one.guidance) == points_of(other.guidance)


def drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    place = QPointF(window.viewer.geometry().center())
    QApplication.sendEvent(window, QDragEnterEvent(place, copy, mime, LEFT, none))
    QApplication.sendEvent(window, QDropEvent(place, copy, mime, LEFT, none))


def paste(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(window, Qt.Key.Key_V, CONTROL)


def click_recent(window: MainWindow, path: Path) -> None:
    buttons = window.viewer.empty_state.recent_buttons
    (button,) = [button for button in buttons if button.toolTip() == str(path)]
    QTest.mouseClick(button, LEFT)


WAYS: dict[str, Callable[[MainWindow, Path], object]] = {
    "named at the start": lambda window, path: window.open_paths([path]),
    "a later start": lambda window, path: window.desktop.receive([path]),
    "dropped": drop,
    "pasted as a file": paste,
    "its folder": lambda window, path: window.open_paths([path.parent]),
    "opened lately": click_recent,
}


@pytest.mark.parametrize("way", WAYS)
def test_after_a_kill_and_another_photo_the_work_is_there(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker, tmp_path: Path, way: str
) -> None:
    a, b = make_photo("a.png"), make_photo("b.png", 70, 50)
    folder = tmp_path / "photos"
    folder.mkdir()
    a = a.rename(folder / "a.png")
    first = windows.open()
    opened(qtbot, first, a)
    before = work(qtbot, first)  # and now it is killed: nothing of it is asked any more
    second = windows.open()
    opened(qtbot, second, b)
    third = windows.open()
    WAYS[way](third, a)
    after = shown(qtbot, third)
    assert after.path == a
    assert same(before, after)
    assert third.viewer.message_bar.text == "Your earlier work on “a.png” goes on."
    assert third.panel.rows["warmth"].slider.value() == first.panel.rows["warmth"].slider.value()
    assert third.workspace.unsaved == [], "nothing was done to it here"


def test_the_offer_goes_with_the_photo_that_it_is_about(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker
) -> None:
    a, b = make_photo("a.png"), make_photo("b.png", 70, 50)
    first = windows.open()
    opened(qtbot, first, a)
    work(qtbot, first)
    second = windows.open()
    opened(qtbot, second, b)
    opened(qtbot, second, a)
    bar = second.viewer.message_bar
    qtbot.waitUntil(lambda: bar.text == "Your earlier work on “a.png” goes on.")
    QTest.keyClick(second, Qt.Key.Key_PageUp)
    assert bar.text == "", "its button would change a photo that is not shown"


def test_under_another_name_it_is_the_same_photo(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    first = windows.open()
    path = make_photo("a.png")
    opened(qtbot, first, path)
    before = work(qtbot, first)
    copy = tmp_path / "copies" / "x.png"
    copy.parent.mkdir()
    shutil.copy(path, copy)
    assert same(before, opened(qtbot, windows.open(), copy))


def test_one_starts_over_by_the_button_or_by_undo(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker
) -> None:
    path = make_photo("a.png")
    first = windows.open()
    opened(qtbot, first, path)
    before = work(qtbot, first)
    second = windows.open()
    entry = opened(qtbot, second, path)
    QTest.mouseClick(second.viewer.message_bar.action_button, LEFT)
    assert (entry.adjustments, entry.guidance) == (Adjustments(), None)
    QTest.keyClick(second, Qt.Key.Key_Z, CONTROL)
    assert same(before, entry)
    QTest.keyClick(second, Qt.Key.Key_Z, CONTROL)
    assert (entry.adjustments, entry.guidance) == (Adjustments(), None)
    qtbot.waitUntil(lambda: not second.workspace.work.is_busy)
    assert len(windows.kept) == 0, "what was taken back is not kept"


def test_windows_side_by_side_keep_what_the_other_one_did(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker
) -> None:
    a, b = make_photo("a.png"), make_photo("b.png", 70, 50)
    first, second = windows.open(), windows.open()
    opened(qtbot, first, a)
    activate(qtbot, first)
    one = work(qtbot, first)
    opened(qtbot, second, b)
    activate(qtbot, second)
    other = work(qtbot, second)
    third = windows.open()
    opened(qtbot, third, a, b)
    entries = list(third.workspace.session)
    assert same(one, entries[0])
    assert same(other, entries[1])
    assert third.viewer.message_bar.text == "Earlier work goes on. Photos: 2"


def test_a_window_where_nothing_was_done_takes_nothing_from_another_one(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker
) -> None:
    path = make_photo("a.png")
    first, second = windows.open(), windows.open()
    opened(qtbot, first, path)
    opened(qtbot, second, path)
    activate(qtbot, first)
    before = work(qtbot, first)
    second.workspace.colorization.reload()  # the photo gets its colour once more
    shown(qtbot, second)
    qtbot.waitUntil(lambda: not second.workspace.work.is_busy)
    QTest.keyClick(second, Qt.Key.Key_W, CONTROL)
    qtbot.waitUntil(lambda: not second.workspace.work.is_busy)
    assert same(before, opened(qtbot, windows.open(), path))


def test_what_was_done_a_moment_before_the_end_is_kept(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker
) -> None:
    path = make_photo("a.png")
    window = windows.open()
    opened(qtbot, window, path)
    slider = window.panel.rows["warmth"].slider
    QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 12, slider.height() // 2))
    window.workspace.stop()
    assert set(windows.kept.find([path])) == {path}


def test_a_result_is_opened_with_what_was_done_after_it_was_saved(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker
) -> None:
    path = make_photo("a.png")
    first = windows.open()
    entry = opened(qtbot, first, path)
    first.workspace.adjusting.apply(Adjustments(saturation=0.5))
    QTest.keyClick(first, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: entry.state is EntryState.SAVED)
    later = work(qtbot, first)
    second = windows.open()
    assert entry.saved_to is not None
    after = opened(qtbot, second, entry.saved_to)
    qtbot.waitUntil(lambda: after.path == path)
    assert same(later, after)
    assert "Later work on “a.png” goes on" in second.viewer.message_bar.text
    QTest.keyClick(second, Qt.Key.Key_Z, CONTROL)
    assert (after.adjustments, after.guidance) == (Adjustments(saturation=0.5), None)


def test_a_photo_that_was_turned_and_cropped_is_shown_so_and_undo_shows_all_of_it(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker
) -> None:
    path = make_photo("a.png", 80, 60)
    first = windows.open()
    opened(qtbot, first, path)
    QTest.keyClick(first, Qt.Key.Key_R)
    first.workspace.treating.set_frame(0.0, (0.0, 0.0, 1.0, 0.5))
    shown(qtbot, first)
    before = work(qtbot, first)
    second = windows.open()
    after = opened(qtbot, second, path)
    assert after.treatment.geometry == Geometry(1, crop=(0.0, 0.0, 1.0, 0.5))
    assert after.photo is not None
    assert after.photo.size == (60, 40)
    assert same(before, after), "points lie in the photo as it was shown"
    QTest.keyClick(second, Qt.Key.Key_Z, CONTROL)
    entry = shown(qtbot, second)
    qtbot.waitUntil(lambda: entry.photo is not None and entry.photo.size == (80, 60))
    assert entry.guidance is None


@pytest.mark.parametrize("later", ["cropped", "as the file is"])
def test_a_result_is_opened_as_it_was_turned_and_cropped_after_it_was_saved(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker, later: str
) -> None:
    path = make_photo("a.png", 80, 60)
    first = windows.open()
    entry = opened(qtbot, first, path)
    QTest.keyClick(first, Qt.Key.Key_R)
    shown(qtbot, first)
    QTest.keyClick(first, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: entry.state is EntryState.SAVED)
    if later == "cropped":
        first.workspace.treating.set_frame(0.0, (0.0, 0.0, 1.0, 0.5))
    else:
        QTest.keyClick(first, Qt.Key.Key_L)
    first.workspace.adjusting.apply(Adjustments(warmth=0.5))
    shown(qtbot, first)
    qtbot.waitUntil(lambda: not first.workspace.work.is_busy)
    assert entry.saved_to is not None
    second = windows.open()
    after = opened(qtbot, second, entry.saved_to)
    qtbot.waitUntil(lambda: after.path == path)
    assert after.treatment.geometry == entry.treatment.geometry
    assert after.photo is not None
    assert after.photo.size == ((60, 40) if later == "cropped" else (80, 60))
    QTest.keyClick(second, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: after.photo is not None and after.photo.size == (60, 80))
    assert after.adjustments == Adjustments()


def test_a_disk_that_refuses_stops_nothing(
    qtbot: QtBot, windows: Windows, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / WORK_NAME).write_text("a file in the place of the folder")
    window = windows.open()
    opened(qtbot, window, make_photo("a.png"))
    window.workspace.adjusting.apply(Adjustments(warmth=0.5))
    qtbot.waitUntil(lambda: not window.workspace.work.is_busy)
    assert window.viewer.message_bar.text == ""
