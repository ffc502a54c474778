"""Every model that a recipe can name: its protocol, its output, and the way from recipe to table."""

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace, lab_to_rgb, rgb_to_lab
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from model_training.batches.batches import TrainingBatches, choose_photos
from model_training.data.kaggle import KaggleArrays
from model_training.data.photo_source import DataError
from model_training.evaluation.methods import Variants, network_methods
from model_training.models.outputs import BinOutput, ScaledOutput
from model_training.models.simple_cnn import (
    PAPER_CURVE,
    SimpleCnn,
    SquaredError,
    beside_the_paper,
    simple_method,
)
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import Model
from model_training.recipe.values import RecipeError
from model_training.report.export import export
from model_training.runs.checkpoint import LAST, load_checkpoint
from model_training.runs.start import open_weights, starting_tensors
from model_training.training.job import in_color_space
from model_training.training.trainer import train


def _small(model: str, space: ColorSpace) -> Recipe:
    recipe = Recipe.load(model)
    network = dataclasses.replace(recipe.network, widths=(8, 8, 8, 16), conv_depth=2)
    data = dataclasses.replace(recipe.data, side=32, validation_photos=2, loader_workers=0)
    optimizer = dataclasses.replace(recipe.optimizer, steps=3, batch=4, warmup_steps=0)
    small = dataclasses.replace(
        recipe, network=network, data=data, optimizer=optimizer, validate_every=3, checkpoint_minutes=1000.0
    )
    return in_color_space(small, space)


@pytest.mark.parametrize("space", list(ColorSpace))
@pytest.mark.parametrize("model", ["classification_cnn", "simple_cnn"])
def test_a_model_learns_resumes_exactly_and_is_judged(
    model: str, space: ColorSpace, folder: Path, tmp_path: Path
) -> None:
    recipe, run = _small(model, space), tmp_path / "run"
    train(recipe, folder, run, max_steps=2, device="cpu")
    train(recipe, folder, run, resume=True, device="cpu")
    state = load_checkpoint(run / LAST)
    assert (state["step"], state["recipe"]["model"]) == (3, model)
    assert np.isfinite(state["best"])
    train(recipe, folder, tmp_path / "straight", device="cpu")
    for name, value in load_checkpoint(tmp_path / "straight" / LAST)["net"].items():
        assert torch.equal(value, state["net"][name]), name
    method = network_methods({model: run / LAST}, Variants(short_sides=(32,)))[model]
    ab = method(np.random.default_rng(0).uniform(20, 80, (40, 56)).astype(np.float32))
    assert ab.shape == ((32, 48, 2) if model == "simple_cnn" else (4, 6, 2))
    assert np.isfinite(ab).all()
    assert starting_tensors(run / LAST).keys() == state["net"].keys()
    if model == "simple_cnn":
        with pytest.raises(DataError, match="no distribution over colours"):
            export(run / LAST, tmp_path / "net.safetensors")
        with pytest.raises(DataError, match="only evaluate and sheet"):
            open_weights(run / LAST)
    else:
        export(run / LAST, tmp_path / "net.safetensors")
        colorizer = NetworkColorizer.load("cpu", tmp_path / "net.safetensors")
        assert not colorizer.takes_hints
        assert colorizer.weights.config.color_space is space


def test_the_first_experiment_keeps_its_protocol() -> None:
    recipe = Recipe.load("simple_cnn")
    training, held_out = choose_photos(25_000, recipe.data, recipe.seed)
    assert (len(training), len(held_out), recipe.seed) == (270, 30, 42)
    assert len(set(training.tolist()) | set(held_out.tolist())) == 300
    order = np.concatenate([held_out, training])
    rows = np.sort(order)
    assert np.searchsorted(rows, order)[:5].tolist() == [203, 266, 152, 9, 233]  # seed 42 in scikit-learn
    assert rows[0] == 0
    assert rows[-1] == 24_999
    batches = TrainingBatches(None, training, recipe)  # type: ignore[arg-type]  # no photo is looked at
    assert batches.steps_per_epoch == 17
    assert recipe.optimizer.steps == 100 * 17
    assert recipe.optimizer.batch == 16
    net = SimpleCnn()
    layers = [layer for layer in (*net.encoder, *net.decoder) if not isinstance(layer, nn.ReLU)]
    assert [type(layer) for layer in layers] == [nn.Conv2d] * 2 + [nn.ConvTranspose2d] * 2
    assert all(layer.kernel_size == (3, 3) for layer in layers)
    biases = torch.cat([value for name, value in net.named_parameters() if name.endswith("bias")])
    assert 0.02 < biases.abs().max() <= 0.05
    assert net(torch.rand(2, 1, 32, 64)).shape == (2, 2, 32, 64)


