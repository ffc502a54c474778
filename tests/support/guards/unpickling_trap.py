"""What leaves a trace when somebody unpickles it."""

from pathlib import Path
from typing import Any


class UnpicklingTrap:
    """Makes an empty file when it is unpickled.

    Attributes
    ----------
    trace
        Where the file will be.
    """

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.trace,)
