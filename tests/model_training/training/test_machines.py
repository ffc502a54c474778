"""Two agents of torchrun with folders of their own: one is killed, and the training goes on."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import torch

from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.runs.checkpoint import LAST, load_checkpoint
from model_training.training.trainer import train
from tests.support.processes.forked import start_module

_STEPS = 8
_RECIPE = f"""
model = "simple_cnn"
train_from = "all"
validate_every = {_STEPS}
checkpoint_minutes = 0.0
[data]
side = 32
mirror = false
validation_photos = 2
loader_workers = 0
[optimizer]
steps = {_STEPS}
batch = 4
warmup_steps = 2
"""
#: A deadline for what hangs, not for what is slow; the same for what torch waits for.
_PATIENCE = 300
_WORKER = Path(__file__).parents[2] / "support" / "training" / "agents_worker.py"


class Agent:
    """An agent of torchrun on a machine of its own, as far as folders go.

    Parameters
    ----------
    lost
        The machine is: at the third step.
    """

    def __init__(self, place: Path, port: int, *, host: bool = False, lost: bool = False) -> None:
        self.log = place / "log.txt"
        # Workers are forks of their agent: importing takes longer than all that they learn.
        command = ["--nnodes", "2", "--nproc-per-node", "1", "--start-method", "fork", "--run-path"]
        command += ["--rdzv-backend", "c10d", "--rdzv-id", "tintype", "--max-restarts", "3"]
        knobs = f"is_host={int(host)},read_timeout={_PATIENCE}"
        command += ["--rdzv-endpoint", f"127.0.0.1:{port}", "--rdzv-conf", knobs]
        command += ["--local-addr", "127.0.0.1", str(_WORKER), "train"]
        command += ["--recipe", "two.toml", "--data", "data", "--out", "run", "--device", "cpu"]
        variables = {"TORCH_DISABLE_SHARE_RDZV_TCP_STORE": "1"} | ({"TINTYPE_TEST_LOST": "1"} if lost else {})
        self.process = start_module("torch.distributed.run", *command, place=place, variables=variables)

    def ended(self) -> int:
        """Wait for it; its exit code."""
        self.process.join(_PATIENCE)
        code = self.process.exitcode
        return pytest.fail(f"hangs: {self.text()[-3000:]}") if code is None else code

    def text(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def _agents(*agents: Agent) -> Iterator[None]:
    try:
        yield
    finally:
        for agent in agents:
            if agent.process.exitcode is None:
                assert agent.process.pid is not None
                os.killpg(agent.process.pid, signal.SIGKILL)
                agent.process.join()


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    (tmp_path / "two.toml").write_text(_RECIPE)
    return Recipe.load(str(tmp_path / "two.toml"))


@pytest.fixture
def places(recipe: Recipe, folder: Path, tmp_path: Path) -> list[Path]:
    """Two machines with the same recipe and copies of the same photos."""
    found = [tmp_path / "first", tmp_path / "second"]
    for place in found:
        place.mkdir()
        shutil.copy(tmp_path / "two.toml", place)
        shutil.copytree(folder, place / "data")
    return found


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows knows no SIGKILL")
def test_one_of_two_machines_is_killed_and_the_training_goes_on(
    places: list[Path], recipe: Recipe, folder: Path, tmp_path: Path
) -> None:
    train(recipe, folder, tmp_path / "alone", device="cpu")
    port = _free_port()
    first, second = Agent(places[0], port, host=True), Agent(places[1], port, lost=True)
    with _agents(first, second):
        assert second.ended() == -signal.SIGKILL, second.text()
        assert load_checkpoint(places[1] / "run" / LAST)["step"] == 3
        third = Agent(places[1], port)
        with _agents(third):
            assert [first.ended(), third.ended()] == [0, 0], first.text()[-3000:] + third.text()[-3000:]
    said = first.text() + third.text()
    assert said.count("parameters learn") == 1  # begun once
    assert "error: " not in said
    assert "find_unused_parameters" not in said
    expected = load_checkpoint(tmp_path / "alone" / LAST)
    for place in places:
        state = load_checkpoint(place / "run" / LAST)
        assert state["step"] == _STEPS
        for name, value in expected["net"].items():
            torch.testing.assert_close(state["net"][name], value, atol=2e-5, rtol=0)


def test_processes_of_the_same_agent_go_on_though_no_restart_was_counted(
    recipe: Recipe, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So torchrun starts them again when a machine that was lost is there again before it was missed."""
    run = tmp_path / "run"
    monkeypatch.setenv("TORCHELASTIC_RUN_ID", "one")
    monkeypatch.setenv("TORCHELASTIC_RESTART_COUNT", "0")
    train(recipe, folder, run, device="cpu", max_steps=3)
    train(recipe, folder, run, device="cpu", max_steps=1)
    assert load_checkpoint(run / LAST)["step"] == 4
    for name, value in (("TORCHELASTIC_RUN_ID", "two"), ("TORCHELASTIC_RUN_ID", None)):
        monkeypatch.setenv(name, value) if value else monkeypatch.delenv(name)
        with pytest.raises(DataError, match="holds a run already; add --resume"):
            train(recipe, folder, run, device="cpu")
    monkeypatch.setenv("TORCHELASTIC_RUN_ID", "one")
    agent = os.getppid()
    monkeypatch.setattr(os, "getppid", lambda: agent + 1)  # another one
    with pytest.raises(DataError, match="holds a run already; add --resume"):
        train(recipe, folder, run, device="cpu")


def _free_port() -> int:
    """Asked for by another process, since this one may use no network.

    Out of those that no system gives away by itself: nobody else takes it before the agent does.
    """
    code = """
import random, socket
for port in random.sample(range(20000, 32000), 100):
    with socket.socket() as tried:
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            continue
    print(port)
    break
"""
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return int(found.stdout)
