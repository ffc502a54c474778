"""Where the program's own files lie: in an installed package, in a frozen bundle, or in a checkout.

In the tree they are `resources`, at the top. A wheel and a bundle hold them as a folder of the package
`colorizer_gui`. They are files in either case, never members of an archive, since Qt and safetensors open
them by their path.
"""

from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

from colorizer_gui.core.common.errors import ColorizationError

_PACKAGE: Final = "colorizer_gui"
_FOLDER: Final = "resources"
_DISTRIBUTION: Final = "tintype"


def document(name: str) -> str:
    """The text of a licence that comes with the program, or nothing where it was not copied along."""
    for folder in _places():
        path = folder / name
        if path.is_file():
            return path.read_text(encoding="utf-8")
    from importlib import metadata  # takes longer to import than the rest of this module and its like

    try:
        return metadata.distribution(_DISTRIBUTION).read_text(f"licenses/{name}") or ""
    except metadata.PackageNotFoundError:
        return ""


def resource(*parts: str) -> Path:
    """Path of a file or folder below `resources`.

    Raises
    ------
    ColorizationError
        When the program was copied without its resources.
    """
    for folder in _places():
        if (folder / _FOLDER).is_dir():
            return folder.joinpath(_FOLDER, *parts)
    raise ColorizationError(
        "Tintype's own files are missing from {root}; install the program again.", root=_places()[0]
    )


def sample_photo() -> Path:
    """The photo that is offered to who has none at hand; `resources/samples` says where it is from."""
    return resource("samples", "hopper.jpg")


def is_sample(path: Path) -> bool:
    """Whether a photo came with the program, so that its folder is no place for results."""
    return path.parent == resource("samples")


@cache
def _places() -> tuple[Path, Path]:
    """The package, and the checkout that it is in, if it is."""
    package = Path(str(resources.files(_PACKAGE))).absolute()
    return package, package.parent
