"""Turning pixels upright as EXIF's orientation says (Exif 2.32, tag 0x0112)."""

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.photo_io.raster import AnyArray


def turn_upright(samples: AnyArray, orientation: int) -> AnyArray:
    """Apply an EXIF orientation.

    Parameters
    ----------
    samples
        (H, W) or (H, W, C) as stored.
    orientation
        1 to 8; the value names the corner of the stored array that is shown top left.

    Returns
    -------
    The upright array, contiguous; (W, H, …) for the orientations 5 to 8.
    """
    if orientation == 1:
        return samples
    if orientation >= 5:
        samples = samples.swapaxes(0, 1)
    # After transposing, 5 is done, 6 still has to be mirrored, 7 turned by 180, 8 flipped.
    flip_rows = orientation in {3, 4, 7, 8}
    flip_columns = orientation in {2, 3, 6, 7}
    samples = samples[:: -1 if flip_rows else 1, :: -1 if flip_columns else 1]
    return large_arrays.contiguous(samples)
