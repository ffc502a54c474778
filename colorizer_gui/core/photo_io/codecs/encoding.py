"""The one entrance to the encoders."""

from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

from colorizer_gui.core.photo.photo import PhotoFormat, PhotoMetadata
from colorizer_gui.core.photo_io.codecs.jpeg.encoding import encode_jpeg
from colorizer_gui.core.photo_io.codecs.pillow_encoding import encode_bmp, encode_webp
from colorizer_gui.core.photo_io.codecs.png import chunks as png_chunks
from colorizer_gui.core.photo_io.codecs.png.encoding import encode_png
from colorizer_gui.core.photo_io.codecs.tiff.encoding import TiffLayout, encode_tiff
from colorizer_gui.core.photo_io.options import WriteOptions
from colorizer_gui.core.photo_io.pixels import RecordedPixels, to_depth
from colorizer_gui.core.photo_io.raster import AnyArray


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """All that goes into a file.

    Attributes
    ----------
    pixels
        8 or 16 bits, in the space of the metadata's profile.
    alpha
        (H, W) uint8 or uint16, or None.
    metadata
        As it is to be written: the profile is that of the pixels, EXIF and XMP carry our tags.
    software
        Name and version of the writer.
    """

    pixels: RecordedPixels
    alpha: AnyArray | None
    metadata: PhotoMetadata
    software: str

    def rows(self, rows: slice) -> AnyArray:
        """(n, W, 3) or, with alpha, (n, W, 4)."""
        color = self.pixels.rows(rows)
        return color if self.alpha is None else np.dstack([color, self.alpha_rows(rows)])

    def alpha_rows(self, rows: slice) -> AnyArray:
        """Some rows of alpha, as deep as the pixels."""
        assert self.alpha is not None
        return to_depth(self.alpha[rows], self.pixels.depth)

    def channels(self) -> AnyArray:
        """The whole picture: (H, W, 3) or, with alpha, (H, W, 4)."""
        color = self.pixels.whole()
        return color if self.alpha is None else np.dstack([color, self.alpha_rows(slice(None))])


def encode(picture: Picture, target_format: PhotoFormat, options: WriteOptions, stream: BinaryIO) -> None:
    """Write a picture to an open, empty, real file.

    Raises
    ------
    OSError
        From the file system.
    ValueError
        For a format that is only read.
    """
    height, width = picture.pixels.shape
    shape = (height, width, 3 if picture.alpha is None else 4)
    if target_format is PhotoFormat.TIFF:
        layout = TiffLayout(shape, picture.pixels.depth, options.tiff_compression)
        encode_tiff(picture.rows, layout, picture.metadata, stream)
    elif target_format is PhotoFormat.PNG:
        chunks = png_chunks.metadata_chunks(picture.metadata, picture.software)
        encode_png(picture.rows, shape, picture.pixels.depth, chunks, stream)
    elif target_format is PhotoFormat.JPEG:
        encode_jpeg(picture.rows, picture.pixels.shape, picture.metadata, options.quality, stream)
    elif target_format is PhotoFormat.WEBP:
        stream.write(encode_webp(picture.channels(), picture.metadata, options))
    elif target_format is PhotoFormat.BMP:
        stream.write(encode_bmp(picture.channels(), picture.metadata))
    else:
        raise ValueError(f"{target_format} is not written")
