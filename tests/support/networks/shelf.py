"""A shelf of the test's own."""

from pathlib import Path

import pytest

from colorizer_gui.core.foreign.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Empty, in the test's folder."""
    return Shelf(tmp_path / "data" / "models.json")
