"""The table of the networks that people have, each line with the source of what it states.

A new family is one line here, and a module of its own only where its arithmetic is new.
"""

from dataclasses import dataclass
from typing import Final

from colorizer_gui.core.foreign.conventions import BINS, Convention, Gives, Hints, Takes
from colorizer_gui.core.foreign.engine import Signature


@dataclass(frozen=True, slots=True)
class Family:
    """One line.

    Attributes
    ----------
    inputs, outputs
        Planes of each input and output, in their order.
    conventions
        What such networks take and give. Where there are several ways to write the same numbers, which
        one it is shows in the values of an answer (`probing`).
    source
        Where that is written.
    """

    name: str
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]
    conventions: tuple[Convention, ...]
    source: str

    def fits(self, signature: Signature) -> bool:
        """Whether a network may be of this family; planes whose number is free fit as well."""
        return _fit(self.inputs, signature.inputs) and _fit(self.outputs, signature.outputs)


FAMILIES: Final = (
    Family(
        "DDColor",
        (3,),
        (2,),
        (Convention(Takes.GRAY, Gives.AB, side=512),),
        "github.com/piddnad/DDColor, ddcolor/pipeline.py (process: gray RGB of (L*, 0, 0) from 0 to 1, "
        "a* and b* as they are, 512 px) and scripts/export_onnx.py (free axes); the same in "
        "github.com/facefusion/facefusion, frame_colorizer.py, and instant-high/DDColor-onnx, ddcolor.py",
    ),
    Family(
        "DeOldify",
        (3,),
        (3,),
        (
            # 560 = render_factor 35 x 16, the default of its authors.
            Convention(Takes.GRAY_BYTES, Gives.RGB_BYTES, side=560, grain=16, square=True),
            Convention(Takes.GRAY_IMAGENET, Gives.RGB_IMAGENET, side=560, grain=16, square=True),
            Convention(Takes.GRAY, Gives.RGB, side=560, grain=16, square=True),
        ),
        "github.com/instant-high/deoldify-onnx, convert_to_onnx.py (0 to 255 in and out), the same in "
        "FaceFusion's frame_colorizer.py; github.com/jantic/DeOldify, deoldify/filters.py (ImageNet's mean "
        'in and out without that wrapper; 16 px for one of the render factor; "a simple stretch to fit a '
        'square really makes a big difference", padding was "not as good")',
    ),
    Family(
        "Zhang et al.",
        (1,),
        (2,),
        (Convention(Takes.LIGHTNESS, Gives.AB, grain=8),),
        "github.com/richzhang/colorization, colorizers/util.py (L* from 0 to 100, 256 px), base_color.py "
        "(centred and scaled inside of the network, a* and b* as they are), eccv16.py and siggraph17.py; "
        "exported so by github.com/clibdev/colorization, export.py",
    ),
    Family(
        "Zhang et al., distribution",
        (1,),
        (BINS,),
        (
            Convention(Takes.LIGHTNESS, Gives.SCORES, grain=8),
            Convention(Takes.LIGHTNESS, Gives.SHARES, grain=8),
        ),
        "Zhang, Isola, Efros, ECCV 2016, section 2.2 (313 bins in the order of pts_in_hull.npy) and "
        "github.com/richzhang/colorization, colorizers/eccv16.py (conv8_3 before, softmax after)",
    ),
    Family(
        "SIGGRAPH17 with hints",
        (1, 2, 1),
        (2,),
        (Convention(Takes.LIGHTNESS, Gives.AB, Hints.BESIDE, grain=8),),
        "github.com/richzhang/colorization, colorizers/siggraph17.py (forward: input_A, input_B, mask_B); "
        "github.com/openvinotoolkit/open_model_zoo, colorization-siggraph (mask 1 where a point is)",
    ),
)

#: The family of networks that were trained and exported here; told by their metadata.
OWN: Final = "Tintype"


def families_of(signature: Signature) -> list[Family]:
    """The families that a network may be of."""
    return [family for family in FAMILIES if family.fits(signature)]


def guesses(signature: Signature) -> list[Convention]:
    """What a network that is of no family may take and give, the likeliest first; empty if nothing fits.

    Its inputs and outputs are pictures, so their planes leave a handful of ways to write them.
    """
    given = signature.outputs[0] if signature.outputs else None
    match signature.inputs, given:
        case ((3 | None,), 2):
            taken, answers = (Takes.GRAY, Takes.GRAY_IMAGENET, Takes.GRAY_SIGNED), _AB
        case ((3 | None,), 3 | None):
            return [*FAMILIES[1].conventions, *_pairs((Takes.GRAY_SIGNED,), (Gives.RGB_SIGNED, Gives.LAB))]
        case ((1,), 2):
            taken, answers = (Takes.LIGHTNESS, Takes.LIGHTNESS_SIGNED, Takes.GRAY), _AB
        case ((1,), 3):
            return _pairs(
                (Takes.GRAY, Takes.LIGHTNESS_SIGNED, Takes.LIGHTNESS),
                (Gives.RGB, Gives.RGB_SIGNED, Gives.LAB),
            )
        case ((1,), _) if given == BINS:
            taken = Takes.LIGHTNESS, Takes.LIGHTNESS_CENTRED, Takes.GRAY
            return _pairs(taken, (Gives.SCORES, Gives.SHARES))
        case ((4,), 2):
            return [
                Convention(Takes.LIGHTNESS_CENTRED, Gives.AB, Hints.JOINED, grain=8),
                Convention(Takes.LIGHTNESS_UNIT, Gives.AB_SIGNED, Hints.JOINED_SIGNED, grain=8),
            ]
        case _:
            return []
    return _pairs(taken, answers)


_AB: Final = (Gives.AB, Gives.AB_SIGNED, Gives.AB_128)


def _pairs(taken: tuple[Takes, ...], given: tuple[Gives, ...]) -> list[Convention]:
    """All pairs, those of the first of each first."""
    pairs = [(i + j, Convention(take, give)) for i, take in enumerate(taken) for j, give in enumerate(given)]
    return [pair for _, pair in sorted(pairs, key=lambda one: one[0])]


def _fit(wanted: tuple[int, ...], found: tuple[int | None, ...]) -> bool:
    return len(wanted) == len(found) and all(
        planes is None or planes == number for number, planes in zip(wanted, found, strict=True)
    )
