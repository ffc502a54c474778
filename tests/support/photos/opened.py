"""Photos made of bytes, and bytes made of pictures by Pillow."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy.typing as npt
from PIL import Image

from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import read_photo


def opened(folder: Path, name: str, data: bytes) -> Photo:
    """Read a file of these bytes."""
    (folder / name).write_bytes(data)
    return read_photo(folder / name)


def encoded(image: npt.NDArray[Any], name: str, **settings: Any) -> bytes:
    """The bytes of a picture in Pillow's format of that name."""
    stream = BytesIO()
    Image.fromarray(image).save(stream, name, **settings)
    return stream.getvalue()
