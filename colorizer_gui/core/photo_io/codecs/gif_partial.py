"""A GIF whose last bytes are missing: the rows that are there, and gray in the place of the others.

Pillow's parser decodes what it is fed. It is fed twice, over two grounds: where these show, nothing was in
the file.
"""

from io import BytesIO
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFile

from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts, is_little
from colorizer_gui.core.photo_io.codecs.pillow_decoding import samples_of
from colorizer_gui.core.photo_io.raster import AnyArray, split_alpha

_GROUNDS: Final = (0, 255)
_GRAY: Final = 128


def decode_gif_without_end(data: bytes, _facts: FileFacts) -> Decoded:
    """Decode the first picture of which the last rows are missing; of an interlaced one these are everywhere.

    Raises
    ------
    ValueError
        When more is missing than the last ones, or the decoder refuses what is there.
    """
    with Image.open(BytesIO(data), formats=["GIF"]) as image:
        _, extents, start, _ = image.tile[0]
        left, top, right, bottom = extents or (0, 0, *image.size)
        interlaced = bool(image.info.get("interlace"))
    data = _with_short_block(data, start)
    indices, others = (_fed(data, start, ground) for ground in _GROUNDS)
    within = np.zeros(np.asarray(indices).shape, np.bool_)
    within[top:bottom, left:right] = True
    lacking = within & (np.asarray(indices) != np.asarray(others))
    missing = float(lacking.mean())
    if not is_little(missing, len(data) * missing / max(1e-9, 1 - missing)):
        raise ValueError("the picture is cut off")
    color, alpha = split_alpha(samples_of(indices))
    color, alpha = color.copy(), None if alpha is None else alpha.copy()
    if alpha is not None:
        alpha[lacking] = 255
    _fill(color, lacking, interlaced=interlaced)
    report = DecoderReport(profile_applied=False, orientation_applied=False, bits=8, missing=missing)
    return Decoded(color, alpha, report)


def _fed(data: bytes, start: int, ground: int) -> Image.Image:
    """The first picture over a ground of one index, as far as it is there; its data begins at a place."""
    parser = ImageFile.Parser()
    parser.feed(data[:start])
    image = parser.image
    if image is None:
        raise ValueError("the header is cut off")
    image.readonly = 0  # or the ground would go into a copy, and not where the decoder writes
    image.paste(ground, (0, 0, *image.size))
    parser.feed(data[start:])
    return image


def _with_short_block(data: bytes, start: int) -> bytes:
    """The same file, whose last block is as long as it says."""
    at = start
    while at < len(data) and data[at]:
        if at + 1 + data[at] > len(data):
            return data[:at] + bytes([len(data) - at - 1]) + data[at + 1 :]
        at += 1 + data[at]
    return data


def _fill(color: AnyArray, lacking: npt.NDArray[np.bool_], *, interlaced: bool) -> None:
    """Paint what is missing; between the rows of an interlaced picture the one above is there."""
    color[lacking] = _GRAY
    if interlaced:
        for row in np.flatnonzero(lacking.any(axis=1)):
            if row:
                place = lacking[row]
                color[row, place] = color[row - 1, place]
