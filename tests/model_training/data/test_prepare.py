"""From photos to arrays: what is kept, what is left out, and the convention of the values."""

import io
import json
import os
import signal
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from colorizer_gui.core.color.conversion import ByteArray
from model_training.data import prepare as module
from model_training.data.categories import Categories
from model_training.data.kaggle import KaggleArrays
from model_training.data.late_categories import add_categories
from model_training.data.photo_source import DataError, SourcePhoto, iterate_photos
from model_training.data.prepare import prepare, square_lab


def _blur(seed: int, height: int = 120, width: int = 150) -> ByteArray:
    small = np.random.default_rng(seed).integers(0, 256, (4, 5, 3), dtype=np.uint8)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC))


def _write(path: Path, image: ByteArray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(cv2.imencode(path.suffix, image)[1].tobytes())


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    """A folder and a shard: four good photos, and one of each bad kind."""
    folder = tmp_path / "Fotos – süß"
    _write(folder / "cats" / "a.jpg", _blur(1))
    _write(folder / "cats" / "b.PNG", _blur(2))
    _write(folder / "dogs" / "copy.png", _blur(2))
    _write(folder / "gray.png", np.repeat(_blur(3)[..., :1], 3, axis=2))
    _write(folder / "small.png", _blur(4, 60, 200))
    (folder / "broken.jpg").write_bytes(b"no picture")
    (folder / "empty.png").write_bytes(b"")
    (folder / "notes.txt").write_text("no photo")
    (folder / "._a.jpg").write_bytes(b"a Finder's leftover")
    shard = tmp_path / "shard.tar"
    with tarfile.open(shard, "w") as archive:
        for name, seed in (("birds/z.png", 5), ("birds/y.png", 6)):
            data = cv2.imencode(".png", _blur(seed))[1].tobytes()
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return [folder, shard]


def test_what_is_bad_is_left_out_and_named(sources: list[Path], tmp_path: Path) -> None:
    looked_at: list[tuple[int, int]] = []
    report = prepare(sources, tmp_path / "out", progress=lambda done, total: looked_at.append((done, total)))
    assert report.kept == 4
    assert report.unreadable == ["broken.jpg", "empty.png"]
    assert report.gray == ["gray.png"]
    assert report.too_small == ["small.png"]
    assert report.duplicates == ["dogs/copy.png"]
    assert report.categories == {"cats": 2, "birds": 2}
    assert looked_at == [(done, 9) for done in range(10)]
    assert "kept 4" in report.summary()
    assert json.loads((tmp_path / "out/prepare.json").read_text(encoding="utf-8"))["kept"] == 4
    files = sorted(path.name for path in (tmp_path / "out").rglob("*.*"))
    assert files == ["ab1.npy", "categories.json", "gray_scale.npy", "prepare.json"]
    categories = Categories.read(tmp_path / "out", 4)
    assert [categories.names[row] for row in categories.rows] == ["cats", "cats", "birds", "birds"]


def test_rows_are_in_the_order_of_names_and_equal_opencv(sources: list[Path], tmp_path: Path) -> None:
    prepare(sources, tmp_path / "out")
    data = KaggleArrays.open(tmp_path / "out")
    expected = [_blur(2), _blur(6), _blur(5)]
    for index, image in zip((1, 2, 3), expected, strict=True):
        size = (round(150 * 224 / 120), 224)
        square = cv2.resize(image, size, interpolation=cv2.INTER_CUBIC)[:, 28:252]
        reference = cv2.cvtColor(square, cv2.COLOR_BGR2Lab).astype(int)
        assert np.abs(data.lightness[index].astype(int) - reference[..., 0]).max() <= 1
        difference = np.abs(data.ab(index).astype(int) - reference[..., 1:])
        assert difference.max() <= 3  # OpenCV's 8-bit tables are coarse
        assert difference.mean() < 0.3


@pytest.mark.parametrize("shape", [(224, 224), (225, 5000), (3000, 224), (96, 97)])
def test_any_shape_becomes_a_square(shape: tuple[int, int]) -> None:
    assert square_lab(np.full((*shape, 3), 128, np.uint8)).shape == (224, 224, 3)


def test_folders_with_arrays_are_left_alone(sources: list[Path], tmp_path: Path) -> None:
    prepare(sources, tmp_path / "out")
    with pytest.raises(DataError, match="holds prepared arrays already"):
        prepare(sources, tmp_path / "out")


_KILLED = """
import os, signal, sys
from pathlib import Path
from model_training.data import prepare
prepare._SAVE_EVERY = 2
def die(done, total):
    if done == int(sys.argv[1]):
        os.kill(os.getpid(), signal.SIGKILL)
prepare.prepare([Path(source) for source in sys.argv[3:]], Path(sys.argv[2]), progress=die)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows knows no SIGKILL")
def test_a_killed_preparation_goes_on_where_it_was(
    sources: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    straight, out = tmp_path / "straight", tmp_path / "out"
    prepare(sources, straight)
    for last in ("5", "8"):  # what was looked at after the last even number is done again
        command = [sys.executable, "-c", _KILLED, last, str(out), *map(str, sources)]
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == -signal.SIGKILL, done.stderr
        assert not (out / "l/gray_scale.npy").exists()
    read: list[str] = []
    accept = module._accept

    def noted(photo: SourcePhoto, *rest: Any) -> Any:
        read.append(photo.name)
        return accept(photo, *rest)

    monkeypatch.setattr(module, "_accept", noted)
    looked_at: list[int] = []
    prepare(sources, out, progress=lambda photo, _: looked_at.append(photo))
    assert looked_at == [6, 7, 8, 9]
    assert read == ["small.png", "birds/y.png", "birds/z.png"]
    files = sorted(path.relative_to(straight) for path in straight.rglob("*.*"))
    assert files == sorted(path.relative_to(out) for path in out.rglob("*.*"))
    for file in files:
        assert (straight / file).read_bytes() == (out / file).read_bytes()


def test_other_photos_do_not_go_on_from_an_interrupted_attempt(
    sources: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(done: int, _total: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr(module, "_SAVE_EVERY", 1)
    with pytest.raises(KeyboardInterrupt):
        prepare(sources, tmp_path / "out", progress=interrupt)
    assert (tmp_path / "out/prepare.state.json").exists()
    report = prepare([sources[1]], tmp_path / "out")
    assert report.kept == len(KaggleArrays.open(tmp_path / "out")) == 2
    assert report.categories == {"birds": 2}


def test_categories_are_added_to_what_was_prepared_without(sources: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    prepare(sources, out)
    before = (out / "categories.json").read_bytes()
    (out / "categories.json").unlink()
    assert add_categories(sources, out).names == ("birds", "cats")
    assert (out / "categories.json").read_bytes() == before
    for others in ([sources[0]], [sources[1], sources[0]], [*sources, sources[1]]):
        with pytest.raises(DataError, match="not prepared from these photos"):
            add_categories(others, out)
    (out / "prepare.json").unlink()
    with pytest.raises(DataError, match=r"no .*prepare\.json"):
        add_categories(sources, out)


def test_a_photo_directly_in_a_source_has_the_source_for_a_category(
    sources: list[Path], tmp_path: Path
) -> None:
    found = {photo.name: photo.category for photo in iterate_photos([sources[0] / "cats", sources[0]])}
    assert found["a.jpg"] == found["cats/a.jpg"] == "cats"
    assert found["gray.png"] == sources[0].name
    (single,) = iterate_photos([sources[0] / "cats" / "a.jpg"])
    assert (single.category, single.size) == ("cats", len(single.read()))


def test_nothing_remains_when_no_photo_is_left(sources: list[Path], tmp_path: Path) -> None:
    with pytest.raises(DataError, match="1 gray"):
        prepare([sources[0] / "gray.png"], tmp_path / "out")
    assert not list((tmp_path / "out").rglob("*.*"))


def test_a_failure_on_the_way_leaves_nothing_half_done(sources: list[Path], tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no folder, archive or photo"):
        prepare([*sources, tmp_path / "missing"], tmp_path / "out")
    assert not list((tmp_path / "out").rglob("*.*"))


def test_a_full_layout_stops_and_says_so(
    sources: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_ROWS", 3)
    report = prepare(sources, tmp_path / "out")
    assert report.kept == len(KaggleArrays.open(tmp_path / "out")) == 3
    assert report.full
    assert "stopped there" in report.summary()


def test_a_damaged_shard_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.tar").write_bytes(b"no archive" * 200)
    with pytest.raises(DataError, match=r"archive .* cannot be read"):
        list(iterate_photos([tmp_path / "x.tar"]))
