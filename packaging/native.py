"""Compile the one part of Tintype that is in C, for this computer or for all that Tintype runs on.

.venv/bin/python packaging/native.py        for this computer, with $CC, cc, gcc, clang, or ziglang from PyPI
.venv/bin/python packaging/native.py --all  for Linux, Windows and macOS, with ziglang

Without it everything works and gives the same results; saving takes longer (docs/adr/0016-one-part-in-c.md).
"""

import argparse
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parent.parent
SOURCE: Final = PROJECT / "colorizer_gui" / "core" / "rendering" / "recomposition.c"
FOLDER: Final = PROJECT / "resources" / "native"
#: No operation is fused or reordered, so that the results are those of NumPy.
FLAGS: Final = (
    *("-std=c11", "-O3", "-s", "-shared", "-fvisibility=hidden"),
    *("-ffp-contract=off", "-fno-math-errno", "-fno-trapping-math"),
)
#: Zig's name of each system, and what the program there looks for.
TARGETS: Final = {
    "x86_64-linux-gnu.2.17": "recomposition-linux-x86_64.so",
    "aarch64-linux-gnu.2.17": "recomposition-linux-aarch64.so",
    "x86_64-windows-gnu": "recomposition-win32-x86_64.dll",
    "x86_64-macos.11.0": "recomposition-darwin-x86_64.dylib",
    "aarch64-macos.11.0": "recomposition-darwin-aarch64.dylib",
}


def main(words: list[str] | None = None) -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--all", action="store_true", help="also for other systems than this one")
    options = parser.parse_args(words)
    if options.all:
        for target, name in TARGETS.items():
            _compile([sys.executable, "-m", "ziglang", "cc", "-target", target], name)
        return 0
    if build():
        return 0
    print("note: There is no C compiler here; recomposition is done by NumPy.", file=sys.stderr)
    return 0


def build() -> bool:
    """Compile for this computer unless that was done since the source changed; whether it is there."""
    sys.path.insert(0, str(PROJECT))
    from colorizer_gui.core.rendering.kernel import library_name

    name = library_name(sys.platform, platform.machine())
    if (FOLDER / name).exists() and (FOLDER / name).stat().st_mtime > SOURCE.stat().st_mtime:
        return True
    found = compiler()
    if found:
        _compile(found, name)
    return bool(found)


def compiler() -> list[str]:
    """How the compiler is called; empty where there is none."""
    chosen = os.environ.get("CC")
    if chosen:
        return chosen.split()
    if sys.platform != "win32":  # there the usual one takes other words
        for name in ("cc", "gcc", "clang"):
            if shutil.which(name):
                return [name]
    return [sys.executable, "-m", "ziglang", "cc"] if importlib.util.find_spec("ziglang") else []


def _compile(compiler: list[str], name: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    new = FOLDER / f"new-{name}"
    compile_to(compiler, new)
    new.replace(FOLDER / name)
    for left in (*FOLDER.glob("*.lib"), *FOLDER.glob("*.pdb")):
        left.unlink()


def compile_to(compiler: list[str], path: Path) -> None:
    """Compile the source to a library."""
    position = () if path.suffix == ".dll" else ("-fPIC",)
    subprocess.run([*compiler, *FLAGS, *position, str(SOURCE), "-o", str(path)], check=True, cwd=path.parent)


if __name__ == "__main__":
    sys.exit(main())
