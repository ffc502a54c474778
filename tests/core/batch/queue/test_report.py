"""Reports, the recipe's hash and the eta."""

import csv
import json
import os
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from colorizer_gui.core.batch import Job, JobRequest, JobState, PlanError, Recipe, write_report
from colorizer_gui.core.batch.planning.omissions import Omissions
from colorizer_gui.core.batch.planning.scanning import LeftOut
from colorizer_gui.core.batch.run.eta import EtaEstimator
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.common.plain_data import from_plain, to_plain
from colorizer_gui.core.photo_io import WriteOptions
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.support.batch.bench import Bench
from tests.support.batch.box import make_box


def jobs() -> list[Job]:
    name = os.fsdecode(b"gro\xdf.jpg") if os.name == "posix" else "groß.jpg"
    done = Job(
        1, JobRequest(Path("Ñandú 日本.jpg"), Path("x")), JobState.DONE, output=Path("x (2)"), seconds=1.25
    )
    failed = Job(2, JobRequest(Path(name), Path("x")), JobState.FAILED, message='It is "damaged", sadly.')
    formula = Job(3, JobRequest(Path("=cmd().jpg"), Path("x")))
    return [done, failed, formula]


def test_json(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("an earlier one", encoding="utf-8")
    left_out = {LeftOut.SYSTEM: (Path("Ñandú", "Thumbs.db"),)}
    write_report(path, jobs(), Omissions(left_out, ("There are no photos.",)))
    report = json.loads(path.read_text(encoding="utf-8"))
    assert report["counts"] == {"done": 1, "failed": 1, "queued": 1}
    assert report["problems"] == ["There are no photos."]
    assert report["photos"][0] == {
        "file": "Ñandú 日本.jpg",
        "state": "done",
        "output": "x (2)",
        "seconds": 1.25,
        "message": "",
        "source_sha256": None,
        "output_sha256": None,
        "reference": None,
    }
    assert report["photos"][1]["message"] == 'It is "damaged", sadly.'
    assert report["left_out"] == [{"file": str(Path("Ñandú", "Thumbs.db")), "reason": "system"}]
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.json"]


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "report.CSV"
    write_report(path, jobs(), Omissions({LeftOut.HIDDEN: (Path("._x.jpg"),)}))
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["state"] for row in rows] == ["done", "failed", "queued", "left out"]
    assert (rows[3]["file"], rows[3]["message"]) == ("._x.jpg", "hidden")
    assert rows[0]["file"] == "Ñandú 日本.jpg"
    assert rows[1]["message"] == 'It is "damaged", sadly.'
    assert rows[2]["file"] == "'=cmd().jpg", "a spreadsheet would compute it"


def test_a_report_says_what_is_on_the_disk(bench: Bench, tmp_path: Path) -> None:
    box = make_box(bench.box, 6)
    bench.add()
    bench.run()
    for name in ("report.json", "report.csv"):
        write_report(tmp_path / name, bench.queue.jobs)
    photos = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["photos"]
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [
        {name: "" if value is None else str(value) for name, value in photo.items()} for photo in photos
    ] == rows
    assert {photo["file"] for photo in photos if photo["state"] == "failed"} == set(map(str, box.bad))
    for photo in photos:
        if photo["state"] == "failed":
            assert Path(photo["file"]).name in photo["message"]
            assert photo["output"] is photo["output_sha256"] is None
        else:
            assert photo["source_sha256"] == file_sha256(Path(photo["file"]))
            assert photo["output_sha256"] == file_sha256(Path(photo["output"]))
            assert photo["seconds"] > 0


def test_other_kinds_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"\.json or \.csv"):
        write_report(tmp_path / "report.jpg", [])
    assert list(tmp_path.iterdir()) == []


def test_the_hash_is_of_all_that_decides_how_a_result_looks() -> None:
    base = Recipe()
    hashes = {
        base.sha256(Path("a.jpg")),
        base.sha256(Path("a.png")),
        replace(base, adjustments=Adjustments(saturation=0.5)).sha256(Path("a.jpg")),
        replace(base, options=WriteOptions(quality=50)).sha256(Path("a.jpg")),
    }
    assert len(hashes) == 4
    assert base.sha256(Path("b.JPEG")) == base.sha256(Path("a.jpg"))


def test_recipes_come_back() -> None:
    wanted = Recipe(Adjustments(saturation=0.5), WriteOptions(quality=50))
    assert Recipe.from_dict(json.loads(json.dumps(wanted.to_dict()))) == wanted
    assert Recipe.from_dict({}) == Recipe()
    with pytest.raises(ValueError, match="sepia"):
        Recipe.from_dict({"adjustments": {"sepia": 1.0}})


@dataclass(frozen=True)
class Range:
    low: float
    state: JobState


@dataclass(frozen=True)
class Later:
    """What adjustments may look like one day."""

    ranges: tuple[Range, ...] = ()
    pair: tuple[int, float] = (1, 2.0)
    maybe: Range | None = None
    none: float | None = None


def test_nested_settings_come_back() -> None:
    later = Later((Range(1.0, JobState.DONE),), (3, 4.0), Range(2.0, JobState.FAILED))
    plain = json.loads(
        json.dumps(
            {
                "ranges": [{"low": 1.0, "state": "done"}],
                "pair": [3, 4.0],
                "maybe": {"low": 2.0, "state": "failed"},
                "none": None,
            }
        )
    )
    assert json.loads(json.dumps(to_plain(later))) == plain
    assert from_plain(Later, plain) == later


def test_skipped_photos_do_not_set_the_pace() -> None:
    now = 0.0
    eta = EtaEstimator(lambda: now)
    assert eta.seconds_left(3) is None
    now = 1.0
    eta.tick(worked=False)
    now = 3.0
    eta.tick(worked=True)
    now = 100.0
    eta.restart()
    now = 104.0
    eta.tick(worked=True)
    assert eta.seconds_left(3) == 9.0
