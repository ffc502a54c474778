"""`TurnHead`: how a photo has to be turned, told from what the release's encoders see of it.

A small network gives each view a score, the higher the more it looks like an upright photo; those of the four
turns of one photo are compared. Where that is not clear there is a second look, larger and mirrored. In
arrays, so that it needs no PyTorch. `model_training upright` makes it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

import numpy as np
from safetensors import SafetensorError, safe_open

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.inference.turned_views import Sight

#: In the folder of the weights.
HEAD: Final = "tintype-upright.safetensors"
#: Header entries: the hash of the encoder, JSON of the thresholds, and JSON of what it learnt from.
ENCODER, THRESHOLDS, PROVENANCE = "tintype.encoder", "tintype.thresholds", "tintype.provenance"
#: The arrays of each member, after its number and a point.
LAYERS: Final = ("cells.weight", "cells.bias", "summary.weight", "summary.bias")
TOPS: Final = ("hidden.weight", "hidden.bias", "score.weight", "score.bias")

#: What is seen of a photo after so many quarter turns clockwise, and whether at a second look.
Look = Callable[[int, bool], Sight | None]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When the head is sure.

    Attributes
    ----------
    upright
        The score of a view as it is held from which on the other turns are not looked at.
    side, head
        The least probability of a photo that lies on its side, or stands on its head.
    clear
        The probability of the best of the four turns from which on there is no second look; 0 for none.
    """

    upright: float
    side: float
    head: float
    clear: float = 0.0


class TurnHead:
    """Several small networks whose scores are added up.

    Attributes
    ----------
    encoder_sha256
        The encoder that it was made for.
    """

    def __init__(self, arrays: Mapping[str, FloatArray], thresholds: Thresholds, encoder_sha256: str) -> None:
        self.encoder_sha256 = encoder_sha256
        self.thresholds = thresholds
        count = len({name.partition(".")[0] for name in arrays})
        self._members = [[arrays[f"{number}.{name}"] for name in (*LAYERS, *TOPS)] for number in range(count)]

    @classmethod
    def load(cls, path: Path | None = None) -> Self:
        """Read a head; the release's when no path is given.

        Raises
        ------
        WeightsError
            When the file is missing or damaged.
        """
        path = path or resource("weights", HEAD)
        try:
            with safe_open(path, framework="numpy") as file:
                header: dict[str, Any] = file.metadata() or {}
                arrays = {name: file.get_tensor(name).astype(np.float32) for name in file.keys()}  # noqa: SIM118 - no mapping
            return cls(arrays, Thresholds(**json.loads(header[THRESHOLDS])), header[ENCODER])
        except (SafetensorError, OSError, LookupError, TypeError, ValueError) as exc:
            raise WeightsError(
                "{path} cannot be used to tell how photos lie ({reason}); install Tintype again.",
                path=path,
                reason=str(exc) or type(exc).__name__,
            ) from exc

    def score(self, sight: Sight) -> float:
        """How much a view looks like an upright photo; without a unit."""
        return self.score_of(sight.cells(), sight.summary)

    def score_of(self, cells: FloatArray, summary: FloatArray) -> float:
        """The same from (CELLS * CELLS, C) and (384,) arrays of a sight."""
        total = 0.0
        for to_cells, cells_bias, to_summary, summary_bias, *tops in self._members:
            to_hidden, hidden_bias, to_score, score_bias = tops
            seen = np.vstack([cells @ to_cells.T + cells_bias, summary @ to_summary.T + summary_bias])
            hidden = np.maximum(seen, 0.0).reshape(-1) @ to_hidden.T + hidden_bias
            total += float(np.maximum(hidden, 0.0) @ to_score[0] + score_bias[0])
        return total

    def turns(self, look: Look) -> int:
        """Quarter turns clockwise that put a photo upright; 0 where it is, or where that is not sure.

        Parameters
        ----------
        look
            What is seen of the photo after so many quarter turns clockwise, at the first or at a second look;
            None where that is not known.
        """
        scores = self._scores(look, again=False)
        if scores is None:
            return 0
        if probabilities(scores).max() < self.thresholds.clear:
            second = self._scores(look, again=True)
            if second is None:
                return 0
            scores = np.asarray((scores + second) / 2, dtype=np.float32)
        return decided(scores, self.thresholds)

    def _scores(self, look: Look, *, again: bool) -> FloatArray | None:
        """(4,) scores of the turns; None where one look is enough to leave the photo as it is."""
        scores: list[float] = []
        for turns in range(4):
            sight = look(turns, again)
            if sight is None:
                return None
            scores.append(self.score(sight))
            if not again and scores[0] >= self.thresholds.upright:
                return None
        return np.array(scores, dtype=np.float32)


def decided(scores: FloatArray, thresholds: Thresholds) -> int:
    """Quarter turns clockwise by (4,) scores of a photo after 0 to 3 of them; 0 where that is not sure."""
    best = int(scores.argmax())
    wanted = (np.inf, thresholds.side, thresholds.head, thresholds.side)[best]
    return best if probabilities(scores)[best] >= wanted else 0


def probabilities(scores: FloatArray) -> FloatArray:
    """Of (..., 4) scores, that each is the upright turn."""
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: FloatArray = weights / weights.sum(axis=-1, keepdims=True)
    return shares
