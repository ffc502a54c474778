"""The controller of the review without a widget: decisions, their undo, and what it tells."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.review.reviewing import ReviewController
from colorizer_gui.core.batch import JobState, JournalError, Review, RunOptions
from colorizer_gui.core.rendering.adjustments import Adjustments, Areas, Region, with_areas
from colorizer_gui.core.rendering.touches import Touch
from tests.support.batch.bench import Bench

FIRST, SECOND, THIRD = 1, 2, 3
WARM = Adjustments(warmth=0.5)


class Heard:
    """How often the controller wanted a run, and the photos that it said to have changed."""

    def __init__(self, controller: ReviewController) -> None:
        self.runs = 0
        self.changed: list[list[int]] = []
        self.failures: list[str] = []
        controller.run_wanted.connect(self._on_run_wanted)
        controller.changed.connect(lambda items: self.changed.append([item.key for item in items]))
        controller.failed.connect(self.failures.append)

    def _on_run_wanted(self) -> None:
        self.runs += 1


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """Three photos that were predicted and wait to be looked at."""
    bench = Bench(tmp_path)
    bench.options = RunOptions(reserve=0, review_first=True)
    bench.fill(3)
    bench.run()
    return bench


@pytest.fixture
def controller(qtbot: QtBot, bench: Bench) -> ReviewController:
    controller = ReviewController()
    controller.show_queue(bench.queue)
    return controller


@pytest.fixture(autouse=True)
def _end(bench: Bench, controller: ReviewController) -> Iterator[None]:
    yield
    controller.stop()
    assert controller.wait(300_000)
    bench.queue.close()


def test_decisions_are_told_and_each_undo_takes_back_the_last_one(
    bench: Bench, controller: ReviewController
) -> None:
    heard = Heard(controller)
    controller.accept([FIRST, THIRD])
    controller.keep_gray([SECOND])
    assert bench.states() == [JobState.ACCEPTED, JobState.SKIPPED, JobState.ACCEPTED]
    assert heard.changed == [[FIRST, THIRD], [SECOND]]
    assert controller.undo([FIRST]) == [SECOND], "it goes to what was decided last, wherever one looks"
    assert bench.states() == [JobState.ACCEPTED, JobState.TO_REVIEW, JobState.ACCEPTED]
    assert controller.undo([SECOND]) == [FIRST, THIRD]
    assert bench.states() == [JobState.TO_REVIEW] * 3
    assert heard.runs == 0
    assert bench.results() == []


def test_the_rest_is_accepted_without_what_was_decided(bench: Bench, controller: ReviewController) -> None:
    controller.keep_gray([FIRST])
    controller.accept_rest()
    assert bench.states() == [JobState.SKIPPED, JobState.ACCEPTED, JobState.ACCEPTED]


def test_export_writes_what_is_accepted_and_cannot_be_taken_back(
    bench: Bench, controller: ReviewController
) -> None:
    heard = Heard(controller)
    controller.export()
    assert heard.runs == 0, "nothing is accepted yet"
    controller.accept([FIRST])
    controller.export()
    assert heard.runs == 1
    bench.run()
    controller.note(bench.queue.jobs)
    assert bench.results() == ["scan 0-colorized.png"]
    assert bench.states() == [JobState.DONE, JobState.TO_REVIEW, JobState.TO_REVIEW]
    controller.undo([FIRST])
    assert bench.states()[0] is JobState.DONE
    assert [item.key for item in controller.items()] == [FIRST, SECOND, THIRD], "it stays on the sheet"


def test_one_gesture_of_a_slider_is_one_step(bench: Bench, controller: ReviewController) -> None:
    before = bench.queue.job(FIRST).request.recipe.adjustments
    controller.begin_gesture()
    for warmth in (0.1, 0.3, 0.5):
        controller.adjust([FIRST], Adjustments(warmth=warmth))
    assert bench.queue.job(FIRST).request.recipe.adjustments == WARM
    controller.undo([FIRST])
    assert bench.queue.job(FIRST).request.recipe.adjustments == before


def test_a_photo_that_is_read_otherwise_goes_through_the_network_again(
    bench: Bench, controller: ReviewController
) -> None:
    heard = Heard(controller)
    asked = bench.colorizer.calls
    controller.set_negative([SECOND], negative=True)
    assert heard.runs == 1
    assert bench.states()[1] is JobState.QUEUED
    assert controller.undo([SECOND]) == [SECOND], "there is nothing to undo before it is back"
    assert bench.queue.job(SECOND).request.recipe.reading.negative
    bench.run()
    controller.note(bench.queue.jobs)
    assert bench.states()[1] is JobState.TO_REVIEW
    controller.undo([SECOND])
    assert heard.runs == 2
    assert not bench.queue.job(SECOND).request.recipe.reading.negative
    assert bench.colorizer.calls == asked + 1


def test_a_recipe_that_changes_nothing_is_no_step(bench: Bench, controller: ReviewController) -> None:
    heard = Heard(controller)
    controller.take(FIRST, bench.queue.job(FIRST).request.recipe)
    assert heard.changed == []
    assert controller.undo([]) == []


def test_a_saved_photo_can_be_colorized_a_second_time(bench: Bench, controller: ReviewController) -> None:
    touched = Region("Dress", (Touch(((0.5, 0.5),), (0.2,)),), Adjustments(saturation=0.5))
    areas = Areas((touched,))
    recipe = bench.queue.job(FIRST).request.recipe
    controller.take(FIRST, replace(recipe, adjustments=with_areas(recipe.adjustments, areas)))
    controller.accept([FIRST])
    controller.export()
    bench.run()
    controller.note(bench.queue.jobs)
    controller.colorize_again(FIRST, WARM)
    first, second = (job for job in bench.queue.jobs if job.request.source.name == "scan 0.png")
    assert second.request.recipe == replace(first.request.recipe, adjustments=with_areas(WARM, areas))
    assert second.request.target != first.request.target, "the first result stays"
    assert second.id in [item.key for item in controller.items()]


def test_a_journal_that_cannot_be_written_is_told_and_changes_nothing(
    bench: Bench, controller: ReviewController, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_review: Review, _keys: object) -> object:
        raise JournalError("The list cannot be written.")

    heard = Heard(controller)
    monkeypatch.setattr(Review, "accept", full)
    controller.accept([FIRST])
    assert heard.failures == ["The list cannot be written."]
    assert bench.states() == [JobState.TO_REVIEW] * 3


def test_another_list_forgets_the_steps_of_the_first(
    bench: Bench, controller: ReviewController, tmp_path: Path
) -> None:
    controller.accept([FIRST])
    (tmp_path / "other").mkdir()
    other = Bench(tmp_path / "other")
    other.options = RunOptions(reserve=0, review_first=True)
    other.fill(1)
    other.run()
    controller.show_queue(other.queue)
    assert [item.key for item in controller.items()] == [1]
    assert controller.undo([]) == []
    assert bench.states()[0] is JobState.ACCEPTED
    controller.show_queue(None)
    assert controller.items() == []
    other.queue.close()
