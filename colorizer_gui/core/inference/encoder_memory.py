"""What the encoder saw in the last pictures, so that a colour point runs the decoder alone."""

from collections import deque
from typing import Final

import numpy as np
from torch import Tensor

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.inference.precision import fast_precision
from colorizer_gui.core.model.encoder import Encoder, Features
from colorizer_gui.core.model.pair_network import PairEncoder, Seen
from colorizer_gui.core.model.vision_transformer import Tokens, VisionTransformer

_Answer = Features | Tokens | Seen

#: About a megabyte each; as many as there are inputs of one photo and a few photos beside it.
_PICTURES: Final = 4


class EncoderMemory:
    """Knows a picture again by its pixels, which costs a thousandth of encoding it anew."""

    def __init__(self) -> None:
        self._kept: deque[tuple[FloatArray, _Answer]] = deque(maxlen=_PICTURES)

    def features(
        self, encoder: Encoder | VisionTransformer | PairEncoder, gray: FloatArray, picture: Tensor
    ) -> _Answer:
        """The encoder's answer to a picture.

        Parameters
        ----------
        gray
            (H, W) float32 gray sRGB in [0, 1], of a size that the encoder takes.
        picture
            The same, (1, 1, H, W) on the encoder's device.
        """
        for known, answer in self._kept:
            if np.array_equal(known, gray):
                return answer
        features: _Answer
        if isinstance(encoder, Encoder):
            features = encoder(picture)
        else:
            with fast_precision(picture.device):
                features = _in_float32(encoder(picture))
        self._kept.append((gray, features))
        return features

    def forget(self) -> None:
        """Let all go, for another device."""
        self._kept.clear()


def _in_float32(seen: Tokens | Seen) -> Tokens | Seen:
    if isinstance(seen, Tokens):
        return Tokens(seen.grid.float(), seen.summary.float(), seen.gray.float())
    stride4, *others = seen.features
    features = Features(None if stride4 is None else stride4.float(), *(plane.float() for plane in others))
    tokens = seen.tokens
    return Seen(features, Tokens(tokens.grid.float(), tokens.summary.float(), tokens.gray.float()))
