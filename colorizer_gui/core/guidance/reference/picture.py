"""The small picture that stands for a reference photo: made of a photo that was opened, and read again."""

import base64
import binascii
from functools import lru_cache
from io import BytesIO
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image, UnidentifiedImageError

from colorizer_gui.core.color.conversion import FloatArray, lab_to_rgb, rgb_to_lab
from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.core.geometry.area_means import area_means
from colorizer_gui.core.guidance.reference.welsh import Lab
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.prediction.reference import Matching, Reference
from colorizer_gui.core.rendering.chroma import shrink_to

#: Longer side of the picture: a little more than what the network looks at.
SIDE: Final = 320
#: Of the JPEG, whose chroma is as fine as its luma.
_QUALITY: Final = 88
#: A picture of a recipe that is larger was not made here.
_LARGEST: Final = 1024
#: So many pictures are remembered.
_REMEMBERED: Final = 4


def reference_of(photo: Photo, matching: Matching = Matching.LIKENESS) -> Reference:
    """A photo as a reference; a tint is colour here, too.

    Raises
    ------
    InferenceError
        When it is gray.
    """
    name = "" if photo.path is None else photo.path.name
    if photo.source_ab is None:
        raise InferenceError('"{name}" has no colours to give; choose a photo in colour.', name=name)
    small = shrink_to(photo.lightness, SIDE)
    height, width = small.shape
    ab = area_means(photo.source_ab, height, width)
    rgb = np.clip(lab_to_rgb(np.dstack([small, ab])), 0.0, 1.0)
    return reference_in_rgb(np.rint(rgb * 255.0).astype(np.uint8), name, photo.sha256, matching)


def reference_in_rgb(
    image_rgb: npt.NDArray[np.uint8], name: str, sha256: str, matching: Matching = Matching.LIKENESS
) -> Reference:
    """A small picture as a reference.

    Parameters
    ----------
    image_rgb
        (h, w, 3) uint8 sRGB, at most `SIDE` on the longer side.
    name, sha256
        Of the photo that it is.
    """
    stream = BytesIO()
    picture = Image.fromarray(image_rgb, "RGB")
    picture.save(stream, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return Reference(name, sha256, base64.b64encode(stream.getvalue()).decode("ascii"), matching)


def rgb_of(reference: Reference) -> npt.NDArray[np.uint8]:
    """(h, w, 3) uint8 sRGB of a reference's picture.

    Raises
    ------
    InferenceError
        When it is damaged.
    """
    return _decoded(reference.picture)


def lab_of(reference: Reference) -> Lab:
    """The colours of a reference's picture.

    Raises
    ------
    InferenceError
        When it is damaged.
    """
    lab = _lab(reference.picture)
    return Lab(np.ascontiguousarray(lab[..., 0]), np.ascontiguousarray(lab[..., 1:]))


@lru_cache(maxsize=_REMEMBERED)
def _lab(picture: str) -> FloatArray:
    lab = rgb_to_lab(_decoded(picture).astype(np.float32) / np.float32(255.0))
    lab.setflags(write=False)
    return lab


def _decoded(picture: str) -> npt.NDArray[np.uint8]:
    try:
        data = base64.b64decode(picture, validate=True)
        with Image.open(BytesIO(data), formats=["JPEG"]) as image:
            if max(image.size) <= _LARGEST:
                return np.asarray(image.convert("RGB"))
    except (binascii.Error, UnidentifiedImageError, OSError, ValueError, SyntaxError) as exc:
        raise _damaged() from exc
    raise _damaged()


def _damaged() -> InferenceError:
    return InferenceError("The reference photo of this recipe is damaged; choose it again.")
