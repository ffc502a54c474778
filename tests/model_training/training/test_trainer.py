"""Tiny trainings: a run tells all, learns what it should, is told to finish, and is exported."""

import dataclasses
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch

from colorizer_gui.core.inference import precision
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.model.weights import load_weights
from model_training.data.kaggle import KaggleArrays
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import Schedule
from model_training.report.export import export
from model_training.runs.checkpoint import BEST, LAST
from model_training.runs.run_folder import recipe_of
from model_training.runs.start import open_weights, starting_tensors
from model_training.training import material
from model_training.training.optimization import learning_rate_factor
from model_training.training.trainer import train
from tests.support.training.runs import assert_same, state_of

pytestmark = pytest.mark.usefixtures("shallow")


def test_a_run_is_a_folder_that_tells_all(straight: Path, tiny: Recipe, folder: Path) -> None:
    names = {path.name for path in straight.iterdir()}
    assert {"recipe.json", "environment.json", "prior.npy", LAST, BEST} <= names
    assert sum(name.startswith("events.") for name in names) == 1
    assert Recipe.from_dict(json.loads((straight / "recipe.json").read_text())) == tiny
    environment = json.loads((straight / "environment.json").read_text())
    assert environment["photos"] == 24
    (source,) = json.loads((folder / "categories.json").read_text())["names"]
    assert (environment["learnt_from"], environment["kept_apart"]) == ({source: 22}, {source: 2})
    assert 0 < environment["parameters_that_learn"] < environment["parameters"]
    state = state_of(straight)
    assert state["step"] == 4
    assert np.isfinite(state["best"])
    assert state_of(straight, BEST)["step"] in (3, 4)


def test_loader_processes_change_nothing(straight: Path, tiny: Recipe, folder: Path, tmp_path: Path) -> None:
    recipe = dataclasses.replace(tiny, data=dataclasses.replace(tiny.data, loader_workers=2))
    train(recipe, folder, tmp_path / "run", device="cpu")
    assert_same(state_of(tmp_path / "run")["net"], state_of(straight)["net"])


def test_frozen_parts_stay_and_others_learn(straight: Path) -> None:
    from model_training.models.imagenet import load_imagenet_encoder

    state = state_of(straight)
    start = load_imagenet_encoder().state_dict()
    for name, value in start.items():
        frozen = name.startswith(("stem.", "stages.0.", "stages.1.", "stages.2."))
        for tensors in (state["net"], state["average"]["average"]):
            assert torch.equal(tensors[f"encoder.{name}"], value) is frozen, name


@pytest.mark.parametrize("schedule", ["constant", "cosine"])
def test_a_run_is_told_to_finish_and_stays_exact(
    schedule: str, tiny: Recipe, folder: Path, tmp_path: Path
) -> None:
    knobs = dataclasses.replace(tiny.optimizer, schedule=Schedule(schedule), steps=90)
    recipe = dataclasses.replace(tiny, optimizer=knobs)
    one, two = tmp_path / "one", tmp_path / "two"
    train(recipe, folder, one, max_steps=3, device="cpu")
    shutil.copytree(one, two)
    train(recipe, folder, one, resume=True, finish_in=3, device="cpu")
    train(recipe, folder, two, resume=True, finish_in=3, max_steps=1, device="cpu")
    finished = recipe_of(two)
    assert (finished.optimizer.steps, finished.optimizer.decay_steps) == (6, 3)
    assert finished.optimizer.learning_rate == knobs.learning_rate * learning_rate_factor(3, recipe)
    assert Recipe.from_dict(json.loads((two / "recipe-until-3.json").read_text())) == recipe
    with pytest.raises(DataError, match="leave --recipe out"):
        train(recipe, folder, two, resume=True, device="cpu")
    train(finished, folder, two, resume=True, device="cpu")
    assert state_of(one)["step"] == 6
    assert_same(state_of(two), state_of(one))
    lasts = [group["lr"] for group in state_of(one)["optimizer"]["param_groups"]]
    peaks = [finished.optimizer.learning_rate] * 2 + [finished.optimizer.encoder_learning_rate] * 2
    np.testing.assert_allclose(lasts, np.array(peaks) * (1 - np.sqrt(2 / 3)), rtol=1e-6)
    (one / LAST).unlink()
    with pytest.raises(DataError, match="no checkpoint"):
        train(finished, folder, one, resume=True, finish_in=3, device="cpu")


