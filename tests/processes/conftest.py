"""Places for the tests of batches over several processes."""

from tests.support.batch.bench import bench

__all__ = ["bench"]
