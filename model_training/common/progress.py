"""How far something is: a bar on a terminal, a line now and then in a log file."""

import sys
import time
from typing import Final, Self, TextIO

from tqdm import tqdm

#: Seconds between two lines of a log file.
_QUIET: Final = 60.0
_BAR_SECONDS: Final = 1.0


class Progress:
    """Done and total, speed and time left; a context manager.

    The speed is counted from the first call of `to` on: what was done before does not count.

    Parameters
    ----------
    total
        None when it is not known yet; `to` may say it later.
    file
        Where to write; the standard error stream by default.
    shown
        False for processes that leave the talking to another one.
    """

    def __init__(
        self,
        total: int | None = None,
        *,
        unit: str,
        what: str = "",
        file: TextIO | None = None,
        shown: bool = True,
    ) -> None:
        self._file = file or sys.stderr
        self._total, self._unit, self._what = total, unit, what
        self._initial: int | None = None
        self._done, self._note, self._shown = 0, "", shown
        self._begun = self._spoken = time.monotonic()
        self._bar: tqdm[None] | None = None
        if shown and self._file.isatty():
            self._bar = tqdm(
                total=total,
                unit=unit,
                desc=what or None,
                file=self._file,
                mininterval=_BAR_SECONDS,
                smoothing=0.02,
            )

    def to(self, done: int, total: int | None = None, note: str = "") -> None:
        """Say how much is done.

        Parameters
        ----------
        note
            Shown at the end of the line.
        """
        if self._initial is None:
            self._start_from(done)
        self._done, self._note = done, note or self._note
        self._total = self._total if total is None else total
        if self._bar is not None:
            self._bar.total = self._total
            if note:
                self._bar.set_postfix_str(note, refresh=False)
            self._bar.update(done - self._bar.n)
        elif time.monotonic() - self._spoken > _QUIET:
            self._speak()

    def write(self, text: str) -> None:
        """A line of its own that stays."""
        if self._bar is not None:
            self._bar.write(text, file=self._file)
        elif self._shown:
            self._file.write(f"{text}\n")
            self._file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def close(self) -> None:
        """The last line."""
        if self._bar is not None:
            self._bar.close()
        elif self._done > (self._initial or 0):
            self._speak()

    def _start_from(self, done: int) -> None:
        self._initial = done
        self._begun = time.monotonic()
        if self._bar is not None:
            self._bar.initial = self._bar.n = self._bar.last_print_n = done

    def _speak(self) -> None:
        self._spoken = time.monotonic()
        elapsed = self._spoken - self._begun
        rate = (self._done - (self._initial or 0)) / max(elapsed, 1e-9)
        parts = [f"{self._done:,}" + (f" of {self._total:,}" if self._total else "") + f" {self._unit}"]
        parts.append(f"{rate:.3g} {self._unit}/s")
        if self._total and rate > 0:
            parts.append(f"{tqdm.format_interval((self._total - self._done) / rate)} left")
        parts += [self._note] if self._note else []
        self.write((f"{self._what}: " if self._what else "") + ", ".join(parts))
