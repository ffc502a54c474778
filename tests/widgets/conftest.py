"""What the tests of this folder share."""

from tests.support.window.fixtures import colorizer, make_photo, settings, window, workspace

__all__ = ["colorizer", "make_photo", "settings", "window", "workspace"]
