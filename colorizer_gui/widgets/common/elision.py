"""File names in little room: the end stays, since names of a series differ there."""

import unicodedata
from typing import Final

from PySide6.QtGui import QFontMetrics

_DOTS: Final = "…"
#: Of the room, what the end of a name gets at most.
_END_SHARE: Final = 0.62
#: Characters of the stem that stay where it has no parts.
_END: Final = 4
_LONGEST_SUFFIX: Final = 6
_OPENING: Final = "([{"
_JOINTS: Final = f" -_.,{_OPENING}"


def elided_name(name: str, metrics: QFontMetrics, width: int) -> str:
    """The name, or its beginning and its last part with the suffix: ``Grandma's…(10).JPG``."""
    if metrics.horizontalAdvance(name) <= width:
        return name
    dot = name.rfind(".")
    stem_end = dot if dot > 0 and len(name) - dot <= _LONGEST_SUFFIX else len(name)
    end = _end(name, stem_end, metrics, round(width * _END_SHARE))
    room = width - metrics.horizontalAdvance(_DOTS + end)
    start = ""
    for length in range(1, len(name) - len(end)):
        if metrics.horizontalAdvance(name[:length]) > room:
            break
        start = name[:length]
    return start.rstrip(_JOINTS) + _DOTS + end


def _end(name: str, stem_end: int, metrics: QFontMetrics, room: int) -> str:
    """The longest end that begins with a part of the name and fits, or the last characters."""
    for begin in range(1, stem_end):
        if _begins_part(name, begin) and metrics.horizontalAdvance(name[begin:]) <= room:
            return name[begin:]
    begin = max(1, stem_end - _END)
    while begin < stem_end and unicodedata.combining(name[begin]):
        begin += 1
    return name[begin:]


def _begins_part(name: str, place: int) -> bool:
    before, here = name[place - 1], name[place]
    if here in _OPENING:
        return True
    return here.isalnum() and (before in " -_.," or (here.isdigit() and before.isalpha()))
