"""PNG of 8 or 16 bits, encoded by libpng through imagecodecs."""

from typing import BinaryIO

import imagecodecs
import numpy as np

from colorizer_gui.core.photo_io.codecs.png import chunks as png_chunks
from colorizer_gui.core.photo_io.raster import AnyArray


def encode_png(channels: AnyArray, chunks: bytes, stream: BinaryIO) -> None:
    """Write samples and the chunks of the metadata; two settings that are both fast and small on photos."""
    channels = np.ascontiguousarray(channels)
    # The codec's own guess at the largest result is too small for narrow pictures: it forgets the
    # byte that each row begins with, and the frame of each 8 KiB of data.
    raw = channels.nbytes + channels.shape[0]
    bound = raw + raw // 500 + 65_536
    data = imagecodecs.png_encode(channels, level=3, strategy=1, filter=16, out=bound)
    del channels
    view = memoryview(data)
    stream.write(view[: png_chunks.END_OF_HEADER])
    stream.write(chunks)
    stream.write(view[png_chunks.END_OF_HEADER :])
