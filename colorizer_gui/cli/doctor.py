"""`tintype doctor`: what is installed, what is used, and what is missing."""

import argparse
import importlib.util
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from colorizer_gui.cli.system_libraries import load_window_plugin
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.core.foreign.onnx.quiet import silence

#: What the program cannot do without: the name of the distribution and of the module.
NEEDED: Final = {
    "PySide6-Essentials": "PySide6.QtWidgets",
    "numpy": "numpy",
    "opencv-python": "cv2",
    "Pillow": "PIL.Image",
    "tifffile": "tifffile",
    "imagecodecs": "imagecodecs",
    "safetensors": "safetensors",
    "qimage2ndarray": "qimage2ndarray",
}
#: A smaller distribution of the same module, of which the bundle is made.
INSTEAD: Final = {"opencv-python": "opencv-python-headless"}
#: What computes the network: the first that is there.
RUNTIMES: Final = ("torch", "onnxruntime")
_INDENT: Final = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; what is not `ok` makes the program unusable."""

    label: str
    text: str
    ok: bool = True

    def __str__(self) -> str:
        return f"{self.label + ':':<{_INDENT}}{'' if self.ok else 'MISSING - '}{self.text}"


def run(options: argparse.Namespace) -> int:
    """Print the report; 1 when something that is needed is missing."""
    missing = 0
    for finding in findings(options.device, options.weights):
        print(finding, flush=True)
        missing += not finding.ok
    print(f"{missing} missing." if missing else "Everything that is needed is there.")
    return 1 if missing else 0


def findings(device: str, weights: Path | None) -> Iterator[Finding]:
    """Look at one thing after the other."""
    yield Finding("Tintype", VERSION)
    yield Finding("Python", f"{platform.python_version()}, {platform.platform()}")
    for distribution, module in NEEDED.items():
        yield _package(distribution, module)
    yield _runtime()
    if sys.platform.startswith("linux"):
        yield _guarded("Window", _window_plugin)
    yield _other_networks()
    yield _guarded("Device", lambda: _device(device))
    yield _guarded("Weights", lambda: _weights(weights))


def _package(distribution: str, module: str) -> Finding:
    try:
        importlib.import_module(module)
        return Finding(distribution, _version(distribution))
    except metadata.PackageNotFoundError:
        return Finding(distribution, "present, of unknown version")
    except (ImportError, OSError) as exc:
        return Finding(distribution, f"{exc}", ok=False)


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        if distribution not in INSTEAD:
            raise
        return f"{metadata.version(INSTEAD[distribution])} ({INSTEAD[distribution]})"


def _runtime() -> Finding:
    silence()
    found = [name for name in RUNTIMES if importlib.util.find_spec(name) is not None]
    return _package(found[0], found[0]) if found else Finding(RUNTIMES[0], "it is not installed", ok=False)


def _other_networks() -> Finding:
    """What runs networks of other programs; only who has such networks needs it."""
    found = []
    for distribution in ("onnxruntime", "spandrel", "spandrel-extra-arches"):
        try:
            found.append(f"{distribution} {metadata.version(distribution)}")
        except metadata.PackageNotFoundError:
            found.append(f"no {distribution}")
    return Finding("Other networks", ", ".join(found))


def _guarded(label: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(label, look())
    except (ColorizationError, ImportError, OSError) as exc:
        return Finding(label, str(exc), ok=False)


def _window_plugin() -> str:
    load_window_plugin()
    return "the libraries of the X11 window system are there"


def _device(name: str) -> str:
    from colorizer_gui.core.foreign.opening import has_pytorch

    if not has_pytorch():
        from colorizer_gui.core.foreign.onnx.runtime import chosen_device

        return f"{chosen_device(name)} (asked for: {name})"
    from colorizer_gui.core.inference.colorizer import choose_device
    from colorizer_gui.core.inference.precision import SINGLE, fast_numbers

    device = choose_device(name)
    numbers = fast_numbers() if device.type == "cpu" else SINGLE
    return f"{device} (asked for: {name}), computing in {numbers}"


def _weights(path: Path | None) -> str:
    from colorizer_gui.core.foreign.card import Kind
    from colorizer_gui.core.foreign.files import kind_of
    from colorizer_gui.core.foreign.opening import load_foreign, locate, open_colorizer
    from colorizer_gui.core.foreign.shelf import Shelf
    from colorizer_gui.core.model.weights_file import read_weights

    path, _ = locate(path, Shelf())
    if path is not None and kind_of(path) is not Kind.OWN:
        loaded = load_foreign(path)
        convention = loaded.recognition.convention
        foreign = (
            str(path),
            f"SHA-256 {loaded.sha256}",
            loaded.recognition.family or "of no known family",
            convention.words if convention else "it has to be said what it takes and gives",
        )
        return f"\n{'':<{_INDENT}}".join(foreign)

    open_colorizer(path, "cpu")  # whether they fit the network
    weights = read_weights(path)
    parameters = sum(value.size for value in weights.arrays.values())
    facts = (
        str(weights.path),
        f"SHA-256 {weights.sha256}",
        f"{weights.config.architecture}, {parameters / 1e6:.1f} million parameters",
    )
    return f"\n{'':<{_INDENT}}".join(facts)
