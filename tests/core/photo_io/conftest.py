"""Places and pictures for the tests of photo files."""

from pathlib import Path

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import ByteArray


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose name is not ASCII."""
    path = tmp_path / "Großmutter 1932"
    path.mkdir()
    return path


@pytest.fixture
def picture() -> ByteArray:
    """(37, 53, 3) uint8: smooth, coloured, and without any symmetry."""
    y, x = np.mgrid[0:37, 0:53].astype(np.float64)
    planes = [40 + 3.9 * x, 230 - 5 * y, 60 + 60 * np.sin(x / 9) + 2.5 * y]
    return np.asarray(np.rint(np.stack(planes, axis=-1)).clip(0, 255), dtype=np.uint8)


@pytest.fixture
def gray(picture: ByteArray) -> ByteArray:
    """(37, 53) uint8."""
    return np.ascontiguousarray(picture[..., 0] // 2 + picture[..., 1] // 2)
