"""When a photo was taken, for names; only the file's head is read."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PIL import Image

_EXIF_IFD: Final = 0x8769
_DATE_TIME_ORIGINAL: Final = 0x9003
_DATE_TIME: Final = 0x0132


def photo_date(path: Path) -> str:
    """The day as ``1932-07-14``, from EXIF or else the file's own; ``undated`` when there is neither."""
    return _exif_date(path) or _file_date(path) or "undated"


def _exif_date(path: Path) -> str | None:
    try:
        with path.open("rb") as stream, Image.open(stream) as image:
            exif = image.getexif()
            text = exif.get_ifd(_EXIF_IFD).get(_DATE_TIME_ORIGINAL) or exif.get(_DATE_TIME)
    except Exception:  # noqa: BLE001 - a damaged head raises nearly anything, and a name is no reason to fail
        return None
    try:
        return datetime.strptime(str(text)[:10], "%Y:%m:%d").replace(tzinfo=UTC).date().isoformat()
    except ValueError:
        return None


def _file_date(path: Path) -> str | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone().date().isoformat()
    except (OSError, OverflowError, ValueError):
        return None
