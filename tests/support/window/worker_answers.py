"""What a worker answers to one request, without threads."""

from colorizer_gui.workers.requests import Failed, Finished, Request
from colorizer_gui.workers.worker import Worker


def answer(worker: Worker, request: Request) -> object:
    """Carry out a request that is to succeed."""
    ends: list[Finished] = []
    problems: list[Failed] = []
    worker.finished.connect(ends.append)
    worker.failed.connect(problems.append)
    worker.carry_out(request)
    worker.finished.disconnect(ends.append)
    worker.failed.disconnect(problems.append)
    assert not problems, problems[0].message
    (end,) = ends
    assert end.request is request
    return end.result


def failure(worker: Worker, request: Request) -> str:
    problems: list[Failed] = []
    worker.failed.connect(problems.append)
    worker.carry_out(request)
    worker.failed.disconnect(problems.append)
    (problem,) = problems
    return problem.message