def test_runs_are_not_mixed_up(
    straight: Path, tiny: Recipe, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DataError, match="holds a run already"):
        train(tiny, folder, straight, device="cpu")
    with pytest.raises(DataError, match="another recipe"):
        train(dataclasses.replace(tiny, seed=1), folder, straight, resume=True, device="cpu")
    with pytest.raises(DataError, match="no run in"):
        train(tiny, folder, tmp_path / "none", resume=True, device="cpu")
    with pytest.raises(DataError, match="cannot be shared by 3 devices"):
        train(tiny, folder, tmp_path / "none", devices=3, device="cpu")
    monkeypatch.setattr(KaggleArrays, "fingerprint", lambda _: "other photos")
    with pytest.raises(DataError, match="other photos"):
        train(tiny, folder, straight, resume=True, device="cpu")
    assert not (tmp_path / "none").exists()


def test_a_loss_that_is_not_finite_stops_the_run(
    tiny: Recipe, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prior = np.full(313, np.nan, np.float32)
    monkeypatch.setattr(material, "empirical_prior", lambda *_: prior)
    with pytest.raises(DataError, match="loss became nan at step 0"):
        train(tiny, folder, tmp_path / "run", device="cpu")
    assert not (tmp_path / "run" / LAST).exists()


def test_a_new_run_does_not_believe_an_old_prior(tiny: Recipe, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "prior.npy").write_bytes(b"of an attempt that was killed")
    train(tiny, folder, tmp_path, max_steps=1, device="cpu")
    assert float(np.load(tmp_path / "prior.npy").sum()) == pytest.approx(1.0, rel=1e-5)


def test_export_opens_and_predicts_the_same(
    straight: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "fast_numbers", lambda: precision.SINGLE)  # rounding is no export's
    provenance = export(straight / LAST, tmp_path / "out" / "net.safetensors")
    assert provenance["steps"] == 4
    assert provenance["images"] == 16
    assert provenance["data"]["photos"] == 24
    loaded = load_weights(tmp_path / "out" / "net.safetensors")
    assert loaded.provenance == json.loads(json.dumps(provenance))
    opened = open_weights(straight / LAST)
    assert opened.class_weights is not None
    assert loaded.class_weights == pytest.approx(opened.class_weights, rel=1e-3)
    photo = np.random.default_rng(0).uniform(0, 100, (40, 64)).astype(np.float32)
    cpu = torch.device("cpu")
    rounded = {name: value.half().float() for name, value in opened.tensors.items()}
    assert_same(dict(loaded.tensors), rounded)  # 16 bits in the file, and nothing else
    same = dataclasses.replace(opened, tensors=rounded, class_weights=loaded.class_weights)
    kept, equal, exact = (
        NetworkColorizer(weights, cpu, short_side=32).predict_ab(photo).ab
        for weights in (loaded, same, opened)
    )
    np.testing.assert_allclose(kept, equal, atol=1e-3)
    np.testing.assert_allclose(kept, exact, atol=0.2)
    average = state_of(straight)["average"]["average"]
    assert_same(dict(starting_tensors(straight / LAST)), average)


def test_a_training_begins_where_another_ended(
    straight: Path, tiny: Recipe, folder: Path, tmp_path: Path
) -> None:
    start = starting_tensors(straight / LAST)
    frozen = dataclasses.replace(
        tiny, optimizer=dataclasses.replace(tiny.optimizer, learning_rate=1e-12, encoder_learning_rate=1e-12)
    )
    train(frozen, folder, tmp_path / "run", start_from=start, max_steps=1, device="cpu")
    for name, value in state_of(tmp_path / "run")["net"].items():
        torch.testing.assert_close(value, start[name], atol=1e-6, rtol=1e-6)
