"""Prediction inside of a mount: the network sees the picture alone, and the mount stays without colour."""

from dataclasses import replace
from typing import TypeVar, cast

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.prediction.candidates import CloserColorizer, takes_hints
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import Colorizer, Guidance, ModelIdentity, Prediction, model_of
from colorizer_gui.core.prediction.uprightness import turns_of

Box = tuple[int, int, int, int]
_Plane = TypeVar("_Plane", npt.NDArray[np.float16], FloatArray)


class InsideMount:
    """A colorizer that sees the picture inside of a mount alone; see `predict_inside`."""

    def __init__(self, colorizer: Colorizer, box: Box) -> None:
        self._colorizer = colorizer
        self._box = box

    @property
    def model(self) -> ModelIdentity:
        """Whose predictions it gives."""
        return model_of(self._colorizer)

    @property
    def takes_hints(self) -> bool:
        """Whether it follows guidance."""
        return takes_hints(self._colorizer)

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        """See `Colorizer`."""
        return predict_inside(self._colorizer, lightness, self._box, guidance)

    def quarter_turns(self, lightness: FloatArray) -> int:
        """See `uprightness.turns_of`."""
        top, bottom, left, right = self._box
        return turns_of(self._colorizer, np.ascontiguousarray(lightness[top:bottom, left:right]))


class _CloserInsideMount(InsideMount):
    """`InsideMount` for a colorizer that can take more time."""

    def __init__(self, colorizer: CloserColorizer, box: Box) -> None:
        super().__init__(colorizer, box)
        self._closer = colorizer

    def closer(self) -> Colorizer:
        """See `CloserColorizer`."""
        return InsideMount(self._closer.closer(), self._box)


def inside_mount(colorizer: Colorizer, box: Box | None) -> Colorizer:
    """The colorizer for a photo with that mount; itself where there is none."""
    if box is None:
        return colorizer
    if isinstance(colorizer, CloserColorizer):
        return _CloserInsideMount(colorizer, box)
    return InsideMount(colorizer, box)


def predict_inside(
    colorizer: Colorizer, lightness: FloatArray, box: Box, guidance: Guidance | None = None
) -> Prediction:
    """Predict the part of a photo within a box, and lay the answer into one for the whole photo.

    Parameters
    ----------
    lightness
        (H, W) float32 L*.
    box
        Top, bottom, left and right in pixels.

    Returns
    -------
    A prediction whose cells are about as large as the network's own; chroma is 0 outside of the box.

    Raises
    ------
    InferenceError
    """
    top, bottom, left, right = box
    height, width = lightness.shape
    inside = np.ascontiguousarray(lightness[top:bottom, left:right])
    prediction = colorizer.predict_ab(inside, _moved(guidance, box, (height, width)))
    rows, columns = prediction.ab.shape[:2]
    down = _cells(height, top, bottom, rows)
    across = _cells(width, left, right, columns)
    within = _within(down, rows)[:, None] & _within(across, columns)[None]
    maps = np.meshgrid(across.astype(np.float32), down.astype(np.float32))

    def placed(plane: FloatArray, beside: float) -> FloatArray:
        moved = cv2.remap(plane, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        inner = within if moved.ndim == 2 else within[..., None]
        return np.where(inner, moved, np.float32(beside)).astype(np.float32)

    distribution, readings, features = prediction.distribution, prediction.readings, prediction.features
    if features is not None:
        rows, columns = features.shape[:2]
        grid = _cells(height, top, bottom, rows), _cells(width, left, right, columns)
        beyond = ~(_within(grid[0], rows)[:, None] & _within(grid[1], columns)[None])
        features = _nearest(features, *grid)
        features[beyond] = 0
    if distribution is not None:
        distribution = _placed(distribution, down, across, within)
    if readings is not None:
        planes = [placed(reading.astype(np.float32), 0.0) for reading in readings]
        readings = np.stack(planes).astype(np.float16)
    return replace(
        prediction,
        features=features,
        ab=placed(prediction.ab, 0.0),
        confidence=None if prediction.confidence is None else placed(prediction.confidence, 1.0),
        distribution=distribution,
        readings=readings,
    )


def _cells(length: int, start: int, stop: int, count: int) -> FloatArray:
    """Where the centre of each cell of the whole photo lies among the cells of the part."""
    cell = (stop - start) / count
    whole = max(count, round(length / cell))
    centres = (np.arange(whole) + 0.5) * (length / whole)
    return np.asarray((centres - start) / cell - 0.5, dtype=np.float32)


def _within(cells: FloatArray, count: int) -> npt.NDArray[np.bool_]:
    return (cells > -0.5) & (cells < count - 0.5)


def _nearest(plane: _Plane, down: FloatArray, across: FloatArray) -> _Plane:
    """The nearest of a plane's cells at each place; a new array."""
    rows = np.clip(np.rint(down), 0, plane.shape[0] - 1).astype(int)
    columns = np.clip(np.rint(across), 0, plane.shape[1] - 1).astype(int)
    return cast("_Plane", plane[rows[:, None], columns[None]])


def _placed(
    distribution: Distribution, down: FloatArray, across: FloatArray, within: npt.NDArray[np.bool_]
) -> Distribution:
    log_p = distribution.log_probabilities
    placed = _nearest(log_p, down, across)
    neutral = int(np.argmin(np.hypot(*distribution.bins.centers.T)))
    gray = np.full(log_p.shape[2], -20.0, dtype=np.float16)
    gray[neutral] = 0.0
    placed[~within] = gray
    lightness = distribution.lightness
    if lightness is not None:
        lightness = _nearest(lightness, down, across)
    return replace(distribution, log_probabilities=placed, lightness=lightness)


def _moved(guidance: Guidance | None, box: Box, size: tuple[int, int]) -> Guidance | None:
    """Points relative to the part; those on the mount are left out."""
    if guidance is None:
        return None
    top, bottom, left, right = box
    height, width = size
    x = (guidance.positions[:, 0] * width - left) / (right - left)
    y = (guidance.positions[:, 1] * height - top) / (bottom - top)
    inside = (x >= 0) & (x <= 1) & (y >= 0) & (y <= 1)
    return guidance.at(np.stack([x, y], axis=1), inside)
