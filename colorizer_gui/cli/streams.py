"""Standard output and standard error: what may stand there, and that libraries do not write among it."""

import io
import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

_STANDARD_ERROR: Final = 2


def prepare_streams() -> None:
    """Let any file name be printed, and keep warnings of libraries out of what the program prints."""
    _keep_standard_error()
    for stream in (sys.stdout, sys.stderr):
        # Names may hold what the terminal or UTF-8 cannot; that is no reason to stop.
        if isinstance(stream, io.TextIOWrapper):  # a program without a console has none
            stream.reconfigure(errors="backslashreplace")
    logging.captureWarnings(capture=True)
    if logging.lastResort is not None:
        logging.lastResort.setLevel(logging.ERROR)


def log_to(path: Path) -> None:
    """Write what is logged, messages of decoders included, to the end of a file.

    Raises
    ------
    OSError
    """
    handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)


def _keep_standard_error() -> None:
    """Give `sys.stderr` a descriptor of its own; see `native_messages`, which diverts the usual one."""
    stream = sys.__stderr__
    if stream is None or sys.stderr is not stream:
        return
    with suppress(OSError, ValueError):
        if stream.fileno() == _STANDARD_ERROR:
            sys.stderr = os.fdopen(
                os.dup(_STANDARD_ERROR), "w", buffering=1, encoding=stream.encoding, errors="backslashreplace"
            )
