"""Turn a run's checkpoint into the weights files that the application opens."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.model.architectures import Network, build_network
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.token_network import TokenColorizationNet
from colorizer_gui.core.model.weights import load_weights, save_weights
from model_training.batches.prior import PRIOR_FILE, kept_class_weights
from model_training.common.environment import described_data
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import Model
from model_training.report.model_card import model_card
from model_training.runs.checkpoint import load_checkpoint

#: Added to a prior before its logarithm.
_NEVER: Final = 1e-6
#: Class weights are stored in 16 bits.
_MOST: Final = 6e4


def _raise_rare(net: Network, run: Path, class_weights: FloatArray | None, rarity: float) -> FloatArray:
    """Add to the scores of rare bins, and to the class weights that say so.

    Weights of p^-rarity in the loss would have taught the same (Menon et al. 2021, eq. 9).
    """
    file = run / PRIOR_FILE
    if class_weights is None or not isinstance(net, TokenColorizationNet | ColorizationNet):
        raise DataError(f"Rare colours cannot be raised without {file}, nor in a network that is no fusion.")
    prior = np.load(file, allow_pickle=False).astype(np.float64)
    logs = np.log(prior + _NEVER)
    raised = np.exp(-rarity * (logs - (prior * logs).sum()))
    head = net.decoder.head[-1]
    assert isinstance(head.bias, Tensor)
    with torch.no_grad():
        head.bias.add_(torch.from_numpy(np.log(raised).astype(np.float32)))
    return np.asarray(np.minimum(class_weights * raised, _MOST), dtype=np.float32)


def export(
    checkpoint: Path,
    out: Path,
    *,
    encoder: Path | None = None,
    figures: Mapping[str, float] | None = None,
    rarity: float | None = None,
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
    rarity
        In the place of the recipe's `loss.rarity_at_export`.

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
    rarity = recipe.loss.rarity_at_export if rarity is None else rarity
    if not 0 <= rarity <= 1:
        raise DataError(f"Rare colours are raised by 0 to 1, not by {rarity:g}.")
    if rarity:
        class_weights = _raise_rare(net, checkpoint.parent, class_weights, rarity)
        provenance["rarity"] = rarity
    save_weights(out, net, provenance, encoder_path=encoder, class_weights=class_weights)
    loaded = load_weights(out)
    card = model_card(out, loaded.sha256, loaded.config, provenance)
    out.with_suffix(".md").write_text(card, encoding="utf-8")
    return provenance
