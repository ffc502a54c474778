"""Training state on disk, written so that a kill at any moment leaves a whole file."""

import os
import pickle
from pathlib import Path
from typing import Any

import torch

from model_training.data.photo_source import DataError

LAST = "last.ckpt"
BEST = "best.ckpt"
_KEYS = {"net", "average", "optimizer", "step", "best", "recipe"}


def save_checkpoint(path: Path, state: dict[str, Any]) -> None:
    """Write to a temporary name, flush to the disk, then replace."""
    # Two machines may write what is the same to a folder that they share.
    temporary = path.with_suffix(f".{os.environ.get('RANK', '0')}.tmp")
    with temporary.open("wb") as file:
        torch.save(state, file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def load_checkpoint(path: Path) -> dict[str, Any]:
    """Read tensors and plain values; nothing else is unpickled.

    Raises
    ------
    DataError
        When the file is missing, damaged, or no checkpoint of a training.
    """
    try:
        state: Any = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError as exc:
        raise DataError(f"There is no checkpoint {path} to go on from.") from exc
    except (RuntimeError, OSError, EOFError, ValueError, LookupError, pickle.UnpicklingError) as exc:
        raise DataError(f"The checkpoint {path} is damaged: {exc}.") from exc
    if not isinstance(state, dict) or not _KEYS.issubset(state):
        raise DataError(f"{path} is no checkpoint of a training; name the last.ckpt or best.ckpt of a run.")
    return dict(state)
