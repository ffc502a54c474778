"""`prepare --shards`: what goes in, as which bytes, what is left out and why, and what a kill leaves."""

import io
import json
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo_io.profiles.cms import adobe_rgb_profile
from model_training.commands.cli import main
from model_training.data.photo_source import DataError
from model_training.shards.photo_shards import PhotoShards
from model_training.shards.shard_index import ShardIndex
from model_training.shards.written_shards import prepare_shards
from tests.support.photos.raw import dng


def _blur(seed: int, height: int = 120, width: int = 150) -> ByteArray:
    small = np.random.default_rng(seed).integers(0, 256, (4, 5, 3), dtype=np.uint8)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC))


def _encoded(image: ByteArray, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    Image.fromarray(image).save(file, kind, **options)
    return file.getvalue()


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    """Photos of many kinds in a folder, a ZIP and a compressed tar."""
    folder = tmp_path / "photos"
    (folder / "cats").mkdir(parents=True)
    (folder / "cats/plain.jpg").write_bytes(_encoded(_blur(1), "JPEG", quality=95))
    (folder / "cats/copy.png").write_bytes(_encoded(_blur(2), "PNG"))
    (folder / "dogs.png").write_bytes(_encoded(_blur(2), "PNG"))
    adobe = _encoded(_blur(3), "JPEG", quality=95, icc_profile=adobe_rgb_profile())
    (folder / "adobe.jpg").write_bytes(adobe)
    (folder / "deep.tif").write_bytes(cv2.imencode(".tif", _blur(4).astype(np.uint16) * 257)[1].tobytes())
    (folder / "gray.png").write_bytes(_encoded(np.repeat(_blur(5)[..., :1], 3, axis=2), "PNG"))
    (folder / "small.png").write_bytes(_encoded(_blur(6, 60, 200), "PNG"))
    (folder / "broken.jpg").write_bytes(b"\xff\xd8no picture")
    (folder / "notes.txt").write_text("no photo")
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("birds/z.avif", _encoded(_blur(7), "AVIF", quality=95))
        archive.writestr("birds/readme.md", "no photo")
    with tarfile.open(tmp_path / "last.tar.gz", "w:gz") as tar:
        data = _encoded(_blur(8), "WEBP", quality=95)
        member = tarfile.TarInfo("fish/y.webp")
        member.size = len(data)
        tar.addfile(member, io.BytesIO(data))
    return [folder, tmp_path / "more.zip", tmp_path / "last.tar.gz"]


def _photos(out: Path) -> dict[str, ByteArray]:
    shards = PhotoShards.open([out])
    return {name: shards.decode_rgb(number) for number, name in enumerate(_names(out))}


def _names(out: Path) -> list[str]:
    names = []
    for path in sorted(out.glob("*.tar")):
        with tarfile.open(path) as archive:
            names += archive.getnames()
    return names


def test_all_kinds_go_in_and_what_is_left_out_is_named(sources: list[Path], tmp_path: Path) -> None:
    report = prepare_shards(sources, tmp_path / "out")
    assert _names(tmp_path / "out") == [
        "photos/00000000-adobe.jpg",
        "cats/00000001-copy.png",
        "cats/00000002-plain.jpg",
        "photos/00000003-deep.jpg",
        "birds/00000004-z.avif",
        "fish/00000005-y.webp",
    ]
    assert (report.kept, report.encoded_anew) == (6, 2)
    assert report.left_out == {
        "broken.jpg": report.left_out["broken.jpg"],
        "dogs.png": "is the same as an earlier one",
        "gray.png": "is gray or nearly gray",
        "small.png": "is smaller than 96 pixels",
        "notes.txt": "is no photo",
        "birds/readme.md": "is no photo",
    }
    assert "damaged" in report.left_out["broken.jpg"]
    assert json.loads((tmp_path / "out/prepare.json").read_text())["left_out"] == report.left_out
    photos = _photos(tmp_path / "out")
    plain = cv2.imdecode(np.frombuffer((sources[0] / "cats/plain.jpg").read_bytes(), np.uint8), 1)
    assert plain is not None
    assert np.array_equal(photos["cats/00000002-plain.jpg"], plain[..., ::-1])


def test_colours_are_those_that_the_program_sees(sources: list[Path], tmp_path: Path) -> None:
    prepare_shards(sources, tmp_path / "out")
    photos = _photos(tmp_path / "out")
    blind = cv2.imread(str(sources[0] / "adobe.jpg"))
    assert blind is not None
    found = photos["photos/00000000-adobe.jpg"].astype(int)
    assert np.abs(found - blind[..., ::-1]).mean() > 5  # Adobe RGB that is taken for sRGB is paler
    assert found.std() > blind.std()
    assert np.abs(photos["photos/00000003-deep.jpg"].astype(int) - _blur(4)[..., ::-1]).mean() < 2


def test_camera_raw_and_heic_are_developed(tmp_path: Path) -> None:
    heif = pytest.importorskip("pillow_heif")
    pytest.importorskip("rawpy")
    folder = tmp_path / "photos"
    folder.mkdir()
    file = heif.from_pillow(Image.fromarray(_blur(1)))
    file.save(folder / "a.heic", quality=95)
    (folder / "b.dng").write_bytes(dng((_blur(2, 400, 480) / 255.0) ** 2.2))
    report = prepare_shards([folder], tmp_path / "out")
    assert not report.left_out
    assert [Path(name).suffix for name in _names(tmp_path / "out")] == [".jpg", ".jpg"]
    heic = _photos(tmp_path / "out")["photos/00000000-a.jpg"]
    assert np.abs(heic.astype(int) - _blur(1)).mean() < 6


def test_shards_end_after_some_bytes_and_a_kill_loses_one_at_the_most(
    sources: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    straight, killed = tmp_path / "straight", tmp_path / "killed"
    prepare_shards(sources, straight, shard_bytes=9000)
    assert len(list(straight.glob("*.tar"))) > 2
    read = ShardIndex.read
    calls: list[str] = []

    def dying(location: str) -> ShardIndex:
        calls.append(location)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return read(location)

    with monkeypatch.context() as patch:
        patch.setattr(ShardIndex, "read", dying)
        with pytest.raises(KeyboardInterrupt):
            prepare_shards(sources, killed, shard_bytes=9000)
    assert not (killed / "shards.json").exists()
    prepare_shards(sources, killed, shard_bytes=9000)
    for path in sorted(straight.iterdir()):
        if path.name != "shards.json":
            assert path.read_bytes() == (killed / path.name).read_bytes(), path.name
    assert PhotoShards.open([straight]).fingerprint() == PhotoShards.open([killed]).fingerprint()
    assert not list(killed.glob("*.partial"))
    with pytest.raises(DataError, match="holds shards already"):
        prepare_shards(sources, killed)


def test_large_photos_are_scaled_down_where_that_is_wanted(
    sources: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [
        "prepare",
        *map(str, sources),
        "--out",
        str(tmp_path / "out"),
        "--shards",
        "--short-side",
        "100",
    ]
    assert main(command) == 0
    assert "kept 6 photos (6 of them encoded anew" in capsys.readouterr().out
    assert {photo.shape for photo in _photos(tmp_path / "out").values()} == {(100, 125, 3)}


def test_nothing_to_train_on_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/notes.txt").write_text("no photo")
    with pytest.raises(DataError, match="None of the photos can be trained on; kept 0"):
        prepare_shards([tmp_path / "photos"], tmp_path / "out")
