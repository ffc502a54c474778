"""Scans with several photos on them, put together of samples on a lid."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.geometry.geometry import Size

SIZE: Size = (1500, 1100)
LIDS = {"white": 246.0, "black": 14.0, "gray": 140.0}


@dataclass(frozen=True)
class Laid:
    """A photo on a scan: its middle, its sides, and degrees clockwise."""

    x: float
    y: float
    width: float
    height: float
    angle: float


#: Two above and two below, each a little askew in its own way.
LAID = (
    Laid(380, 290, 520, 400, 2.5),
    Laid(1110, 280, 560, 380, -1.5),
    Laid(400, 810, 380, 470, 0.0),
    Laid(1100, 800, 500, 420, -4.0),
)


def scan(samples: Path, lid: str = "white", laid: tuple[Laid, ...] = LAID) -> npt.NDArray[np.uint8]:
    """A gray scan with a little noise and dust, (H, W) uint8."""
    width, height = SIZE
    rng = np.random.default_rng(4)
    picture = np.full((height, width), LIDS[lid], dtype=np.float32)
    picture += np.linspace(-2, 2, width, dtype=np.float32)
    names = ("astronaut.jpg", "camera.jpg", "hopper.jpg", "coffee.jpg")
    for name, place in zip(names, laid, strict=False):
        data = np.frombuffer((samples / name).read_bytes(), np.uint8)
        decoded = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)
        assert decoded is not None
        photo = 30 + np.asarray(decoded, dtype=np.float32) * 0.78
        rows, columns = photo.shape
        corners = np.array([[0, 0], [columns, 0], [columns, rows]], dtype=np.float32)
        box = cv2.boxPoints(((place.x, place.y), (place.width, place.height), place.angle))
        matrix = cv2.getAffineTransform(corners, np.asarray(box[[1, 2, 3]], dtype=np.float32))
        there = cv2.warpAffine(photo, matrix, SIZE, flags=cv2.INTER_AREA)
        mask = cv2.warpAffine(np.ones_like(photo), matrix, SIZE)
        picture = picture * (1 - mask) + there * mask
    picture += rng.normal(0, 1.5, picture.shape)
    for x, y in rng.integers(0, (width, height), (12, 2)):
        cv2.circle(picture, (int(x), int(y)), 1, 90.0, -1)
    return np.clip(picture, 0, 255).astype(np.uint8)


def write_scan(path: Path, samples: Path, lid: str = "white") -> Path:
    """Write such a scan; each is made once."""
    path.write_bytes(_encoded(path.suffix, samples, lid))
    return path


@cache
def _encoded(suffix: str, samples: Path, lid: str) -> bytes:
    ok, data = cv2.imencode(suffix, scan(samples, lid))
    assert ok
    return data.tobytes()
