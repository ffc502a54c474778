"""Photos come into the list: once each, with a reason for what is left out, and from the first key."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.batch.left_out_dialog import LeftOutDialog
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import make_photo
from tests.support.window.activation import activate
from tests.support.window.batch_page import jobs
from tests.support.window.hands import drop


def test_what_was_left_out_is_told_with_the_reason(
    qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path
) -> None:
    folder = make_photo(tmp_path / "box" / "a.png").parent
    for name in ("._a.png", "Thumbs.db", "letter.txt", ".hidden.png"):
        (folder / name).write_bytes(b"x")
    drop(page, folder)
    qtbot.waitUntil(page.footer.left_out_button.isVisible)
    assert page.footer.left_out_button.text() == "Left out: 4"
    drop(page, folder)
    qtbot.waitUntil(lambda: page.message_bar.text == "These photos are in the list already.")
    assert page.footer.left_out_button.text() == "Left out: 4", "each file counts once"
    page.footer.left_out_button.click()
    (dialog,) = (dialog for dialog in window.findChildren(LeftOutDialog) if dialog.isVisible())
    dialog.copy_button.click()
    assert sorted(QApplication.clipboard().text().splitlines()) == [
        *(str(folder / name) for name in ("._a.png", ".hidden.png", "Thumbs.db", "letter.txt")),
        "Files of the system, such as Thumbs.db: 1",
        "Files that are no photos: 1",
        "Hidden files: 2",
    ]
    (first,) = dialog.tree.findItems("_a.png", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    assert first.text(0) == str(Path("box", "._a.png"))
    activate(qtbot, dialog)
    dialog.tree.setFocus()
    first.setSelected(True)
    QTest.keyClick(dialog.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == str(folder / "._a.png")
    dialog.close()
    report = tmp_path / "r.csv"
    window.workspace.batch.list.report(report)
    qtbot.waitUntil(report.exists)
    assert report.read_text(encoding="utf-8-sig").count("left out") == 4


def test_photos_that_are_in_the_list_are_not_added_twice(
    qtbot: QtBot, window: MainWindow, page: BatchPage, fill: Callable[[int], list[Path]]
) -> None:
    paths = fill(2)
    drop(page, paths[0])
    qtbot.waitUntil(lambda: page.message_bar.text == "These photos are in the list already.")
    assert len(jobs(window)) == 2


def test_without_photos_the_first_key_adds_a_folder(window: MainWindow, page: BatchPage) -> None:
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == page.add_folder_button.text()


def test_many_dropped_photos_may_become_a_batch(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    for number in range(25):
        make_photo(tmp_path / "box" / f"{number}.png", seed=number)
    drop(window, tmp_path / "box")
    bar, session = window.viewer.message_bar, window.workspace.session
    qtbot.waitUntil(lambda: "25 photos" in bar.text)
    bar.action_button.click()
    assert window.batch_page.isVisible()
    qtbot.waitUntil(lambda: len(jobs(window)) == 25)
    assert all(entry is session.current or entry.prediction is not None for entry in session)
