"""Keeps to itself where the user's photos lie: of paths in texts that may be passed on only names stay."""

import re
from pathlib import PurePath, PureWindowsPath
from typing import Final

_ROOT: Final = r"(?:[A-Za-z]:[\\/]|\\\\|~?/|file:/+)(?=\S)"
#: Between quotes a path holds anything but the second quote.
_QUOTES: Final = ('""', "''", "“”", "„“", "«»")
_IN_QUOTES: Final = "|".join(
    rf"(?<!\w){first}{_ROOT}[^{last}\n]*[\\/][^{last}\n]+(?={last})" for first, last in _QUOTES
)
#: Elsewhere nobody knows where it ends: at the first space after the last slash of the line.
_BARE: Final = rf"(?<![\w.…~/\\:<]){_ROOT}[^\"“”„«»\n]*[\\/][^\s\"'“”„«»,;)]+"
_PATHS: Final = re.compile(f"{_IN_QUOTES}|{_BARE}")
_PROGRAM: Final = ".py"


def without_folders(text: str) -> str:
    """The text with ``…/scan 1.jpg`` in the place of ``/home/anna/Box 3/scan 1.jpg``.

    Of the program's own files, which a traceback names, the last two folders stay as well.
    """
    return _PATHS.sub(_shortened, text)


def _shortened(found: re.Match[str]) -> str:
    path = found[0]
    quote = path[0] if path[0] in "".join(_QUOTES) else ""
    kind = PureWindowsPath if "\\" in path else PurePath
    parts = kind(path.removeprefix(quote)).parts
    kept = parts[-3:] if path.endswith(_PROGRAM) else parts[-1:]
    return f"{quote}…/{'/'.join(kept)}"
