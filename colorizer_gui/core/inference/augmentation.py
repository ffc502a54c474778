"""Test-time augmentation: distributions of one photo, its mirror image and other sizes are averaged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.inference.network_input import InputGeometry
from colorizer_gui.core.model.input_format import CONVOLUTIONAL, InputFormat
from colorizer_gui.core.prediction.prediction import Guidance


@dataclass(frozen=True, slots=True)
class Augmentation:
    """Which inputs are made of one photo; every one costs a pass of the network of its size.

    Attributes
    ----------
    mirror
        Whether there is one of the mirror image as well.
    scales
        Factors of the input's size for further ones.
    """

    mirror: bool = False
    scales: tuple[float, ...] = ()

    def inputs(
        self, height: int, width: int, short_side: int, form: InputFormat = CONVOLUTIONAL
    ) -> Sequence["AugmentedInput"]:
        """All inputs of a photo of this size; the first is the plain one."""
        sides = [short_side, *(round(short_side * scale) for scale in self.scales)]
        geometries = [InputGeometry.of(height, width, side, form) for side in sides]
        mirrored = (False, True) if self.mirror else (False,)
        return [AugmentedInput(geometry, mirror) for geometry in geometries for mirror in mirrored]


#: One input, as the network was trained.
PLAIN: Final = Augmentation()


@dataclass(frozen=True, slots=True)
class AugmentedInput:
    """One input of the network."""

    geometry: InputGeometry
    mirrored: bool

    def gray(self, lightness: FloatArray) -> FloatArray:
        """See `InputGeometry.gray`."""
        return self.geometry.gray(np.ascontiguousarray(lightness[:, ::-1]) if self.mirrored else lightness)

    def hint_planes(self, guidance: Guidance) -> FloatArray:
        """See `InputGeometry.hint_planes`."""
        if self.mirrored:
            x, y = guidance.positions.T
            guidance = replace(guidance, positions=np.stack([np.float32(1) - x, y], axis=1))
        return self.geometry.hint_planes(guidance)
