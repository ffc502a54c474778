"""Imports spandrel, which recognises the architecture of a PyTorch checkpoint.

spandrel imports all of its architectures. Two of them, which repair photos, take three names out of
torchvision, and torchvision only imports beside the very build of torch that it was made for. Where it
does not, those names are empty while spandrel is imported: the two cannot run then, and nothing else
misses them.
"""

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Final, NoReturn

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.common.sentences import Sentence

if TYPE_CHECKING:
    from spandrel import ArchRegistry

#: To be said before a network is opened with it.
LICENCES: Final = Sentence(
    "Checkpoints are opened with spandrel (MIT) and spandrel-extra-arches. The latter is MIT, too, but holds "
    "networks under licences of their own, some of which forbid commercial use; DDColor's is Apache-2.0."
)
_NEEDED: Final = ("InterpolationMode", "rotate", "normalize")
_NAMES: Final = ("torchvision", "torchvision.transforms", "torchvision.transforms.functional")


def architectures() -> "ArchRegistry":
    """All that spandrel and its extra package know.

    Raises
    ------
    WeightsError
        When they are not installed.
    """
    try:
        with _torchvision_or_empty_names(), warnings.catch_warnings():
            # It compiles a few functions in a way of which newer versions of torch think little.
            warnings.simplefilter("ignore", DeprecationWarning)
            import spandrel
            import spandrel_extra_arches
    except ImportError as exc:
        raise WeightsError(
            "PyTorch checkpoints need spandrel and spandrel-extra-arches, which are not installed; "
            "get them with: pip install tintype[checkpoints]."
        ) from exc
    registry = spandrel.MAIN_REGISTRY.copy()
    registry.add(*spandrel_extra_arches.EXTRA_REGISTRY, ignore_duplicates=True)
    return registry


@contextmanager
def _torchvision_or_empty_names() -> Iterator[None]:
    try:
        import torchvision.transforms.functional  # noqa: F401
    except (ImportError, RuntimeError, OSError, AttributeError):  # as its own C++ part fails
        for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
            del sys.modules[name]
    else:
        yield
        return
    made = {name: ModuleType(name) for name in _NAMES}
    for name in _NEEDED:
        setattr(made[_NAMES[-1]], name, _absent)
    sys.modules.update(made)
    try:
        yield
    finally:
        for name in made:
            sys.modules.pop(name, None)


def _absent(*_arguments: object, **_options: object) -> NoReturn:
    raise ImportError("torchvision does not work beside this build of torch")
