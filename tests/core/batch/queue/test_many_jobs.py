"""Counts and the next job, kept as jobs change, are what looking through all jobs would give."""

import random
from collections import Counter
from pathlib import Path

from colorizer_gui.core.batch import JobQueue, JobRequest, JobState


def test_counts_and_the_next_job_are_those_of_a_search(tmp_path: Path) -> None:
    chance = random.Random(5)
    queue = JobQueue.open(tmp_path / "journal")
    running: list[int] = []
    for step in range(600):
        known = [job.id for job in queue.jobs]
        some = chance.sample(known, min(3, len(known)))
        what = chance.randrange(7)
        if what == 0:
            queue.add([JobRequest(Path(f"/in/{step}.jpg"), Path(f"/out/{step}.jpg"))])
        elif what == 1:
            queue.move(some, chance.randrange(len(known) + 1))
        elif what == 2:
            queue.requeue(some)
        elif what == 3 and step % 5 == 0:
            queue.remove(some)
        elif what == 4 and running:
            queue.change(running.pop(), chance.choice([JobState.DONE, JobState.QUEUED, JobState.FAILED]))
        elif what == 5 and step % 50 == 0:
            queue.close()
            queue, running = JobQueue.open(tmp_path / "journal"), []
        else:
            waiting = [job.id for job in queue.jobs if job.state is JobState.QUEUED]
            taken = queue.take()
            assert (None if taken is None else taken.id) == next(iter(waiting), None)
            running += [] if taken is None else [taken.id]
        assert queue.counts() == Counter(job.state for job in queue.jobs)
    queue.close()
