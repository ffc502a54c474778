"""Looking at predictions before anything is written: decisions and what they lead to."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from colorizer_gui.core.batch import (
    KEPT_GRAY,
    Job,
    JobState,
    OnExisting,
    Progressed,
    Recipe,
    RunStarted,
    write_report,
)
from colorizer_gui.core.batch.journal.stored_predictions import (
    STORED_BYTES,
    PredictionStore,
    StoredPrediction,
    levels_of,
)
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.guidance.guide import Guide
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.photo.notice import ColorKind
from colorizer_gui.core.photo_io import ReadOptions, read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.support.batch.bench import MODEL, Bench
from tests.support.batch.box import hashes
from tests.support.batch.review import PLAIN, REVIEW_FIRST, ids, review, stored_files


def test_nothing_is_written_before_the_review(looked: Bench) -> None:
    assert looked.results() == []
    assert stored_files(looked) == ["1.planes", "2.planes", "3.planes"]
    job = looked.queue.job(1)
    assert job.source_sha256 == file_sha256(job.request.source)
    assert job.model_sha256 == MODEL.sha256
    assert job.seconds > 0
    assert job.output is None
    assert isinstance(looked.events[0], RunStarted)
    assert looked.events[0].space_needed == 3 * STORED_BYTES
    assert [event.ended for event in looked.events if isinstance(event, Progressed)] == [1, 2, 3]
    assert sum((looked.queue.stored.folder / name).stat().st_size for name in stored_files(looked)) < (
        3 * STORED_BYTES
    )


@pytest.mark.weights
def test_the_estimate_is_that_of_the_network_s_predictions(tmp_path: Path) -> None:
    """Of a photo that is half as wide again as it is high; those of the fake colorizer are far smaller."""
    lightness = np.random.default_rng(0).uniform(0, 100, (600, 900)).astype(np.float32)
    prediction = Guide().predict(NetworkColorizer.load("cpu"), lightness)
    store = PredictionStore(tmp_path)
    kept = replace(prediction, distribution=None)
    store.save(1, StoredPrediction(kept, "0" * 64, "0" * 64, "0" * 64, levels_of(lightness)))
    assert 0.75 * STORED_BYTES < store.path(1).stat().st_size < STORED_BYTES


def test_only_accepted_photos_are_written_and_as_they_would_have_been(
    looked: Bench, tmp_path_factory: pytest.TempPathFactory
) -> None:
    plain = Bench(tmp_path_factory.mktemp("plain"))
    plain.fill(3)
    plain.run()
    plain.queue.close()
    assert ids(review(looked).accept([1, 3])) == [1, 3]
    assert looked.states() == [JobState.ACCEPTED, JobState.TO_REVIEW, JobState.ACCEPTED]
    assert looked.run().counts == {JobState.ACCEPTED: 2, JobState.TO_REVIEW: 1}, "not asked for yet"
    assert ids(review(looked).export()) == [1, 3]
    assert looked.run().counts == {JobState.DONE: 2, JobState.TO_REVIEW: 1}
    assert looked.results() == ["scan 0-colorized.png", "scan 2-colorized.png"]
    assert looked.colorizer.calls == 3, "the stored predictions were used"
    assert stored_files(looked) == ["2.planes"]
    for name in looked.results():
        assert read_photo(looked.out / name).lightness.tobytes() == (
            read_photo(plain.out / name).lightness.tobytes()
        )
    assert [job.output_sha256 for job in looked.queue.jobs if job.state is JobState.DONE] == [
        plain.queue.job(1).output_sha256,
        plain.queue.job(3).output_sha256,
    ]


def test_settings_of_the_review_are_those_of_the_result(looked: Bench) -> None:
    gray = Recipe(Adjustments(saturation=0.0))
    assert ids(review(looked).adjust([1], gray)) == [1]
    review(looked).accept([1, 2])
    assert ids(review(looked).adjust([2], gray)) == [2]
    assert looked.queue.job(2).state is JobState.ACCEPTED, "the decision stays"
    review(looked).export()
    assert ids(review(looked).adjust([2], gray)) == [2], "until it is written"
    looked.run()
    assert review(looked).adjust([2], Recipe()) == ()
    for job_id in (1, 2):
        output = looked.queue.job(job_id).output
        assert output is not None
        photo = read_photo(output)
        assert photo.notice.color is ColorKind.NEUTRAL
        recipe = stored_recipe(photo)
        assert recipe is not None
        assert recipe.adjustments == gray.adjustments


def test_black_and_white_is_kept_and_may_be_reconsidered(looked: Bench) -> None:
    decisions = review(looked)
    decisions.accept([2])
    assert ids(decisions.keep_gray([1, 2])) == [1, 2]
    assert looked.queue.job(1).state is JobState.SKIPPED
    assert looked.queue.job(1).message == KEPT_GRAY
    assert decisions.export() == ()
    assert ids(decisions.undecide([1])) == [1]
    assert looked.queue.job(1).state is JobState.TO_REVIEW
    assert looked.queue.job(1).message == ""
    looked.reopen()
    assert stored_files(looked) == ["1.planes", "3.planes"], "nobody will ask for the other one any more"
    assert ids(review(looked).undecide([2])) == [2]
    assert looked.queue.job(2).state is JobState.QUEUED
    assert looked.run().counts == {JobState.TO_REVIEW: 3}
    assert looked.results() == []


def test_decisions_concern_only_photos_under_review(bench: Bench) -> None:
    bench.fill(1)
    decisions = review(bench)
    everything: list[Callable[[], tuple[Job, ...]]] = [
        lambda: decisions.accept([1, 99]),
        lambda: decisions.keep_gray([1]),
        lambda: decisions.undecide([1]),
        lambda: decisions.adjust([1], Recipe()),
        lambda: decisions.predict_again([1], Recipe()),
        lambda: decisions.colorize_again(1, Recipe()),
        decisions.export,
    ]
    assert [decide() for decide in everything] == [()] * len(everything)
    bench.run()
    assert [decide() for decide in everything[:-2]] == [()] * (len(everything) - 2)


def test_a_photo_may_be_predicted_in_another_way(looked: Bench) -> None:
    negative = Recipe(reading=ReadOptions(negative=True))
    review(looked).accept([1])
    assert ids(review(looked).predict_again([1], negative)) == [1]
    assert looked.queue.revise({1: replace(looked.queue.job(1).request, recipe=Recipe())}) == ()
    looked.options = PLAIN
    before = looked.queue.stored.load(1)
    assert looked.run().counts == {JobState.TO_REVIEW: 3}
    after = looked.queue.stored.load(1)
    assert looked.colorizer.calls == 4
    assert before is not None
    assert after is not None
    assert np.corrcoef(before.levels.ravel(), after.levels.ravel())[0, 1] < -0.9
    assert after.settings_sha256 == negative.prediction_sha256() != before.settings_sha256


@pytest.mark.parametrize("on_existing", OnExisting)
def test_a_done_photo_gets_a_second_result(bench: Bench, on_existing: OnExisting) -> None:
    bench.fill(2)
    bench.options = replace(REVIEW_FIRST, review_first=False, on_existing=on_existing)
    bench.run()
    first = hashes(bench.out)
    (job,) = review(bench).colorize_again(1, Recipe(Adjustments(saturation=0.5)))
    assert ids(bench.queue.jobs) == [1, job.id, 2]
    assert bench.run().counts == {JobState.DONE: 3}
    assert bench.queue.job(job.id).output == bench.out / "scan 0-colorized (2).png"
    assert {path: digest for path, digest in hashes(bench.out).items() if path in first} == first
    review(bench).colorize_again(1, Recipe())
    assert bench.run().counts == {JobState.DONE: 3, JobState.SKIPPED: 1}, "the same once more is nothing new"


def test_other_choices_for_the_batch_leave_the_settings_of_reviewed_photos(looked: Bench) -> None:
    warm, job = Recipe(Adjustments(warmth=0.5)), looked.queue.job(1)
    review(looked).adjust([1], warm)
    elsewhere = replace(job.request, target=looked.out / "elsewhere.png")
    (revised,) = looked.queue.revise({1: elsewhere})
    assert revised.state is JobState.TO_REVIEW
    assert revised.request == replace(elsewhere, recipe=warm)
    review(looked).accept([1])
    review(looked).export()
    assert looked.queue.revise({1: elsewhere}) == ()
    looked.kill()
    looked.run()
    assert looked.results() == ["elsewhere.png"]


def test_accepted_while_the_run_lasts(bench: Bench) -> None:
    bench.fill(3)
    bench.options = REVIEW_FIRST

    def first_is_fine() -> None:
        review(bench).accept([1])
        review(bench).export()

    bench.colorizer.at_call[3] = first_is_fine
    counts = bench.run().counts
    assert counts[JobState.TO_REVIEW] >= 2
    assert bench.colorizer.calls == 3


def test_the_report_knows_of_the_review(looked: Bench, tmp_path: Path) -> None:
    review(looked).accept([1])
    review(looked).keep_gray([2])
    write_report(tmp_path / "r.json", looked.queue.jobs)
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert report["counts"] == {"accepted": 1, "skipped": 1, "to review": 1}
    assert report["photos"][1]["message"] == KEPT_GRAY
    assert report["photos"][0]["output"] is None


def test_the_small_picture_follows_the_adjustments(looked: Bench) -> None:
    assert levels_of(read_photo(looked.box / "scan 0.png").lightness).shape == (32, 48)
    stored = looked.queue.stored.load(1)
    assert stored is not None
    assert stored.made_of[0] == looked.queue.job(1).source_sha256
    picture = stored.picture()
    gray = picture.image(Adjustments(saturation=0.0), depth=8)
    assert (gray[..., 0] == gray[..., 2]).all()
    warm = picture.image(Adjustments(), depth=8).astype(int)
    assert (warm[..., 0] - warm[..., 2]).mean() > 10
