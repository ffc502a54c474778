"""Losses, learning rate and average against plain implementations."""

import dataclasses
import itertools
import math

import numpy as np
import pytest
import torch
from torch import nn

from colorizer_gui.core.color.ab_bins import AbBins, class_rebalancing_weights
from colorizer_gui.core.model.network import ColorizationNet
from model_training.models.losses import ChromaLoss
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import LossRecipe, TrainFrom
from model_training.training.ema import ExponentialAverage
from model_training.training.optimization import build_optimizer, freeze, learning_rate_factor

BINS = AbBins.derive()


@pytest.mark.parametrize("huber", [0.0, 0.7])
def test_the_loss_equals_its_definition_with_dense_targets(huber: float) -> None:
    rng = np.random.default_rng(0)
    prior = rng.exponential(size=313).astype(np.float32)
    recipe = LossRecipe(rebalancing=0.5, huber=huber, huber_delta=10.0, huber_temperature=0.5)
    logits = rng.normal(size=(2, 313, 3, 4)).astype(np.float32)
    target = rng.uniform(-90, 90, size=(2, 2, 3, 4)).astype(np.float32)
    weights = class_rebalancing_weights(prior, 0.5).astype(np.float64)
    losses, entropies = [], []
    for n, y, x in np.ndindex(2, 3, 4):
        z, chroma = logits[n, :, y, x].astype(np.float64), target[n, :, y, x].astype(np.float64)
        squared = ((BINS.centers - np.rint(chroma)) ** 2).sum(axis=1)
        nearest = np.argsort(squared, kind="stable")[:5]
        dense = np.zeros(313)
        dense[nearest] = np.exp(-(squared[nearest] - squared.min()) / 50)
        dense /= dense.sum()
        log_p = z - np.log(np.exp(z).sum())
        entropies.append(-(dense * log_p).sum())
        annealed = np.exp(z / 0.5)
        error = np.abs((annealed / annealed.sum()) @ BINS.centers - chroma)
        distance = np.where(error < 10, error**2 / 2, 10 * (error - 5)).mean() / 100
        losses.append(weights[nearest[0]] * (entropies[-1] + huber * distance))
    loss, entropy = ChromaLoss(BINS, prior, recipe)(torch.from_numpy(logits), torch.from_numpy(target))
    assert float(loss) == pytest.approx(np.mean(losses), rel=1e-4)
    assert float(entropy) == pytest.approx(np.mean(entropies), rel=1e-4)


def test_class_weights_on_the_logits_are_what_the_probabilities_are_multiplied_by() -> None:
    """A pixel in four is of a rare colour; learnt without weights, times these, is learnt with them."""
    prior = np.full(313, 1.0, dtype=np.float32)
    common, rare = (int(((BINS.centers - place) ** 2).sum(axis=1).argmin()) for place in ((0, 0), (60, 40)))
    prior[common] = 50
    prior /= prior.sum()
    target = torch.zeros(1, 2, 4, 1)
    target[0, :, 3, 0] = torch.tensor(BINS.centers[rare])
    shares = []
    for recipe in (LossRecipe(rebalancing=1.0), LossRecipe(rebalancing=0.5, adjusted=True)):
        loss_of = ChromaLoss(BINS, prior, recipe)
        logits = torch.zeros(1, 313, 1, 1, requires_grad=True)
        optimizer = torch.optim.Adam([logits], lr=0.1)
        for _ in range(400):
            optimizer.zero_grad()
            loss_of(logits.expand(1, 313, 4, 1), target)[0].backward()
            optimizer.step()
        shares.append(torch.softmax(logits.detach()[0, :, 0, 0], dim=0).numpy())
    plain, adjusted = shares
    wanted = plain * class_rebalancing_weights(prior, 0.5)
    wanted /= wanted.sum()
    assert wanted[rare] > 1.5 * plain[rare]
    assert np.abs(adjusted - wanted).max() < 0.01


