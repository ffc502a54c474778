"""A box of photos, a queue, and an engine with a colorizer that costs nothing, for one test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from colorizer_gui.core.batch import (
    DEFAULT_TEMPLATE,
    BatchEngine,
    BatchEvent,
    JobChanged,
    JobQueue,
    JobState,
    ModelIdentity,
    NameTemplate,
    Plan,
    Recipe,
    RunOptions,
    Summary,
    plan,
    scan,
)
from tests.support.batch.box import WarmColorizer, make_photo

MODEL = ModelIdentity("warm", "0" * 64)


class Bench:
    """Everything that one batch needs."""

    def __init__(self, folder: Path) -> None:
        self.box = folder / "box"
        self.out = folder / "out"
        self.journal = folder / "journal"
        self.colorizer = WarmColorizer()
        self.events: list[BatchEvent] = []
        self.listen: Callable[[BatchEvent], None] = lambda event: None
        self.queue = JobQueue.open(self.journal)
        self.options = RunOptions(reserve=0)

    def fill(self, photos: int) -> None:
        """Make photos, and queue them."""
        for number in range(photos):
            make_photo(self.box / f"scan {number}.png", seed=number)
        self.add()

    def add(self, template: str = DEFAULT_TEMPLATE) -> None:
        found = scan([self.box], recursive=True)
        self.queue.add(plan(found.photos, Plan(self.out, NameTemplate(template)), Recipe()))

    def engine(self, model: ModelIdentity = MODEL) -> BatchEngine:
        return BatchEngine(
            self.queue,
            self.colorizer,
            model=model,
            output=self.out,
            options=self.options,
            on_event=self._on_event,
        )

    def run(self) -> Summary:
        return self.engine().run()

    def reopen(self) -> None:
        """Go on in what could be another process."""
        self.queue.close()
        self.queue = JobQueue.open(self.journal)

    def kill(self, meanwhile: Callable[[], object] = lambda: None) -> None:
        """Go on after a process that could not tidy up."""
        journal = self.queue._journal
        assert journal is not None
        journal.close()
        meanwhile()
        self.queue = JobQueue.open(self.journal)

    def results(self) -> list[str]:
        return sorted(path.relative_to(self.out).as_posix() for path in self.out.rglob("*") if path.is_file())

    def states(self) -> list[JobState]:
        return [job.state for job in self.queue.jobs]

    def _on_event(self, event: BatchEvent) -> None:
        self.events.append(event)
        self.listen(event)


def changes(events: list[BatchEvent]) -> list[tuple[int, JobState]]:
    return [(event.job.id, event.job.state) for event in events if isinstance(event, JobChanged)]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A bench whose queue is closed in the end."""
    made = Bench(tmp_path)
    yield made
    made.queue.close()
