"""Vision transformers of three blocks in the place of twelve, for tests that ask nothing of the depth."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from colorizer_gui.core.model import vision_transformer


@contextmanager
def shallow_transformers() -> Iterator[None]:
    """Within, those that are made have three blocks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vision_transformer, "DEPTH", 3)
        patch.setattr(vision_transformer, "SEEN_BLOCKS", (1, 2, 3))
        yield
