"""Addresses that stand where paths do."""

import re
import sys
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    from pathlib import WindowsPath as _Native
else:
    from pathlib import PosixPath as _Native

_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]+://")
_WRITTEN: Final = re.compile(r"([a-z][a-z0-9+.-]+:)/+(?=[^/])")


class Address(_Native):
    """A place that is no path of this computer, such as ``s3://bucket/scan.jpg``.

    Names, suffixes and folders are those of a path; `str` says it as an address. The file system knows
    nothing by such a name, so whoever reads or writes has to ask what it is first (`is_address`).
    """

    __slots__ = ()

    def __str__(self) -> str:
        return _WRITTEN.sub(r"\1//", super().__str__().replace("\\", "/"), count=1)


def place(text: str) -> Path:
    """A path, or an address where the text is one."""
    return Address(text) if _SCHEME.match(text) else Path(text)


def is_address(path: Path) -> bool:
    """Whether it is an address and not a path."""
    return _SCHEME.match(str(path)) is not None
