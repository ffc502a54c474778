"""What the encoder saw in the last pictures, so that a colour point runs the decoder alone."""

from collections import deque
from typing import Final

import numpy as np
import numpy.typing as npt
from torch import Tensor, float16

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.model.encoder import Encoder, Features
from colorizer_gui.core.model.pair_network import PairEncoder, Seen
from colorizer_gui.core.model.vision_transformer import WIDTH, Tokens, VisionTransformer

_Answer = Features | Tokens | Seen

#: About a megabyte each; as many as there are inputs of one photo and a few photos beside it.
_PICTURES: Final = 4


class EncoderMemory:
    """Knows a picture again by its pixels, which costs a thousandth of encoding it anew."""

    def __init__(self) -> None:
        self._kept: deque[tuple[FloatArray, _Answer]] = deque(maxlen=_PICTURES)
        self._latest: _Answer | None = None

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
                self._latest = answer
                return answer
        features: _Answer = encoder(picture)
        self._kept.append((gray, features))
        self._latest = features
        return features

    def patches(self) -> npt.NDArray[np.float16] | None:
        """(rows, columns, C) float16: what a vision transformer saw in each patch of the latest picture.

        Its middle block tells parts of things apart best (docs/adr/0015-what-a-point-means.md).
        """
        seen = self._latest.tokens if isinstance(self._latest, Seen) else self._latest
        if not isinstance(seen, Tokens):
            return None
        middle = seen.grid[0, WIDTH : 2 * WIDTH].permute(1, 2, 0)
        return middle.to("cpu", float16).numpy()

    def forget(self) -> None:
        """Let all go, for another device."""
        self._kept.clear()
        self._latest = None
