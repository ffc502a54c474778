"""Both decoders of a pair learn together from shards, at the sizes at which the program shows a photo."""

import dataclasses
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest
import torch
from torch import Tensor

from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.network_config import PAIR, TOKENS, NetworkConfig
from colorizer_gui.core.model.weights import load_weights
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import TrainFrom
from model_training.report.export import export
from model_training.runs.checkpoint import LAST, load_checkpoint
from model_training.training.trainer import train

pytestmark = pytest.mark.usefixtures("shallow")


@pytest.fixture(scope="module")
def shard(photos: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All photos, half of them of another source."""
    path = tmp_path_factory.mktemp("shards") / "0.tar"
    with tarfile.open(path, "w") as archive:
        for number, photo in enumerate(sorted(photos.iterdir())):
            archive.add(photo, f"train/{'harbour' if number % 2 else 'market'}/{photo.name}")
    return path


def _recipe() -> Recipe:
    of_tokens = NetworkConfig(widths=(32, 16), output_stride=7, architecture=TOKENS)
    pair = NetworkConfig(
        widths=(16, 16, 8, 8), attention_heads=2, output_stride=4, architecture=PAIR, tokens=of_tokens
    )
    recipe = Recipe.load("pair-joint")
    knobs = dataclasses.replace(recipe.optimizer, steps=4, batch=2, warmup_steps=0)
    data = dataclasses.replace(recipe.data, loader_workers=0, validation_photos=2)
    return dataclasses.replace(recipe, network=pair, optimizer=knobs, data=data, validate_every=4)


def _changed(start: Mapping[str, Tensor], learnt: Mapping[str, Tensor]) -> set[str]:
    return {
        ".".join(name.split(".")[:2]) for name, value in learnt.items() if not torch.equal(value, start[name])
    }


def test_both_decoders_learn_and_the_encoders_stay(shard: Path, tmp_path: Path) -> None:
    recipe = _recipe()
    torch.manual_seed(0)
    start = {name: value.clone() for name, value in build_network(recipe.network).state_dict().items()}
    train(recipe, [shard], tmp_path / "straight", start_from=start, device="cpu")
    learnt = load_checkpoint(tmp_path / "straight" / LAST)["net"]
    assert _changed(start, learnt) == {"decoder.convolutions", "decoder.tokens"}
    weights = tmp_path / "pair.safetensors"
    export(tmp_path / "straight" / LAST, weights)
    loaded = load_weights(weights)
    assert loaded.config.architecture == PAIR
    assert loaded.class_weights is not None
    assert not torch.equal(loaded.tensors["decoder.tokens.head.1.bias"], start["decoder.tokens.head.1.bias"])


def test_both_encoders_learn_and_the_decoders_stay(shard: Path, tmp_path: Path) -> None:
    recipe = dataclasses.replace(_recipe(), train_from=TrainFrom.ALL, decoder_learns=False)
    torch.manual_seed(0)
    start = {name: value.clone() for name, value in build_network(recipe.network).state_dict().items()}
    train(recipe, [shard], tmp_path / "straight", start_from=start, device="cpu")
    learnt = load_checkpoint(tmp_path / "straight" / LAST)["net"]
    assert _changed(start, learnt) == {"encoder.convolutions", "encoder.tokens"}


def test_a_stopped_run_goes_on_as_if_it_had_not_been(shard: Path, tmp_path: Path) -> None:
    recipe = _recipe()
    torch.manual_seed(0)
    start = dict(build_network(recipe.network).state_dict())
    train(recipe, [shard], tmp_path / "one", start_from=start, device="cpu")
    train(recipe, [shard], tmp_path / "two", start_from=start, device="cpu", max_steps=2)
    train(recipe, [shard], tmp_path / "two", resume=True, device="cpu")
    one, two = (load_checkpoint(tmp_path / name / LAST)["net"] for name in ("one", "two"))
    assert all(torch.equal(one[name], two[name]) for name in one)
