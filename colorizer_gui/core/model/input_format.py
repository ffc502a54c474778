"""`InputFormat`: in which sizes each kind of network takes a photo."""

from dataclasses import dataclass
from typing import Final

from colorizer_gui.core.model.network_config import PAIR, TOKENS

#: Hints are planes (a m, b m, m) with chroma divided by this.
HINT_SCALE: Final = 30.0
HINT_CHANNELS: Final = 3


@dataclass(frozen=True, slots=True)
class InputFormat:
    """What a network wants of its input.

    Attributes
    ----------
    short_side
        In pixels, of a photo as it is looked at first.
    close_side
        Of a closer look.
    grain
        Both sides of the scaled photo are multiples of this, so that logits cover it exactly.
    stride
        Both sides of the padded input are multiples of this.
    hint_stride
        Pixels of the input for one cell of the hint planes.
    """

    short_side: int
    close_side: int
    grain: int
    stride: int
    hint_stride: int


#: Of the convolutional networks.
CONVOLUTIONAL: Final = InputFormat(short_side=256, close_side=320, grain=8, stride=32, hint_stride=4)
#: Of the networks with a vision transformer: nothing is padded, since a token of padding is a token.
TOKEN_INPUT: Final = InputFormat(short_side=224, close_side=308, grain=14, stride=14, hint_stride=7)
#: Of both together: 32 divides both sides, so that neither is padded.
PAIR_INPUT: Final = InputFormat(short_side=256, close_side=320, grain=32, stride=32, hint_stride=4)


def input_format(architecture: str) -> InputFormat:
    """The format of a network of this architecture."""
    return {TOKENS: TOKEN_INPUT, PAIR: PAIR_INPUT}.get(architecture, CONVOLUTIONAL)
