"""A shelf of the test's own, and a photo on the disk."""

from pathlib import Path

import numpy as np
import pytest
import tifffile

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.foreign.recognition import sample_picture
from tests.support.networks.shelf import shelf

__all__ = ["shelf"]


@pytest.fixture
def lightness() -> FloatArray:
    """Neither square nor a multiple of anything."""
    return 35.0 + 0.5 * sample_picture(90, 133)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A gray photo whose tones leave room for colour."""
    tones = np.linspace(70, 190, 90 * 133).reshape(90, 133)
    path = tmp_path / "photo.tif"
    tifffile.imwrite(path, tones.astype(np.uint8), photometric="minisblack")
    return path
