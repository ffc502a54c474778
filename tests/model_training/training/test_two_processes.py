"""Several processes learn what one learns, however they are started."""

from pathlib import Path

import pytest
import torch

from model_training.recipe.recipe import Recipe
from model_training.report.curves import EPOCH_LOSS, RunEvents
from model_training.training.trainer import train
from tests.support.processes.forked import run_module
from tests.support.training.runs import state_of


@pytest.fixture(scope="module")
def alone(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one process learns, with a frozen encoder, its features, and layers that learn nothing."""
    place = tmp_path_factory.mktemp("alone")
    (place / "recipe.toml").write_text(
        'train_from = "decoder"\n[network]\nwidths = [32, 32, 16, 16]\n'
        "[data]\nvalidation_photos = 2\nloader_workers = 0\n[optimizer]\nbatch = 4\nsteps = 5\n"
    )
    recipe = Recipe.load(str(place / "recipe.toml"))
    train(recipe, folder, place / "run", device="cpu", feature_folder=place / "features")
    return place


@pytest.mark.parametrize("launcher", ["devices", "torchrun"])
def test_two_processes_learn_what_one_learns(
    launcher: str, alone: Path, folder: Path, tmp_path: Path
) -> None:
    """Over one epoch."""
    run = tmp_path / "run"
    options = ["--recipe", str(alone / "recipe.toml"), "--data", str(folder), "--out", str(run)]
    options += ["--features", str(alone / "features"), "--device", "cpu"]
    torchrun = ["torch.distributed.run", "--standalone", "--nproc-per-node", "2", "-m"]
    if launcher == "torchrun":
        done = run_module(*torchrun, "model_training", "train", *options, place=tmp_path)
    else:
        done = run_module("model_training", "train", *options, "--devices", "2", place=tmp_path)
    assert done.returncode == 0, done.stderr
    one, two = state_of(alone / "run")["net"], state_of(run)["net"]
    for name, value in one.items():
        torch.testing.assert_close(two[name], value, atol=2e-5, rtol=0)
    ((step, expected),), ((_, loss),) = (
        RunEvents(each).scalars()[EPOCH_LOSS] for each in (alone / "run", run)
    )
    assert step == 5
    assert loss == pytest.approx(expected, rel=1e-5)
