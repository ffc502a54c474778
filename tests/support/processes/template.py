"""Programs forked from a process that has imported them: importing takes longer than most of what they do.

Each is a process of its own with its own words, environment, pipes and end: it may be killed, and ends as
Python does. Where it is not safe to fork (elsewhere than on Linux), it is started in the usual way.
"""

import atexit
import functools
import gc
import importlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Final

PROJECT: Final = Path(__file__).parents[3]
_MOST: Final = 2**17
_STREAMS: Final = (("stdin", "r", "strict"), ("stdout", "w", "strict"), ("stderr", "w", "backslashreplace"))
_FORKS: Final = sys.platform.startswith("linux")


class Forked:
    """A program that is running, or has ended; what tests use of `subprocess.Popen`."""

    def __init__(self, template: socket.socket, request: Mapping[str, object], complaints: int) -> None:
        given, fed = os.pipe()
        told, said = os.pipe()
        self._keeper, keepers = socket.socketpair()
        with keepers:
            sent = [given, said, complaints, keepers.fileno()]
            socket.send_fds(template, [json.dumps(request).encode()], sent)
        os.close(given)
        os.close(said)
        self.stdin: IO[str] = os.fdopen(fed, "w", encoding="utf-8")
        self.stdout: IO[str] = os.fdopen(told, encoding="utf-8")
        self.pid = int(self._keeper.recv(32))
        self.returncode: int | None = None

    def send_signal(self, number: int) -> None:
        if self.returncode is None:  # until then nobody else gets its number
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code, below zero for a signal.

        Raises
        ------
        TimeoutError
            When it goes on for longer than so many seconds.
        """
        if self.returncode is None:
            if not select.select([self._keeper], [], [], timeout)[0]:
                raise TimeoutError(f"Process {self.pid} has not ended.")
            self.returncode = int(self._keeper.recv(32))
            self._keeper.close()
        return self.returncode


class Template:
    """A process that has imported a module, whose `main` its forks run."""

    def __init__(self, module: str) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", "tests.support.processes.template", module]
        environment = os.environ | {"PYTHONPATH": str(PROJECT)}
        with theirs:
            self._process = subprocess.Popen(command, stdin=theirs.fileno(), env=environment)
        atexit.register(self._end)

    def start(self, words: list[str], environment: Mapping[str, str], complaints: int) -> Forked:
        request = {"words": words, "environment": dict(environment), "folder": str(Path.cwd())}
        return Forked(self._control, request, complaints)

    def _end(self) -> None:
        self._control.close()
        self._process.wait()


@functools.cache
def _template(module: str) -> Template:
    return Template(module)


def start_program(
    module: str, *words: str, environment: Mapping[str, str] = os.environ, complaints: int = 2
) -> Forked | subprocess.Popen[str]:
    """Start `python -m MODULE WORDS` with pipes of text to and from it.

    Parameters
    ----------
    module
        Has a `main` without parameters, whose answer is the exit code.
    complaints
        What it complains to, as a file's number.
    """
    if _FORKS:
        return _template(module).start(list(words), environment, complaints)
    return subprocess.Popen(
        [sys.executable, "-m", module, *words],
        env={**environment, "PYTHONPATH": str(PROJECT)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints, text=True, encoding="utf-8",
    )  # fmt: skip


def serve(module: str) -> Callable[[], int] | None:
    """Fork when asked. In the fork the answer is what it has to run; otherwise None, at the end."""
    main: Callable[[], int] = importlib.import_module(module).main
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the keepers leave no zombies
    with socket.socket(fileno=os.dup(0)) as control:
        while True:
            text, files, _, _ = socket.recv_fds(control, _MOST, 4)
            if not text:
                return None
            if os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                break
            for file in files:
                os.close(file)
    if (program := os.fork()) != 0:
        _keep(program, files)
    request = json.loads(text)
    _take_streams(files)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.argv = [module, *request["words"]]
    return main


def _take_streams(files: list[int]) -> None:
    """Read, write and complain there, by streams that know nothing of those before."""
    for number, (name, mode, errors) in enumerate(_STREAMS):
        os.dup2(files[number], number)
        waits = 1 if number == 2 else -1
        stream = open(number, mode, waits, errors=errors, closefd=False)  # noqa: SIM115 - to the end
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    for file in files:
        os.close(file)


def _keep(program: int, files: list[int]) -> None:
    """Tell its number and its end; it gives the number to nobody else until that has been read."""
    for file in files[:3]:
        os.close(file)
    with socket.socket(fileno=files[3]) as asker:
        asker.send(b"%d" % program)
        end = os.waitid(os.P_PID, program, os.WEXITED | os.WNOWAIT)
        assert end is not None
        asker.send(b"%d" % (end.si_status if end.si_code == os.CLD_EXITED else -end.si_status))
        asker.recv(1)
    os._exit(0)


if __name__ == "__main__":
    work = serve(sys.argv[1])
    sys.exit(work() if work else 0)
