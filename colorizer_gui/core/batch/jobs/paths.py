"""One way to write the same path."""

import os
from pathlib import Path

from colorizer_gui.core.common.addresses import is_address


def absolute(path: Path) -> Path:
    """From the root, without ``..``; links are not followed, since the user knows the file by this name."""
    if is_address(path):
        return path
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
