"""The Kaggle `image-colorization` folder: opened memory-mapped, as it is downloaded.

`l/gray_scale.npy` is (N, 224, 224) uint8, `ab/ab1.npy` and `ab/ab2.npy` are (10000, 224, 224, 2)
uint8 and `ab/ab3.npy` holds the rest. The values are OpenCV's 8-bit L*a*b*: L* 255 / 100, a* + 128
and b* + 128.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from colorizer_gui.core.color import ByteArray, FloatArray, lightness_to_gray
from model_training.photo_source import DataError

SIDE = 224
PART_ROWS = 10_000
LIGHTNESS_FILE = Path("l/gray_scale.npy")
AB_FILES = (Path("ab/ab1.npy"), Path("ab/ab2.npy"), Path("ab/ab3.npy"))
AB_OFFSET = 128

#: Gray sRGB in [0, 1] of each stored lightness.
GRAY_OF_LIGHTNESS: FloatArray = lightness_to_gray(np.arange(256, dtype=np.float32) * (100 / 255))


@dataclass(frozen=True, slots=True)
class KaggleArrays:
    """Lightness and chroma of N photos, memory-mapped and read-only.

    Attributes
    ----------
    lightness
        (N, 224, 224) uint8, L* 255 / 100.
    ab_parts
        Up to three (M, 224, 224, 2) uint8 arrays, a* + 128 and b* + 128, N rows in all.
    """

    folder: Path
    lightness: ByteArray
    ab_parts: tuple[ByteArray, ...]

    @classmethod
    def open(cls, folder: Path) -> "KaggleArrays":
        """Open and check the folder.

        Raises
        ------
        DataError
            Naming the file and what is wrong with it: missing, truncated, of another shape or type,
            or with a count that does not fit the others.
        """
        lightness = _open_array(folder / LIGHTNESS_FILE, (SIDE, SIDE))
        needed = [file for index, file in enumerate(AB_FILES) if len(lightness) > index * PART_ROWS]
        parts = tuple(_open_array(folder / file, (SIDE, SIDE, 2)) for file in needed)
        count = sum(len(part) for part in parts)
        if count != len(lightness):
            raise DataError(
                f"The folder {folder} has {len(lightness)} rows of lightness but {count} of chroma; "
                "download or prepare it again."
            )
        for file, part in zip(needed[:-1], parts[:-1], strict=True):
            if len(part) != PART_ROWS:
                raise DataError(f"{folder / file} has {len(part)} rows where {PART_ROWS} belong.")
        return cls(folder, lightness, parts)

    def __len__(self) -> int:
        return len(self.lightness)

    def fingerprint(self) -> str:
        """SHA-256 over the number of photos and the lightness of about 64 of them; names the data."""
        digest = hashlib.sha256(str(len(self)).encode())
        digest.update(np.ascontiguousarray(self.lightness[:: max(1, len(self) // 64)]).tobytes())
        return digest.hexdigest()

    def ab(self, index: int) -> ByteArray:
        """(224, 224, 2) uint8 chroma of one photo."""
        row: ByteArray = self.ab_parts[index // PART_ROWS][index % PART_ROWS]
        return row

    def gray(self, index: int) -> FloatArray:
        """(224, 224) float32 gray sRGB in [0, 1] of one photo."""
        gray: FloatArray = GRAY_OF_LIGHTNESS[self.lightness[index]]
        return gray


def _open_array(path: Path, tail: tuple[int, ...]) -> ByteArray:
    try:
        array = np.load(path, mmap_mode="r", allow_pickle=False)
    except FileNotFoundError as exc:
        raise DataError(f"{path} is missing; download or prepare the folder again.") from exc
    except (ValueError, OSError, EOFError) as exc:
        raise DataError(f"{path} is no whole NumPy array of numbers: {exc}.") from exc
    if array.dtype != np.uint8:
        raise DataError(f"{path} holds {array.dtype} where uint8 belongs.")
    if array.ndim != len(tail) + 1 or array.shape[1:] != tail:
        raise DataError(f"{path} has the shape {array.shape} where (N, {', '.join(map(str, tail))}) belongs.")
    return np.asarray(array)
