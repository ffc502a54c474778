"""A hash of what a photo looks like: the same, or nearly, for the same picture."""

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import ByteArray


def perceptual_hash(lightness: ByteArray) -> bytes:
    """18 bytes that survive light recompression: signs of the low frequencies of the lightness (pHash).

    Parameters
    ----------
    lightness
        (H, W) uint8.
    """
    small = cv2.resize(lightness, (32, 32), interpolation=cv2.INTER_AREA).astype(np.float32)
    low = np.asarray(cv2.dct(small))[:12, :12].ravel()[1:]
    return np.packbits(low > np.median(low)).tobytes()
