"""Places for the tests of batches."""

from tests.support.batch.bench import bench

__all__ = ["bench"]
