"""Names and messages as a terminal may see them: nothing in them moves the cursor or changes its colours."""

import re
from typing import Final

#: Control characters, line and paragraph separators, and what turns the direction of writing round.
_UNSAFE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

_NAMED: Final = {9: "\\t", 10: "\\n", 13: "\\r"}


def printable(text: str) -> str:
    """One line of text, with escapes in the place of what is no text: a file may have any name."""
    return _UNSAFE.sub(lambda found: _escaped(ord(found.group())), text)


def _escaped(code: int) -> str:
    if code in _NAMED:
        return _NAMED[code]
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
