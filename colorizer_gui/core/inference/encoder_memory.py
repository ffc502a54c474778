"""What the encoder saw in the last pictures, so that a colour point runs the decoder alone."""

import numpy as np
import numpy.typing as npt
from torch import Tensor, float16

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.inference.picture_memory import PictureMemory
from colorizer_gui.core.model.encoder import Encoder, Features
from colorizer_gui.core.model.pair_network import PairEncoder, Seen
from colorizer_gui.core.model.vision_transformer import WIDTH, Tokens, VisionTransformer

_Answer = Features | Tokens | Seen


class EncoderMemory:
    """See `PictureMemory`."""

    def __init__(self) -> None:
        self._memory: PictureMemory[_Answer] = PictureMemory()

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
        return self._memory.answer(gray, lambda: encoder(picture))

    def patches(self) -> npt.NDArray[np.float16] | None:
        """(rows, columns, 2 C) float16: what a vision transformer saw in each patch of the latest picture.

        Its middle block tells parts of things apart best, its last one whole things
        (docs/adr/0015-what-a-point-means.md).
        """
        latest = self._memory.latest
        seen = latest.tokens if isinstance(latest, Seen) else latest
        if not isinstance(seen, Tokens):
            return None
        later = seen.grid[0, WIDTH:].permute(1, 2, 0)
        return later.to("cpu", float16).numpy()

    def forget(self) -> None:
        """Let all go, for another device."""
        self._memory.forget()
