"""A small visible mark in a corner that says that the colour is a guess."""

from functools import lru_cache
from typing import Final

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.photo.photo import BitDepth, SampleArray
from colorizer_gui.core.photo_io.options import MarkCorner
from colorizer_gui.core.photo_io.pixels import PixelSource

MARK_TEXT: Final = "Colorized by AI"
#: Height of the letters relative to the short side, and their least height in pixels.
_SHARE, _LEAST = 0.025, 9
_OPACITY: Final = 0.85


class MarkedPixels:
    """Pixels of another source with the mark drawn over them; only the letters and their edge change."""

    def __init__(self, source: PixelSource, corner: MarkCorner) -> None:
        self._source = source
        self.shape = source.shape
        self.depth: BitDepth = source.depth
        height, width = self.shape
        light, opacity = _letters(max(_LEAST, round(_SHARE * min(self.shape))))
        self._light, self._opacity = light[:height, :width], opacity[:height, :width]
        rows, columns = self._light.shape
        self._top = 0 if corner.startswith("top") else height - rows
        self._left = 0 if corner.endswith("left") else width - columns

    def rows(self, rows: slice) -> SampleArray:
        """See `PixelSource`."""
        samples = self._source.rows(rows)
        start, stop, _ = rows.indices(self.shape[0])
        first, last = max(start, self._top), min(stop, self._top + len(self._light))
        if first >= last:
            return samples
        inside = slice(first - self._top, last - self._top)
        columns = slice(self._left, self._left + self._light.shape[1])
        marked = samples.copy()
        part = marked[first - start : last - start, columns]
        opacity = self._opacity[inside, :, None]
        light = self._light[inside, :, None] * np.float32(np.iinfo(samples.dtype).max)
        part[:] = np.rint(part * (1 - opacity) + light * opacity).astype(samples.dtype)
        return marked


@lru_cache(maxsize=4)
def _letters(size: int) -> tuple[FloatArray, FloatArray]:
    """White letters with a dark edge: how light they are, and how much they cover, both in [0, 1]."""
    font = ImageFont.load_default(size)
    edge = max(1, size // 8)
    box = ImageDraw.Draw(Image.new("L", (1, 1))).textbbox((0, 0), MARK_TEXT, font=font, stroke_width=edge)
    margin = size // 2
    extent = (int(box[2] - box[0]) + 2 * margin, int(box[3] - box[1]) + 2 * margin)
    place = (margin - box[0], margin - box[1])
    letters, covered = Image.new("L", extent), Image.new("L", extent)
    ImageDraw.Draw(letters).text(place, MARK_TEXT, fill=255, font=font)
    ImageDraw.Draw(covered).text(place, MARK_TEXT, fill=255, font=font, stroke_width=edge, stroke_fill=255)
    light, opacity = (np.asarray(each, dtype=np.float32) / np.float32(255.0) for each in (letters, covered))
    return light, opacity * np.float32(_OPACITY)
