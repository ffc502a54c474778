"""Turn a run's checkpoint into the weights files that the application opens."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.weights import load_weights, save_weights
from model_training.batches.prior import kept_class_weights
from model_training.common.environment import described_data
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Model, Recipe
from model_training.report.model_card import model_card
from model_training.runs.checkpoint import load_checkpoint


def export(
    checkpoint: Path,
    out: Path,
    *,
    encoder: Path | None = None,
    figures: Mapping[str, float] | None = None,
) -> Mapping[str, Any]:
    """Write the averaged weights of a checkpoint, and a model card beside them.

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
        When the checkpoint is damaged, its values do not fit, or the application knows no such model.
    """
    state = load_checkpoint(checkpoint)
    recipe = Recipe.from_dict(state["recipe"])
    if recipe.model is Model.SIMPLE_CNN:
        raise DataError(f"A {recipe.model} has no distribution over colours, which the application needs.")
    net = build_network(recipe.network)
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
    class_weights = kept_class_weights(checkpoint.parent, recipe)
    save_weights(out, net, provenance, encoder_path=encoder, class_weights=class_weights)
    loaded = load_weights(out)
    card = model_card(out, loaded.sha256, loaded.config, provenance)
    out.with_suffix(".md").write_text(card, encoding="utf-8")
    return provenance
