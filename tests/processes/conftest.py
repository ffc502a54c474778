"""Places for the tests of batches over several processes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.batch.bench import Bench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.queue.close()
