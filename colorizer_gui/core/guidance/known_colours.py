"""Colours that are known by a name and a source: Tintype's own, and the user's in a file."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import rgb_to_lab
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.common.plain_data import PlainDataError, from_plain, to_plain
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.common.whole_files import write_whole

#: What files with colours are recognised by, and their version.
_MARK: Final = "tintype-colours"
_FORMAT: Final = 1
_MAX_BYTES: Final = 4 << 20
_CODE: Final = re.compile("#[0-9a-fA-F]{6}")
SUFFIX: Final = ".tintype-colours.json"


@dataclass(frozen=True, slots=True)
class KnownColour:
    """A colour somebody knows.

    Attributes
    ----------
    name
        As "Grandmother's dress".
    code
        sRGB as #rrggbb; its lightness is only how it was seen, the photo keeps its own.
    source
        Where it is known from; may be empty.
    group
        What it is listed under; empty for the user's own.

    Raises
    ------
    ValueError
        When there is no name, or the code is none.
    """

    name: str
    code: str
    source: str = ""
    group: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a colour has a name")
        if not _CODE.fullmatch(self.code):
            raise ValueError("the code of a colour is # and six digits")

    @property
    def lab(self) -> tuple[float, float, float]:
        """CIE L*, a*, b*."""
        channels = [int(self.code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        lightness, a, b = (float(each) for each in rgb_to_lab(np.array([[channels]], np.float32))[0, 0])
        return lightness, a, b

    @property
    def statement(self) -> str:
        """What a result's metadata says about it."""
        return f"{self.name} ({self.source})" if self.source else self.name


def built_in_colours(language: str) -> tuple[KnownColour, ...]:
    """Those that come with Tintype; in English where they have no name in the language.

    Raises
    ------
    ColorizationError
        When the program was copied without its resources.
    """
    with resource("colours", "known.json").open(encoding="utf-8") as file:
        stored = json.load(file)
    return tuple(
        KnownColour(_in(each["name"], language), each["code"], each["source"], _in(part["group"], language))
        for part in stored
        for each in part["colours"]
    )


def _in(names: Mapping[str, str], language: str) -> str:
    return names.get(language, names["en"])


def read_colours(path: Path) -> tuple[KnownColour, ...]:
    """Read a file that `write_colours` wrote, here or on another computer.

    Raises
    ------
    ColorizationError
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ColorizationError('"{path}" is too large for a file of colours; choose another.', path=path)
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as exc:
        raise ColorizationError(
            'The colours "{path}" could not be read; check its name and folder.', path=path
        ) from exc
    except (ValueError, RecursionError) as exc:
        raise ColorizationError('The colours "{path}" are damaged; choose another file.', path=path) from exc
    if not isinstance(stored, dict) or stored.get(_MARK) != _FORMAT:
        raise ColorizationError(
            '"{path}" holds no colours of this version of Tintype; choose another file.', path=path
        )
    try:
        return from_plain(tuple[KnownColour, ...], stored.get("colours"), "the file")
    except PlainDataError as exc:
        raise ColorizationError('The colours "{path}" are damaged; choose another file.', path=path) from exc


def write_colours(path: Path, colours: Sequence[KnownColour]) -> None:
    """Write colours to a file; one that is there is replaced as a whole.

    Raises
    ------
    ColorizationError
    """
    text = json.dumps({_MARK: _FORMAT, "colours": to_plain(tuple(colours))}, ensure_ascii=False, indent=1)
    try:
        write_whole(path, (text + "\n").encode())
    except OSError as exc:
        raise ColorizationError(
            'The colours could not be written to "{path}"; choose another folder.', path=path
        ) from exc


def merged(own: Iterable[KnownColour], others: Iterable[KnownColour]) -> tuple[KnownColour, ...]:
    """Colours with others added; one of the same name takes the place of the earlier."""
    by_name = {colour.name: colour for colour in (*own, *others)}
    return tuple(by_name.values())
