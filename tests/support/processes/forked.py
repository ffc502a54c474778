"""Trainings in processes of their own, without importing anew what takes longer than they do.

One process for each process of tests imports the trainer, once, when it is first asked; whatever is run here
is a fork of it, with its own folder, environment, words and end. It may use the network, unlike the tests.
Where there is no fork, it is a new process.
"""

import multiprocessing
import os
import runpy
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

PROJECT = Path(__file__).parents[3]
#: What they import anyway.
_IMPORTED = ("model_training.commands.cli", "model_training.training.job", "model_training.training.trainer")
_OWN = {"PYTHONPATH": str(PROJECT), "OMP_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Ended:
    """How it ended, what it wrote, and what it complained of; all ranks together."""

    returncode: int
    stdout: str
    stderr: str


def run_module(module: str, *arguments: str, place: Path, ranks: int = 0) -> Ended:
    """`python -m MODULE ARGUMENTS` in that folder.

    Parameters
    ----------
    ranks
        How many processes share the work, each as a launcher starts it. With 0, or where there is no fork,
        there is no launcher, and the module starts the others by itself.
    """
    return _run(partial(_as_module, module, arguments), ["-m", module, *arguments], place, ranks)


def run_script(path: Path, *arguments: str, place: Path, ranks: int = 0) -> Ended:
    """`python PATH ARGUMENTS` in that folder; for `ranks` see `run_module`."""
    return _run(partial(_as_script, str(path), arguments), [str(path), *arguments], place, ranks)


def import_once() -> None:
    """Let the process that imports begin, before a training lets one begin that has imported less."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        with _imported():
            forkserver.ensure_running()


def _run(work: Callable[[], None], words: list[str], place: Path, ranks: int) -> Ended:
    environment = os.environ | _OWN
    if "forkserver" not in multiprocessing.get_all_start_methods():
        command = [sys.executable, *words]
        done = subprocess.run(
            command, cwd=place, env=environment, capture_output=True, text=True, check=False
        )
        return Ended(done.returncode, done.stdout, done.stderr)
    said = place / f"forked-{os.getpid()}-{len(list(place.glob('forked-*.out')))}.out"
    process = _started(_begin, work, place, environment, said, ranks)
    process.join()
    assert process.exitcode is not None
    return Ended(process.exitcode, said.read_text(), said.with_suffix(".err").read_text())


def _started(target: Callable[..., None], *arguments: object) -> BaseProcess:
    with _imported() as context:
        process: BaseProcess = context.Process(target=target, args=arguments)
        process.start()
    return process


@contextmanager
def _imported() -> Iterator[ForkServerContext]:
    """What starts processes; the one that imports has what they need, should it begin now."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_IMPORTED))
    before = dict(os.environ)
    os.environ.update(_OWN)
    try:
        yield context
    finally:
        os.environ.clear()
        os.environ.update(before)


def start_module(module: str, *arguments: str, place: Path, variables: Mapping[str, str]) -> BaseProcess:
    """`python -m MODULE ARGUMENTS` in that folder, in a session of its own; its words go to `log.txt`.

    Only where there is a fork.
    """
    work = partial(_as_module, module, arguments)
    return _started(_begin_session, work, place, os.environ | _OWN | dict(variables), place / "log.txt")


def _begin_session(work: Callable[[], None], place: Path, environment: dict[str, str], said: Path) -> None:
    os.setsid()
    _become(place, environment, said, said)
    work()


def _begin(
    work: Callable[[], None], place: Path, environment: dict[str, str], said: Path, ranks: int
) -> None:
    """Become the program, or wait for the programs that share the work."""
    _become(place, environment, said, said.with_suffix(".err"))
    if not ranks:
        work()
        return
    os.environ |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(_free_port())}
    pids = [_fork(rank, work) for rank in range(ranks)]
    codes = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]
    sys.exit(next((code for code in codes if code), 0))


def _become(place: Path, environment: dict[str, str], said: Path, complaints: Path) -> None:
    os.chdir(place)
    os.environ.clear()
    os.environ.update(environment)
    for number, path in ((1, said), (2, complaints)):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(file, number)
        os.close(file)


def _fork(rank: int, work: Callable[[], None]) -> int:
    pid = os.fork()
    if pid:
        return pid
    os.environ["LOCAL_RANK"] = str(rank)
    code = 1
    try:
        work()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _as_module(module: str, arguments: Sequence[str]) -> None:
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _as_script(path: str, arguments: Sequence[str]) -> None:
    sys.argv = [path, *arguments]
    runpy.run_path(path, run_name="__main__")
