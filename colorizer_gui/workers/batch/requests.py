"""What may be asked of the worker that prepares a batch, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from colorizer_gui.core.batch import Job, JobQueue, Recipe, Scan
from colorizer_gui.core.batch.planning.omissions import Omissions
from colorizer_gui.core.batch.planning.originals import LinkedFolders
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io import ReadOptions
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.settings.batch_choices import BatchChoices
from colorizer_gui.workers.requests import Request


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class OpenQueueRequest(Request):
    """Open a journal, or begin one; answered by the `JobQueue`.

    Attributes
    ----------
    quiet
        Whether nobody has asked for it, so that nobody need hear that it is in use.
    """

    journal: Path
    quiet: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlanRequest(Request):
    """Give all waiting jobs what is chosen now, and add the photos of some files and folders.

    Attributes
    ----------
    inputs
        Files and folders, the latter with all that is in them.
    own
        Adjustments of single jobs, by number.
    base
        What is set for all photos of the program, such as depth and label.
    model_name
        For the field ``{model}`` of names.
    numbers_stay
        Whether photos keep the numbers that they get now.
    """

    queue: JobQueue
    choices: BatchChoices
    inputs: tuple[Path, ...] = ()
    own: Mapping[int, Adjustments] = field(default_factory=dict)
    base: Recipe = field(default_factory=Recipe)
    model_name: str = "tintype"
    numbers_stay: bool = False


@dataclass(frozen=True, slots=True)
class Space:
    """Bytes: what the next run will write, and what is free on the disk where that is scarcest.

    `free` is None where that cannot be asked.
    """

    needed: int = 0
    free: int | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SpaceRequest(Request):
    """Look how much room there is; answered by `Space`."""

    queue: JobQueue
    output: Path
    review_first: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Planned:
    """The answer to `PlanRequest`.

    Attributes
    ----------
    choices
        As they were asked for, with an output folder if there were photos to propose one for.
    added, revised
        Jobs that are new, and jobs that want something else now.
    found
        What was looked through for the new ones.
    linked
        Where links in the folders of the photos lead.
    need
        What the largest of the new photos will need, if that is worth a sentence.
    """

    choices: BatchChoices
    added: tuple[Job, ...]
    revised: tuple[Job, ...]
    found: Scan
    space: Space
    linked: LinkedFolders = field(default_factory=dict)
    need: Sentence | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PictureRequest(Request):
    """Make a small picture of a job; answered by a QImage.

    Attributes
    ----------
    path
        The original, which is shown in gray, or the result.
    colored
        Whether it is the result.
    reading
        How the original is turned and cropped.
    """

    path: Path
    colored: bool
    long_side: int
    reading: ReadOptions = field(default_factory=ReadOptions)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RecipeRequest(Request):
    """Read how a result was made; answered by its `Adjustments`.

    Attributes
    ----------
    path
        The result, or the recipe beside it.
    job_ids
        The jobs that shall have them; none for the whole batch.
    """

    path: Path
    job_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ReportRequest(Request):
    """Write what became of each photo; answered by the path."""

    path: Path
    jobs: tuple[Job, ...]
    omissions: Omissions = field(default_factory=Omissions)
