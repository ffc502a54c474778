"""A photo in colour that others are to look like."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image


@pytest.fixture
def green(tmp_path: Path) -> Path:
    """A green photo, brighter above."""
    pixels = np.full((60, 90, 3), (110, 190, 110), dtype=np.uint8)
    pixels[30:] = (30, 110, 40)
    path = tmp_path / "green.jpg"
    Image.fromarray(pixels).save(path, quality=95)
    return path
