"""AVIF and HEIC whose last bytes are missing: zeros are put in their place."""

from typing import Final

from colorizer_gui.core.photo_io import boxes
from colorizer_gui.core.photo_io.codecs.decoded import is_little

_DATA: Final = b"mdat"


def with_end(data: bytes) -> tuple[bytes, float]:
    """A file as long as its boxes say, and the part of its pictures' data that was filled up with zeros.

    Where more is missing than the last bytes, or something else than data, the file stays as it is.
    """
    name, start, end = [(b"", 0, 0), *boxes.boxes(data)][-1]
    lost = end - len(data)
    share = lost / max(1, end - start)
    if name != _DATA or lost <= 0 or not is_little(share, lost):
        return data, 0.0
    return data + bytes(lost), share
