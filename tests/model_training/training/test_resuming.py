"""A training that was interrupted or killed goes on exactly; what is no checkpoint is a sentence."""

import dataclasses
import json
import signal
from pathlib import Path

import pytest

from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.runs.checkpoint import LAST
from model_training.runs.start import starting_tensors
from model_training.training.trainer import train
from tests.support.processes.forked import run_script
from tests.support.training.runs import assert_same, state_of

pytestmark = pytest.mark.usefixtures("shallow")

_KILLED = """
import os, signal, sys, torch
from pathlib import Path
from model_training.training import trainer
from model_training.training.optimization import learning_rate_factor
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import Schedule
from model_training.runs.run_folder import recipe_of
from tests.support.networks.shallow import shallow_trainings
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
encoders = shallow_trainings()
encoders.__enter__()
# Importing takes longer than learning, so it is done once, before any thread was started.
for moment in sys.argv[4:]:
    if not os.fork():
        trainer.train(recipe, folder, runs / moment, device="cpu")
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.wait()[1]))
"""


_MOMENTS = ("after", "before", "while")


def test_interrupted_and_resumed_equals_one_go(
    straight: Path, tiny: Recipe, folder: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    train(tiny, folder, run, max_steps=1, device="cpu")
    assert state_of(run)["step"] == 1
    train(tiny, folder, run, resume=True, max_steps=1, device="cpu")
    train(tiny, folder, run, resume=True, device="cpu")
    assert_same(state_of(run), state_of(straight))


def test_a_side_that_grows_is_resumed_exactly(tiny: Recipe, folder: Path, tmp_path: Path) -> None:
    recipe = dataclasses.replace(tiny, data=dataclasses.replace(tiny.data, side=64, first_side=32))
    train(recipe, folder, tmp_path / "straight", device="cpu")
    train(recipe, folder, tmp_path / "run", max_steps=3, device="cpu")
    train(recipe, folder, tmp_path / "run", resume=True, device="cpu")
    assert_same(state_of(tmp_path / "run"), state_of(tmp_path / "straight"))


@pytest.fixture(scope="module")
def killed(tiny: Recipe, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Runs that were killed after a checkpoint, a step later without one, and in the midst of writing one."""
    runs = tmp_path_factory.mktemp("killed")
    often = dataclasses.replace(tiny, checkpoint_minutes=0.0)
    (runs / "killed.py").write_text(_KILLED)
    arguments = [json.dumps(often.to_dict()), str(folder), str(runs), *_MOMENTS]
    done = run_script(runs / "killed.py", *arguments, place=runs)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [str(-signal.SIGKILL)] * len(_MOMENTS)
    return runs


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows knows no SIGKILL")
@pytest.mark.parametrize("moment", _MOMENTS)
def test_a_killed_run_is_resumed_exactly(
    moment: str, straight: Path, killed: Path, tiny: Recipe, folder: Path
) -> None:
    often = dataclasses.replace(tiny, checkpoint_minutes=0.0)
    run = killed / moment
    assert state_of(run)["step"] == 2
    train(often, folder, run, resume=True, device="cpu")
    assert_same(
        *({key: value for key, value in state_of(r).items() if key != "recipe"} for r in (run, straight))
    )


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
    assert_same(state_of(run), state_of(straight))
