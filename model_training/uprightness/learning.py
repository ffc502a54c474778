"""The head learns: of the four turns of a photo, the upright one is to have the highest score.

Tensors are float32. What it learns is brought to arrays that `TurnHead` computes with.
"""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.inference.turned_views import CELLS
from model_training.uprightness.sights import Sights

#: Values of a cell, and units of the hidden layer.
_WIDTH, _HIDDEN = 48, 96
_BATCH: Final = 48
_RATE, _DECAY, _WARM_UP = 1e-3, 0.05, 100
#: Of the moving average of the weights.
_AVERAGED: Final = 0.002
#: The shares that are withheld: of the cells of a photo, and of the values of both layers.
_CELLS_DROPPED, _DROPPED = 0.1, 0.4
#: Photos from which means and deviations of the channels are taken.
_MEASURED: Final = 1024


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """Means and deviations of channels, float32: of cells (C,), and of the summary (384,)."""

    cells_mean: FloatArray
    cells_deviation: FloatArray
    summary_mean: FloatArray
    summary_deviation: FloatArray

    @classmethod
    def of(cls, sights: Sights) -> "Scale":
        """Measured on the first photos."""
        cells = sights.cells[:_MEASURED].astype(np.float32)
        summary = sights.summary[:_MEASURED].astype(np.float32)
        return cls(
            cells.mean(axis=(0, 1, 2)),
            cells.std(axis=(0, 1, 2)) + np.float32(1e-3),
            summary.mean(axis=(0, 1)),
            summary.std(axis=(0, 1)) + np.float32(1e-3),
        )


class Member(nn.Module):
    """One of the small networks of a head; in training it does not see all."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.scale = scale
        self.cells = nn.Linear(len(scale.cells_mean), _WIDTH)
        self.summary = nn.Linear(len(scale.summary_mean), _WIDTH)
        self.hidden = nn.Linear((CELLS * CELLS + 1) * _WIDTH, _HIDDEN)
        self.score = nn.Linear(_HIDDEN, 1)

    def forward(self, cells: Tensor, summary: Tensor) -> Tensor:
        """(N, 4) scores of (N, 4, 36, C) cells and (N, 4, 384) summaries."""
        scale = self.scale
        cells = (cells - torch.from_numpy(scale.cells_mean)) / torch.from_numpy(scale.cells_deviation)
        summary = (summary - torch.from_numpy(scale.summary_mean)) / torch.from_numpy(scale.summary_deviation)
        seen = torch.cat([self.cells(cells), self.summary(summary)[:, :, None]], dim=2).relu()
        if self.training:
            seen = seen * (torch.rand(seen.shape[:3]) >= _CELLS_DROPPED)[..., None]
        seen = F.dropout(seen.flatten(2), _DROPPED, self.training)
        hidden = F.dropout(self.hidden(seen).relu(), _DROPPED, self.training)
        scores: Tensor = self.score(hidden)[..., 0]
        return scores

    def arrays(self, share: float) -> dict[str, FloatArray]:
        """For `TurnHead`: the scale is part of the first layer, and the score is multiplied by a share."""
        state = {name: value.detach().numpy().copy() for name, value in self.state_dict().items()}
        for name, mean, deviation in (
            ("cells", self.scale.cells_mean, self.scale.cells_deviation),
            ("summary", self.scale.summary_mean, self.scale.summary_deviation),
        ):
            weight = state[f"{name}.weight"] / deviation
            state[f"{name}.weight"] = weight
            state[f"{name}.bias"] = state[f"{name}.bias"] - weight @ mean
        for name in ("score.weight", "score.bias"):
            state[name] = state[name] * np.float32(share)
        return state


def learn(
    sights: Sights,
    seed: int,
    epochs: int,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Member:
    """Learn from photos for so many passes; the weights are averaged over the steps."""
    torch.manual_seed(seed)
    member = Member(Scale.of(sights))
    average = copy.deepcopy(member).eval()
    optimizer = torch.optim.AdamW(member.parameters(), lr=_RATE, weight_decay=_DECAY)
    count = len(sights.numbers)
    batch = min(_BATCH, count)
    steps, done = epochs * (count // batch), 0
    for _ in range(epochs):
        order = torch.randperm(count).numpy()
        for start in range(0, count - batch + 1, batch):
            done += 1
            rate = _RATE * min(1.0, done / _WARM_UP) * 0.5 * (1.0 + np.cos(np.pi * done / steps))
            for group in optimizer.param_groups:
                group["lr"] = rate
            scores = member(*_tensors(sights, order[start : start + batch]))
            loss = F.cross_entropy(scores, torch.zeros(len(scores), dtype=torch.long))
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(member.parameters(), 1.0)
            optimizer.step()
            _follow(average, member, max(_AVERAGED, 1.0 / (done + 1)))
            progress(done, steps)
    return average


def scores_of(members: Sequence[Member], sights: Sights) -> FloatArray:
    """(n, 4) mean scores of the turns of photos."""
    parts = []
    for start in range(0, len(sights.numbers), _BATCH):
        rows = np.arange(start, min(start + _BATCH, len(sights.numbers)))
        with torch.inference_mode():
            parts.append(sum(member(*_tensors(sights, rows)) for member in members) / len(members))
    return torch.cat(parts).numpy().astype(np.float32)


def _follow(average: Member, member: Member, share: float) -> None:
    with torch.no_grad():
        for mean, value in zip(average.parameters(), member.parameters(), strict=True):
            mean.lerp_(value, share)


def _tensors(sights: Sights, rows: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> tuple[Tensor, Tensor]:
    return torch.from_numpy(sights.cells[rows]).float(), torch.from_numpy(sights.summary[rows]).float()
