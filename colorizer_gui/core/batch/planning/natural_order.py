"""Names in the order in which people count: ``scan 2`` before ``scan 10``."""

import re
import unicodedata
from pathlib import PurePath
from typing import Final

_DIGITS: Final = re.compile(r"([0-9]+)")
_Key = tuple[tuple[int, int, str], ...]


def natural_key(name: str) -> tuple[_Key, str]:
    """Sort by letters without regard to case, and by numbers as numbers; equal names as they are."""
    text = unicodedata.normalize("NFKD", name).casefold()
    parts = _DIGITS.split(text)
    # Numbers come before letters, as in file managers.
    key = tuple((0, int(part), "") if index % 2 else (1, 0, part) for index, part in enumerate(parts) if part)
    return key, name


def natural_path_key(path: PurePath) -> tuple[object, ...]:
    """Folder by folder; the files of a folder come before the folders in it."""
    *folders, name = path.parts
    return (*((1, natural_key(folder)) for folder in folders), (0, natural_key(name)))
