"""Programs that know nothing of Tintype: they make the files that it reads and judge those that it writes."""

import atexit
import functools
import json
import shutil
import subprocess
from pathlib import Path
from typing import IO, Any

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


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip where one of these programs is not there."""
    missing = [name for name in programs if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"needs {', '.join(programs)}")


def run(*words: str | Path, data: bytes = b"") -> bytes:
    """The standard output of a program that has to succeed."""
    if words[0] == "exiftool":
        return _exiftool().run(*map(str, words[1:]))
    answer = subprocess.run(
        [str(word) for word in words], input=data, capture_output=True, check=False, timeout=300
    )
    assert answer.returncode == 0, f"{words}: {answer.stderr.decode(errors='replace')}"
    return answer.stdout


class _ExifTool:
    """ExifTool, which stays open: to begin takes it longer than a photo does."""

    def __init__(self) -> None:
        command = ["exiftool", "-stay_open", "True", "-@", "-"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)
        atexit.register(self._end)

    def run(self, *words: str) -> bytes:
        """What it says of one command; paths are whole, since its folder is that of its beginning."""
        # With -q it does not say by itself when it is done.
        asked = [*words, "-echo3", "{done}", "-echo4", "{ended ${status}}", "-execute"]
        assert self._process.stdin is not None
        self._process.stdin.write("".join(f"{word}\n" for word in asked).encode())
        self._process.stdin.flush()
        said = _until(b"{done}\n", self._process.stdout)
        complaint = _until(b"{ended ", self._process.stderr)
        assert complaint.endswith(b"{ended 0}\n"), f"{words}: {complaint.decode(errors='replace')}"
        return said.removeprefix(b"{ready}\n").removesuffix(b"{done}\n")  # the former is that of the last one

    def _end(self) -> None:
        self._process.communicate(b"-stay_open\nFalse\n")


def _until(mark: bytes, stream: IO[bytes] | None) -> bytes:
    """All lines to the one with the mark."""
    assert stream is not None
    said = b""
    while mark not in said:
        line = stream.readline()
        assert line, "ExifTool has ended"
        said += line
    return said


@functools.cache
def _exiftool() -> _ExifTool:
    return _ExifTool()


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
