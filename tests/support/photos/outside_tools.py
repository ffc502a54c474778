"""Programs that know nothing of Tintype: they make the files that it reads and judge those that it writes."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import ImageCms
from skimage.color import rgb2lab

Array = npt.NDArray[Any]

#: Each program and the Debian package that holds it; `packaging/dev.py test` installs them.
TOOLS = {"exiftool": "libimage-exiftool-perl", "identify": "imagemagick", "tiffcp": "libtiff-tools"}

#: What photo editors do by default, and Tintype.
_INTENT = ("-intent", "relative", "-black-point-compensation")

needs_tools = pytest.mark.skipif(
    any(shutil.which(name) is None for name in TOOLS),
    reason=f"needs {', '.join(TOOLS)}; on Debian: apt install {' '.join(TOOLS.values())}",
)


def run(*words: str | Path, data: bytes = b"") -> bytes:
    """The standard output of a program that has to succeed."""
    answer = subprocess.run(
        [str(word) for word in words], input=data, capture_output=True, check=False, timeout=300
    )
    assert answer.returncode == 0, f"{words}: {answer.stderr.decode(errors='replace')}"
    return answer.stdout


def tags(path: Path) -> dict[str, Any]:
    """All tags that ExifTool reads, as group:name."""
    (found,) = json.loads(run("exiftool", "-json", "-G1", "-n", "-struct", path))
    return dict(found)


def lightness(path: Path, shape: tuple[int, int], srgb: Path | None = None) -> Array:
    """L* of a file's first picture, upright, as ImageMagick (and LittleCMS for profiles) decodes it."""
    words: list[str | Path] = ["convert", f"{path}[0]", "-auto-orient"]
    words += ["-colorspace", "sRGB"] if srgb is None else [*_INTENT, "-profile", srgb]
    raw = run(*words, "-alpha", "off", "-depth", "16", "rgb:-")
    image_rgb = np.frombuffer(raw, "<u2").reshape(*shape, 3) / 65535.0
    lab: Array = rgb2lab(image_rgb)
    return lab[..., 0]


def srgb_profile(folder: Path) -> Path:
    """A file that holds LittleCMS's own sRGB profile."""
    path = folder / "srgb.icc"
    path.write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    return path
