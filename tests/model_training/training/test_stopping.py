"""A training that gets a signal keeps what it has learnt."""

import os
import signal
from pathlib import Path

import pytest
import torch
from lightning_fabric import Fabric

from model_training.common.stopping import TrainingStopped
from model_training.recipe.recipe import Recipe
from model_training.runs.checkpoint import LAST, load_checkpoint
from model_training.training.learner import Learner
from model_training.training.trainer import train
from tests.support.processes.forked import start_module

pytestmark = pytest.mark.usefixtures("signal_handlers")
_RECIPE = """
model = "simple_cnn"
train_from = "all"
validate_every = 100000
[data]
side = 32
validation_photos = 2
loader_workers = 0
[optimizer]
steps = 100000
batch = 4
warmup_steps = 2
"""


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    (tmp_path / "long.toml").write_text(_RECIPE)
    return Recipe.load(str(tmp_path / "long.toml"))


@pytest.mark.skipif(os.name == "nt", reason="Windows ends programs without asking them")
def test_a_process_that_is_to_end_keeps_its_last_step(recipe: Recipe, folder: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    words = ["train", "--recipe", "long.toml", "--data", str(folder), "--out", str(run), "--device", "cpu"]
    process = start_module("model_training", *words, place=tmp_path, variables={})
    log = tmp_path / "log.txt"
    while not log.exists() or "parameters learn" not in log.read_text():
        process.join(0.05)
        assert process.exitcode is None, log.read_text()
    process.terminate()
    process.join()
    assert process.exitcode == 130
    said = log.read_text()
    state = load_checkpoint(run / LAST)
    step = state["step"]
    assert 1 <= step < recipe.optimizer.steps
    end = f"Interrupted after {step:,} of 100,000 steps, which {run / LAST} keeps; go on with --resume."
    assert said.splitlines()[-1] == end

    outcome = train(recipe, folder, run, resume=True, max_steps=2, device="cpu")
    assert outcome.step == step + 2
    train(recipe, folder, tmp_path / "straight", max_steps=step + 2, device="cpu")
    one, other = (load_checkpoint(each / LAST)["net"] for each in (run, tmp_path / "straight"))
    for name, value in one.items():
        assert torch.equal(value, other[name]), name


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_step_that_runs_is_the_last_one(
    number: signal.Signals, recipe: Recipe, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn = Learner.learn

    def learn_and_be_told(self: Learner, *arguments: object) -> object:
        if arguments[1] == 1:
            signal.raise_signal(number)
        return learn(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Learner, "learn", learn_and_be_told)
    run = tmp_path / "run"
    with pytest.raises(TrainingStopped, match="Interrupted after 2 of 100,000 steps") as caught:
        train(recipe, folder, run, device="cpu")
    assert caught.value.status == 130
    assert load_checkpoint(run / LAST)["step"] == 2
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_it_is_enough_that_another_process_was_asked(
    recipe: Recipe, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[list[float]] = []

    def mean(_fabric: Fabric, own: torch.Tensor, *, reduce_op: str) -> torch.Tensor:
        assert reduce_op == "mean"
        said.append(own.tolist())
        return own + torch.tensor([0.0, 0.0, 0.5 if len(said) == 3 else 0.0])

    monkeypatch.setattr(Fabric, "all_reduce", mean)
    with pytest.raises(TrainingStopped, match="Interrupted after 3 of"):
        train(recipe, folder, tmp_path / "run", device="cpu")
    assert [asked for _, _, asked in said] == [0.0, 0.0, 0.0]
