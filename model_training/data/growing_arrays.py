"""The arrays of the Kaggle layout while they are made: on disk only, and whole after any interruption."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import numpy as np

from colorizer_gui.core.color.conversion import ByteArray
from model_training.data.kaggle import AB_FILES, LIGHTNESS_FILE, PART_ROWS, SIDE


class GrowingArrays:
    """Rows that become .npy files with `finish`; until then they are `.partial` files."""

    def __init__(self, out: Path, count: int = 0) -> None:
        self.count = count
        for file in (LIGHTNESS_FILE, *AB_FILES):
            (out / file).parent.mkdir(parents=True, exist_ok=True)
        shares = _shares(count)
        self._lightness = _GrowingArray(out / LIGHTNESS_FILE, (SIDE, SIDE), count)
        self._ab = [
            _GrowingArray(out / file, (SIDE, SIDE, 2), share)
            for file, share in zip(AB_FILES, shares, strict=True)
        ]

    @staticmethod
    def holds(out: Path, count: int) -> bool:
        """Whether the files of an interrupted attempt hold so many rows."""
        parts = zip((LIGHTNESS_FILE, *AB_FILES), (count, *_shares(count)), strict=True)
        return all(
            _GrowingArray.holds(out / file, (SIDE, SIDE) if file == LIGHTNESS_FILE else (SIDE, SIDE, 2), rows)
            for file, rows in parts
        )

    def lightness(self) -> Iterator[ByteArray]:
        """(224, 224) uint8 of each row that is there."""
        yield from self._lightness.rows()

    def append(self, lab: ByteArray) -> None:
        """Add one (224, 224, 3) uint8 photo."""
        self._lightness.append(lab[..., 0])
        self._ab[self.count // PART_ROWS].append(lab[..., 1:])
        self.count += 1

    def flush(self) -> None:
        """Bring all rows to the disk."""
        for rows in (*self._ab, self._lightness):
            rows.flush()

    def finish(self) -> None:
        """Give the files their names."""
        for rows in (*self._ab, self._lightness):  # lightness last: it says that the folder is whole
            rows.finish()

    def discard(self) -> None:
        """Leave nothing behind."""
        for rows in (*self._ab, self._lightness):
            rows.discard()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        for rows in (*self._ab, self._lightness):
            rows.close()


def _shares(count: int) -> list[int]:
    """Rows of each of the chroma files."""
    return [min(max(0, count - index * PART_ROWS), PART_ROWS) for index in range(len(AB_FILES))]


class _GrowingArray:
    """Rows streamed behind a .npy header of fixed length, which is filled in at the end."""

    def __init__(self, path: Path, tail: tuple[int, ...], count: int) -> None:
        self.path = path
        self.tail = tail
        self.count = count
        self._partial = _partial(path)
        self._file = self._partial.open("r+b" if count else "w+b")
        self._write_header()
        self._start = self._file.tell()
        self._file.truncate(self._start + count * self._row_bytes)
        self._file.seek(0, os.SEEK_END)

    @staticmethod
    def holds(path: Path, tail: tuple[int, ...], count: int) -> bool:
        partial = _partial(path)
        return not count or (partial.exists() and partial.stat().st_size >= count * int(np.prod(tail)))

    @property
    def _row_bytes(self) -> int:
        return int(np.prod(self.tail))

    def rows(self) -> Iterator[ByteArray]:
        self._file.seek(self._start)
        for _ in range(self.count):
            yield np.frombuffer(self._file.read(self._row_bytes), dtype=np.uint8).reshape(self.tail)
        self._file.seek(0, os.SEEK_END)

    def _write_header(self) -> None:
        header = {"descr": "|u1", "fortran_order": False, "shape": (self.count, *self.tail)}
        # NumPy pads the header so that the first axis may grow without moving the data.
        np.lib.format.write_array_header_1_0(self._file, header)

    def append(self, row: ByteArray) -> None:
        self._file.write(np.ascontiguousarray(row).tobytes())
        self.count += 1

    def flush(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())

    def finish(self) -> None:
        self._file.seek(0)
        self._write_header()
        self.flush()
        self._file.close()
        if self.count:
            self._partial.replace(self.path)
        else:
            self._partial.unlink()

    def discard(self) -> None:
        self._file.close()
        self._partial.unlink(missing_ok=True)

    def close(self) -> None:
        self._file.close()


def _partial(path: Path) -> Path:
    return path.with_suffix(".partial")
