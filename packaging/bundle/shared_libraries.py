"""Shared libraries of a bundle on Linux: which ask for which, which are missing, which nobody asks for."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_NEEDED: Final = re.compile(r"\(NEEDED\)\s+Shared library: \[(.+?)\]")
#: Symbols for debugging are most of each small module of imagecodecs.
_STRIPPED: Final = (
    "_internal/imagecodecs/*.so",
    "_internal/libpython*",
    "_internal/python3*/lib-dynload/*.so",
)
#: Where libraries lie that come only since another one asks for them.
_BROUGHT: Final = ("lib*.so*", "*.libs/lib*.so*", "PySide6/Qt/lib/lib*.so*")


def asked_for(path: Path) -> set[str]:
    """Names of the libraries that a program or a library loads."""
    answer = subprocess.run(
        ["readelf", "--dynamic", "--wide", str(path)], capture_output=True, text=True, check=True
    )
    return set(_NEEDED.findall(answer.stdout))


def binaries(bundle: Path) -> Iterator[Path]:
    """Programs and libraries, each once."""
    for path in sorted(bundle.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as stream:
                if stream.read(4) == b"\x7fELF":
                    yield path


def outside(bundle: Path) -> set[str]:
    """Names of libraries that the bundle asks for and does not hold."""
    held = {path.name for path in bundle.rglob("*")}
    return set[str]().union(*map(asked_for, binaries(bundle))) - held


def prune(bundle: Path) -> list[str]:
    """Remove what modules and plugins that were left out had brought along; the answer is its names."""
    removed: list[str] = []
    while True:
        asked = set[str]().union(*map(asked_for, binaries(bundle)))
        spare = [
            path
            for place in _BROUGHT
            for path in sorted((bundle / "_internal").glob(place))
            if path.name not in asked and not path.name.startswith("libpython")
        ]
        if not spare:
            return removed
        for path in spare:
            path.unlink()
            removed.append(path.name)


def strip(bundle: Path) -> None:
    """Throw symbols for debugging away where that is known to do no harm."""
    for pattern in _STRIPPED:
        for path in bundle.glob(pattern):
            if not path.is_symlink():
                subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)
