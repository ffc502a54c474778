"""Scans that are split in a run, also one that is cut off."""

from dataclasses import replace
from pathlib import Path

import pytest

from colorizer_gui.core.batch import JobChanged, JobState, Review
from colorizer_gui.core.batch.planning.splitting import divided
from colorizer_gui.core.photo_io import read_photo
from tests.support.batch.bench import Bench
from tests.support.batch.box import make_photo
from tests.support.photos.scans import write_scan

PARTS = [f"scan-colorized-{number}.png" for number in (1, 2, 3, 4)]


@pytest.fixture
def scans(bench: Bench, samples: Path) -> Bench:
    """A scan with four photos between two ordinary ones, to be split."""
    bench.box.mkdir()
    write_scan(bench.box / "scan.png", samples)
    make_photo(bench.box / "a.png")
    make_photo(bench.box / "z.png", seed=1)
    bench.options = replace(bench.options, split=True)
    bench.add()
    return bench


def names(bench: Bench) -> list[str]:
    return [job.request.name for job in bench.queue.jobs]


def test_each_photo_on_a_scan_becomes_a_job_right_after_it(scans: Bench) -> None:
    scans.run()
    assert scans.results() == ["a-colorized.png", *PARTS, "z-colorized.png"]
    assert names(scans) == ["a.png", "scan.png", *(f"scan-{n}.png" for n in (1, 2, 3, 4)), "z.png"]
    scan = scans.queue.jobs[1]
    assert scan.state is JobState.SKIPPED
    assert scan.message.startswith("4 photos")
    changed = {event.job.id for event in scans.events if isinstance(event, JobChanged)}
    assert changed == {job.id for job in scans.queue.jobs}, "each new job is told"
    assert read_photo(scans.out / PARTS[0]).size == pytest.approx((520, 400), abs=14)


def test_once_more_nothing_is_done_twice(scans: Bench) -> None:
    scans.run()
    scans.queue.requeue([scans.queue.jobs[1].id])
    scans.run()
    assert len(names(scans)) == 7, "its photos are in the list already"
    scans.queue.start_over()
    scans.add()
    calls = scans.colorizer.calls
    scans.run()
    assert scans.colorizer.calls == calls
    assert scans.results() == ["a-colorized.png", *PARTS, "z-colorized.png"]


def test_a_scan_that_was_colorized_whole_is_split_when_that_is_chosen(scans: Bench) -> None:
    scans.options = replace(scans.options, split=False)
    scans.run()
    assert scans.results() == ["a-colorized.png", "scan-colorized.png", "z-colorized.png"]
    scans.options = replace(scans.options, split=True)
    scans.queue.requeue([job.id for job in scans.queue.jobs])
    scans.run()
    assert set(scans.results()) == {"a-colorized.png", "scan-colorized.png", *PARTS, "z-colorized.png"}


def test_a_process_that_dies_while_it_splits_goes_on(scans: Bench) -> None:
    taken = next(job for job in iter(scans.queue.take, None) if job.request.name == "scan.png")
    parts = divided(taken.request, read_photo(taken.request.source), tuple)
    scans.queue.divide(taken.id, parts[:3])
    scans.kill()
    scans.run()
    assert scans.results() == ["a-colorized.png", *PARTS, "z-colorized.png"]
    assert sorted(names(scans)) == ["a.png", *(f"scan-{n}.png" for n in (1, 2, 3, 4)), "scan.png", "z.png"]


def test_photos_of_a_scan_are_reviewed_one_by_one(scans: Bench) -> None:
    scans.options = replace(scans.options, review_first=True)
    scans.run()
    waiting = [job for job in scans.queue.jobs if job.state is JobState.TO_REVIEW]
    assert len(waiting) == 6
    Review(scans.queue).accept([job.id for job in waiting])
    Review(scans.queue).export()
    scans.run()
    assert scans.results() == ["a-colorized.png", *PARTS, "z-colorized.png"]
