"""What a user may decide about a photo before it gets colour."""

from dataclasses import dataclass, field, replace

from colorizer_gui.core.common.plain_data import ONLY_IF_SET
from colorizer_gui.core.geometry.geometry import AS_IT_IS, Geometry
from colorizer_gui.core.photo_io import MAX_PIXELS, ReadOptions


@dataclass(frozen=True, slots=True)
class Treatment:
    """Answers to what is noticed about a photo; the default asks and changes nothing.

    Attributes
    ----------
    page
        Of a file with several pages, counted from 0.
    negative
        Whether the photo is an inverted scan.
    ignore_mount
        Whether a mount that was noticed is kept from the network and stays without colour.
    anew
        Whether a photo that is in colour already is colorized of its lightness all the same.
    geometry
        How it is turned, straightened and cropped.
    own_colours
        Whether the colours of a photo that is in colour already are read in full, so that it can keep them.
    """

    page: int = 0
    negative: bool = False
    ignore_mount: bool = True
    anew: bool = False
    geometry: Geometry = AS_IT_IS
    own_colours: bool = field(default=False, metadata=ONLY_IF_SET)

    def reads_as(self, reading: ReadOptions) -> bool:
        """Whether a file that is read like that gives the photo that is wanted."""
        of_file = (reading.page, reading.negative, reading.geometry, reading.own_colours)
        return of_file == (self.page, self.negative, self.geometry, self.own_colours)

    def turn_from(self, before: "Treatment") -> Geometry | None:
        """The turn that an earlier treatment's pictures take to show this one; None where it is more."""
        if replace(before, geometry=self.geometry) != self:
            return None
        return self.geometry.step_from(before.geometry)

    def reading(self, max_pixels: int = MAX_PIXELS) -> ReadOptions:
        """How the file is read."""
        return ReadOptions(
            max_pixels=max_pixels,
            page=self.page,
            negative=self.negative,
            geometry=self.geometry,
            own_colours=self.own_colours,
        )
