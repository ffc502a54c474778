"""TIFF in CIE L*a*b* (TIFF 6.0, section 23; ICCLab of TIFF Technical Note 4)."""

import numpy as np

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.common.strips import strips
from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport
from colorizer_gui.core.photo_io.raster import AnyArray, RefusedError


def decoded(channels: AnyArray, colors: int, signed: bool, report: DecoderReport) -> Decoded:
    """Keep L* as it is, and a*b* in half precision.

    Parameters
    ----------
    channels
        (H, W, C) samples of 8 or 16 bits: L*, then a* and b* unless there is L* alone.
    signed
        Whether a* and b* are signed (CIELab) or centred on half of the range (ICCLab).
    """
    bits = channels.dtype.itemsize * 8
    if channels.dtype.kind not in "ui" or bits not in {8, 16}:
        raise RefusedError("is a TIFF in CIELab with unusual samples; save it as gray or RGB and open that")
    unsigned = channels.view(np.uint8 if bits == 8 else np.uint16)
    lightness = np.ascontiguousarray(unsigned[..., 0])
    if bits == 16 and not signed:
        # ICCLab counts L* from 0 to 0xFF00.
        lightness = np.minimum(np.rint(lightness * (65_535 / 65_280)), 65_535).astype(np.uint16)
    if colors == 1:
        return Decoded(lightness, None, report, is_lightness=True)
    planes = unsigned[..., 1:3]
    chroma = large_arrays.empty(planes.shape, np.float16)
    for rows in strips(*planes.shape[:2]):
        strip = np.ascontiguousarray(planes[rows])
        kind = np.int8 if bits == 8 else np.int16
        centred = strip.view(kind) if signed else strip.astype(np.int32) - 2 ** (bits - 1)
        chroma[rows] = centred.astype(np.float32) / np.float32(2 ** (bits - 8))
    return Decoded(lightness, None, report, is_lightness=True, chroma=chroma)
