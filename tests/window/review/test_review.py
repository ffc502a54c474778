"""Photos are reviewed with real keys in the real view, while a batch is behind it."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColorSpace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.core.batch import JobState
from colorizer_gui.core.batch.journal.stored_predictions import STORED_BYTES
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.rendering.adjustments import Adjustments, restrained
from colorizer_gui.desktop.display_profile import for_display
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.batch.words import size_text
from colorizer_gui.widgets.review.model import BEFORE_ROLE
from colorizer_gui.widgets.review.words import Decision
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import hashes, make_photo
from tests.support.batch.review_bench import ReviewBench
from tests.support.batch.reviewing import adjustments, current, key, picture, press, warmth


def test_each_step_is_seen_at_once_and_can_be_taken_back(qtbot: QtBot, reviewing: ReviewBench) -> None:
    reviewing.fill(1)
    qtbot.waitUntil(lambda: warmth(picture(reviewing, 0)) > 10)
    as_predicted = warmth(picture(reviewing, 0))
    press(qtbot, reviewing, "rr")
    assert adjustments(reviewing) == restrained(Adjustments(), 2)
    qtbot.waitUntil(lambda: warmth(picture(reviewing, 0)) < 0.9 * as_predicted)
    assert reviewing.view.sheet.photos.item(0).settings == "2 × quieter"
    press(qtbot, reviewing, "v")
    assert adjustments(reviewing) == restrained(Adjustments(), 1)
    press(qtbot, reviewing, "vv")
    assert reviewing.view.sheet.photos.item(0).settings == "1 × livelier"
    press(qtbot, reviewing, "uuuuu")
    assert adjustments(reviewing) == Adjustments()
    qtbot.waitUntil(lambda: warmth(picture(reviewing, 0)) == as_predicted)
    assert reviewing.bench.colorizer.calls == 1, "no step asks the network"


def test_pictures_are_drawn_for_the_display(qtbot: QtBot, reviewing: ReviewBench) -> None:
    reviewing.fill(1)
    qtbot.waitUntil(lambda: warmth(picture(reviewing, 0)) > 10)
    before = picture(reviewing, 0)
    assert before is not None
    space = QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb)
    wanted = rgb_from_image(for_display(before, space))
    reviewing.controller.set_display(space)
    qtbot.waitUntil(lambda: picture(reviewing, 0) not in (None, before))
    after = picture(reviewing, 0)
    assert after is not None
    np.testing.assert_array_equal(rgb_from_image(after), wanted)
    assert not np.array_equal(wanted, rgb_from_image(before))


def test_large(qtbot: QtBot, reviewing: ReviewBench) -> None:
    reviewing.fill(2)
    view = reviewing.view
    key(qtbot, reviewing, Qt.Key.Key_Space)
    pane = view.comparison.colorized_pane
    qtbot.waitUntil(lambda: pane.image is not None and warmth(pane.image) > 10)
    assert view.counts_label.text() == "scan 0.png · To review"
    before = warmth(pane.image)
    press(qtbot, reviewing, "r")
    qtbot.waitUntil(lambda: warmth(pane.image) < before)
    press(qtbot, reviewing, "a")
    assert pane.isVisible()
    assert current(reviewing) == 2
    qtbot.waitUntil(lambda: warmth(pane.image) > before - 3)
    key(qtbot, reviewing, Qt.Key.Key_Left)
    assert view.counts_label.text() == "scan 0.png · Accepted"
    for back in (Qt.Key.Key_Escape, Qt.Key.Key_Space):
        key(qtbot, reviewing, back)
        assert view.sheet.hasFocus()
        assert view.sheet.isVisible()
        key(qtbot, reviewing, Qt.Key.Key_Space)


def test_other_settings(qtbot: QtBot, reviewing: ReviewBench) -> None:
    reviewing.fill(2)
    settings = reviewing.view.settings
    press(qtbot, reviewing, "x")
    assert settings.isVisible()
    assert settings.again_button.isHidden()
    qtbot.waitUntil(lambda: warmth(picture(reviewing, 0)) > 10)
    before = warmth(picture(reviewing, 0))
    slider = settings.rows["saturation"].slider
    assert slider.hasFocus()
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_PageDown)
    assert adjustments(reviewing).saturation < 1.0
    qtbot.waitUntil(lambda: warmth(picture(reviewing, 0)) < before)
    press(qtbot, reviewing, "a")
    assert reviewing.states() == [JobState.TO_REVIEW] * 2, "letters are not for the sheet here"
    key(qtbot, reviewing, Qt.Key.Key_Escape)
    assert settings.isHidden()
    assert reviewing.view.sheet.hasFocus()
    press(qtbot, reviewing, "u")
    assert adjustments(reviewing) == Adjustments(), "a gesture is one step"
    press(qtbot, reviewing, "xx")
    assert settings.isHidden()


def test_a_negative_is_predicted_once_more(qtbot: QtBot, reviewing: ReviewBench) -> None:
    reviewing.fill(1)
    qtbot.waitUntil(lambda: picture(reviewing, 0) is not None)
    before = picture(reviewing, 0, BEFORE_ROLE)
    assert before is not None
    press(qtbot, reviewing, "x")
    QTest.mouseClick(reviewing.view.settings.negative, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert reviewing.states() == [JobState.QUEUED]
    assert reviewing.runs == 1
    assert reviewing.view.sheet.photos.item(0).decision is Decision.WAITING
    reviewing.run()
    assert reviewing.states() == [JobState.TO_REVIEW]
    assert reviewing.bench.colorizer.calls == 2
    qtbot.waitUntil(lambda: picture(reviewing, 0, BEFORE_ROLE) != before)
    reviewing.view.close_settings()


def test_after_a_normal_run(qtbot: QtBot, reviewing: ReviewBench) -> None:
    reviewing.fill(2, review_first=False)
    before = hashes(reviewing.bench.out)
    assert reviewing.view.counts_label.text() == "2 saved"
    qtbot.waitUntil(lambda: warmth(picture(reviewing, 0)) > 10)
    assert warmth(picture(reviewing, 0, BEFORE_ROLE)) == 0
    press(qtbot, reviewing, "ab")
    assert reviewing.states() == [JobState.DONE] * 2, "nothing is to be decided any more"
    key(qtbot, reviewing, Qt.Key.Key_Home)
    press(qtbot, reviewing, "r")
    settings = reviewing.view.settings
    assert settings.isVisible(), "R shows what a second result would be made with"
    assert settings.rows["saturation"].spin_box.value() == 90
    assert settings.negative.isHidden()
    QTest.mouseClick(settings.again_button, Qt.MouseButton.LeftButton)
    assert settings.isHidden()
    assert [item.name for item in reviewing.view.sheet.photos.items] == [
        "scan 0.png",
        "scan 0.png",
        "scan 1.png",
    ]
    reviewing.run()
    assert reviewing.bench.results()[:2] == ["scan 0-colorized (2).png", "scan 0-colorized.png"]
    assert {path: hashes(reviewing.bench.out)[path] for path in before} == before


def test_photos_appear_while_the_run_lasts(qtbot: QtBot, reviewing: ReviewBench) -> None:
    reviewing.fill(2)
    press(qtbot, reviewing, "a")
    make_photo(reviewing.bench.box / "scan 0b.png", seed=50)
    reviewing.bench.add()
    reviewing.run()
    qtbot.waitUntil(lambda: reviewing.view.sheet.photos.rowCount() == 3)
    assert current(reviewing) == 2, "what keys are meant for stays"


def test_thousands_are_drawn_only_where_they_are_seen(qtbot: QtBot, reviewing: ReviewBench) -> None:
    reviewing.fill(1)
    (job,) = reviewing.bench.queue.jobs
    from dataclasses import replace

    requests = [
        replace(job.request, source=Path(f"/nowhere/{n}.png"), target=Path(f"/o/{n}.png"))
        for n in range(3000)
    ]
    for added in reviewing.bench.queue.add(requests):
        for state in (JobState.RUNNING, JobState.TO_REVIEW):
            reviewing.bench.queue.change(added.id, state)
    wanted: list[list[int]] = []
    reviewing.view.sheet.pictures_wanted.connect(wanted.append)
    reviewing.controller.reload()
    qtbot.waitUntil(lambda: bool(wanted))
    assert reviewing.view.sheet.photos.rowCount() == 3001
    assert len(wanted[-1]) < 30
    key(qtbot, reviewing, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: 3001 in wanted[-1])
    assert len(wanted[-1]) < 30
    reviewing.controller.accept_rest()
    assert set(reviewing.states()) == {JobState.ACCEPTED}


def test_an_empty_review_says_so(qtbot: QtBot, reviewing: ReviewBench) -> None:
    assert not reviewing.view.bar.isEnabled()
    assert not reviewing.view.export_button.isEnabled()
    for button in reviewing.view.findChildren(QPushButton):
        assert button.accessibleName() or button.text()


def test_the_whole_way_in_the_window(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    photos = [make_photo(tmp_path / "box" / f"{n}.png", seed=n) for n in range(3)]
    before = hashes(tmp_path / "box")
    batch, page = window.workspace.batch, window.batch_page
    window.page_switch.enter()
    batch.list.add([tmp_path / "box"])
    qtbot.waitUntil(page.start_button.isEnabled)
    QTest.mouseClick(page.options.review_box, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert settings.batch_choices.review_first
    predictions = size_text(3 * STORED_BYTES)
    qtbot.waitUntil(lambda: page.footer.space_label.text().startswith(f"About {predictions} needed"))
    page.start_button.click()
    qtbot.waitUntil(lambda: page.message_bar.text != "")
    assert page.message_bar.text == "The photos are colorized. To be reviewed: 3"
    assert not (tmp_path / "box-colorized").exists() or not [*(tmp_path / "box-colorized").iterdir()]
    assert page.footer.bar.value() == page.footer.bar.maximum()
    page.message_bar.action_button.click()
    assert page.review.isVisible()
    assert page.filter_bar.isHidden(), "the counts of the table"
    sheet = page.review.sheet
    qtbot.waitUntil(sheet.hasFocus)
    QTest.keyClicks(sheet, "rab")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not window.page_switch.is_shown
    window.page_switch.enter()
    states = [job.state for job in batch.list.jobs]
    assert states == [JobState.ACCEPTED, JobState.SKIPPED, JobState.TO_REVIEW]
    page.review.export_button.click()
    result = tmp_path / "box-colorized" / "0-colorized.png"
    qtbot.waitUntil(lambda: batch.list.jobs[0].state is JobState.DONE)
    qtbot.waitUntil(lambda: batch.run.state is RunState.IDLE)
    assert [path for path in result.parent.rglob("*") if path.is_file()] == [result]
    recipe = stored_recipe(read_photo(result))
    assert recipe is not None
    assert recipe.adjustments == restrained(Adjustments())
    assert recipe.source_name == photos[0].name
    assert hashes(tmp_path / "box") == before
