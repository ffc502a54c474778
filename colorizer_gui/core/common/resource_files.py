"""Where the program's own files lie: in a checkout, or in a frozen bundle."""

import sys
from pathlib import Path
from typing import Final

from colorizer_gui.core.common.errors import ColorizationError

_CHECKOUT: Final = Path(__file__).resolve().parents[3]


def document(name: str) -> str:
    """The text of a file that stands beside the resources, or nothing where it was not copied along."""
    path = Path(getattr(sys, "_MEIPASS", _CHECKOUT)) / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def resource(*parts: str) -> Path:
    """Path of a file or folder below `resources`.

    Raises
    ------
    ColorizationError
        When the program was copied without its resources.
    """
    root = Path(getattr(sys, "_MEIPASS", _CHECKOUT))
    folder = root / "resources"
    if not folder.is_dir():
        raise ColorizationError(
            "Tintype's own files are missing from {root}; install the program again.", root=root
        )
    return folder.joinpath(*parts)
