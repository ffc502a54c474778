"""A run is begun or gone on with by one process, which tells all others: they may stand on other machines."""

import os
import socket
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch.distributed
from lightning_fabric import Fabric
from torch import Tensor

from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.runs.checkpoint import LAST, load_checkpoint
from model_training.runs.run_folder import begin, change_recipe, go_on, has_run, recipe_of
from model_training.training.optimization import finishing

#: Tells whether processes see the same folder.
_WRITER_FILE: Final = "writer.txt"
#: Which agents of torchrun have processes in this run: one a line.
_AGENTS_FILE: Final = "agents.txt"
#: What torchrun says of processes that it has started again, since one of them was lost.
_RESTARTS: Final = "TORCHELASTIC_RESTART_COUNT"
#: What it calls the training. Processes that are started again since a machine has joined count no restart.
_RUN_ID: Final = "TORCHELASTIC_RUN_ID"
_NO_RUN, _NO_CHECKPOINT = -2, -1


@dataclass(frozen=True, slots=True)
class OpenedRun:
    """What all processes know of a run.

    Attributes
    ----------
    recipe
        That holds from now on.
    state
        The checkpoint to go on from; None at the beginning.
    resumed
        Whether the run was there before.
    writes
        Whether this process keeps checkpoints: the first one of each machine that has a folder of its own.
    """

    recipe: Recipe
    state: dict[str, Any] | None
    resumed: bool
    writes: bool


def open_run(
    fabric: Fabric,
    run: Path,
    recipe: Recipe,
    data: Mapping[str, Any],
    start_from: dict[str, Tensor] | None,
    *,
    resume: bool,
    finish_in: int | None,
) -> OpenedRun:
    """Begin a run folder, or go on in the one with the furthest checkpoint that any process sees.

    Processes that torchrun has started again go on by themselves.

    Raises
    ------
    DataError
        When a run folder, or the checkpoint in it, does not fit.
    """
    again = int(os.environ.get(_RESTARTS, "0")) > 0 or _agent() in _agents(run)
    held = _told(fabric, (_held(run), resume, again))
    steps = [step for step, _, _ in held]
    asked, again = any(resumes for _, resumes, _ in held), any(restarted for _, _, restarted in held)
    teller = steps.index(max(steps))
    resumed = asked or (again and steps[teller] > _NO_RUN)
    if not resumed:
        teller = 0
        if max(steps) > _NO_CHECKPOINT:
            raise DataError(f"{run} holds a run already; add --resume, or name a new folder.")
    answer: tuple[Recipe, dict[str, Any] | None] = (recipe, None)
    if fabric.global_rank == teller:
        answer = _opened(run, recipe, data, start_from, resume=resumed, finish_in=finish_in)
    answer = fabric.broadcast(answer, src=teller)
    opened = OpenedRun(*answer, resumed, _writes(fabric, run))
    if opened.writes:
        _follow(run, opened.recipe, data, start_from)
    if _RUN_ID in os.environ and fabric.local_rank == 0 and _agent() not in _agents(run):
        with (run / _AGENTS_FILE).open("a", encoding="utf-8") as file:
            file.write(f"{_agent()}\n")
    return opened


def _agent() -> str:
    """The agent of torchrun that started this process, and which training it is of."""
    return f"{socket.gethostname()} {os.getppid()} {os.environ.get(_RUN_ID)}"


def _agents(run: Path) -> list[str]:
    """Agents whose processes have opened the run."""
    file = run / _AGENTS_FILE
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def _opened(
    run: Path,
    recipe: Recipe,
    data: Mapping[str, Any],
    start_from: dict[str, Tensor] | None,
    *,
    resume: bool,
    finish_in: int | None,
) -> tuple[Recipe, dict[str, Any] | None]:
    (go_on if resume else begin)(run, recipe, data, start_from)
    state = load_checkpoint(run / LAST) if resume and (finish_in or (run / LAST).exists()) else None
    if state is not None and finish_in:
        recipe, before = finishing(recipe, int(state["step"]), finish_in), recipe
        change_recipe(run, int(state["step"]), before, recipe)
    return recipe, state


def _held(run: Path) -> int:
    """The step of the checkpoint in a folder; below zero where there is none."""
    if not has_run(run):
        return _NO_RUN
    return int(load_checkpoint(run / LAST)["step"]) if (run / LAST).exists() else _NO_CHECKPOINT


def _told(fabric: Fabric, own: tuple[int, bool, bool]) -> list[tuple[int, bool, bool]]:
    """What each process says, in the order of the processes."""
    if fabric.world_size == 1:
        return [own]
    said: list[Any] = [None] * fabric.world_size
    torch.distributed.all_gather_object(said, own)
    return said


def _writes(fabric: Fabric, run: Path) -> bool:
    """Whether this process is the first one that sees its run folder."""
    token = fabric.broadcast(uuid.uuid4().hex)
    if fabric.world_size == 1:
        return True
    file = run / _WRITER_FILE
    if fabric.is_global_zero:
        run.mkdir(parents=True, exist_ok=True)
        file.write_text(token, encoding="utf-8")
    fabric.barrier()
    if fabric.is_global_zero or fabric.local_rank:
        return fabric.is_global_zero
    return not (file.exists() and file.read_text(encoding="utf-8") == token)


def _follow(run: Path, recipe: Recipe, data: Mapping[str, Any], start_from: dict[str, Tensor] | None) -> None:
    """Begin the same run in a folder of one's own, unless it is there."""
    if not has_run(run):
        begin(run, recipe, data, start_from)
    elif recipe_of(run) != recipe:
        raise DataError(f"The run in {run} follows another recipe than that of the other machines; empty it.")
