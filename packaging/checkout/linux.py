"""The system libraries that Qt and OpenCV load on Linux, found by asking the loader itself."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from checkout import debian
from checkout.console import SetupError
from checkout.environment import Environment

#: Sonames that PySide6 or OpenCV need, and the Debian package of each.
PACKAGES = {
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libSM.so.6": "libsm6",
    "libICE.so.6": "libice6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONT_PACKAGE = "fonts-dejavu-core"
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)


def has_display(variables: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window can appear; only Linux has to ask."""
    return not platform.startswith("linux") or any(variables.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))


def session_plugins(variables: Mapping[str, str] = os.environ) -> list[str]:
    """The platform plugins of Qt that fit the desktop session."""
    plugins = {"DISPLAY": "xcb", "WAYLAND_DISPLAY": "wayland"}
    return [plugin for name, plugin in plugins.items() if variables.get(name)]


def require_programs(programs: Mapping[str, str]) -> None:
    """Find programs that Linux lacks, and install or name them; other systems are asked for none.

    Parameters
    ----------
    programs
        Their names, and the Debian package of each.

    Raises
    ------
    SetupError
        When one is missing and could not be installed.
    """
    packages = {package for name, package in programs.items() if shutil.which(name) is None}
    if packages and sys.platform.startswith("linux"):
        debian.require(sorted(packages), "System packages are missing")


def check(environment: Environment, *, plugins: Iterable[str]) -> None:
    """Find libraries that Linux lacks, and install or name them; other systems lack nothing.

    Parameters
    ----------
    plugins
        Names of Qt's platform plugins that must load, "xcb" or "wayland"; none when no window opens.

    Raises
    ------
    SetupError
        When something is missing and could not be installed.
    """
    if not sys.platform.startswith("linux"):
        return
    wanted = list(plugins)
    missing = missing_libraries(_binaries(environment, wanted))
    unknown = sorted(name for name in missing if name not in PACKAGES)
    if unknown:
        raise SetupError(f"These system libraries are missing: {', '.join(unknown)}.")
    packages = {PACKAGES[name] for name in missing}
    if wanted and not _has_fonts():
        packages.add(FONT_PACKAGE)
    if packages:
        debian.require(sorted(packages), "System packages are missing")


def missing_libraries(binaries: Iterable[Path]) -> set[str]:
    """Sonames that the loader does not find for these files or for what they load in turn."""
    missing: set[str] = set()
    for binary in binaries:
        answer = subprocess.run(
            ["ldd", binary], capture_output=True, text=True, errors="replace", check=False
        )
        missing |= parse_ldd(answer.stdout)
    return missing


def parse_ldd(text: str) -> set[str]:
    """Sonames that `ldd` calls "not found"."""
    return set(_NOT_FOUND.findall(text))


def _binaries(environment: Environment, plugins: list[str]) -> list[Path]:
    """The files whose libraries must be there: OpenCV always, Qt when a window opens."""
    if shutil.which("ldd") is None:
        return []
    (packages,) = (environment.folder / "lib").glob("python3.*/site-packages")
    found = list(packages.glob("cv2/*.so"))
    if plugins:
        found += packages.glob("PySide6/QtWidgets*.so")
    for plugin in plugins:
        found += packages.glob(f"PySide6/Qt/plugins/platforms/libq{plugin}*.so")
    return found


def _has_fonts() -> bool:
    folders = (Path(name).expanduser() for name in _FONT_FOLDERS)
    return any(next(folder.rglob("*.[to]tf"), None) for folder in folders if folder.is_dir())
