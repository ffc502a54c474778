"""Which state may follow which, whatever is tried."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colorizer_gui.core.batch import IllegalTransitionError, Job, JobRequest, JobState
from colorizer_gui.core.batch.jobs.job import Intent
from colorizer_gui.core.batch.jobs.states import ENDED, LEGAL, UNDER_REVIEW, check_transition

STATES = st.sampled_from(JobState)
REQUEST = JobRequest(Path("a.jpg"), Path("b.jpg"))


@given(STATES, STATES)
def test_only_what_is_listed_is_legal(before: JobState, after: JobState) -> None:
    if after in LEGAL[before]:
        check_transition(before, after)
    else:
        with pytest.raises(IllegalTransitionError, match=f"{before} cannot become {after}"):
            check_transition(before, after)


@given(st.lists(STATES, max_size=30))
def test_a_job_never_reaches_an_end_without_running(requests: list[JobState]) -> None:
    job = Job(1, REQUEST)
    path = [job.state]
    for request in requests:
        try:
            job = job.moved_to(request, message="why") if request in ENDED else job.moved_to(request)
        except IllegalTransitionError:
            assert job.state is path[-1], "a refused change changes nothing"
        else:
            path.append(job.state)
    for before, after in pairwise(path):
        assert after is not before
        if after in {JobState.DONE, JobState.FAILED}:
            assert before is JobState.RUNNING
        if after is JobState.SKIPPED:
            assert before is JobState.RUNNING or before in UNDER_REVIEW
        if before in ENDED:
            assert after is JobState.QUEUED or (before, after) == (JobState.SKIPPED, JobState.TO_REVIEW)
    if job.state is JobState.QUEUED:
        assert job.message == "", "what is known of an earlier attempt is forgotten"


def test_an_intent_lives_until_the_job_ends() -> None:
    intent = Intent(Path("b.jpg"), "1", "2", "3")
    job = Job(1, REQUEST, intent=intent).moved_to(JobState.RUNNING)
    assert job.moved_to(JobState.TO_REVIEW).intent is None, "it did not come true, or the photo were done"
    assert job.moved_to(JobState.QUEUED).intent is intent
    assert job.moved_to(JobState.FAILED).intent is None
