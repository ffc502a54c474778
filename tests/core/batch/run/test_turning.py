"""Photos that lie on their side are put upright in a run where that is wanted, and nothing is done twice."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from colorizer_gui.core.batch import JobChanged, JobState, Recipe, Review, write_report
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.geometry.geometry import Geometry
from colorizer_gui.core.guidance.colour_points import ColourPoint, guidance_of
from colorizer_gui.core.photo_io import ReadOptions, read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from tests.support.batch.bench import Bench
from tests.support.photos.held import HeldWarmColorizer, write_held

RESULTS = [f"{name}-colorized.png" for name in ("head", "left", "right", "up")]


@pytest.fixture
def held(bench: Bench) -> Bench:
    """One photo upright, one on each side and one on its head, to be turned."""
    for turns, name in enumerate(("up", "right", "head", "left")):
        write_held(bench.box / f"{name}.png", turns, seed=turns)
    bench.colorizer = HeldWarmColorizer()
    bench.options = replace(bench.options, turn=True)
    bench.add()
    return bench


def looked(bench: Bench) -> int:
    assert isinstance(bench.colorizer, HeldWarmColorizer)
    return bench.colorizer.looked


def turns(bench: Bench) -> dict[str, int]:
    return {job.request.name: job.request.recipe.reading.geometry.turns for job in bench.queue.jobs}


def sizes(bench: Bench) -> set[tuple[int, int]]:
    return {read_photo(bench.out / name).size for name in bench.results()}


def test_each_stands_upright_and_says_what_was_done(held: Bench, tmp_path: Path) -> None:
    before = {path: file_sha256(path) for path in held.box.iterdir()}
    held.run()
    assert held.results() == RESULTS
    assert sizes(held) == {(64, 48)}
    assert turns(held) == {"head.png": 2, "left.png": 1, "right.png": 3, "up.png": 0}
    said = {job.request.name: str(job.message) for job in held.queue.jobs}
    assert said == {
        "head.png": "The photo stood on its head and was turned round.",
        "left.png": "The photo lay on its side and was turned to the right.",
        "right.png": "The photo lay on its side and was turned to the left.",
        "up.png": "",
    }
    assert {path: file_sha256(path) for path in held.box.iterdir()} == before
    write_report(tmp_path / "report.json", held.queue.jobs)
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert {Path(row["file"]).name: row["message"] for row in report["photos"]} == said


def test_the_result_states_its_turn_and_is_made_again_by_it(held: Bench) -> None:
    held.run()
    for name, geometry in (("left", Geometry(1)), ("up", Geometry())):
        result = read_photo(held.out / f"{name}-colorized.png")
        recipe = stored_recipe(result)
        assert recipe is not None
        assert recipe.geometry == geometry
        again = read_photo(held.box / f"{name}.png", ReadOptions(geometry=recipe.geometry))
        assert abs(again.lightness - result.lightness).max() < 3.0, "8 bits, and colour at the border"


def test_who_listens_is_told_of_the_turned_jobs(held: Bench) -> None:
    held.run()
    running = [
        event.job.request.turned
        for event in held.events
        if isinstance(event, JobChanged) and event.job.state is JobState.RUNNING
    ]
    assert sorted(running) == [0, 0, 0, 0, 1, 2, 3]


def test_once_more_nothing_is_done_twice(held: Bench) -> None:
    held.run()
    calls, asked = held.colorizer.calls, looked(held)
    held.queue.start_over()
    held.add()
    held.run()
    assert (held.colorizer.calls, looked(held)) == (calls, asked)
    assert held.results() == RESULTS
    assert {job.state for job in held.queue.jobs} == {JobState.SKIPPED}


def test_it_is_known_still_after_the_program_has_died(held: Bench) -> None:
    engine = held.engine()
    held.colorizer.at_call[1] = (
        engine.stop
    )  # the first photo stands on its head, and has been turned just now
    engine.run()
    held.kill()
    first = held.queue.jobs[0]
    assert (first.state, first.request.name, first.request.turned) == (JobState.QUEUED, "head.png", 2)
    held.run()
    assert looked(held) == 4, "it was not looked at again, since it stands upright now"
    assert held.results() == RESULTS
    assert held.queue.job(first.id).message == "The photo stood on its head and was turned round."


def test_without_the_choice_none_is_looked_at(held: Bench) -> None:
    held.options = replace(held.options, turn=False)
    held.run()
    assert looked(held) == 0
    assert sizes(held) == {(64, 48), (48, 64)}


def test_what_the_user_has_decided_is_left_alone(held: Bench) -> None:
    """Turned, straightened, or with points on it."""
    by_name = {job.request.name: job for job in held.queue.jobs}
    points = guidance_of((ColourPoint(0.5, 0.5, (40.0, 20.0)),))
    decided = {
        "left.png": Recipe(reading=ReadOptions(geometry=Geometry(2))),
        "right.png": Recipe(reading=ReadOptions(geometry=Geometry(angle=2.0))),
        "head.png": Recipe(guidance=points, guided=file_sha256(held.box / "head.png")),
        "up.png": Recipe(guidance=points, guided="0" * 64),
    }
    held.queue.revise(
        {by_name[name].id: replace(by_name[name].request, recipe=recipe) for name, recipe in decided.items()}
    )
    held.run()
    assert looked(held) == 1, "points of another photo are none of this one"
    assert turns(held) == {"head.png": 0, "left.png": 2, "right.png": 0, "up.png": 0}


def test_they_are_reviewed_as_they_are_written(held: Bench) -> None:
    held.options = replace(held.options, review_first=True)
    held.run()
    waiting = [job for job in held.queue.jobs if job.state is JobState.TO_REVIEW]
    assert len(waiting) == 4
    assert turns(held)["left.png"] == 1
    Review(held.queue).accept([job.id for job in waiting])
    Review(held.queue).export()
    calls, asked = held.colorizer.calls, looked(held)
    held.run()
    assert (held.colorizer.calls, looked(held)) == (calls, asked)
    assert held.results() == RESULTS
    assert sizes(held) == {(64, 48)}
    messages = {job.request.name: job.message for job in held.queue.jobs}
    assert messages["right.png"] == "The photo lay on its side and was turned to the left."
