"""What an encoder saw of a view, as it is kept: whole numbers of eight bits, scaled for each channel."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from colorizer_gui.core.model.vision_transformer import SEEN_BLOCKS, WIDTH, Tokens

_CHANNELS: Final = len(SEEN_BLOCKS) * WIDTH
#: Of a view, about: its tokens, its gray pixels, its chroma.
BYTES_PER_VIEW: Final = 256 * (_CHANNELS + 14 * 14 + 4 * 4) + 2 * (_CHANNELS + WIDTH)
_MOST: Final = 127


class StoredTokens(NamedTuple):
    """What the encoder saw of some views of one shape, as it is kept.

    Attributes
    ----------
    grid
        (N, rows, columns, C) int8.
    scale
        (N, C) float16 that makes tokens of it.
    summary
        (N, 384) float16.
    gray
        (N, H, W) uint8.
    """

    grid: Tensor
    scale: Tensor
    summary: Tensor
    gray: Tensor

    def tokens(self) -> Tokens:
        """What the decoder takes, float32."""
        grid = self.grid.float() * self.scale.float()[:, None, None]
        return Tokens(grid.permute(0, 3, 1, 2), self.summary.float(), self.gray.float()[:, None] / 255)


class StoredView(NamedTuple):
    """One row of a chunk; see `StoredTokens`; `ab` is (h, w, 2) float16."""

    grid: npt.NDArray[np.int8]
    scale: npt.NDArray[np.float16]
    summary: npt.NDArray[np.float16]
    gray: npt.NDArray[np.uint8]
    ab: npt.NDArray[np.float16]


def stored(tokens: Tokens, gray: npt.NDArray[np.uint8], ab: npt.NDArray[np.float16]) -> list[StoredView]:
    """Rows to keep of an encoder's answer, (N, …) each."""
    seen = tokens.grid.float().permute(0, 2, 3, 1)
    scale = (seen.abs().amax(dim=(1, 2)) / _MOST).clamp_min(1e-6).half()
    grid = (seen / scale.float()[:, None, None]).round_().clamp_(-_MOST, _MOST).to(torch.int8)
    arrays = (grid.cpu().numpy(), scale.cpu().numpy(), tokens.summary.half().cpu().numpy(), gray, ab)
    return [StoredView(*row) for row in zip(*arrays, strict=True)]
