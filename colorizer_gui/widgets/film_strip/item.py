"""What the film strip knows of one photo."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

ITEM_ROLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class StripItem:
    """One photo of the row.

    Attributes
    ----------
    state
        In a word.
    sign
        Name of an icon that says the same.
    note
        The sentence of an error, or empty.
    """

    key: int
    name: str
    state: str
    sign: str
    thumbnail: QImage | None = None
    note: str = ""
