"""How a run behaves; nothing here changes what a photo looks like."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

#: Bytes that a run leaves on the disk for everything else.
RESERVE: Final = 64 * 2**20


class OnExisting(StrEnum):
    """What happens where the wanted name is taken; nothing is ever overwritten."""

    NUMBER = "number"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Settings of a run.

    Attributes
    ----------
    on_existing
        See `OnExisting`.
    skip_done
        Whether a photo is skipped whose result is there already: same source, settings and model, by
        hash.
    check_space
        Whether the run refuses to start when the results will probably not fit.
    reserve
        Bytes that always stay free.
    review_first
        Whether photos are only predicted, and wait to be accepted before anything is written.
    split
        Whether a photo is made of each where several lie on one scan.
    turn
        Whether photos are turned that surely lie on their side or stand on their head.
    """

    on_existing: OnExisting = OnExisting.NUMBER
    skip_done: bool = True
    check_space: bool = True
    reserve: int = RESERVE
    review_first: bool = False
    split: bool = False
    turn: bool = False
