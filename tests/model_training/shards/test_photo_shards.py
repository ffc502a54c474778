"""Photos of tar shards, each read by its own: near, far away, kept on the disk up to a bound."""

import io
import json
import os
import pickle
import subprocess
import sys
import tarfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from model_training.data.photo_source import DataError
from model_training.shards.kept_bytes import KeptBytes
from model_training.shards.photo_shards import PhotoShards
from model_training.shards.shard_index import ShardIndex
from model_training.shards.written_shards import prepare_shards
from tests.support.processes.forked import run_script


def _photo(seed: int, height: int = 20, width: int = 30) -> ByteArray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def _png(photo: ByteArray) -> bytes:
    return bytes(cv2.imencode(".png", photo[..., ::-1])[1])


def _shard(path: Path, files: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


@pytest.fixture
def shards(tmp_path: Path) -> list[Path]:
    return _two(tmp_path / "shards")


def _two(folder: Path) -> list[Path]:
    """Two shards of four photos each, of the sources harbour and market."""
    folder.mkdir()
    return [
        _shard(
            folder / f"{number}.tar",
            {f"train/{source}/{i}.png": _png(_photo(10 * number + i)) for i in range(4)},
        )
        for number, source in enumerate(("harbour", "market"))
    ]


def test_photos_of_shards_are_read_each_by_its_own(tmp_path: Path) -> None:
    first, second = _photo(1, 20, 30), _photo(2, 40, 10)
    one = _shard(tmp_path / "one.tar", {"train/harbour/a.png": _png(first), "train/notes.txt": b"no picture"})
    two = _shard(tmp_path / "two.tar", {"b.png": _png(second)})
    opened = PhotoShards.open([one, two, str(one)])
    assert [(p.shard, p.row, p.source, p.height, p.width) for p in map(opened.photo, range(3))] == [
        (0, 0, "harbour", 20, 30),
        (1, 0, "two", 40, 10),
        (2, 0, "harbour", 20, 30),
    ]
    assert opened.sources == ["harbour", "two", "harbour"]
    assert opened.left_out == ["train/notes.txt"]
    for shards in (opened, pickle.loads(pickle.dumps(opened))):
        assert np.array_equal(shards.decode_rgb(1), second)
        assert np.array_equal(shards.decode_rgb(0), first)
        assert np.array_equal(shards.decode_rgb(2), first)


def test_photos_stand_upright_and_in_srgb(tmp_path: Path) -> None:
    lying = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(_photo(1, 20, 30)).save(lying, "JPEG", exif=exif)
    (shard,) = [_shard(tmp_path / "one.tar", {"a/lying.jpg": lying.getvalue()})]
    shards = PhotoShards.open([shard])
    assert shards.size(0) == (30, 20)
    assert shards.decode_rgb(0).shape == (30, 20, 3)


def test_shards_that_cannot_be_used(tmp_path: Path) -> None:
    broken = tmp_path / "broken.tar"
    broken.write_bytes(b"not a tar at all" * 100)
    for location, says in (
        (broken, r"broken\.tar cannot be read"),
        (tmp_path / "none.tar", r"none\.tar"),
        (_shard(tmp_path / "empty.tar", {"a.txt": b"words"}), "no photo"),
        (tmp_path / "list.json", "no list of shards at"),
        ("nowhere://a/b.tar", "cannot be reached"),
    ):
        with pytest.raises(DataError, match=says):
            PhotoShards.open([location])
    (tmp_path / "list.json").write_text('{"shards": []}')
    with pytest.raises(DataError, match="is no list of shards"):
        PhotoShards.open([tmp_path / "list.json"])


def test_an_index_is_made_once_and_kept(
    shards: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptBytes(tmp_path / "kept")
    fingerprint = PhotoShards.open(shards, kept).fingerprint()
    assert fingerprint == PhotoShards.open(shards).fingerprint()
    with monkeypatch.context() as patch:
        patch.setattr(ShardIndex, "read", lambda _: pytest.fail("it is kept"))
        assert PhotoShards.open(shards, kept).fingerprint() == fingerprint
    (index, _) = sorted(kept.folder.iterdir())
    index.write_text(json.dumps(json.loads(index.read_text()) | {"bytes": 3}))
    with pytest.raises(DataError, match="belongs to another shard"):
        PhotoShards.open(shards, kept)


def test_a_photo_that_changed_since_it_was_indexed_is_a_sentence(shards: list[Path]) -> None:
    opened = PhotoShards.open(shards)
    content = bytearray(shards[0].read_bytes())
    content[int(opened.indices[0].table[2, 0]) + 60] ^= 255
    shards[0].write_bytes(content)
    opened.decode_rgb(1)
    with pytest.raises(DataError, match=r"train/harbour/2\.png in .* is damaged"):
        opened.decode_rgb(2)


@pytest.fixture(scope="module")
def far(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `shards.py` found out in a process of its own: this one may use no network."""
    folder = tmp_path_factory.mktemp("far")
    shards = _two(folder / "shards")
    script = Path(__file__).parents[2] / "support" / "training" / "far" / "shards.py"
    done = run_script(script, str(shards[0].parent), str(folder / "kept"), place=folder)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_shards_far_away_are_read_in_parts_and_kept_up_to_a_bound(far: dict[str, Any]) -> None:
    parts = far["parts"]
    assert parts["same_fingerprint"]
    assert parts["shard_bytes_when_opened"] == 0  # the indices beside them say all
    # The first is kept; the second has no room, and is read each time, once anew after a failure.
    assert parts["asked"] == ["/0.tar", "/1.tar", "/1.tar", "/1.tar"]
    assert parts["same"] == [True] * 5  # the last without the server
    assert parts["shard_bytes"] < parts["room"]
    assert parts["kept_bytes"] <= parts["room"]
    assert "1.tar cannot be read" in parts["without_server"]


def test_a_server_that_knows_no_parts_sends_each_shard_once(far: dict[str, Any]) -> None:
    whole = far["whole"]
    assert whole["same"] == [True] * 5
    assert whole["shard_bytes"] == whole["all_shards"]
    assert "sends whole files" in whole["without_room"]


@pytest.mark.skipif(
    not all(map(find_spec, ("boto3", "flask_cors", "moto", "s3fs"))),
    reason="an object store to be tried with is not installed (the extra development)",
)
def test_shards_in_an_object_store_are_the_same_photos(tmp_path: Path) -> None:
    """In a process of its own: this one may use no network."""
    photos = tmp_path / "photos"
    photos.mkdir()
    for number in range(5):
        Image.fromarray(_photo(number, 160, 100 + number)).save(photos / f"{number}.png")
    prepare_shards([photos], tmp_path / "shards", shard_bytes=100_000)
    support = Path(__file__).parents[2] / "support" / "training"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    environment |= {"PYTHONPATH": str(Path(__file__).parents[3])}
    command = [
        sys.executable,
        str(support / "far" / "bucket.py"),
        str(tmp_path / "shards"),
        str(tmp_path / "kept"),
    ]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["list"] == found["folder"] == [True] * 6
    assert found["bare"] == [True] * 5
    assert 0 < found["kept_bytes"] <= found["room"]
    assert "There is no file s3://photos/set/none.tar" in found["no file"]
    assert "There is no file s3://nothing/none.tar" in found["no bucket"]
    assert "shards.json cannot be read: Could not connect to the endpoint" in found["no server"]
    assert "shards.json cannot be read: Unable to locate credentials" in found["no key"]