def test_an_epoch_may_end_with_a_smaller_batch(data: KaggleArrays) -> None:
    recipe = _small("simple_cnn", ColorSpace.LAB)
    batches = TrainingBatches(data, np.arange(10), recipe)
    assert batches.steps_per_epoch == 3
    sizes = [len(batches[step].target) for step in range(6)]
    assert sizes == [4, 4, 2, 4, 4, 2]
    photos = torch.cat([batches[step].target for step in range(3)])
    assert len(torch.unique(photos.flatten(1), dim=0)) == 10


@pytest.mark.parametrize(("space", "scale"), [(ColorSpace.LAB, 128.0), (ColorSpace.LUV, 192.0)])
def test_the_squared_error_is_on_the_stated_scale(space: ColorSpace, scale: float) -> None:
    output = ScaledOutput(space)
    target = torch.full((1, 2, 8, 8), 32.0)
    loss, figure = SquaredError(output)(torch.zeros(1, 2, 8, 8), target)
    assert float(loss) == float(figure) == pytest.approx((32 / scale) ** 2)
    assert output.error(torch.zeros(2, 8, 8), target[0].permute(1, 2, 0).numpy()) == pytest.approx(
        float(loss)
    )
    torch.testing.assert_close(output.decode(target / scale, 0.1), target)


def test_a_sure_output_decodes_to_its_bin() -> None:
    output = BinOutput(AbBins.derive())
    logits = torch.zeros(1, 313, 1, 1)
    logits[0, 100] = 50.0
    torch.testing.assert_close(
        output.decode(logits, 0.38)[0, :, 0, 0], torch.tensor(output.bins.centers[100]), atol=1e-3, rtol=0
    )


def test_a_luv_answer_is_judged_in_ab() -> None:
    net = SimpleCnn()
    with torch.no_grad():
        for value in net.parameters():
            value.zero_()
        net.decoder[2].bias.copy_(torch.tensor([60.0, 20.0]) / 192)  # type: ignore[operator]
    ab = simple_method(net, ColorSpace.LUV, 32)(np.full((32, 32), 50, np.float32))
    luv = np.array([[[50, 60, 20]]], np.float32)
    expected = rgb_to_lab(lab_to_rgb(luv, ColorSpace.LUV))[0, 0, 1:]
    np.testing.assert_allclose(ab[16, 16], expected, atol=0.05)


def test_the_curve_beside_the_paper_is_relative_to_a_common_epoch() -> None:
    lines = beside_the_paper([4.0, 3.0, 2.5, 2.2, 2.0])
    assert [line.split()[0] for line in lines[3:]] == ["1", "2", "5"]
    assert lines[3].split()[1:] == ["4.000000", "2.0000", "0.3860", f"{0.3860 / 0.3323:.4f}"]
    assert lines[5].split()[2] == lines[5].split()[4] == "1.0000"
    assert len(beside_the_paper([1.0] * 100)) == 3 + len(PAPER_CURVE)


@pytest.mark.parametrize(
    "values",
    [
        {"model": "resnet"},
        {"model": "simple_cnn"},
        {"model": "classification_cnn", "train_from": "all", "data": {"hinted": 0.5}},
        {"model": "classification_cnn", "train_from": "all", "network": {"output_stride": 4}},
        {"model": "fusion", "network": {"architecture": "classification-cnn-v1"}},
        {"data": {"validation_split": "sorted"}},
        {"optimizer": {"schedule": "steps"}},
        {"optimizer": {"beta2": 1.0}},
        {"optimizer": {"clip_norm": 0.0}},
    ],
    ids=str,
)
def test_what_a_model_cannot_do_is_a_sentence(values: dict[str, Any]) -> None:
    with pytest.raises(RecipeError, match=r"recipe.*\.$"):
        Recipe.from_dict(values)
    assert Recipe.from_dict({"optimizer": {"clip_norm": float("inf")}}).model is Model.FUSION
