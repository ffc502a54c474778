"""What a user may decide about a photo before it gets colour."""

from dataclasses import dataclass

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
    """

    page: int = 0
    negative: bool = False
    ignore_mount: bool = True
    anew: bool = False

    def reads_as(self, reading: ReadOptions) -> bool:
        """Whether a file that is read like that gives the photo that is wanted."""
        return (reading.page, reading.negative) == (self.page, self.negative)

    def reading(self, max_pixels: int = MAX_PIXELS) -> ReadOptions:
        """How the file is read."""
        return ReadOptions(max_pixels=max_pixels, page=self.page, negative=self.negative)
