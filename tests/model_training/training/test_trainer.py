"""Tiny trainings: resumed exactly, frozen where they should be, shared among processes."""

import dataclasses
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.inference import precision
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.model.weights import load_weights
from model_training.data.kaggle import KaggleArrays
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import Schedule
from model_training.report.curves import EPOCH_LOSS, RunEvents
from model_training.report.export import export
from model_training.runs.checkpoint import BEST, LAST, load_checkpoint, save_checkpoint
from model_training.runs.run_folder import recipe_of
from model_training.runs.start import open_weights, starting_tensors
from model_training.training import material
from model_training.training.optimization import learning_rate_factor
from model_training.training.trainer import train

_KILLED = """
import os, signal, sys, torch
from pathlib import Path
from model_training.training import trainer
from model_training.training.optimization import learning_rate_factor
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import Schedule
from model_training.runs.run_folder import recipe_of
import json
torch.set_num_threads(1)
recipe, folder, runs = Recipe.from_dict(json.loads(sys.argv[1])), Path(sys.argv[2]), Path(sys.argv[3])
save, write = trainer.save_checkpoint, torch.save
def die():
    os.kill(os.getpid(), signal.SIGKILL)
def write_half(state, file):
    write(state, file)
    file.truncate(file.tell() // 2)
    file.flush()
    die()
def save_and_die(path, state):
    last = path.name == "last.ckpt"
    if last and state["step"] == 3:
        if moment == "before":
            die()
        torch.save = write_half
    save(path, state)
    if last and state["step"] == 2 and moment == "after":
        die()
trainer.save_checkpoint = save_and_die
# Importing takes longer than learning, so it is done once, before any thread was started.
for moment in sys.argv[4:]:
    if not os.fork():
        trainer.train(recipe, folder, runs / moment, device="cpu")
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.wait()[1]))
"""
_MOMENTS = ("after", "before", "while")


