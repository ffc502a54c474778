"""What a network's output means: how chroma comes out of it, and how wrong it is on photos kept apart."""

from typing import Final, Protocol

import cv2
import numpy as np
import torch
from torch import Tensor

from colorizer_gui.core.color.ab_bins import TABLE_OFFSET, AbBins
from colorizer_gui.core.color.conversion import ColorSpace, FloatArray


class Output(Protocol):
    """The meaning of one network's output.

    Attributes
    ----------
    space
        The colour space of its chroma.
    error_name
        What `error` is called in logs; the best checkpoint has the lowest.
    """

    @property
    def space(self) -> ColorSpace: ...

    @property
    def error_name(self) -> str: ...

    def decode(self, output: Tensor, temperature: float) -> Tensor:
        """(N, C, h, w) output to (N, 2, h, w) chroma."""
        ...

    def error(self, output: Tensor, truth: FloatArray) -> float:
        """How wrong a (C, h, w) output is about (H, W, 2) chroma."""
        ...


class BinOutput:
    """Logits over the chroma bins: the annealed mean, and the cross-entropy on the nearest bin."""

    error_name: Final = "cross_entropy"

    def __init__(self, bins: AbBins) -> None:
        self.bins = bins
        self.space = bins.space

    def decode(self, output: Tensor, temperature: float) -> Tensor:
        """See `Output.decode`."""
        probabilities = torch.softmax(output.float() / temperature, dim=1)
        centers = torch.from_numpy(self.bins.centers.copy()).to(output.device)
        return torch.einsum("nqhw,qc->nchw", probabilities, centers)

    def error(self, output: Tensor, truth: FloatArray) -> float:
        """See `Output.error`."""
        log_probabilities = torch.log_softmax(output.float(), dim=0).permute(1, 2, 0).cpu().numpy()
        encoding = self.bins.soft_encoding()
        small = _shrunk(truth, log_probabilities.shape)
        index = np.clip(np.rint(small).astype(np.int64) + encoding.offset, 0, 2 * encoding.offset - 1)
        nearest = encoding.indices[index[..., 0], index[..., 1], :1]
        return float(-np.take_along_axis(log_probabilities, nearest, axis=2).mean())


class ScaledOutput:
    """Chroma itself, divided by 128 (a*b*) or 192 (u*v*); the mean squared error on that scale."""

    error_name: Final = "squared_error"

    def __init__(self, space: ColorSpace) -> None:
        self.space = space
        self.scale = float(TABLE_OFFSET[space])

    def decode(self, output: Tensor, temperature: float) -> Tensor:
        """See `Output.decode`; there is no distribution, so the temperature says nothing."""
        del temperature
        return output.float() * self.scale

    def error(self, output: Tensor, truth: FloatArray) -> float:
        """See `Output.error`."""
        chroma = output.float().permute(1, 2, 0).cpu().numpy()
        return float(np.mean((chroma - _shrunk(truth, chroma.shape) / self.scale) ** 2))


def _shrunk(truth: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    return np.asarray(cv2.resize(truth, (shape[1], shape[0]), interpolation=cv2.INTER_AREA), np.float32)
