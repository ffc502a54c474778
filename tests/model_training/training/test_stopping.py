"""A training that gets a signal keeps what it has learnt."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from lightning_fabric import Fabric

from model_training.common.stopping import StopRequest, TrainingStopped
from model_training.recipe.recipe import Recipe
from model_training.runs.checkpoint import LAST, load_checkpoint
from model_training.training.learner import Learner
from model_training.training.trainer import train
from tests.support.processes.forked import start_module

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
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    (tmp_path / "long.toml").write_text(_RECIPE)
    return Recipe.load(str(tmp_path / "long.toml"))


@pytest.fixture(autouse=True)
def _handlers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Those of a program in a terminal, whatever started the tests."""
    monkeypatch.delenv("TORCHELASTIC_RUN_ID", raising=False)
    monkeypatch.delenv("LOCAL_RANK", raising=False)
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


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


@pytest.mark.parametrize("number", _SIGNALS)
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


def test_the_second_interrupt_ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with StopRequest() as stop:
        asked = [stop.asked]
        signal.raise_signal(signal.SIGINT)
        asked.append(stop.asked)
        assert asked == [False, True]
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    monkeypatch.setenv("TORCHELASTIC_RUN_ID", "one")  # its agent hands on what has reached processes, too
    with StopRequest() as stop:
        for _ in range(2):
            signal.raise_signal(signal.SIGINT)
        assert stop.asked
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_what_is_ignored_stays_ignored() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with StopRequest() as stop:
        asked = []
        for number in _SIGNALS:
            signal.raise_signal(number)
            asked.append(stop.asked)
        assert asked == [False, True]
    assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN


def test_a_thread_listens_to_no_signal() -> None:
    handlers = []

    def listen() -> None:
        with StopRequest():
            handlers.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=listen)
    thread.start()
    thread.join()
    assert handlers == [signal.SIG_DFL]


@pytest.mark.parametrize(
    ("variables", "status"),
    [
        ({}, 130),
        ({"LOCAL_RANK": "0"}, 130),
        ({"LOCAL_RANK": "1"}, 0),  # the first process would be killed by what watches the others
        ({"LOCAL_RANK": "1", "TORCHELASTIC_RUN_ID": "one"}, 130),
    ],
)
def test_the_exit_status_is_said_by_the_first_process(
    variables: dict[str, str], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert TrainingStopped().status == status
