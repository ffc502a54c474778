"""FFmpeg in the bundle for Linux: its names without its code.

OpenCV's wheel is linked to FFmpeg, which it needs for videos, and so FFmpeg is loaded with it: 40 MB, an
old OpenSSL among them, of which no line ever runs here. OpenCV stays as it is; each of these libraries gives
way to one of the same name that has the functions for which OpenCV asks, and whose functions end the program.
"""

import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

#: Libraries of FFmpeg that OpenCV asks for itself; others then nobody asks for (`shared_libraries.prune`).
NAMES: Final = ("libavcodec", "libavdevice", "libavformat", "libavutil", "libswscale")
_ASKED: Final = re.compile(r"\sFUNC\s+GLOBAL\s+DEFAULT\s+UND\s+(\w+)@(\w+)")


class HollowError(Exception):
    """A library cannot be replaced."""


def can_be_made() -> bool:
    """Whether this machine has a compiler."""
    return shutil.which("gcc") is not None


def replace(user: Path, library: Path) -> None:
    """Put a library in the place of another one that has but the functions that `user` asks it for.

    Raises
    ------
    HollowError
        When something other than functions is asked for.
    """
    stem = library.name.partition("-")[0].removeprefix("lib").upper()
    functions = defaultdict(set)
    for line in read_elf("--dyn-syms", user).splitlines():
        if f"@LIB{stem}_" not in line:
            continue
        found = _ASKED.search(line)
        if found is None:
            raise HollowError(f"{user.name} asks {library.name} for more than functions: {line.strip()}")
        functions[found[2]].add(found[1])
    if not functions:
        raise HollowError(f"{user.name} asks {library.name} for nothing")
    with TemporaryDirectory() as folder:
        source, versions = Path(folder, "hollow.c"), Path(folder, "hollow.map")
        names = sorted(set[str]().union(*functions.values()))
        source.write_text("".join(f"void {name}(void) {{ __builtin_trap(); }}\n" for name in names))
        versions.write_text(
            "".join(
                f"{version} {{ global: {'; '.join(sorted(has))}; }};\n" for version, has in functions.items()
            )
        )
        library.unlink()
        command = ["gcc", "-shared", "-nostdlib", "-Os", "-s", "-o", str(library), str(source)]
        command += [f"-Wl,-soname,{library.name}", f"-Wl,--version-script,{versions}", "-Wl,--build-id=none"]
        subprocess.run(command, check=True)


def empty(bundle: Path) -> list[str]:
    """Replace FFmpeg in a bundle; the answer is the names of what was replaced."""
    (user,) = (bundle / "_internal" / "cv2").glob("cv2*.so")
    replaced = []
    for name in NAMES:
        for library in sorted((bundle / "_internal").glob(f"opencv*.libs/{name}-*")):
            replace(user, library)
            replaced.append(library.name)
    return replaced


def read_elf(what: str, path: Path) -> str:
    """What `readelf` says of a library when it is asked with this option."""
    answer = subprocess.run(
        ["readelf", what, "--wide", str(path)], capture_output=True, text=True, check=True
    )
    return answer.stdout
