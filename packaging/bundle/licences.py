"""The licence texts of everything inside of a bundle, as files beside it."""

import shutil
import sys
import sysconfig
from importlib import metadata
from pathlib import Path
from typing import Final

from bundle import contents, debian_packages

#: Texts that their packages do not carry: Qt and PySide6 are under the LGPL, which refers to the GPL; FFmpeg,
#: which is in OpenCV on Windows and macOS, is under an older LGPL.
_SHARED: Final = Path(__file__).resolve().parents[1] / "licences"
_NAMES: Final = ("licen", "copying", "notice", "authors")


def gather(folder: Path, project: Path) -> list[Path]:
    """Write the texts into a folder, one folder of it for each package.

    Raises
    ------
    FileNotFoundError
        When a package has neither a text of its own nor one that is known.
    """
    own = [*sorted(_SHARED.glob("*.txt")), project / "LICENSE", project / "THIRD_PARTY.md"]
    written = [_copy(path, folder / path.name) for path in own]
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    written.append(_copy(python, folder / f"Python-{sys.version_info.major}.{sys.version_info.minor}.txt"))
    for name in contents.distributions():
        texts = _texts(name)
        if not texts and not _is_qt(name) and name != "tintype":
            raise FileNotFoundError(f"no licence text of {name}")
        written += [_copy(path, folder / name / path.name) for path in texts]
    return written


def gather_system(folder: Path, bundle: Path) -> list[Path]:
    """Write what Debian says of the system libraries that lie in a bundle, a file for each of its packages.

    Returns
    -------
    The texts; none on a system that is not Debian's.
    """
    if shutil.which("dpkg") is None:
        return []
    libraries = {path.name for path in (bundle / "_internal").glob("lib*.so*") if not path.is_symlink()}
    owners = map(debian_packages.owner, debian_packages.places(libraries).values())
    texts = {name: Path("/usr/share/doc", name, "copyright") for name in sorted(set(filter(None, owners)))}
    return [_copy(path, folder / f"{name}.txt") for name, path in texts.items() if path.is_file()]


def _texts(distribution: str) -> list[Path]:
    files = metadata.files(distribution) or []
    found = (Path(str(file.locate())) for file in files if file.suffix not in {".py", ".pyc", ".pyi"})
    named = {path for path in found if path.name.lower().startswith(_NAMES) and path.is_file()}
    return sorted(path for path in named if path.stat().st_size)  # some are empty: of what is not inside


def _is_qt(distribution: str) -> bool:
    return distribution.lower().startswith(("pyside", "shiboken"))


def _copy(source: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return target
