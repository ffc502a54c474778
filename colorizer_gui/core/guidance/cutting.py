"""The outline of a selection, drawn where light and colour change.

GrabCut (Rother, Kolmogorov and Blake, "GrabCut: interactive foreground extraction using iterated graph cuts",
ACM Transactions on Graphics 23, 2004) as OpenCV has it, begun with what a selection is sure of in place of a
rectangle. Its colours are the photo's lightness and the predicted chroma.
"""

from typing import Final

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.rendering.chroma import shrink, shrink_to

#: Weights that are sure, and which of the others are thought to be inside.
_OUTSIDE: Final = 0.02
_INSIDE: Final = 0.999
_LIKELY: Final = 0.5
#: Cells of the longer side: a cut of more takes longer than a click may.
_SIDE: Final = 128
#: Of 8 bits: an L* of 100 is 255, and a*b* are shifted by this.
_LEVELS: Final = 2.55
_NEUTRAL: Final = 128.0
_ROUNDS: Final = 1
_SEED: Final = 2004


def cut(weight: FloatArray, lightness: FloatArray, ab: FloatArray) -> FloatArray:
    """Decide about cells of which a selection is not sure.

    Parameters
    ----------
    weight
        (h, w) float32 in [0, 1].
    lightness, ab
        (h, w) float32 L* and (h, w, 2) float32 a*b*.

    Returns
    -------
    (h, w) float32, 0 or 1 (between them at the outline where there are many cells); the weight itself where
    all of it is likely, or none.
    """
    small = shrink_to(weight, _SIDE)
    inside = small > _LIKELY
    if inside.all() or not inside.any():
        return weight
    size = small.shape
    planes = [shrink(lightness, *size) * np.float32(_LEVELS)]
    planes += [shrink(np.ascontiguousarray(ab[..., axis]), *size) + np.float32(_NEUTRAL) for axis in (0, 1)]
    picture = np.clip(np.dstack(planes), 0.0, 255.0).astype(np.uint8)
    marks = np.where(inside, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    marks[small > _INSIDE] = cv2.GC_FGD
    marks[small < _OUTSIDE] = cv2.GC_BGD
    cv2.setRNGSeed(_SEED)  # it begins with k-means, which is to begin in the same way each time
    models = np.zeros((2, 1, 65), dtype=np.float64)
    cv2.grabCut(picture, marks, (0, 0, 1, 1), models[0], models[1], _ROUNDS, cv2.GC_INIT_WITH_MASK)
    found = np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.float32)
    if size == weight.shape:
        return found
    height, width = weight.shape
    return np.asarray(cv2.resize(found, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.float32)
