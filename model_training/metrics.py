"""Figures that compare a colorized photo with the truth."""

import numpy as np

from colorizer_gui.core.color import FloatArray


def psnr(result_rgb: FloatArray, truth_rgb: FloatArray) -> float:
    """Peak signal-to-noise ratio in dB over all channels of two sRGB images in [0, 1]."""
    error = float(np.mean((result_rgb.astype(np.float64) - truth_rgb) ** 2))
    return 10.0 * float(np.log10(1.0 / max(error, 1e-10)))


def colorfulness(image_rgb: FloatArray) -> float:
    """Colourfulness of an sRGB image in [0, 1] (Hasler and Suesstrunk 2003, eq. for M-hat-3)."""
    scaled = image_rgb.astype(np.float64) * 255
    rg = scaled[..., 0] - scaled[..., 1]
    yb = (scaled[..., 0] + scaled[..., 1]) / 2 - scaled[..., 2]
    return float(np.hypot(rg.std(), yb.std()) + 0.3 * np.hypot(rg.mean(), yb.mean()))
