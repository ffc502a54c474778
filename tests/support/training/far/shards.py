"""Reads shards from a web server on this machine, and prints what happened: `shards.py FOLDER KEPT`."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

from model_training.data.photo_source import DataError
from model_training.shards import storage
from model_training.shards.kept_bytes import KeptBytes
from model_training.shards.photo_shards import PhotoShards
from model_training.shards.shard_index import ShardIndex
from tests.support.training.shard_server import served


def _sentence(ask: Callable[[], object]) -> str:
    try:
        ask()
    except DataError as exc:
        return str(exc)
    return "no error"


def whole(folder: Path, kept: Path) -> dict[str, object]:
    """From a server that knows no parts of files, without an index beside the shards."""
    near = PhotoShards.open(sorted(folder.glob("*.tar")))
    listed = {"shardlist": [{"url": path.name} for path in sorted(folder.glob("*.tar"))]}
    (folder / "shards.json").write_text(json.dumps(listed), encoding="utf-8")
    with served(folder, ranges=False) as server:
        location = f"{server.address}/shards.json"
        opened = PhotoShards.open([location], KeptBytes(kept))
        indexing = server.shard_bytes
        same = [bool(np.array_equal(opened.decode_rgb(n), near.decode_rgb(n))) for n in (0, 1, 7, 3, 4)]
        bare = PhotoShards.open([location], KeptBytes(kept, 0))
        return {
            "same": same,
            "shard_bytes": server.shard_bytes - indexing,
            "all_shards": sum(index.size for index in near.indices),
            "without_room": _sentence(lambda: bare.decode_rgb(2)),
        }


def parts(folder: Path, kept: Path) -> dict[str, object]:
    """From a server that knows them, which fails once, with room for the first shard alone."""
    paths = sorted(folder.glob("*.tar"))
    near = PhotoShards.open(paths)
    for path in paths:
        ShardIndex.read(str(path)).write(path.with_suffix(".json"))
    room = paths[0].stat().st_size + 10
    with served(folder) as server:
        opened = PhotoShards.open([f"{server.address}/{path.name}" for path in paths], KeptBytes(kept, room))
        at_first = server.shard_bytes
        server.fail_once.add("/1.tar")
        same = [bool(np.array_equal(opened.decode_rgb(n), near.decode_rgb(n))) for n in (0, 5, 5, 0)]
        asked = [path for path in server.paths if path.endswith(".tar")]
    return {
        "same_fingerprint": opened.fingerprint() == near.fingerprint(),
        "shard_bytes_when_opened": at_first,
        "asked": asked,
        "same": [*same, bool(np.array_equal(opened.decode_rgb(0), near.decode_rgb(0)))],
        "shard_bytes": server.shard_bytes,
        "room": room,
        "kept_bytes": sum(path.stat().st_size for path in kept.glob("*.tar")),
        "without_server": _sentence(lambda: opened.decode_rgb(6)),
    }


if __name__ == "__main__":
    storage._PAUSES = (0.0, 0.0, 0.0)  # type: ignore[misc]
    where, store = Path(sys.argv[1]), Path(sys.argv[2])
    print(json.dumps({"whole": whole(where, store / "whole"), "parts": parts(where, store / "parts")}))
