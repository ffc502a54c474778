"""`PhotoLibrary`: photos of any size, each reached by its number; the arrays of Kaggle as one of them."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from colorizer_gui.core.color.conversion import ByteArray, lab_to_rgb
from model_training.data.categories import CATEGORIES_FILE, Categories
from model_training.data.kaggle import KaggleArrays


class PhotoLibrary(Protocol):
    """Photos by number, from 0 to the length less one."""

    def __len__(self) -> int: ...

    @property
    def sources(self) -> Sequence[str]:
        """Where each photo comes from."""
        ...

    def size(self, index: int) -> tuple[int, int]:
        """Height and width in pixels."""
        ...

    def decode_rgb(self, index: int) -> ByteArray:
        """(H, W, 3) uint8 sRGB."""
        ...

    def fingerprint(self) -> str:
        """SHA-256 over all that is in it."""
        ...


class ArrayLibrary:
    """Prepared arrays as a library of square photos; the categories are the sources, where there are any."""

    def __init__(self, data: KaggleArrays) -> None:
        self.data = data
        self.sources: Sequence[str] = [""] * len(data)
        if (data.folder / CATEGORIES_FILE).exists():
            categories = Categories.read(data.folder, len(data))
            self.sources = [categories.names[row] for row in categories.rows]

    def __len__(self) -> int:
        return len(self.data)

    def size(self, index: int) -> tuple[int, int]:
        """See `PhotoLibrary`."""
        return self.data.size(index)

    def decode_rgb(self, index: int) -> ByteArray:
        """See `PhotoLibrary`."""
        rgb = lab_to_rgb(np.dstack([self.data.lightness_of(index), self.data.chroma(index)]))
        return np.rint(np.clip(rgb, 0, 1) * 255).astype(np.uint8)

    def fingerprint(self) -> str:
        """See `PhotoLibrary`."""
        return self.data.fingerprint()
