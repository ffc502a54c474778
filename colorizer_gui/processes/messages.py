"""What a run and a process that carries its photos say to each other; all of it can be pickled."""

import copy
from dataclasses import dataclass, field
from multiprocessing.reduction import ForkingPickler
from typing import Any

from colorizer_gui.core.batch.jobs.job import Facts, Job
from colorizer_gui.core.batch.jobs.states import JobState
from colorizer_gui.core.batch.run.steps import Settled
from colorizer_gui.core.common.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Carry:
    """To the process: take this photo."""

    job: Job


@dataclass(frozen=True, slots=True)
class Stop:
    """To the process: leave that photo at the next safe point."""

    job_id: int


@dataclass(frozen=True, slots=True)
class Answered:
    """To the process: what came of `Asked`, or the error that it raised."""

    value: object = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """To the run: the network is loaded."""


@dataclass(frozen=True, slots=True)
class Refused:
    """To the run: the network cannot be used."""

    why: Sentence


@dataclass(frozen=True, slots=True)
class Asked:
    """To the run: something of its queue, by the name of a method of `StepQueue`."""

    method: str
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """To the run: what is told of a photo, by the name of an attribute of `LaneDesk`; without an answer."""

    method: str
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """To the run: how a photo ended."""

    state: JobState
    facts: Facts

    @classmethod
    def of(cls, end: Settled) -> "Ended":
        """The same as a message."""
        return cls(end.state, end.facts)

    @property
    def settled(self) -> Settled:
        """The same as the steps say it."""
        return Settled(self.state, **self.facts)


@dataclass(frozen=True, slots=True)
class Raised:
    """To the run: what a step raised, and the errors that it came from."""

    error: Exception
    causes: tuple[BaseException, ...] = field(default=())

    @classmethod
    def of(cls, error: Exception) -> "Raised":
        """An error as a message: pickling forgets its causes, and does not know every error."""
        causes, cause = [], error.__cause__
        while cause is not None:
            causes.append(portable(cause))
            cause = cause.__cause__
        sent = portable(error)
        assert isinstance(sent, Exception)
        return cls(sent, tuple(causes))

    def again(self) -> Exception:
        """The error with its causes."""
        below: BaseException = self.error
        for cause in self.causes:
            below.__cause__ = cause
            below = cause
        return self.error


def portable(error: BaseException) -> BaseException:
    """An error that can be pickled, and made anew of that: itself, or one that says the same."""
    try:
        copy.deepcopy(error)  # is made anew, as at the other end
        ForkingPickler.dumps(error)
    except Exception:  # noqa: BLE001 - whatever an error of a library cannot do
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
