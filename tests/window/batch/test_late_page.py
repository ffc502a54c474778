"""The page of the batch is made when it is first needed, and is then as if it had always been there."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from colorizer_gui.core.batch import JobState
from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.desktop.translation import install_translation
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.batch.model import PHOTO
from colorizer_gui.widgets.dialogs.text_dialogs import ShortcutDialog
from colorizer_gui.widgets.style.theme import apply_theme
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import make_photo
from tests.support.window.batch_page import jobs, shown, states, wait_for_end
from tests.support.window.fixtures import PhotoMaker
from tests.support.window.hands import current, drop, open_one
from tests.support.window.windows_of_one_user import Windows

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton

#: What a start loads of these rooms: the way to the batch, and what its controllers say.
FROM_THE_START = {
    "widgets.batch.status",
    "widgets.review.item",
    "widgets.review.words",
    "window.batch.defaults",
    "window.batch.face",
    "window.batch.page_switch",
}
START = """
import os, sys
from pathlib import Path
import colorizer_gui.app as app
from PySide6.QtCore import QSettings
application = app.make_application()
data = Path(sys.argv[1])
workspace = app.Workspace(lambda: None, data_folder=data)
window = app.MainWindow(workspace, app.Settings(QSettings(str(data / "s.ini"), QSettings.Format.IniFormat)))
window.show()
application.processEvents()
print(*sys.modules, sep="\\n", flush=True)
workspace.stop()
os._exit(0 if workspace.wait(10_000) else 1)
"""


@pytest.fixture
def unfinished(qtbot: QtBot, windows: Windows, tmp_path: Path) -> Callable[[bool], MainWindow]:
    """A window of somebody who has closed another one with three photos in the list, or in review."""

    def make(reviewed: bool = False) -> MainWindow:
        for number in range(3):
            make_photo(tmp_path / "box" / f"{number}.png", seed=number)
        (tmp_path / "box" / "Thumbs.db").touch()
        window = windows.open()
        window.page_switch.enter()
        page = window.batch_page
        page.options.name_edit.setText("{name} x")
        drop(page, tmp_path / "box")
        qtbot.waitUntil(page.start_button.isEnabled)
        if reviewed:
            QTest.mouseClick(page.options.review_box, LEFT, pos=QPoint(8, 8))
            QTest.mouseClick(page.start_button, LEFT)
            qtbot.waitUntil(lambda: states(window) == [JobState.TO_REVIEW] * 3)
            wait_for_end(qtbot, window)
        window.workspace.stop()
        assert window.workspace.wait(10_000)
        return windows.open()

    return make


def test_a_start_does_not_load_what_only_the_batch_needs(tmp_path: Path, project: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    rooms = ("colorizer_gui.widgets.batch.", "colorizer_gui.widgets.review.", "colorizer_gui.window.batch.")
    loaded = {name.removeprefix("colorizer_gui.") for name in answer.stdout.split() if name.startswith(rooms)}
    assert loaded == FROM_THE_START


def enabled(window: MainWindow) -> set[str]:
    """The texts of all actions that can be used."""
    return {action.text() for action in window.window_actions.all() if action.isEnabled()}


def test_the_first_key_makes_the_page(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    actions = window.window_actions
    made: list[object] = []
    window.batch_face.made.connect(made.append)
    open_one(qtbot, window, make_photo())
    before = enabled(window)
    assert window.batch_face.made_page is None
    assert {actions.batch.text(), actions.fit.text(), actions.save.text()} < before
    QTest.keyClick(window, Qt.Key.Key_B, CONTROL)
    page = window.batch_page
    assert made == [page]
    assert page.isVisible()
    assert actions.batch.isChecked()
    assert enabled(window) == before & {action.text() for action in actions._always()}
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == page.add_folder_button.text()
    QTest.keyClick(window, Qt.Key.Key_B, CONTROL)
    assert not page.isVisible()
    assert enabled(window) == before
    QTest.keyClick(window, Qt.Key.Key_B, CONTROL)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert not actions.batch.isChecked()
    assert enabled(window) == before
    assert made == [page]


def test_who_looks_at_photos_makes_none(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    open_one(qtbot, window, make_photo())
    assert current(window).prediction is not None
    window.workspace.batch.list.restore()  # there was none
    drop(window, make_photo("other.png"))
    qtbot.waitUntil(lambda: len(list(window.workspace.session)) == 2)
    window.close()
    assert window.batch_face.made_page is None


def test_a_list_that_was_found_again_is_shown_when_somebody_looks(
    qtbot: QtBot, unfinished: Callable[[], MainWindow], tmp_path: Path
) -> None:
    window = unfinished()
    planned: list[object] = []
    window.workspace.batch.list.planned.connect(planned.append)
    window.workspace.batch.list.restore(quiet=True)
    bar = window.viewer.message_bar
    qtbot.waitUntil(lambda: bar.text.endswith("Photos that wait: 3"))
    qtbot.waitUntil(lambda: bool(planned))
    assert window.batch_face.made_page is None
    window.page_switch.enter()
    page = window.batch_page
    assert shown(page, PHOTO) == ["0.png", "1.png", "2.png"]
    assert page.options.name_edit.text() == "{name} x"
    assert page.options.folder_button.toolTip() == str(tmp_path / "box-colorized")
    assert page.footer.left_out_button.text() == "Left out: 1"
    assert page.start_button.text() == "Go On"
    assert page.start_button.isEnabled()
    assert page.clear_action.isEnabled()
    assert page.report_action.isEnabled()
    assert page.output_action.isEnabled()
    assert not page.retry_action.isEnabled()
    assert not page.stop_button.isEnabled()
    qtbot.waitUntil(lambda: page.options.preview_label.text() == "0.png\n→ 0 x.png")
    qtbot.waitUntil(page.footer.space_label.isVisible)
    assert [job.request.target.name for job in jobs(window)] == ["0 x.png", "1 x.png", "2 x.png"]


def test_an_offer_to_go_on_needs_no_page(qtbot: QtBot, unfinished: Callable[[], MainWindow]) -> None:
    window = unfinished()
    window.workspace.batch.list.restore(quiet=True)
    bar = window.viewer.message_bar
    qtbot.waitUntil(lambda: bar.action_button.text() == "Go On" and bar.isVisible())
    assert window.batch_face.made_page is None
    bar.action_button.click()
    assert window.batch_page.isVisible()
    assert not bar.isVisible()
    qtbot.waitUntil(lambda: states(window) == [JobState.DONE] * 3)
    wait_for_end(qtbot, window)
    assert window.batch_page.message_bar.text == "The batch has ended. Done: 3"


def test_photos_that_wait_for_a_review_are_found_again(
    qtbot: QtBot, unfinished: Callable[[bool], MainWindow]
) -> None:
    window = unfinished(True)
    window.workspace.batch.list.restore(quiet=True)
    qtbot.waitUntil(lambda: len(jobs(window)) == 3)
    assert window.batch_face.made_page is None
    window.page_switch.enter()
    page = window.batch_page
    page.show_view(page.review)
    assert [item.name for item in page.review.sheet.photos.items] == ["0.png", "1.png", "2.png"]
    QTest.keyClicks(page.review.sheet, "a")
    assert states(window) == [JobState.ACCEPTED, JobState.TO_REVIEW, JobState.TO_REVIEW]


def test_settings_and_choices_hold_without_the_page(
    qtbot: QtBot, windows: Windows, settings: Settings
) -> None:
    settings.saving.caption = "by Tintype"
    settings.batch_choices = replace(settings.batch_choices, template="{name} y")
    window = windows.open()
    batch = window.workspace.batch.list
    assert batch.base.caption == "by Tintype"
    assert batch.choices.template == "{name} y"
    batch.choose(replace(batch.choices, quality=77))
    assert settings.batch_choices.quality == 77
    assert window.batch_face.made_page is None
    assert window.batch_page.options.quality_box.value() == 77


def test_keys_of_the_batch_are_listed_before_it_was_seen(window: MainWindow) -> None:
    window.window_actions.shortcuts.trigger()
    dialog = window.dialogs.last
    assert isinstance(dialog, ShortcutDialog)
    told = [str(dialog.table.model().index(row, 0).data()) for row in range(dialog.table.rowCount())]
    assert sum(text.startswith("Batch: ") for text in told) > 2
    assert sum(text.startswith("Review: ") for text in told) > 2
    dialog.close()
    assert not window.batch_page.isVisible()


@pytest.fixture
def changed(qapp: QApplication) -> Iterator[Callable[[], None]]:
    """Another language and another appearance than at the start of the window."""
    palette, sheet = qapp.palette(), qapp.styleSheet()
    apply_theme(qapp, Qt.ColorScheme.Light)

    def change() -> None:
        assert install_translation(qapp, "de") == "de"
        apply_theme(qapp, Qt.ColorScheme.Dark)

    yield change
    install_translation(qapp, "en")
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def picture(window: MainWindow) -> ByteArray:
    window.batch_page.setFocus()  # nothing blinks
    QApplication.processEvents()
    image = window.batch_page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return rgb_from_image(image)


def test_it_has_the_language_and_the_appearance_of_that_moment(
    qtbot: QtBot, windows: Windows, changed: Callable[[], None]
) -> None:
    late = windows.open()
    changed()
    early = windows.open()  # made when all was as it is now
    for window in (late, early):
        window.resize(1200, 800)
        window.page_switch.enter()
    assert late.batch_page.add_folder_button.text() == "Ordner hinzufügen…"
    dark = picture(late)
    np.testing.assert_array_equal(dark, picture(early))
    apply_theme(QApplication.instance(), Qt.ColorScheme.Light)  # type: ignore[arg-type]
    assert picture(late).mean() > dark.mean() + 50, "and it follows from then on"
