"""A checkpoint is whole or not there, and nothing in it is run."""

from pathlib import Path
from typing import Any

import pytest
import torch

from colorizer_gui.core.common.errors import WeightsError
from model_training.data.photo_source import DataError
from model_training.runs.checkpoint import LAST, load_checkpoint, save_checkpoint
from model_training.runs.start import open_weights
from tests.support.guards.unpickling_trap import UnpicklingTrap


def test_a_failed_write_leaves_the_old_checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = dict.fromkeys(("net", "average", "optimizer", "best", "recipe"), 0)
    save_checkpoint(tmp_path / LAST, state | {"step": 1})

    def disk_full(state_of: object, file: Any) -> None:
        file.write(b"half of it")
        raise OSError("No space left on device")

    monkeypatch.setattr(torch, "save", disk_full)
    with pytest.raises(OSError, match="No space"):
        save_checkpoint(tmp_path / LAST, state | {"step": 2})
    assert load_checkpoint(tmp_path / LAST)["step"] == 1


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04", None])
def test_what_is_no_checkpoint_is_a_sentence(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.ckpt"
    if content is None:
        torch.save({"state_dict": {}}, path)
    else:
        path.write_bytes(content)
    with pytest.raises(DataError, match=r"x\.ckpt is"):
        load_checkpoint(path)


def test_a_checkpoint_is_not_unpickled(tmp_path: Path) -> None:
    torch.save({"net": UnpicklingTrap(tmp_path / "exploded")}, tmp_path / "x.ckpt")
    with pytest.raises(DataError, match="damaged"):
        open_weights(tmp_path / "x.ckpt")
    with pytest.raises(DataError, match="no checkpoint"):
        open_weights(tmp_path / "missing.ckpt")
    with pytest.raises(WeightsError, match="no weights file"):
        open_weights(tmp_path / "missing.safetensors")
    assert not (tmp_path / "exploded").exists()
