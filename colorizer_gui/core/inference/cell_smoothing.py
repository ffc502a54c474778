"""Bilateral smoothing of cells: those of like lightness that lie side by side agree on a colour.

The network decides cell by cell. Where two colours are about as likely, it takes one here and the other
there: a robe in three colours, a red corner on a gray bundle. Most of the time such cells are of one
thing, and one thing is of like lightness.

`torch` lives here too (see `network`).
"""

import torch
from torch import Tensor

from colorizer_gui.core.inference.cell_tiles import (
    GROUP,
    LEAST_EXPONENT,
    OWN,
    RANGE_SIGMA,
    SPACE_SIGMA,
    tiles,
)


def smoothed(scores: Tensor, lightness: Tensor) -> Tensor:
    """Average log-probabilities over neighbours, weighted as in a bilateral filter.

    A mean of logarithms is a product of opinions: a colour that one of the cells rules out is out, and a
    cell that is sure persuades those that are not. Weights are those of Tomasi and Manduchi 1998, the
    lightness taking the place of the filtered plane. docs/adr/0009-cells-that-agree.md has the figures.

    Parameters
    ----------
    scores
        (h, w, Q) float32 log-probabilities, each cell's up to a constant of its own, as logits are.
    lightness
        (h, w) float32 L* in [0, 100], on the same device.

    Returns
    -------
    (h, w, Q) float32 log-probabilities.
    """
    height, width, count = scores.shape
    groups, groups_lightness = _grouped(scores), _grouped(lightness[..., None])[..., 0]
    result = torch.empty_like(scores)
    across = [
        (columns, near, _spatial(columns, near, scores.device))
        for columns, near in tiles(width, groups.shape[1])
    ]
    for rows, near_rows in tiles(height, groups.shape[0]):
        down = _spatial(rows, near_rows, scores.device)[:, None, :, None]
        for columns, near_columns, sideways in across:
            near = near_rows, near_columns
            difference = lightness[rows, columns, None, None] - groups_lightness[near]
            exponent = difference.square_().mul_(-0.5 / RANGE_SIGMA**2)
            exponent += down
            exponent += sideways[None, :, None, :]
            exponent.clamp_(min=LEAST_EXPONENT)
            weight = exponent.exp_().flatten(2).flatten(0, 1)  # cells x groups
            own = scores[rows, columns].reshape(-1, count)
            mean = torch.addmm(own, weight, groups[near].reshape(-1, count), beta=OWN)
            mean /= weight.sum(dim=1, keepdim=True) + OWN
            result[rows, columns] = mean.reshape(len(down), len(sideways), count)
    return torch.log_softmax(result, dim=2)


def _grouped(plane: Tensor) -> Tensor:
    """Means over groups of an (h, w, c) plane, whose last row or column is there twice if need be."""
    if plane.shape[0] % 2:
        plane = torch.cat([plane, plane[-1:]])
    if plane.shape[1] % 2:
        plane = torch.cat([plane, plane[:, -1:]], dim=1)
    rows = plane[0::2] + plane[1::2]
    return (rows[:, 0::2] + rows[:, 1::2]).mul_(0.25)


def _spatial(cells: slice, groups: slice, device: torch.device) -> Tensor:
    """(cells, groups) exponents of their distance along one axis."""
    cell = torch.arange(cells.start, cells.stop, dtype=torch.float32, device=device) + 0.5
    group = (torch.arange(groups.start, groups.stop, dtype=torch.float32, device=device) + 0.5) * GROUP
    return (cell[:, None] - group).square_().mul_(-0.5 / SPACE_SIGMA**2)
