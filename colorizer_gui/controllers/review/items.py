"""Which jobs the review shows, and as what."""

from typing import Final

from colorizer_gui.core.batch import Job, JobState, kept_gray
from colorizer_gui.core.batch.jobs.states import UNDER_REVIEW
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.widgets.review.item import ReviewItem
from colorizer_gui.widgets.review.words import decision_of, settings_text

_SHOWN: Final = UNDER_REVIEW | {JobState.DONE}


def belongs(job: Job) -> bool:
    """Whether there is something to see or to decide about a job."""
    return job.state in _SHOWN or kept_gray(job) or job.request.approval is not None


def item_of(job: Job) -> ReviewItem:
    """A photo of the sheet."""
    message = in_own_language(job.message).replace(str(job.request.source), job.request.source.name)
    return ReviewItem(
        job.id,
        job.request.name,
        decision_of(job),
        settings_text(job.request.recipe.adjustments),
        "" if kept_gray(job) else message,
    )
