"""What goes between the command and the workers: plain values, which also another version could read."""

from dataclasses import asdict, dataclass
from typing import Any

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Setup:
    """What every worker has to agree with.

    Attributes
    ----------
    version
        Of Tintype.
    model_sha256
        Of the weights.
    weights, device
        As they were given on the command line; no weights for those of the release.
    output, work
        The folder or address of all results, and the place in it where finished ones wait for their names.
    reserve
        Bytes that stay free on disks.
    """

    version: str
    model_name: str
    model_sha256: str
    weights: str | None
    device: str
    output: str
    work: str
    reserve: int

    def to_plain(self) -> Plain:
        """What any process can read."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says about a photo.

    Attributes
    ----------
    state
        The job's state, ``refused`` where the worker must not work at all, ``full`` where its disk is, or
        ``failed``.
    sentence
        A plain `Sentence` for the user, or nothing.
    error
        The number of the system's error behind a failure, or 0.
    hidden
        Where the finished result waits.
    facts
        Hashes and seconds, see `core.batch.jobs.job.Facts`.
    notices
        Plain sentences about a photo that went on.
    """

    node: str
    state: str
    sentence: Plain | None = None
    error: int = 0
    hidden: str = ""
    facts: Plain | None = None
    notices: tuple[Plain, ...] = ()

    def to_plain(self) -> Plain:
        """What any process can read."""
        return asdict(self)
