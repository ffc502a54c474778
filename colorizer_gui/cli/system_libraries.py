"""Libraries of the system that a window needs, asked for before Qt would end the process for want of one."""

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path


def load_window_plugin() -> None:
    """Load Qt's plugin for X11 as Qt would; the loader names the first library that it misses.

    Raises
    ------
    ImportError, OSError
    """
    from PySide6.QtCore import QLibraryInfo

    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    try:
        ctypes.CDLL(str(Path(folder) / "platforms" / "libqxcb.so"))
    except (ImportError, OSError) as exc:
        # In a bundle the words of the loader are behind those of PyInstaller, which name no library.
        cause = exc.__cause__
        if isinstance(cause, ImportError | OSError):
            raise cause from exc
        raise


def missing_for_window(variables: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """What the loader says when a window cannot open for want of a library; nothing when it can."""
    try:
        import PySide6.QtWidgets  # noqa: F401

        plugin = variables.get("QT_QPA_PLATFORM", "xcb").partition(":")[0]
        if platform.startswith("linux") and plugin == "xcb" and not variables.get("WAYLAND_DISPLAY"):
            load_window_plugin()
    except (ImportError, OSError) as exc:
        return str(exc)
    return ""
