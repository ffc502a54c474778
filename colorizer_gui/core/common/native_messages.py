"""What libraries in C print to standard error goes to the log.

libtiff and libpng name there what is wrong with a file. While a file is decoded, descriptor 2 leads to a file
without a name, whose lines are logged afterwards. It belongs to the whole process, so what other threads
print through it meanwhile is logged as well; `cli.main` gives Python's own `sys.stderr` another descriptor.
"""

import contextlib
import logging
import os
import tempfile
import threading
from collections.abc import Iterator
from typing import Final

_STANDARD_ERROR: Final = 2
#: A damaged file can make a library say the same thousands of times.
_MOST_BYTES: Final = 4096

_log = logging.getLogger(__name__)


class _Diversion:
    """Counts who is inside, so that the first one diverts and the last one puts back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._usual: int | None = None
        self._file: int | None = None

    def begin(self) -> None:
        with self._lock:
            self._inside += 1
            if self._inside > 1:
                return
            with contextlib.suppress(OSError):  # a program without a console may have no such descriptor
                if self._file is None:
                    with tempfile.TemporaryFile() as file:
                        self._file = os.dup(file.fileno())
                self._usual = os.dup(_STANDARD_ERROR)
                os.dup2(self._file, _STANDARD_ERROR)

    def end(self) -> bytes:
        """What was printed, once nobody is inside."""
        with self._lock:
            self._inside -= 1
            if self._inside or self._usual is None or self._file is None:
                return b""
            os.dup2(self._usual, _STANDARD_ERROR)
            os.close(self._usual)
            self._usual = None
            if not os.fstat(self._file).st_size:
                return b""
            os.lseek(self._file, 0, os.SEEK_SET)
            printed = os.read(self._file, _MOST_BYTES)
            os.lseek(self._file, 0, os.SEEK_SET)
            os.ftruncate(self._file, 0)
            return printed


_diversion = _Diversion()


@contextlib.contextmanager
def logged() -> Iterator[None]:
    """Log what is printed to standard error meanwhile, line by line, as information."""
    _diversion.begin()
    try:
        yield
    finally:
        for line in dict.fromkeys(_diversion.end().decode(errors="replace").splitlines()):
            if line.strip():
                _log.info("%s", line.strip())
