"""Where a picture's pixels come from when it is written: a few rows at a time, never all at once."""

import zlib
from typing import Final, Protocol

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.strips import in_order
from colorizer_gui.core.photo.photo import BitDepth, SampleArray
from colorizer_gui.core.photo_io.raster import AnyArray

#: Side of the blocks that JPEG transforms.
BLOCK: Final = 8


class PixelSource(Protocol):
    """Pixels that can be asked for by rows, from several threads, as often as needed."""

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width."""
        ...

    @property
    def depth(self) -> BitDepth:
        """Bits of a sample."""
        ...

    def rows(self, rows: slice) -> SampleArray:
        """(n, W, 3) RGB samples of that depth."""
        ...


class ArrayPixels:
    """Pixels that are in memory already."""

    def __init__(self, image_rgb: SampleArray) -> None:
        self._image = image_rgb

    @property
    def shape(self) -> tuple[int, int]:
        """See `PixelSource`."""
        height, width = self._image.shape[:2]
        return height, width

    @property
    def depth(self) -> BitDepth:
        """See `PixelSource`."""
        return 16 if self._image.dtype == np.uint16 else 8

    def rows(self, rows: slice) -> SampleArray:
        """See `PixelSource`."""
        return self._image[rows]


class DepthPixels:
    """Pixels of another source in another depth."""

    def __init__(self, source: PixelSource, depth: BitDepth) -> None:
        self._source = source
        self.shape = source.shape
        self.depth: BitDepth = depth

    def rows(self, rows: slice) -> SampleArray:
        """See `PixelSource`."""
        return to_depth(self._source.rows(rows), self.depth)


class RecordedPixels:
    """Pixels of another source, with a checksum of each strip that was taken.

    What is read back from a file is compared with the checksums, so that no copy has to be kept.
    """

    def __init__(self, source: PixelSource) -> None:
        self._source = source
        self.shape = source.shape
        self.depth: BitDepth = source.depth
        self._sums: dict[int, int] = {}

    def rows(self, rows: slice) -> SampleArray:
        """See `PixelSource`."""
        samples = self._source.rows(rows)
        self._note(rows, samples)
        return samples

    def _note(self, rows: slice, samples: SampleArray) -> None:
        self._sums[rows.start] = _checksum(samples)

    def equal(self, rows: slice, samples: AnyArray) -> bool:
        """Whether these are the samples that were taken for these rows."""
        return self._sums.get(rows.start) == _checksum(samples)

    def whole(self) -> SampleArray:
        """(H, W, 3), strip by strip on a few threads."""
        dtype = np.uint16 if self.depth == 16 else np.uint8
        image: AnyArray = np.empty((*self.shape, 3), dtype=dtype)
        for rows, samples in in_order(*self.shape, self.rows):
            image[rows] = samples
        return image


class AveragedPixels(RecordedPixels):
    """Pixels of 8 bits of another source, with the mean of each block of those that were taken.

    What is read back from a lossy file is compared with these means.
    """

    def __init__(self, source: PixelSource) -> None:
        super().__init__(source)
        self._means: dict[int, ByteArray] = {}

    def _note(self, rows: slice, samples: SampleArray) -> None:
        self._means[rows.start] = block_means(samples)

    def means(self, rows: slice) -> ByteArray | None:
        """`block_means` of rows that were taken as such; None of others."""
        return self._means.get(rows.start)


def block_means(samples: AnyArray) -> ByteArray:
    """The mean of each block of `BLOCK` pixels a side; edges are continued, as an encoder does.

    Parameters
    ----------
    samples
        (n, W, C) uint8.

    Returns
    -------
    (ceil(n / `BLOCK`), ceil(W / `BLOCK`), C) uint8.
    """
    height, width, _ = samples.shape
    down, across = -height % BLOCK, -width % BLOCK
    if down or across:
        samples = cv2.copyMakeBorder(samples, 0, down, 0, across, cv2.BORDER_REPLICATE)
    size = (width + across) // BLOCK, (height + down) // BLOCK
    return np.asarray(cv2.resize(samples, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def to_depth(samples: AnyArray, depth: BitDepth) -> AnyArray:
    """Samples of 8 or 16 bits in the other depth, rounded."""
    if samples.dtype == np.uint16 and depth == 8:
        # v / 257 rounded, without a float copy of the whole picture.
        return ((samples.astype(np.uint32) + 128) // 257).astype(np.uint8)
    if samples.dtype == np.uint8 and depth == 16:
        return samples.astype(np.uint16) * np.uint16(257)
    return samples


def _checksum(samples: AnyArray) -> int:
    header = f"{samples.shape} {samples.dtype.itemsize}".encode()
    return zlib.crc32(np.ascontiguousarray(samples).view(np.uint8).data, zlib.crc32(header))
