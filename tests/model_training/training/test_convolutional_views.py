"""Convolutional networks learn from shards by the same views as those with tokens."""

import dataclasses
import json
import tarfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from model_training.batches.views.batches import ViewBatches
from model_training.batches.views.plan import ViewPlan
from model_training.commands.cli import main
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.runs.checkpoint import LAST, load_checkpoint
from model_training.shards.photo_shards import PhotoShards
from model_training.training.trainer import train
from tests.support.processes.forked import run_script

pytestmark = pytest.mark.usefixtures("shallow")

_RECIPE: dict[str, Any] = {
    "name": "small",
    "train_from": "stride16",
    "validate_every": 3,
    "network": {"widths": [32, 32, 16, 16], "output_stride": 4},
    "data": {
        "side": 64,
        "hinted": 0.5,
        "old_photo_augmentation": 0.5,
        "film_response": 0.5,
        "min_crop": 0.5,
        "validation_photos": 2,
        "loader_workers": 0,
        "category_weights": {"har*": 2.0},
    },
    "loss": {"pixels": 0.5},
    "optimizer": {"steps": 4, "batch": 4, "warmup_steps": 2},
}


@pytest.fixture(scope="module")
def shards(photos: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All photos in two shards, half of them of another source."""
    folder = tmp_path_factory.mktemp("shards")
    for shard in range(2):
        with tarfile.open(folder / f"{shard}.tar", "w") as archive:
            for number, photo in enumerate(sorted(photos.iterdir())[shard::2]):
                archive.add(photo, f"train/{'harbour' if number % 2 else 'market'}/{photo.name}")
    return [folder / "0.tar", folder / "1.tar"]


def _recipe(**sections: Any) -> Recipe:
    """The small recipe with other knobs; those of a section are added to its own."""
    changed = {
        name: _RECIPE.get(name, {}) | value if isinstance(value, dict) else value
        for name, value in sections.items()
    }
    return Recipe.from_dict(_RECIPE | changed)


def _net(run: Path) -> dict[str, torch.Tensor]:
    return dict(load_checkpoint(run / LAST)["net"])


def _same(one: Path, other: Path) -> None:
    expected = _net(other)
    for name, value in _net(one).items():
        assert torch.equal(value, expected[name]), name


@pytest.fixture(scope="module")
def straight(shards: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = tmp_path_factory.mktemp("runs") / "straight"
    train(_recipe(), shards, run, device="cpu")
    return run


def test_a_stopped_run_goes_on_as_if_it_had_not_been(
    straight: Path, shards: list[Path], tmp_path: Path
) -> None:
    train(_recipe(), shards, tmp_path / "run", device="cpu", max_steps=2)
    train(_recipe(), shards, tmp_path / "run", device="cpu", resume=True)
    _same(tmp_path / "run", straight)
    environment = json.loads((straight / "environment.json").read_text())
    assert (environment["photos"], sum(environment["kept_apart"].values())) == (22, 2)
    assert set(environment["learnt_from"]) == {"harbour", "market"}


@pytest.mark.usefixtures("_imported")
def test_loader_processes_change_nothing(straight: Path, shards: list[Path], tmp_path: Path) -> None:
    train(_recipe(data={"loader_workers": 1}), shards, tmp_path / "run", device="cpu")
    _same(tmp_path / "run", straight)


def test_two_processes_learn_what_one_learns(straight: Path, shards: list[Path], tmp_path: Path) -> None:
    recipe = json.loads((straight / "recipe.json").read_text())
    assert Recipe.from_dict(recipe) == _recipe()
    text = 'name = "small"\ntrain_from = "stride16"\nvalidate_every = 3\n'
    for section in ("network", "data", "loss", "optimizer"):
        text += f"[{section}]\n"
        text += "".join(
            f"{key} = {json.dumps(value)}\n"
            for key, value in _RECIPE[section].items()
            if not isinstance(value, dict)
        )
    (tmp_path / "two.toml").write_text(text + '[data.category_weights]\n"har*" = 2.0\n')
    words = ["train", "--recipe", "two.toml", "--device", "cpu", "--shards", *map(str, shards)]
    script = Path(__file__).parents[2] / "support" / "training" / "shallow_training.py"
    done = run_script(script, *words, "--out", "two", "--devices", "2", place=tmp_path, ranks=2)
    assert done.returncode == 0, done.stderr
    two = _net(tmp_path / "two")
    for name, value in _net(straight).items():
        torch.testing.assert_close(two[name], value, atol=2e-5, rtol=0)


@pytest.mark.parametrize(
    "sections",
    [
        {"network": {"output_stride": 8}},
        {"network": {"color_space": "luv", "bins": 518}},
        {"train_from": "decoder", "data": {"min_crop": 1.0, "hinted": 0.0, "old_photo_augmentation": 0.0}},
        {
            "model": "classification_cnn",
            "train_from": "all",
            "network": {"output_stride": 8, "widths": [16, 16, 16, 16]},
            "data": {"hinted": 0.0},
        },
        {
            "model": "simple_cnn",
            "train_from": "all",
            "data": {"hinted": 0.0, "mirror": False, "validation_split": "shuffled"},
        },
    ],
    ids=["coarse with hints", "luv", "frozen", "classification", "simple"],
)
def test_every_convolutional_network_learns_from_shards(
    sections: dict[str, Any], shards: list[Path], tmp_path: Path
) -> None:
    recipe = _recipe(**sections, optimizer={"steps": 1})
    train(recipe, shards, tmp_path / "run", device="cpu", judge=[shards[1]])
    assert load_checkpoint(tmp_path / "run" / LAST)["step"] == 1
    rows = (tmp_path / "run" / "figures.csv").read_text()
    assert "validation/" in rows, "it was judged"


def _plan(recipe: Recipe, shards: list[Path]) -> ViewPlan:
    library = PhotoShards.open(shards)
    return ViewPlan(library, np.arange(len(library)), recipe, np.ones(len(library)))


def test_views_keep_the_shapes_of_photos_and_each_batch_has_one(shards: list[Path]) -> None:
    recipe = _recipe(data={"side": 192}, network={"output_stride": 8}, loss={"pixels": 1.0})
    batches = ViewBatches(_plan(recipe, shards))
    shapes = set()
    for step in range(8):
        batch = batches[step]
        assert batch.gray is not None
        assert batch.hints is not None
        height, width = batch.gray.shape[2:]
        shapes.add((height, width))
        assert batch.target.shape == (4, 2, height // 8, width // 8)
        assert batch.hints.shape == (4, 3, height // 4, width // 4)
    assert len(shapes) > 2
    assert all(side % 32 == 0 for shape in shapes for side in shape)
    assert all(0.85 * 192**2 < height * width <= 192**2 for height, width in shapes)


def test_targets_at_a_coarser_stride_are_the_means_of_what_hints_are_taken_from(shards: list[Path]) -> None:
    one = _recipe(network={"output_stride": 8}, loss={"pixels": 1.0}, data={"hinted": 1e-9})
    other = dataclasses.replace(one, data=dataclasses.replace(one.data, hinted=0.0))
    fine, coarse = (ViewBatches(_plan(recipe, shards))[0].target for recipe in (one, other))
    assert fine.shape == coarse.shape
    torch.testing.assert_close(fine, coarse, atol=0.5, rtol=0)


def test_photos_of_a_recipe_that_begins_with_small_ones_grow(shards: list[Path]) -> None:
    recipe = _recipe(data={"side": 128, "first_side": 64}, views={"whole": 0.0, "square": 1.0})
    batches = ViewBatches(_plan(recipe, shards))
    grays = [batches[step].gray for step in range(4)]
    assert [None if gray is None else gray.shape[2:] for gray in grays] == [
        (64, 64),
        (96, 96),
        (128, 128),
        (128, 128),
    ]


def test_a_round_of_large_batches_repeats_no_photo_for_want_of_others(shards: list[Path]) -> None:
    recipe = _recipe(optimizer={"batch": 64}, views={"chunk": 64})
    plan = _plan(recipe, shards)
    numbers = [int(view) for step in range(plan.steps_per_round) for view in plan.batch(step).views]
    assert plan.steps_per_round == 32
    assert len(set(numbers)) > 0.9 * len(numbers)


@pytest.mark.usefixtures("_imported")
def test_a_recipe_with_a_smaller_last_batch_learns_from_shards_without_it(
    shards: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    command = ["train", "--recipe", "simple_cnn", "--device", "cpu", "--out", str(run)]
    command += ["--shards", *map(str, shards), "--set", "optimizer.steps=2"]
    assert main([*command, "--max-steps", "1"]) == 0
    assert "data.keep_last_batch is taken as false" in "".join(capsys.readouterr())
    assert json.loads((run / "recipe.json").read_text())["data"]["keep_last_batch"] is False
    assert main([*command, "--resume"]) == 0


def test_what_arrays_cannot_give_is_a_sentence(shards: list[Path], folder: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="--judge goes with --shards"):
        train(_recipe(), folder, tmp_path / "arrays", device="cpu", judge=[shards[0]])
