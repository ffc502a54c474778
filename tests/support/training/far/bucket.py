"""Reads shards from an object store of S3, moto's on this machine, and prints what happened.

`bucket.py FOLDER KEPT`; FOLDER has shards with indices and a list, as `prepare --shards` writes them.
"""

import json
import logging
import os
import sys
from pathlib import Path
from typing import Any

import boto3
import numpy as np
from moto.server import ThreadedMotoServer

from model_training.data.photo_source import DataError
from model_training.shards import storage
from model_training.shards.kept_bytes import KeptBytes
from model_training.shards.photo_shards import PhotoShards

_BUCKET = "photos"


def _sentence(location: str) -> str:
    """Why shards cannot be opened."""
    try:
        PhotoShards.open([location])
    except DataError as exc:
        return str(exc)
    return "no error"


def _store(folder: Path) -> dict[str, int]:
    """Put all files into a bucket; how many bytes each shard has."""
    client = boto3.client("s3")
    client.create_bucket(Bucket=_BUCKET)
    for path in sorted(folder.iterdir()):
        client.upload_file(str(path), _BUCKET, f"set/{path.name}")
        client.upload_file(str(path), _BUCKET, f"bare/{path.name}") if path.suffix == ".tar" else None
    return {path.name: path.stat().st_size for path in folder.glob("*.tar")}


def looked_at(folder: Path, kept: Path) -> dict[str, Any]:
    """Photos near and far: all of them, and of a shard without an index beside it, through a small cache."""
    sizes = _store(folder)
    near = PhotoShards.open([folder / "shards.json"])
    numbers = range(len(near))
    room = max(sizes.values()) + 10
    lists = {}
    for name, location in {"list": "set/shards.json", "folder": "set/"}.items():
        far = PhotoShards.open([f"s3://{_BUCKET}/{location}"], KeptBytes(kept / name, room))
        assert far.fingerprint() == near.fingerprint()
        lists[name] = [bool(np.array_equal(far.decode_rgb(n), near.decode_rgb(n))) for n in (*numbers, 0)]
    bare = PhotoShards.open(
        [f"s3://{_BUCKET}/bare/{name}" for name in sorted(sizes)], KeptBytes(kept / "bare")
    )
    return {
        **lists,
        "bare": [bool(np.array_equal(bare.decode_rgb(n), near.decode_rgb(n))) for n in numbers],
        "room": room,
        "kept_bytes": sum(path.stat().st_size for path in (kept / "list").glob("*.tar")),
        "no file": _sentence(f"s3://{_BUCKET}/set/none.tar"),
        "no bucket": _sentence("s3://nothing/none.tar"),
    }


def main(folder: Path, kept: Path) -> dict[str, Any]:
    """With a store, with one that does not answer, and without a key to it."""
    logging.getLogger("werkzeug").disabled = True
    storage._PAUSES = (0.0,)  # type: ignore[assignment, misc]
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    os.environ |= {"AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_DEFAULT_REGION": "us-east-1"}
    os.environ |= {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_MAX_ATTEMPTS": "1"}
    found = looked_at(folder, kept)
    server.stop()
    found["no server"] = _sentence(f"s3://{_BUCKET}/set/shards.json")
    return found


def without_key() -> str:
    """Of a client that finds no key anywhere."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        os.environ.pop(name)
    os.environ |= {"AWS_EC2_METADATA_DISABLED": "true", "AWS_SHARED_CREDENTIALS_FILE": os.devnull}
    os.environ |= {"AWS_CONFIG_FILE": os.devnull}
    import s3fs

    s3fs.S3FileSystem.clear_instance_cache()
    return _sentence(f"s3://{_BUCKET}/set/shards.json")


if __name__ == "__main__":
    answers = main(Path(sys.argv[1]), Path(sys.argv[2]))
    print(json.dumps(answers | {"no key": without_key()}))
