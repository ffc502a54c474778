"""What the tests of this folder share."""

from tests.support.window.fixtures import settings

__all__ = ["settings"]
