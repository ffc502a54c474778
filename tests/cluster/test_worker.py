"""A worker does one photo with the steps of a local batch, and says what is wrong with its node."""

from dataclasses import replace
from pathlib import Path

import pytest

from colorizer_gui.cluster import worker
from colorizer_gui.cluster.finishing import WORK
from colorizer_gui.cluster.messages import Answer, Plain, Setup
from colorizer_gui.cluster.worker import MARKER, PhotoWorker
from colorizer_gui.core.batch import Job, JobRequest
from colorizer_gui.core.batch.journal.records import RecordCodec
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.core.photo_io import read_photo
from tests.support.batch.box import WarmColorizer, make_photo


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Setup:
    monkeypatch.setattr(worker, "open_network", lambda weights, device: WarmColorizer())
    work = tmp_path / "out" / WORK
    work.mkdir(parents=True)
    (work / MARKER).touch()
    return Setup(VERSION, "warm", "", None, "cpu", str(tmp_path / "out"), str(work), 0)


def record_of(source: Path, target: Path) -> Plain:
    return RecordCodec(Path("/")).request_record(Job(1, JobRequest(source, target)))


def colorized(setup: Setup, source: Path, known: list[tuple[str, Plain]] | None = None) -> Answer:
    target = Path(setup.output) / "r.jpg"
    return Answer(**PhotoWorker(setup.to_plain()).colorize(record_of(source, target), known or []))


def test_the_result_is_whole_and_hidden(setup: Setup, tmp_path: Path) -> None:
    source = make_photo(tmp_path / "a.jpg")
    answer = colorized(setup, source)
    hidden = Path(answer.hidden)
    assert answer.state == "done"
    assert hidden.name == "r.jpg"
    assert hidden.is_relative_to(setup.work)
    assert read_photo(hidden).size == (48, 32)
    assert answer.facts is not None
    assert answer.facts["output_sha256"] == file_sha256(hidden)
    assert answer.facts["source_sha256"] == file_sha256(source)
    assert not (Path(setup.output) / "r.jpg").exists()


def test_what_was_done_before_is_only_hashed(setup: Setup, tmp_path: Path) -> None:
    source = make_photo(tmp_path / "a.jpg")
    before = {"output": str(source), "output_sha256": "b" * 64}
    assert colorized(setup, source, [(file_sha256(source), before)]).state == "skipped"
    gone = before | {"output": str(tmp_path / "gone.jpg")}
    assert colorized(setup, source, [(file_sha256(source), gone)]).state == "done"


def test_a_bad_photo_is_a_sentence_and_leaves_nothing(setup: Setup, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no photo")
    answer = colorized(setup, bad)
    assert answer.state == "failed"
    assert answer.sentence is not None
    assert "bad.jpg" in str(answer.sentence)
    assert [path.name for path in Path(setup.work).iterdir()] == [MARKER]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"version": "9.9"}, "has Tintype"),
        ({"model_sha256": "c" * 64}, "other weights"),
        ({"work": "/nowhere"}, "does not see the folder"),
    ],
)
def test_a_node_that_does_not_agree_refuses(
    setup: Setup, tmp_path: Path, changes: dict[str, str], words: str
) -> None:
    wrong = PhotoWorker(replace(setup, **changes).to_plain())  # type: ignore[arg-type]
    for answer in (
        Answer(**wrong.hello()),
        Answer(**wrong.colorize(record_of(tmp_path / "a.jpg", tmp_path / "b.jpg"), [])),
    ):
        assert answer.state == "refused"
        assert answer.sentence is not None
        assert words in answer.sentence["template"]
