"""Kill a small batch at each single step that it takes on the disk, one after the other (POSIX).

A process is forked for each step, so that nothing is imported again. A step is what Python's audit
hooks see (opening, linking, renaming, removing, making folders) and each flush, before and after.
"""

import importlib
import os
import shutil
import signal
import sys
import tempfile
import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from colorizer_gui.cli import colorize as cli_colorize
from colorizer_gui.cli import main as cli
from colorizer_gui.cli.plan import JOURNAL_NAME
from colorizer_gui.core.batch import (
    DEFAULT_TEMPLATE,
    BatchEngine,
    JobQueue,
    JobState,
    NameTemplate,
    Plan,
    Recipe,
    Review,
    RunOptions,
    plan,
    scan,
)
from tests.support.batch.box import make_box
from tests.support.batch.child import load

STEPS = ("open", "os.link", "os.rename", "os.remove", "os.truncate", "os.mkdir", "os.scandir")


def die_at(step: int, *, with_links: bool) -> None:
    """Arrange for the process to kill itself."""
    left = step

    def tick(event: str, arguments: object = ()) -> None:
        nonlocal left
        if event in STEPS:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    flush = os.fsync

    def fsync(fd: Any) -> None:
        tick("open")
        flush(fd)
        tick("open")

    def no_link(*_: object, **__: object) -> NoReturn:
        raise PermissionError(1, "Operation not permitted")

    os.fsync = fsync
    if not with_links:
        os.link = no_link
    sys.addaudithook(tick)


def colorize(folder: Path, out: Path) -> int:
    """The command."""
    return cli.main(["colorize", str(folder), "-o", str(out), "--recursive", "--resume"])


def review(folder: Path, out: Path) -> int:
    """Predict, accept, and write, as somebody does who looks at the photos first."""
    out.mkdir(exist_ok=True)
    queue = JobQueue.open(out / JOURNAL_NAME)
    known = {job.request.source for job in queue.jobs}
    photos = [photo for photo in scan([folder], recursive=True).photos if photo.path not in known]
    queue.add(plan(photos, Plan(out, NameTemplate(DEFAULT_TEMPLATE)), Recipe()))
    options = RunOptions(reserve=0, review_first=True)
    colorizer, model = load("", None)
    for _ in range(2):
        engine = BatchEngine(
            queue, colorizer, model=model, output=out, options=options, on_event=lambda event: None
        )
        engine.run()
        decisions = Review(queue)
        decisions.accept([job.id for job in queue.jobs])
        decisions.export()
    ended = all(job.state in {JobState.DONE, JobState.FAILED} for job in queue.jobs)
    queue.close()
    return 1 if ended else 3


def forked(work: Callable[[], int], step: int, *, with_links: bool) -> int:
    """Work in a process of its own; -9 when it was killed."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        die_at(step, with_links=with_links)
        os._exit(work())
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def import_late(work: Callable[[], int]) -> None:
    """Import what the work imports late, once for all. It is not done here: no thread may have run."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        work()
        os.write(writes, " ".join(sys.modules).encode())
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as told:
        late = set(told.read().split()) - set(sys.modules)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    for name in late:
        with suppress(ImportError):  # what is made by others while they are imported is no file
            importlib.import_module(name)


def main(stride: int) -> int:
    """Go on until a run takes fewer steps than it was to die at."""
    warnings.simplefilter("ignore", DeprecationWarning)
    cli_colorize._load = load
    with tempfile.TemporaryDirectory() as name:
        box, out = make_box(Path(name) / "box", 3), Path(name) / "out"
        for work, with_links in ((colorize, True), (colorize, False), (review, True)):
            import_late(partial(work, box.folder, out))
            shutil.rmtree(out)
            step, code = 1 if with_links else 2, -9
            while code == -9:
                code = forked(partial(work, box.folder, out), step, with_links=with_links)
                again = forked(partial(work, box.folder, out), sys.maxsize, with_links=with_links)
                assert again == 1, (step, again)
                box.check(out)
                shutil.rmtree(out)
                step += stride
            assert code == 1, (step, code)
            links = "with" if with_links else "without"
            print(f"{work.__name__}, {links} links: about {step} steps, all survived", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
