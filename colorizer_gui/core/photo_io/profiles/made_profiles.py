"""Small ICC profiles for colour spaces that files name in numbers or words only."""

import struct
from typing import Final

import numpy as np
import numpy.typing as npt

Chromaticities = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]

#: x and y of red, green, blue and white.
SRGB_PRIMARIES: Final[Chromaticities] = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06), (0.3127, 0.3290))
P3_PRIMARIES: Final[Chromaticities] = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), (0.3127, 0.3290))
REC2020_PRIMARIES: Final[Chromaticities] = ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046), (0.3127, 0.3290))
ADOBE_PRIMARIES: Final[Chromaticities] = ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06), (0.3127, 0.3290))
_D50: Final = np.array([0.9642, 1.0, 0.8249])
_BRADFORD: Final = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])


def gamma_curve(gamma: float) -> bytes:
    """A power curve, as a tag of a profile.

    Raises
    ------
    ValueError
        When the exponent is none of a colour space.
    """
    if not 0.1 <= gamma <= 10:
        raise ValueError("no colour space")
    return _parametric(0, gamma)


def _parametric(kind: int, *values: float) -> bytes:
    """A curve of ICC.1:2022, 10.18."""
    numbers = (round(value * 65536) for value in values)
    return b"para\0\0\0\0" + struct.pack(f">HH{len(values)}i", kind, 0, *numbers)


#: Transfer curves of IEC 61966-2-1 and of ITU-R BT.709, from samples to light.
SRGB_CURVE: Final = _parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
BT709_CURVE: Final = _parametric(3, 1 / 0.45, 1 / 1.099, 0.099 / 1.099, 1 / 4.5, 0.081)


def matrix_profile(primaries: Chromaticities, curve: bytes) -> bytes:
    """An RGB profile (ICC version 4) of four chromaticities and one curve for all channels.

    Raises
    ------
    ValueError
        When the numbers make no colour space.
    """
    if any(y <= 0 for _, y in primaries):
        raise ValueError("no colour space")
    columns = [_xyz(*each) for each in primaries]
    white = columns.pop()
    matrix = np.stack(columns, axis=1)
    if abs(np.linalg.det(matrix)) < 1e-6:
        raise ValueError("no colour space")
    matrix = matrix * np.linalg.solve(matrix, white)
    scale = np.diag((_BRADFORD @ _D50) / (_BRADFORD @ white))
    adapted = np.linalg.inv(_BRADFORD) @ scale @ _BRADFORD @ matrix
    tags = {name: _xyz_tag(adapted[:, index]) for index, name in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return _profile({b"wtpt": _xyz_tag(_D50), **tags})


def _xyz(x: float, y: float) -> npt.NDArray[np.float64]:
    return np.array([x / y, 1.0, (1 - x - y) / y])


def _xyz_tag(values: npt.NDArray[np.float64]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(float(value) * 65536) for value in values))


def _profile(tags: dict[bytes, bytes]) -> bytes:
    offset, directory, body = 132 + 12 * len(tags), b"", b""
    for name, data in tags.items():
        directory += struct.pack(">4sII", name, offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    head = struct.pack(">I4xI4s4s4s", offset + len(body), 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    head = head.ljust(36, b"\0") + b"acsp"
    head = head.ljust(68, b"\0") + _xyz_tag(_D50)[8:]
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + directory + body
