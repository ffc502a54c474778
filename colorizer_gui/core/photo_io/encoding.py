"""The one entrance to the encoders."""

from dataclasses import dataclass
from typing import BinaryIO

import imagecodecs
import numpy as np

from colorizer_gui.core.photo import PhotoFormat, PhotoMetadata
from colorizer_gui.core.photo_io import png_chunks
from colorizer_gui.core.photo_io.options import WriteOptions
from colorizer_gui.core.photo_io.pillow_encoding import encode_bmp, encode_jpeg, encode_webp
from colorizer_gui.core.photo_io.raster import AnyArray
from colorizer_gui.core.photo_io.tiff_encoding import encode_tiff


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """All that goes into a file.

    Attributes
    ----------
    color
        (H, W, 3) uint8 or uint16 sRGB.
    alpha
        (H, W), as deep as `color`, or None.
    metadata
        As it is to be written: the profile is sRGB's, EXIF and XMP carry our tags.
    software
        Name and version of the writer.
    """

    color: AnyArray
    alpha: AnyArray | None
    metadata: PhotoMetadata
    software: str

    def channels(self) -> AnyArray:
        """(H, W, 3) or, with alpha, (H, W, 4)."""
        return self.color if self.alpha is None else np.dstack([self.color, self.alpha])


def encode(picture: Picture, target_format: PhotoFormat, options: WriteOptions, stream: BinaryIO) -> None:
    """Write a picture to an open, empty, real file.

    Raises
    ------
    OSError
        From the file system.
    """
    channels: AnyArray = np.ascontiguousarray(picture.channels())
    if target_format is PhotoFormat.TIFF:
        encode_tiff(channels, picture.metadata, stream)
    elif target_format is PhotoFormat.PNG:
        data = _encode_png(channels)
        chunks = png_chunks.metadata_chunks(picture.metadata, picture.software)
        stream.write(png_chunks.insert_after_header(data, chunks))
    elif target_format is PhotoFormat.JPEG:
        stream.write(encode_jpeg(channels, picture.metadata, options.quality))
    elif target_format is PhotoFormat.WEBP:
        stream.write(encode_webp(channels, picture.metadata, options))
    else:
        stream.write(encode_bmp(channels, picture.metadata))


def _encode_png(channels: AnyArray) -> bytes:
    """PNG without metadata; two settings that are both fast and small on photos."""
    # The codec's own guess at the largest result is too small for narrow pictures: it forgets the
    # byte that each row begins with, and the frame of each 8 KiB of data.
    raw = channels.nbytes + channels.shape[0]
    bound = raw + raw // 500 + 65_536
    return bytes(imagecodecs.png_encode(channels, level=3, strategy=1, filter=16, out=bound))
