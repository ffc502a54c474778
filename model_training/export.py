"""Turn a run's checkpoint into the weights files that the application opens."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from colorizer_gui.core.network import ColorizationNet
from colorizer_gui.core.weights import save_weights
from model_training.checkpoint import load_checkpoint
from model_training.environment import described_data
from model_training.recipe import Recipe


def export(
    checkpoint: Path,
    out: Path,
    *,
    encoder: Path | None = None,
    figures: Mapping[str, float] | None = None,
) -> Mapping[str, Any]:
    """Write the averaged weights of a checkpoint.

    Parameters
    ----------
    checkpoint
        `best.ckpt` or `last.ckpt` of a run.
    out
        The weights file; holds the encoder as well when `encoder` is None.
    encoder
        A file of its own for the encoder.
    figures
        Figures of the evaluation for the provenance.

    Returns
    -------
    The provenance that was written.

    Raises
    ------
    DataError, WeightsError
        When the checkpoint is damaged or its values do not fit.
    """
    state = load_checkpoint(checkpoint)
    recipe = Recipe.from_dict(state["recipe"])
    net = ColorizationNet(recipe.network)
    net.load_state_dict(state["average"]["average"])
    provenance: dict[str, Any] = {
        "recipe": recipe.to_dict(),
        "steps": state["step"],
        "images": state["step"] * recipe.optimizer.batch,
        "data": described_data(checkpoint.parent),
        "best_validation_cross_entropy": state["best"] if math.isfinite(state["best"]) else None,
        "figures": dict(figures or {}),
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    save_weights(out, net, provenance, encoder_path=encoder)
    return provenance
