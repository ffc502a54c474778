"""Whether something is at a path, for names that a user gave.

Pathlib raises where a folder on the way may not be looked into, and where a name is too long. To whoever asks
here nothing is there then; what reads the path says what is wrong with it.
"""

from pathlib import Path


def is_folder(path: Path) -> bool:
    """Whether a folder is there that this user may see."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Whether a file is there that this user may see."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Whether anything is there that this user may see."""
    try:
        return path.exists()
    except OSError:
        return False