def test_equal_shares_average_to_the_joint_loss_and_far_colours_are_finite() -> None:
    torch.manual_seed(0)
    loss_of = ChromaLoss(BINS, np.ones(313, np.float32), LossRecipe(huber=0.5))
    logits, target = torch.randn(4, 313, 2, 2), torch.randn(4, 2, 2, 2) * 300
    joint, shares = loss_of(logits, target)[0], [loss_of(logits[i::2], target[i::2])[0] for i in (0, 1)]
    assert torch.isfinite(joint)
    torch.testing.assert_close(torch.stack(shares).mean(), joint)


def test_the_learning_rate_warms_up_and_falls_to_zero() -> None:
    recipe = Recipe.from_dict({"optimizer": {"steps": 100, "warmup_steps": 10}})
    curve = [learning_rate_factor(step, recipe) for step in range(100)]
    assert curve[0] == pytest.approx(0.1)
    assert curve[9] == curve[10] == pytest.approx(1.0)
    assert curve[55] == pytest.approx(0.5)
    assert all(a > b for a, b in itertools.pairwise(curve[10:]))
    assert 0 < curve[-1] < 1e-3
    assert learning_rate_factor(100, recipe) == pytest.approx(0.0)
    only_warmup = Recipe.from_dict({"optimizer": {"steps": 2, "warmup_steps": 10}})
    assert learning_rate_factor(1, only_warmup) == pytest.approx(0.2)
    no_warmup = Recipe.from_dict({"optimizer": {"steps": 2, "warmup_steps": 0}})
    assert learning_rate_factor(0, no_warmup) == 1.0


def test_the_average_follows_its_formula_and_only_what_learns() -> None:
    layer = nn.Linear(2, 1)
    layer.bias.requires_grad_(False)
    average = ExponentialAverage(layer, 0.5)
    expected = layer.weight.detach().clone()
    bias = layer.bias.detach().clone()
    for step in range(1, 20):
        with torch.no_grad():
            layer.weight.add_(1)
            layer.bias.add_(1)
        average.update(layer)
        decay = min(0.5, (1 + step) / (10 + step))
        expected = torch.lerp(layer.weight.detach(), expected, decay)
    torch.testing.assert_close(average.average["weight"], expected)
    torch.testing.assert_close(average.average["bias"], bias)
    copy = ExponentialAverage(nn.Linear(2, 1), 0.5)
    copy.load_state_dict(average.state_dict())
    assert copy.steps == 19
    torch.testing.assert_close(copy.average["weight"], expected)
    assert copy.average["weight"] is not average.average["weight"]


@pytest.mark.parametrize(
    ("train_from", "learning"),
    [("decoder", 0), ("stride16", 4), ("stride8", 5), ("stride4", 6), ("all", 8)],
)
def test_what_learns_is_in_a_group_with_its_rate(train_from: str, learning: int) -> None:
    recipe = Recipe.from_dict({"network": {"widths": [32, 32, 16, 16]}})
    net = ColorizationNet(recipe.network)
    recipe = dataclasses.replace(recipe, train_from=TrainFrom(train_from))
    freeze(net, recipe)
    parts = [net.encoder.stem, *net.encoder.stages]
    assert sum(next(part.parameters()).requires_grad for part in parts) == learning
    optimizer = build_optimizer(net, recipe)
    grouped = {id(value) for group in optimizer.param_groups for value in group["params"]}
    assert grouped == {id(value) for value in net.parameters() if value.requires_grad}
    for group in optimizer.param_groups:
        assert group["weight_decay"] == (0.01 if group["params"][0].ndim > 1 else 0.0)
        in_decoder = any(group["params"][0] is value for value in net.decoder.parameters())
        assert group["peak_lr"] == (1e-3 if in_decoder else 1e-4)
    assert math.isclose(len(optimizer.param_groups), 2 if train_from == "decoder" else 4)
