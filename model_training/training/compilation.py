"""`torch.compile`: kernels made for one network, where a compiler for them is there."""

import random
from typing import Final

import torch
from torch import Tensor, nn

from model_training.data.photo_source import DataError

#: Of the trial: numbers so far apart that no earlier kernel, kept on the disk, is of the same length.
_LENGTHS: Final = range(1_000, 1_000_000)


def compile_module(module: nn.Module, device: torch.device) -> None:
    """Let a module run as kernels that are made for it at its first call, for each size of photos anew.

    Names of weights stay as they are.

    Raises
    ------
    DataError
        When kernels cannot be made here; `torch.compile` needs a compiler of C++ for a processor, and Triton
        with a compiler of C for a graphics card.
    """
    try:
        torch.compile(_trial, dynamic=False)(torch.ones(random.choice(_LENGTHS), device=device))  # noqa: S311
    except RuntimeError as exc:
        reason = str(exc).strip().partition("\n")[0].rstrip(".")
        raise DataError(
            "--compile needs a compiler of C++ (Linux: g++; Windows: Visual Studio's build tools); "
            f"install one, or leave --compile out. PyTorch says: {reason}."
        ) from exc
    module.compile(dynamic=False)


def _trial(values: Tensor) -> Tensor:
    return values.sin() + values.cos()
