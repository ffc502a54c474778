"""Weights of several files or checkpoints averaged into one, as in model soups and in WiSE-FT.

Wortsman et al. 2022: weights that were fine-tuned from the same ones may be averaged tensor by tensor.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.weights import LoadedWeights, save_weights
from model_training.data.photo_source import DataError
from model_training.runs.start import open_weights


def average(
    files: Sequence[Path], out: Path, shares: Sequence[float] = (), encoder: Path | None = None
) -> None:
    """Write a weights file.

    Parameters
    ----------
    shares
        Of each file, in any unit; all alike when there are none.
    encoder
        A file of its own for the encoder.

    Raises
    ------
    DataError, WeightsError
        When files cannot be read or written, or their networks differ.
    """
    if shares and (len(shares) != len(files) or not sum(shares) > 0):
        raise DataError(f"There must be a share for each of the {len(files)} files, and more than nothing.")
    parts = np.array(shares or [1.0] * len(files)) / (sum(shares) or len(files))
    opened = [open_weights(file) for file in files]
    first = opened[0]
    for other in opened[1:]:
        if other.config != first.config or not _same_class_weights(first, other):
            raise DataError(
                f"{other.path} holds another network than {first.path}, or was weighed otherwise."
            )
    tensors = {
        name: sum(
            (part * each.tensors[name] for part, each in zip(parts.tolist(), opened, strict=True)),
            torch.zeros_like(value),
        )
        for name, value in first.tensors.items()
    }
    net = build_network(first.config)
    net.load_state_dict(tensors)
    members = [
        {"file": each.path.name, "sha256": each.sha256, "share": part, "provenance": dict(each.provenance)}
        for each, part in zip(opened, parts.tolist(), strict=True)
    ]
    out.parent.mkdir(parents=True, exist_ok=True)
    save_weights(out, net, {"average_of": members}, encoder_path=encoder, class_weights=first.class_weights)


def _same_class_weights(one: LoadedWeights, other: LoadedWeights) -> bool:
    if one.class_weights is None or other.class_weights is None:
        return one.class_weights is other.class_weights
    return bool(np.allclose(one.class_weights, other.class_weights, rtol=1e-2))
