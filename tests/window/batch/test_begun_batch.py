"""What the page of a batch says after a kill, and when everything was decided."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.core.batch import JobState
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import make_photo
from tests.support.window.windows_of_one_user import Windows

LEFT = Qt.MouseButton.LeftButton


def filled(qtbot: QtBot, window: MainWindow, box: Path) -> None:
    window.page_switch.enter()
    window.workspace.batch.list.add([box])
    qtbot.waitUntil(window.batch_page.start_button.isEnabled)


def test_after_a_kill_the_button_says_what_the_notice_says(
    qtbot: QtBot, windows: Windows, tmp_path: Path
) -> None:
    for number in range(2):
        make_photo(tmp_path / "box" / f"{number}.png", seed=number)
    first = windows.open()
    filled(qtbot, first, tmp_path / "box")
    assert first.batch_page.start_button.text() == "Start"
    first.workspace.stop()
    assert first.workspace.wait(10_000)
    second = windows.open()
    second.workspace.batch.list.restore(quiet=True)
    bar = second.viewer.message_bar
    qtbot.waitUntil(lambda: bar.text != "")
    assert bar.action_button.text() == "Go On"
    second.page_switch.enter()
    button = second.batch_page.start_button
    qtbot.waitUntil(button.isEnabled)
    assert button.text() == "Go On"
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: {job.state for job in second.workspace.batch.list.jobs} == {JobState.DONE})
    make_photo(tmp_path / "more" / "x.png", seed=7)
    qtbot.waitUntil(lambda: button.text() == "Start")
    filled(qtbot, second, tmp_path / "more")
    assert button.text() == "Start", "nothing of this was begun"


def test_the_offer_to_review_leaves_when_all_is_decided(
    qtbot: QtBot, windows: Windows, tmp_path: Path
) -> None:
    for number in range(2):
        make_photo(tmp_path / "box" / f"{number}.png", seed=number)
    window = windows.open()
    page = window.batch_page
    filled(qtbot, window, tmp_path / "box")
    QTest.mouseClick(page.options.review_box, LEFT, pos=QPoint(8, 8))
    QTest.mouseClick(page.start_button, LEFT)
    qtbot.waitUntil(lambda: page.message_bar.text == "The photos are colorized. To be reviewed: 2")
    page.show_view(page.review)
    sheet = page.review.sheet
    qtbot.waitUntil(lambda: sheet.photos.rowCount() == 2)
    QTest.keyClicks(sheet, "a")
    assert page.message_bar.text == "The photos are colorized. To be reviewed: 2"
    QTest.mouseClick(page.review.rest_button, LEFT)
    assert page.message_bar.text == ""
