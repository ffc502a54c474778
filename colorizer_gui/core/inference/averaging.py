"""Several looks at one photo whose distributions are averaged: its mirror image, and other sizes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.inference.network_input import InputGeometry
from colorizer_gui.core.model.input_format import CONVOLUTIONAL, InputFormat
from colorizer_gui.core.prediction.prediction import Guidance


@dataclass(frozen=True, slots=True)
class Averaging:
    """Which looks are averaged; every one costs a pass of the network of its size.

    Attributes
    ----------
    mirror
        Whether the mirror image is looked at as well.
    scales
        Factors of the input's size for further looks.
    """

    mirror: bool = False
    scales: tuple[float, ...] = ()

    def looks(
        self, height: int, width: int, short_side: int, form: InputFormat = CONVOLUTIONAL
    ) -> Sequence["Look"]:
        """All looks at a photo of this size; the first is the plain one."""
        sides = [short_side, *(round(short_side * scale) for scale in self.scales)]
        geometries = [InputGeometry.of(height, width, side, form) for side in sides]
        mirrored = (False, True) if self.mirror else (False,)
        return [Look(geometry, mirror) for geometry in geometries for mirror in mirrored]


#: One look, as the network was trained.
PLAIN: Final = Averaging()


@dataclass(frozen=True, slots=True)
class Look:
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
