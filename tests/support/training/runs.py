"""What a run left behind, compared bit for bit."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from model_training.runs.checkpoint import LAST, load_checkpoint


def state_of(run: Path, name: str = LAST) -> dict[str, Any]:
    return load_checkpoint(run / name)


def assert_same(one: Any, other: Any) -> None:
    """Bit for bit, whatever is inside."""
    assert type(one) is type(other)
    if isinstance(one, Tensor):
        assert torch.equal(one, other)
    elif isinstance(one, dict):
        assert one.keys() == other.keys()
        for key in one:
            assert_same(one[key], other[key])
    elif isinstance(one, list):
        for a, b in zip(one, other, strict=True):
            assert_same(a, b)
    else:
        assert one == other
