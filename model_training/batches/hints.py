"""Simulated local hints: what a user's clicks will look like.

Zhang et al., "Real-Time User-Guided Image Colorization with Learned Deep Priors", SIGGRAPH 2017,
section 3.3: the number is geometric with p = 1/8, each patch is 1 to 9 px wide, its position is
drawn from a normal distribution around the centre (sigma a quarter of the size), its value is the
patch mean. Of the samples that get hints at all, one in a hundred gets the whole photo.

That is half of the photos with hints. The other half is for the patient user, whom that law hardly
knows: up to 64 hints, few as often as many, anywhere in the photo.
"""

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray

_GEOMETRIC = 1 / 8
_ALL = 0.01
_PATIENT = 0.5
_MOST_HINTS = 64
#: The paper's patch of 1 to 9 px at its 256-px input, on planes at a quarter of that.
_MAX_PATCH = 3


def simulate_hints(ab: FloatArray, rng: np.random.Generator, hinted: float, scale: float) -> FloatArray:
    """Draw hint planes for one photo.

    Parameters
    ----------
    ab
        (h, w, 2) float32 true chroma at the hint planes' size.
    hinted
        The probability that the photo gets hints.
    scale
        What chroma is divided by.

    Returns
    -------
    (h, w, 3) float32 planes (a m, b m, m).
    """
    height, width = ab.shape[:2]
    planes = np.zeros((height, width, 3), dtype=np.float32)
    choice = rng.random()
    if choice < _ALL * hinted:
        planes[..., :2] = ab / scale
        planes[..., 2] = 1.0
        return planes
    if choice >= hinted:
        return planes
    patient = rng.random() < _PATIENT
    count = round(_MOST_HINTS ** rng.random()) if patient else int(rng.geometric(_GEOMETRIC))
    position = _any_position if patient else _normal_position
    for _ in range(count):
        patch = int(rng.integers(1, _MAX_PATCH + 1))
        top = position(rng, height - patch)
        left = position(rng, width - patch)
        window = np.s_[top : top + patch, left : left + patch]
        planes[window][..., :2] = ab[window].mean(axis=(0, 1)) / scale
        planes[window][..., 2] = 1.0
    return planes


def _normal_position(rng: np.random.Generator, room: int) -> int:
    return int(np.clip(round(rng.normal(room / 2, (room + 1) / 4)), 0, max(0, room)))


def _any_position(rng: np.random.Generator, room: int) -> int:
    return int(rng.integers(0, max(0, room) + 1))
