"""The Kaggle `image-colorization` folder: opened memory-mapped, as it is downloaded.

`l/gray_scale.npy` is (N, 224, 224) uint8. `ab/ab1.npy`, `ab/ab2.npy` and so on are (M, 224, 224, 2) uint8
of any lengths that add up to N; those of the download have 10,000, 10,000 and 5,000 rows. The values
are OpenCV's 8-bit L*a*b*: L* 255 / 100, a* + 128 and b* + 128.
"""

import itertools
import warnings
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tokenize import TokenError

import numpy as np

from colorizer_gui.core.color.conversion import (
    ByteArray,
    ColorSpace,
    FloatArray,
    lab_to_linear_rgb,
    lab_to_rgb,
    lightness_to_gray,
    rgb_to_lab,
)
from model_training.data.fingerprint import fingerprint_of
from model_training.data.photo_source import DataError

SIDE = 224
PART_ROWS = 10_000
LIGHTNESS_FILE = Path("l/gray_scale.npy")
AB_FILES = (Path("ab/ab1.npy"), Path("ab/ab2.npy"), Path("ab/ab3.npy"))
MAX_ROWS = PART_ROWS * len(AB_FILES)
AB_OFFSET = 128

#: Gray sRGB in [0, 1] of each stored lightness.
GRAY_OF_LIGHTNESS: FloatArray = lightness_to_gray(np.arange(256, dtype=np.float32) * (100 / 255))


@dataclass(frozen=True, slots=True, eq=False)
class KaggleArrays:
    """Lightness and chroma of N photos, memory-mapped and read-only.

    Attributes
    ----------
    lightness
        (N, 224, 224) uint8, L* 255 / 100.
    ab_parts
        (M, 224, 224, 2) uint8 arrays, a* + 128 and b* + 128, N rows in all.
    ends
        The first row after each of them.
    """

    folder: Path
    lightness: ByteArray
    ab_parts: tuple[ByteArray, ...]
    ends: tuple[int, ...]

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
        if not len(lightness):
            raise DataError(f"{folder / LIGHTNESS_FILE} has no rows; download or prepare the folder again.")
        parts: list[ByteArray] = []
        ends: list[int] = []
        for number in itertools.count(1):
            file = folder / _part_file(number)
            if number > len(AB_FILES) and not file.exists():
                break
            parts.append(_open_array(file, (SIDE, SIDE, 2)))
            ends.append((ends[-1] if ends else 0) + len(parts[-1]))
            if ends[-1] >= len(lightness):
                break
        if ends[-1] != len(lightness):
            raise DataError(
                f"The folder {folder} has {len(lightness)} rows of lightness but {ends[-1]} of chroma; "
                "download or prepare it again."
            )
        return cls(folder, lightness, tuple(parts), tuple(ends))

    def __len__(self) -> int:
        return len(self.lightness)

    def __reduce__(self) -> tuple[Callable[[Path], "KaggleArrays"], tuple[Path]]:
        """Loader processes open the files themselves: arrays would be copied, gigabytes of them."""
        return KaggleArrays.open, (self.folder,)

    def fingerprint(self) -> str:
        """SHA-256 over all bytes of the arrays; names the data."""
        numbers = range(1, len(self.ab_parts) + 1)
        files = [LIGHTNESS_FILE, *(_part_file(number) for number in numbers)]
        return fingerprint_of([self.folder / file for file in files], self.folder)

    def size(self, index: int) -> tuple[int, int]:
        """Height and width of one photo, 224 each."""
        del index
        return SIDE, SIDE

    def ab(self, index: int) -> ByteArray:
        """(224, 224, 2) uint8 chroma of one photo."""
        place = range(len(self))[index]  # of a number from the end, too
        part = bisect_right(self.ends, place)
        row: ByteArray = self.ab_parts[part][place - self.ends[part]]
        return row

    def chroma(self, index: int, space: ColorSpace = ColorSpace.LAB) -> FloatArray:
        """(224, 224, 2) float32 chroma of one photo, as a*, b* or as u*, v*."""
        ab = self.ab(index).astype(np.float32) - AB_OFFSET
        if space is ColorSpace.LAB:
            return ab
        return rgb_to_lab(lab_to_rgb(np.dstack([self.lightness_of(index), ab])), space)[..., 1:]

    def linear_rgb(self, index: int) -> FloatArray:
        """(224, 224, 3) float32 linear light in [0, 1] of one photo."""
        return lab_to_linear_rgb(np.dstack([self.lightness_of(index), self.chroma(index)]))

    def gray(self, index: int) -> FloatArray:
        """(224, 224) float32 gray sRGB in [0, 1] of one photo."""
        gray: FloatArray = GRAY_OF_LIGHTNESS[self.lightness[index]]
        return gray

    def lightness_of(self, index: int) -> FloatArray:
        """(224, 224) float32 L* in [0, 100] of one photo."""
        return np.asarray(self.lightness[index] * np.float32(100 / 255), dtype=np.float32)


def _part_file(number: int) -> Path:
    return Path(f"ab/ab{number}.npy")


def _open_array(path: Path, tail: tuple[int, ...]) -> ByteArray:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # a file that Python 2 wrote is as good
            array = np.lib.format.open_memmap(path, mode="r")  # never unpickles, and knows no archives
    except FileNotFoundError as exc:
        raise DataError(f"{path} is missing; download or prepare the folder again.") from exc
    except OSError as exc:
        raise DataError(f"{path} cannot be read: {exc.strerror or exc}.") from exc
    except (ValueError, EOFError, OverflowError, SyntaxError, MemoryError, TokenError) as exc:
        reason = str(exc).partition("\n")[0].rstrip(".")
        raise DataError(f"{path} is no whole NumPy array of numbers: {reason}.") from exc
    if array.dtype != np.uint8:
        raise DataError(f"{path} holds {array.dtype} where uint8 belongs.")
    if array.ndim != len(tail) + 1 or array.shape[1:] != tail:
        raise DataError(f"{path} has the shape {array.shape} where (N, {', '.join(map(str, tail))}) belongs.")
    return np.asarray(array)
