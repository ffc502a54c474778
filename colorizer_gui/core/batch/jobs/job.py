"""One photo of a batch: what was asked, how far it is, and what came of it."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TypedDict, Unpack

from colorizer_gui.core.batch.jobs.recipe import Recipe
from colorizer_gui.core.batch.jobs.states import RESTING, JobState, check_transition


@dataclass(frozen=True, slots=True)
class Approval:
    """What the user saw and accepted: this source, colorized by this model."""

    source_sha256: str
    model_sha256: str


#: The user looked and wants to look again, at whatever comes of other settings.
SENT_BACK: Final = Approval("", "")


@dataclass(frozen=True, slots=True)
class JobRequest:
    """What the user wants of one photo.

    Attributes
    ----------
    source
        The original; it is only ever read.
    target
        The wanted name of the result; the result may get a number.
    recipe
        Adjustments and write options.
    root
        The folder that was scanned, if the photo came from one; when it is gone, the run stops
        instead of failing every photo in it.
    size
        Bytes of the source, for the estimate of space.
    approval
        What was accepted in a review, or `SENT_BACK`; None before that, and when nobody wants to
        review.
    counter
        Its number for names with ``{counter}``, from the first run on: it stays then, whatever the
        order of the photos; empty before.
    part
        Which of several photos on one scan it is, from 1; 0 for the whole file.
    turned
        Quarter turns clockwise that a run has put the photo upright by; the recipe has them already.
    """

    source: Path
    target: Path
    recipe: Recipe = field(default_factory=Recipe)
    root: Path | None = None
    size: int = 0
    approval: Approval | None = None
    counter: str = ""
    part: int = 0
    turned: int = 0

    @property
    def name(self) -> str:
        """What the photo is called: as its file, with a number where others lie on the same scan."""
        return f"{self.source.stem}-{self.part}{self.source.suffix}" if self.part else self.source.name

    @property
    def settings_sha256(self) -> str:
        """Hash of what decides how the result looks, apart from source and model."""
        return self.recipe.sha256(self.target)

    def turned_by(self, turns: int) -> "JobRequest":
        """The same of the photo after further quarter turns clockwise, which a run found."""
        reading = self.recipe.reading
        reading = replace(reading, geometry=reading.geometry.turned(turns))
        return replace(self, recipe=replace(self.recipe, reading=reading), turned=turns)


@dataclass(frozen=True, slots=True)
class Intent:
    """A promise in the journal: a complete file with this hash is about to get this name."""

    output: Path
    output_sha256: str
    source_sha256: str
    model_sha256: str


class Facts(TypedDict, total=False):
    """What is learned about a job when it ends; see `Job`."""

    message: str
    output: Path | None
    source_sha256: str
    output_sha256: str
    model_sha256: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Job:
    """A request and its fate; changes make a new one.

    Attributes
    ----------
    message
        Why the job failed or was skipped, one sentence; otherwise what the user should know, or
        nothing.
    output
        Where the result is, once there is one.
    seconds
        Work on the photo, without waiting.
    intent
        See `Intent`; kept on a queued job when the program died before it could say what came of it.
    """

    id: int
    request: JobRequest
    state: JobState = JobState.QUEUED
    message: str = ""
    output: Path | None = None
    source_sha256: str = ""
    output_sha256: str = ""
    model_sha256: str = ""
    seconds: float = 0.0
    intent: Intent | None = None

    @property
    def result(self) -> Facts:
        """Result and hashes of a job that is done."""
        return {
            "output": self.output,
            "source_sha256": self.source_sha256,
            "output_sha256": self.output_sha256,
            "model_sha256": self.model_sha256,
        }

    def moved_to(self, state: JobState, **facts: Unpack[Facts]) -> "Job":
        """The job in another state.

        What is known about an earlier attempt is forgotten on QUEUED. An intent stays until the job
        has been worked on once more: it might have come true.

        Raises
        ------
        IllegalTransitionError
        """
        check_transition(self.state, state)
        intent = None if state in RESTING else self.intent
        if state is JobState.QUEUED:
            return Job(self.id, self.request, intent=intent, **facts)
        return replace(self, state=state, intent=intent, **facts)
