"""A Debian package of the bundle: `apt install ./tintype_….deb`, and `apt remove tintype` leaves nothing."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from bundle import debian_packages, shared_libraries
from checkout import linux

from colorizer_gui.core.common.version import VERSION

#: Below it everything of the program lies; what is elsewhere are links, the menu entry and the icon.
HOME: Final = Path("usr/lib/tintype")
_PROGRAMS: Final = ("tintype", "tintype-window")
#: What no library asks for by name: where fonts are, which the bundle's own fontconfig reads.
_BESIDES: Final = frozenset({"fontconfig-config"})
_CONTROL: Final = """\
Package: tintype
Version: {version}
Architecture: {architecture}
Maintainer: The Tintype developers <tintype@example.org>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: fonts-dejavu-core | fonts-liberation | fonts-noto-core
Section: graphics
Priority: optional
Description: colorize black-and-white photos on your own computer
 Tintype gives colour to black-and-white photos. Nothing is uploaded, originals
 are never changed, and the photo's lightness stays as it is.
 .
 The package brings its own Python and Qt, and computes on the processor.
"""


class DebError(Exception):
    """A package cannot be made of this bundle on this machine."""


def build(bundle: Path, project: Path, output: Path) -> Path:
    """Make the package of a bundle.

    Raises
    ------
    DebError
        When a library that the bundle needs belongs to no Debian package.
    """
    architecture = _ask("dpkg", "--print-architecture").strip()
    root = output / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(bundle, project, root)
    (root / "DEBIAN").mkdir()
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    control = _CONTROL.format(
        version=VERSION,
        architecture=architecture,
        kilobytes=sum(path.stat().st_size for path in files) // 1024,
        depends=", ".join(sorted(_BESIDES | packages(shared_libraries.outside(bundle)))),
    )
    sums = "".join(f"{_md5(path)}  {path.relative_to(root).as_posix()}\n" for path in files)
    (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    (root / "DEBIAN" / "md5sums").write_text(sums, encoding="utf-8")
    made = output / f"tintype_{VERSION}_{architecture}.deb"
    # xz makes a smaller file and takes far longer at both ends; Debian 12 and Ubuntu 22.04 know zstd.
    _ask("dpkg-deb", "-Zzstd", "-z9", "--root-owner-group", "--build", str(root), str(made))
    shutil.rmtree(root)
    return made


def lay_out(bundle: Path, project: Path, root: Path) -> None:
    """Put everything where Debian expects it."""
    shutil.copytree(bundle, root / HOME, symlinks=True)
    binaries = root / "usr/bin"
    binaries.mkdir(parents=True)
    for name in _PROGRAMS:
        (binaries / name).symlink_to(Path("..", "lib", "tintype", name))
    linux = project / "packaging" / "linux"
    share = root / "usr/share"
    copies = {
        linux / "tintype.desktop": share / "applications",
        linux / "io.github.tintype.tintype.metainfo.xml": share / "metainfo",
        project / "resources/icons/tintype.svg": share / "icons/hicolor/scalable/apps",
    }
    for source, folder in copies.items():
        folder.mkdir(parents=True)
        shutil.copyfile(source, folder / source.name)
    documents = share / "doc/tintype"
    documents.mkdir(parents=True)
    shutil.copyfile(project / "THIRD_PARTY.md", documents / "copyright")
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or (os.access(path, os.X_OK) and path.is_file())
            path.chmod(0o755 if runs else 0o644)


def packages(libraries: Iterable[str]) -> set[str]:
    """The Debian packages that these libraries come from.

    Raises
    ------
    DebError
    """
    wanted = set(libraries)
    places = debian_packages.places(wanted)
    found = set()
    for name in wanted:
        package = linux.PACKAGES.get(name)
        if package is None and name in places:
            package = debian_packages.owner(places[name])
        if package is None:
            raise DebError(f"no Debian package has {name}")
        found.add(package)
    return found


def _ask(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _md5(path: Path) -> str:
    """What Debian's own checks compare with; no safety hangs on it."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
