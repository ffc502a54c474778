"""What every request to a worker is, and how each one ends: frozen, so that two threads may look at it."""

from dataclasses import dataclass, field

from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.pipeline.pipeline import Stage


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Request:
    """One piece of work.

    Attributes
    ----------
    key
        The photo that it is for; 0 for none.
    token
        Cancels this request and no other.
    """

    key: int = 0
    token: CancelToken = field(default_factory=CancelToken)


@dataclass(frozen=True, slots=True, eq=False)
class Progress:
    """A request has come to a stage; None while the network is being loaded.

    Attributes
    ----------
    notice
        What the user should know beforehand, in their language.
    seen
        What there is of the result already; None for nothing.
    """

    request: Request
    stage: Stage | None
    notice: str = ""
    seen: object = None


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """A request was carried out."""

    request: Request
    result: object


@dataclass(frozen=True, slots=True, eq=False)
class Failed:
    """A request ended with an error; the message is one sentence for the user."""

    request: Request
    message: str