@pytest.fixture(scope="module")
def straight(tiny: Recipe, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run to its end in one go."""
    run = tmp_path_factory.mktemp("runs") / "straight"
    train(tiny, folder, run, device="cpu")
    return run


def _state(run: Path, name: str = LAST) -> dict[str, Any]:
    return load_checkpoint(run / name)


def _same(one: Any, other: Any) -> None:
    """Bit for bit, whatever is inside."""
    assert type(one) is type(other)
    if isinstance(one, Tensor):
        assert torch.equal(one, other)
    elif isinstance(one, dict):
        assert one.keys() == other.keys()
        for key in one:
            _same(one[key], other[key])
    elif isinstance(one, list):
        for a, b in zip(one, other, strict=True):
            _same(a, b)
    else:
        assert one == other


def test_a_run_is_a_folder_that_tells_all(straight: Path, tiny: Recipe, folder: Path) -> None:
    names = {path.name for path in straight.iterdir()}
    assert {"recipe.json", "environment.json", "prior.npy", LAST, BEST} <= names
    assert sum(name.startswith("events.") for name in names) == 1
    assert Recipe.from_dict(json.loads((straight / "recipe.json").read_text())) == tiny
    environment = json.loads((straight / "environment.json").read_text())
    assert environment["photos"] == 24
    (source,) = json.loads((folder / "categories.json").read_text())["names"]
    assert (environment["learnt_from"], environment["kept_apart"]) == ({source: 22}, {source: 2})
    state = _state(straight)
    assert state["step"] == 4
    assert np.isfinite(state["best"])
    assert _state(straight, BEST)["step"] in (3, 4)


def test_interrupted_and_resumed_equals_one_go(
    straight: Path, tiny: Recipe, folder: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    train(tiny, folder, run, max_steps=1, device="cpu")
    assert _state(run)["step"] == 1
    train(tiny, folder, run, resume=True, max_steps=1, device="cpu")
    train(tiny, folder, run, resume=True, device="cpu")
    _same(_state(run), _state(straight))


def test_a_side_that_grows_is_resumed_exactly(tiny: Recipe, folder: Path, tmp_path: Path) -> None:
    recipe = dataclasses.replace(tiny, data=dataclasses.replace(tiny.data, side=64, first_side=32))
    train(recipe, folder, tmp_path / "straight", device="cpu")
    train(recipe, folder, tmp_path / "run", max_steps=3, device="cpu")
    train(recipe, folder, tmp_path / "run", resume=True, device="cpu")
    _same(_state(tmp_path / "run"), _state(tmp_path / "straight"))


@pytest.fixture(scope="module")
def killed(tiny: Recipe, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Runs that were killed after a checkpoint, a step later without one, and in the midst of writing one."""
    runs = tmp_path_factory.mktemp("killed")
    often = dataclasses.replace(tiny, checkpoint_minutes=0.0)
    arguments = [json.dumps(often.to_dict()), str(folder), str(runs), *_MOMENTS]
    command = [sys.executable, "-c", _KILLED, *arguments]
    done = subprocess.run(command, env=_environment(), check=True, capture_output=True, text=True)
    assert done.stdout.split() == [str(-signal.SIGKILL)] * len(_MOMENTS)
    return runs


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows knows no SIGKILL")
@pytest.mark.parametrize("moment", _MOMENTS)
def test_a_killed_run_is_resumed_exactly(
    moment: str, straight: Path, killed: Path, tiny: Recipe, folder: Path
) -> None:
    often = dataclasses.replace(tiny, checkpoint_minutes=0.0)
    run = killed / moment
    assert _state(run)["step"] == 2
    train(often, folder, run, resume=True, device="cpu")
    _same(*({key: value for key, value in _state(r).items() if key != "recipe"} for r in (run, straight)))


def test_loader_processes_change_nothing(straight: Path, tiny: Recipe, folder: Path, tmp_path: Path) -> None:
    recipe = dataclasses.replace(tiny, data=dataclasses.replace(tiny.data, loader_workers=2))
    train(recipe, folder, tmp_path / "run", device="cpu")
    _same(_state(tmp_path / "run")["net"], _state(straight)["net"])


def test_frozen_parts_stay_and_others_learn(straight: Path) -> None:
    from model_training.models.imagenet import load_imagenet_encoder

    state = _state(straight)
    start = load_imagenet_encoder().state_dict()
    for name, value in start.items():
        frozen = name.startswith(("stem.", "stages.0.", "stages.1.", "stages.2."))
        for tensors in (state["net"], state["average"]["average"]):
            assert torch.equal(tensors[f"encoder.{name}"], value) is frozen, name


def test_a_finished_run_has_nothing_to_resume(straight: Path, tiny: Recipe, folder: Path) -> None:
    before = (straight / LAST).read_bytes()
    names = sorted(straight.iterdir())
    train(tiny, folder, straight, resume=True, device="cpu")
    assert (straight / LAST).read_bytes() == before
    assert sorted(straight.iterdir()) == names


def test_a_run_that_was_stopped_before_its_first_checkpoint_begins_again(
    straight: Path, tiny: Recipe, folder: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    train(tiny, folder, run, max_steps=1, device="cpu")
    (run / LAST).unlink()
    (run / "prior.npy").write_bytes(b"half of i")
    with pytest.raises(DataError, match="began with other weights"):
        train(tiny, folder, run, resume=True, device="cpu", start_from=starting_tensors(straight / LAST))
    train(tiny, folder, run, resume=True, device="cpu")
    _same(_state(run), _state(straight))


@pytest.mark.parametrize("schedule", ["constant", "cosine"])
def test_a_run_is_told_to_finish_and_stays_exact(
    schedule: str, tiny: Recipe, folder: Path, tmp_path: Path
) -> None:
    knobs = dataclasses.replace(tiny.optimizer, schedule=Schedule(schedule), steps=90)
    recipe = dataclasses.replace(tiny, optimizer=knobs)
    one, two = tmp_path / "one", tmp_path / "two"
    for run in (one, two):
        train(recipe, folder, run, max_steps=3, device="cpu")
    train(recipe, folder, one, resume=True, finish_in=3, device="cpu")
    train(recipe, folder, two, resume=True, finish_in=3, max_steps=1, device="cpu")
    finished = recipe_of(two)
    assert (finished.optimizer.steps, finished.optimizer.decay_steps) == (6, 3)
    assert finished.optimizer.learning_rate == knobs.learning_rate * learning_rate_factor(3, recipe)
    assert Recipe.from_dict(json.loads((two / "recipe-until-3.json").read_text())) == recipe
    with pytest.raises(DataError, match="leave --recipe out"):
        train(recipe, folder, two, resume=True, device="cpu")
    train(finished, folder, two, resume=True, device="cpu")
    assert _state(one)["step"] == 6
    _same(_state(two), _state(one))
    lasts = [group["lr"] for group in _state(one)["optimizer"]["param_groups"]]
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
        _command(*torchrun, "model_training", "train", *options)
    else:
        _command("model_training", "train", *options, "--devices", "2")
    one, two = _state(alone / "run")["net"], _state(run)["net"]
    for name, value in one.items():
        torch.testing.assert_close(two[name], value, atol=2e-5, rtol=0)
    ((step, expected),), ((_, loss),) = (
        RunEvents(each).scalars()[EPOCH_LOSS] for each in (alone / "run", run)
    )
    assert step == 5
    assert loss == pytest.approx(expected, rel=1e-5)


def test_export_opens_and_predicts_the_same(
    straight: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        precision, "multiplies_bfloat16", lambda: False
    )  # what bfloat16 rounds is no export's
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
    _same(dict(loaded.tensors), rounded)  # 16 bits in the file, and nothing else
    same = dataclasses.replace(opened, tensors=rounded, class_weights=loaded.class_weights)
    kept, equal, exact = (
        NetworkColorizer(weights, cpu, short_side=32).predict_ab(photo).ab
        for weights in (loaded, same, opened)
    )
    np.testing.assert_allclose(kept, equal, atol=1e-3)
    np.testing.assert_allclose(kept, exact, atol=0.2)
    average = _state(straight)["average"]["average"]
    _same(dict(starting_tensors(straight / LAST)), average)


def test_a_training_begins_where_another_ended(
    straight: Path, tiny: Recipe, folder: Path, tmp_path: Path
) -> None:
    start = starting_tensors(straight / LAST)
    frozen = dataclasses.replace(
        tiny, optimizer=dataclasses.replace(tiny.optimizer, learning_rate=1e-12, encoder_learning_rate=1e-12)
    )
    train(frozen, folder, tmp_path / "run", start_from=start, max_steps=1, device="cpu")
    for name, value in _state(tmp_path / "run")["net"].items():
        torch.testing.assert_close(value, start[name], atol=1e-6, rtol=1e-6)


def test_a_failed_write_leaves_the_old_checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = dict.fromkeys(("net", "average", "optimizer", "best", "recipe"), 0)
    save_checkpoint(tmp_path / LAST, state | {"step": 1})

    def disk_full(_state: object, file: Any) -> None:
        file.write(b"half of it")
        raise OSError("No space left on device")

    monkeypatch.setattr(torch, "save", disk_full)
    with pytest.raises(OSError, match="No space"):
        save_checkpoint(tmp_path / LAST, state | {"step": 2})
    assert load_checkpoint(tmp_path / LAST)["step"] == 1


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04", None])
def test_what_is_no_checkpoint_is_a_sentence(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.ckpt"
    if content is None:
        torch.save({"state_dict": {}}, path)
    else:
        path.write_bytes(content)
    with pytest.raises(DataError, match=r"x\.ckpt is"):
        load_checkpoint(path)


def test_a_checkpoint_is_not_unpickled(tmp_path: Path) -> None:
    torch.save({"net": _Bomb(tmp_path / "exploded")}, tmp_path / "x.ckpt")
    with pytest.raises(DataError, match="damaged"):
        open_weights(tmp_path / "x.ckpt")
    with pytest.raises(DataError, match="no checkpoint"):
        open_weights(tmp_path / "missing.ckpt")
    with pytest.raises(WeightsError, match="no weights file"):
        open_weights(tmp_path / "missing.safetensors")
    assert not (tmp_path / "exploded").exists()


class _Bomb:
    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.trace,)


def _environment() -> dict[str, str]:
    root = str(Path(__file__).parents[3])
    return os.environ | {"PYTHONPATH": root, "OMP_NUM_THREADS": "1"}


def _command(*arguments: str) -> None:
    command = [sys.executable, "-m", *arguments]
    done = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
