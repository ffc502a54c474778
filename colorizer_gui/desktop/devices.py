"""Where this computer can compute, found out without PyTorch, whose import takes seconds."""

import ctypes
import importlib.util
import platform
import sys
from pathlib import Path


def possible_devices() -> frozenset[str]:
    """What may be offered: "auto" and "cpu", "cuda" and "mps" where there are any."""
    devices = {"auto", "cpu"}
    if _has_nvidia_driver() and _can_use_cuda():
        devices.add("cuda")
    if sys.platform == "darwin" and platform.machine() == "arm64":
        devices.add("mps")
    return frozenset(devices)


def _has_nvidia_driver() -> bool:
    """Whether the library is there that comes with the driver of a graphics card."""
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True


def _can_use_cuda() -> bool:
    """Whether PyTorch, or what runs ONNX files, was built for such cards."""
    for name, folder, library in (
        ("torch", "lib", "*torch_cuda*"),
        ("onnxruntime", "capi", "*providers_cuda*"),
    ):
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            found = Path(spec.origin).with_name(folder).glob(library)
            if any(found):
                return True
    return False
