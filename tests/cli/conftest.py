"""A colorizer that costs nothing behind the command, and a folder of photos."""

from pathlib import Path

import pytest

from colorizer_gui.cli import colorize as cli_colorize
from colorizer_gui.core.batch import ModelIdentity
from tests.support.batch.box import WarmColorizer
from tests.support.photos.green import green

__all__ = ["green"]


@pytest.fixture
def colorizer(monkeypatch: pytest.MonkeyPatch) -> WarmColorizer:
    fake = WarmColorizer()
    monkeypatch.setattr(
        cli_colorize, "_load", lambda device, weights: (fake, ModelIdentity("warm", "0" * 64))
    )
    return fake


@pytest.fixture
def box(samples: Path, tmp_path: Path) -> Path:
    """A folder with three photos."""
    folder = tmp_path / "box"
    folder.mkdir()
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        (folder / name).write_bytes((samples / "cat.jpg").read_bytes())
    return folder
