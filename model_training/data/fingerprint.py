"""The fingerprint of files of photos: a hash of all of their bytes, computed once and kept beside them."""

import contextlib
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from colorizer_gui.core.common.hashing import file_sha256
from model_training.common.json_files import write_json

FINGERPRINT_FILE: Final = "fingerprint.json"


def fingerprint_of(files: Sequence[Path], kept_in: Path) -> str:
    """SHA-256 over the bytes of all files, in their order.

    It is read from `fingerprint.json` in the folder `kept_in` as long as the files have the sizes and times
    that they had when it was computed; a folder that cannot be written to keeps none.

    Raises
    ------
    OSError
        When a file cannot be read.
    """
    facts = [[file.name, file.stat().st_size, file.stat().st_mtime_ns] for file in files]
    note = kept_in / FINGERPRINT_FILE
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):  # or it is computed again
        values = json.loads(note.read_text(encoding="utf-8"))
        if values["files"] == facts:
            return str(values["sha256"])
    digest = hashlib.sha256()
    for file in files:
        digest.update(file_sha256(file).encode())
    with contextlib.suppress(OSError):  # on a disk that is read-only, it is computed each time
        write_json(note, {"files": facts, "sha256": digest.hexdigest()})
    return digest.hexdigest()
