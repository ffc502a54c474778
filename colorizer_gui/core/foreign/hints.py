"""Colour points as the planes of networks that can be told colours."""

from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.foreign.conventions import Hints
from colorizer_gui.core.prediction.prediction import Guidance

#: What a*b* are divided by (richzhang/colorization, base_color.py), and Caffe's mask is multiplied by
#: (junyanz/interactive-deep-colorization, data/colorize_image.py, mask_mult).
AB_NORM: Final = 110.0
#: Half of the side of the patch around a point, in pixels: the training's patches are 1 to 9 px wide
#: (Zhang et al. 2017, section 3.1), the window of its authors' program draws 7.
_RADIUS: Final = 3
#: Tintype's own planes have a quarter of the input's size.
_OWN_STRIDE: Final = 4


def hint_arrays(kind: Hints, guidance: Guidance | None, height: int, width: int) -> list[FloatArray]:
    """The planes of a user's points, zeros without any.

    Parameters
    ----------
    height, width
        Of the input.

    Returns
    -------
    Arrays (1, C, h, w) float32: what stands beside the picture, or follows it in the same input.
    """
    if kind is Hints.NONE:
        return []
    own = kind is Hints.OWN
    stride, radius = (_OWN_STRIDE, 0) if own else (1, _RADIUS)
    rows, columns = -(-height // stride), -(-width // stride)
    ab = np.zeros((1, 2, rows, columns), dtype=np.float32)
    mask = np.zeros((1, 1, rows, columns), dtype=np.float32)
    if guidance is not None:
        for (x, y), colour in zip(guidance.positions, guidance.ab, strict=True):
            row, column = min(int(y * rows), rows - 1), min(int(x * columns), columns - 1)
            place = np.s_[
                0, :, max(0, row - radius) : row + radius + 1, max(0, column - radius) : column + radius + 1
            ]
            ab[place] = colour[:, None, None]
            mask[place] = 1.0
    match kind:
        case Hints.JOINED:
            return [ab, mask * AB_NORM]
        case Hints.JOINED_SIGNED:
            return [ab / AB_NORM, mask - 0.5]
        case Hints.OWN:
            return [np.concatenate([ab / AB_NORM, mask], axis=1)]
        case _:
            return [ab, mask]
