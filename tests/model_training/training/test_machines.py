"""Two agents of torchrun with folders of their own: one is killed, and the training goes on."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import torch

from model_training.recipe.recipe import Recipe
from model_training.runs.checkpoint import LAST, load_checkpoint
from model_training.training.trainer import train

_STEPS = 300
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
#: A deadline for what hangs, not for what is slow.
_PATIENCE = 250.0

pytestmark = [
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows knows no SIGKILL"),
    pytest.mark.skipif(
        "TINTYPE_TEST_MACHINES" not in os.environ, reason="takes minutes; set TINTYPE_TEST_MACHINES=1"
    ),
]


class Agent:
    """An agent of torchrun on a machine of its own, as far as folders go."""

    def __init__(self, place: Path, port: int, *, host: bool) -> None:
        self.place, self.log = place, place / "log.txt"
        command = [sys.executable, "-m", "torch.distributed.run", "--nnodes", "2", "--nproc-per-node", "1"]
        command += ["--rdzv-backend", "c10d", "--rdzv-id", "tintype", "--max-restarts", "3"]
        command += ["--rdzv-endpoint", f"127.0.0.1:{port}", "--rdzv-conf", f"is_host={int(host)}"]
        command += ["--local-addr", "127.0.0.1", "-m", "model_training", "train"]
        command += ["--recipe", "two.toml", "--data", "data", "--out", "run", "--device", "cpu"]
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3]), "OMP_NUM_THREADS": "1"}
        environment |= {"TORCH_DISABLE_SHARE_RDZV_TCP_STORE": "1"}
        with self.log.open("a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                command, cwd=place, env=environment, stdout=log, stderr=log, start_new_session=True
            )

    def step(self) -> int:
        """Of its last checkpoint."""
        file = self.place / "run" / LAST
        return int(load_checkpoint(file)["step"]) if file.exists() else 0

    def kill(self) -> None:
        """The agent and all that it has started, at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def text(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def _agents(*agents: Agent) -> Iterator[None]:
    try:
        yield
    finally:
        for agent in agents:
            if agent.process.poll() is None:
                agent.kill()


def _wait(agents: list[Agent], until_step: int) -> None:
    """Until all agents have ended, or all have got so far."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if all(agent.process.poll() is not None for agent in agents):
            return
        if until_step and all(agent.step() >= until_step for agent in agents):
            return
        time.sleep(0.3)
    pytest.fail("\n".join(agent.text()[-3000:] for agent in agents))


@pytest.fixture
def places(folder: Path, tmp_path: Path) -> list[Path]:
    """Two machines with the same recipe and copies of the same photos."""
    found = [tmp_path / "first", tmp_path / "second"]
    for place in found:
        place.mkdir()
        (place / "two.toml").write_text(_RECIPE)
        shutil.copytree(folder, place / "data")
    return found


def test_one_of_two_machines_is_killed_and_the_training_goes_on(
    places: list[Path], folder: Path, tmp_path: Path
) -> None:
    recipe = Recipe.load(str(places[0] / "two.toml"))
    train(recipe, folder, tmp_path / "alone", device="cpu")
    port = _free_port()
    first, second = Agent(places[0], port, host=True), Agent(places[1], port, host=False)
    with _agents(first, second):
        _wait([first, second], 3)
        second.kill()
        assert second.step() < _STEPS, "it was too late to kill it"
        third = Agent(places[1], port, host=False)
        with _agents(third):
            _wait([first, third], 0)
    assert [first.process.returncode, third.process.returncode] == [0, 0], first.text()[-3000:] + third.text()
    assert first.text().count("parameters learn") + third.text().count("parameters learn") == 1  # begun once
    expected = load_checkpoint(tmp_path / "alone" / LAST)
    for place in places:
        state = load_checkpoint(place / "run" / LAST)
        assert state["step"] == _STEPS
        for name, value in expected["net"].items():
            torch.testing.assert_close(state["net"][name], value, atol=2e-4, rtol=0)


def _free_port() -> int:
    """Asked for by another process, since this one may use no network."""
    code = "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return int(found.stdout)
