"""Losses over the chroma bins."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorizer_gui.core.color.ab_bins import AbBins, class_rebalancing_weights
from colorizer_gui.core.color.conversion import FloatArray
from model_training.recipe.sections import LossRecipe


class ChromaLoss(nn.Module):
    """Rebalanced cross-entropy with soft targets (Zhang et al. 2016, eqs. 2 to 4); see `LossRecipe.adjusted`.

    With targets on 5 bins, the cross-entropy is logsumexp(z) - sum_k w_k z[k]: no dense targets.
    A Huber term on the expected chroma, weighted like the classes, may be added.
    """

    table_indices: Tensor
    table_weights: Tensor
    class_weights: Tensor
    adjustment: Tensor
    centers: Tensor

    def __init__(self, bins: AbBins, prior: FloatArray, recipe: LossRecipe) -> None:
        super().__init__()
        encoding = bins.soft_encoding()
        self.recipe = recipe
        self.offset = encoding.offset
        self.register_buffer("table_indices", torch.tensor(encoding.indices))
        self.register_buffer("table_weights", torch.tensor(encoding.weights))
        weights = class_rebalancing_weights(prior, recipe.rebalancing)
        self.register_buffer("class_weights", torch.from_numpy(weights))
        self.register_buffer("adjustment", torch.from_numpy(np.log(weights)))
        self.register_buffer("centers", torch.tensor(bins.centers))

    def forward(self, logits: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """Mean loss over all pixels; equal shares of a batch average to the whole batch's.

        Parameters
        ----------
        logits
            (N, Q, h, w) float32.
        target
            (N, 2, h, w) float32 chroma.

        Returns
        -------
        The loss to minimise, and the plain cross-entropy without weights (detached).
        """
        flat = logits.permute(0, 2, 3, 1).reshape(-1, logits.shape[1]).float()
        if self.recipe.adjusted:
            flat = flat - self.adjustment
        chroma = target.permute(0, 2, 3, 1).reshape(-1, 2)
        index = chroma.round().long().add_(self.offset).clamp_(0, 2 * self.offset - 1)
        bins = self.table_indices[index[:, 0], index[:, 1]]
        soft = self.table_weights[index[:, 0], index[:, 1]]
        log_probabilities = torch.log_softmax(flat, dim=1)
        cross_entropy = -(log_probabilities.gather(1, bins) * soft).sum(dim=1)
        weights = torch.ones_like(cross_entropy) if self.recipe.adjusted else self.class_weights[bins[:, 0]]
        loss = (weights * cross_entropy).mean()
        if self.recipe.huber > 0:
            expected = torch.softmax(flat / self.recipe.huber_temperature, dim=1) @ self.centers
            delta = self.recipe.huber_delta
            distance = F.huber_loss(expected, chroma, reduction="none", delta=delta).mean(dim=1) / delta**2
            loss = loss + self.recipe.huber * (weights * distance).mean()
        return loss, cross_entropy.detach().mean()
