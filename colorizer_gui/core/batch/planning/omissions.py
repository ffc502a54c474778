"""What of the added files and folders did not become a job, so that a later report can name it, too."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from colorizer_gui.core.batch.planning.scanning import LeftOut, LeftOutFiles, Scan
from colorizer_gui.core.common.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Omissions:
    """Gathered from all scans of a queue.

    Attributes
    ----------
    left_out
        Files that were not taken, each once, by the reason.
    problems
        A sentence for each folder that is empty of photos or cannot be read.
    """

    left_out: LeftOutFiles = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.left_out or self.problems)

    @property
    def count(self) -> int:
        """How many files were not taken."""
        return sum(map(len, self.left_out.values()))

    def with_more(self, found: Scan) -> Self:
        """These and those of a scan; what is known already does not come twice."""
        left_out = dict(self.left_out)
        for reason, paths in found.left_out.items():
            left_out[reason] = tuple(dict.fromkeys((*left_out.get(reason, ()), *paths)))
        return type(self)(left_out, tuple(dict.fromkeys((*self.problems, *found.problems))))

    def to_plain(self) -> dict[str, Any]:
        """What JSON can hold."""
        return {
            "left_out": {
                reason.value: [str(path) for path in paths] for reason, paths in self.left_out.items()
            },
            "problems": [
                problem.to_plain() if isinstance(problem, Sentence) else problem for problem in self.problems
            ],
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Self:
        """Undo `to_plain`.

        Raises
        ------
        KeyError, TypeError, ValueError, AttributeError
            When it is something else.
        """
        return cls(
            {LeftOut(reason): tuple(map(Path, paths)) for reason, paths in plain["left_out"].items()},
            tuple(text if isinstance(text, str) else Sentence.from_plain(text) for text in plain["problems"]),
        )
