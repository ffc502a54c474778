"""Photos that were predicted and wait to be looked at."""

import pytest

from colorizer_gui.core.batch import (
    JobState,
)
from tests.support.batch.bench import Bench
from tests.support.batch.review import REVIEW_FIRST


@pytest.fixture
def looked(bench: Bench) -> Bench:
    """Three photos that were predicted and wait to be looked at."""
    bench.fill(3)
    bench.options = REVIEW_FIRST
    assert bench.run().counts == {JobState.TO_REVIEW: 3}
    return bench
