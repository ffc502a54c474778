"""Large matrices in 8 bits: half of a file's size, at a cost in colour that docs/experiments.md gives.

A row of a matrix is stored as whole numbers from -127 to 127 and one float16 scale (symmetric, one
scale for each output channel: Jacob et al. 2018, section 2.1, without zero points).
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray

if TYPE_CHECKING:
    from torch import Tensor

#: Arrays by name, as a file holds them: float16 or int8.
Stored = Mapping[str, npt.NDArray[Any]]

#: The scales of the tensor NAME are stored as NAME with this ending.
_SCALE: Final = ".scale"
_LEVELS: Final = 127
#: Each number of 8 bits, by the byte that it is: looked up twice as fast as converted.
_HALVES: Final = np.arange(256, dtype=np.uint8).view(np.int8).astype(np.float16)
#: Smaller tensors are not worth it.
_SMALLEST: Final = 1 << 16


def quantized(tensors: "Mapping[str, Tensor]") -> "dict[str, Tensor]":
    """Matrices of many values as int8 with their scales, all others as float16."""
    import torch  # only who writes weights has it for sure

    stored = {}
    for name, value in tensors.items():
        plain = value.detach().cpu().float()
        if plain.ndim != 2 or plain.numel() < _SMALLEST:
            stored[name] = plain.half().contiguous()
            continue
        scale = (plain.abs().amax(dim=1) / _LEVELS).clamp_min(torch.finfo(torch.float16).tiny).half()
        levels = (plain / scale.float()[:, None]).round().clamp(-_LEVELS, _LEVELS)
        stored[name], stored[name + _SCALE] = levels.to(torch.int8).contiguous(), scale
    return stored


def restored(stored: Stored) -> dict[str, FloatArray]:
    """All arrays of a file as float32."""
    return {
        name: value.astype(np.float32) * stored[name + _SCALE].astype(np.float32)[:, None]
        if value.dtype == np.int8
        else value.astype(np.float32)
        for name, value in stored.items()
        if not _is_scale(name, stored)
    }


def as_halves(value: npt.NDArray[Any]) -> npt.NDArray[np.float16]:
    """An array in float16; one that is stored in 16 or 8 bits keeps its values exactly."""
    if value.dtype == np.int8:
        halves: npt.NDArray[np.float16] = _HALVES[np.ascontiguousarray(value).view(np.uint8)]
        return halves
    return np.ascontiguousarray(value, dtype=np.float16)


def is_storable(stored: Stored) -> bool:
    """Whether a file holds nothing but float16, and int8 matrices with a scale for each row."""
    for name, value in stored.items():
        if value.dtype == np.float16:
            continue
        scale = stored.get(name + _SCALE)
        if value.dtype != np.int8 or value.ndim != 2 or scale is None:
            return False
        if scale.dtype != np.float16 or scale.shape != (len(value),):
            return False
    return True


def _is_scale(name: str, stored: Stored) -> bool:
    owner = stored.get(name.removesuffix(_SCALE))
    return name.endswith(_SCALE) and owner is not None and owner.dtype == np.int8
