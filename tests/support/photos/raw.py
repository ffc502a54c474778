"""A camera RAW file put together by hand: a DNG (Adobe DNG 1.4) of a Bayer sensor, which developers read."""

from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt
import tifffile

#: XYZ (D65) to linear sRGB: a camera whose colours are those of sRGB.
_XYZ_TO_SRGB = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)
_CFA, _D65 = 32803, 21


def dng(
    linear_rgb: npt.NDArray[Any],
    *,
    orientation: int = 1,
    maker: str = "Voigtlaender",
    preview: npt.NDArray[np.uint8] | None = None,
) -> bytes:
    """A DNG of (H, W, 3) linear samples in [0, 1], seen through a filter of red, green, green and blue.

    Parameters
    ----------
    preview
        (h, w) gray, put into the file as a JPEG.
    """
    samples = np.rint(linear_rgb * 65_535).astype(np.uint16)
    mosaic = samples[..., 1].copy()
    mosaic[0::2, 0::2] = samples[0::2, 0::2, 0]
    mosaic[1::2, 1::2] = samples[1::2, 1::2, 2]
    matrix = [part for row in _XYZ_TO_SRGB for value in row for part in (round(value * 10_000), 10_000)]
    model = "Tintype's test camera"
    tags = [
        (271, 2, 0, maker, True),
        (272, 2, 0, model, True),
        (274, 3, 1, orientation, True),
        (33421, 3, 2, (2, 2), True),  # the filter's period
        (33422, 1, 4, bytes((0, 1, 1, 2)), True),  # the filter
        (50706, 1, 4, bytes((1, 4, 0, 0)), True),  # version
        (50708, 2, 0, model, True),
        (50714, 3, 1, 0, True),  # black
        (50717, 4, 1, 65_535, True),  # white
        (50721, 10, 9, matrix, True),
        (50728, 5, 3, (1, 1, 1, 1, 1, 1), True),  # what is neutral
        (50778, 3, 1, _D65, True),
    ]
    stream = BytesIO()
    with tifffile.TiffWriter(stream) as file:
        if preview is not None:
            file.write(
                np.dstack([preview] * 3),
                photometric="ycbcr",
                compression="jpeg",
                rowsperstrip=len(preview),
                subfiletype=1,
                subifds=1,
                extratags=tags,
                metadata=None,
                software=False,
            )
        file.write(mosaic, photometric=_CFA, extratags=tags, metadata=None, software=False)
    return stream.getvalue()
