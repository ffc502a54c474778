"""A checkout for tests of what installs, builds and checks the program."""

from pathlib import Path

import pytest
from checkout.environment import INPUTS


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in INPUTS:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path
