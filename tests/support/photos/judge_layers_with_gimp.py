"""Lay the colour layer over its photo in GIMP, in several modes, and measure what comes out.

python tests/support/photos/judge_layers_with_gimp.py [PHOTO...]

Needs GIMP 2.10 (Debian: gimp), which the tests do not ask for; docs/files.md tells the figures.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import rgb_to_lab
from colorizer_gui.core.photo_io import WriteOptions, read_photo
from colorizer_gui.core.pipeline.layer_export import save_color_layer
from colorizer_gui.core.pipeline.pipeline import ColorizedPhoto, colorize_photo, save_colorized
from colorizer_gui.core.prediction.prediction import Prediction
from colorizer_gui.core.rendering.adjustments import Adjustments

Array = npt.NDArray[Any]

#: Names of GIMP's modes as Script-Fu calls them.
MODES: Final = ("NORMAL", "NORMAL-LEGACY", "LCH-COLOR", "HSL-COLOR", "HSL-COLOR-LEGACY")
_SCRIPT: Final = """
(let* ((image (car (gimp-file-load RUN-NONINTERACTIVE "{photo}" "{photo}"))))
  (if (= GRAY (car (gimp-image-base-type image))) (gimp-image-convert-rgb image))
  (let ((layer (car (gimp-file-load-layer RUN-NONINTERACTIVE image "{layer}"))))
    (gimp-image-insert-layer image layer 0 -1)
    (gimp-layer-set-mode layer LAYER-MODE-{mode})
    (let ((flat (car (gimp-image-flatten image))))
      (file-png-save RUN-NONINTERACTIVE image flat "{out}" "{out}" 0 9 0 0 0 0 0))))
"""


def main(photos: list[Path]) -> int:
    """Measure each photo, or one that is drawn."""
    if shutil.which("gimp") is None:
        print("GIMP is not installed.")
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for depth in (8, 16):
            measure(drawn(folder, depth), folder)
        for path in photos:
            from colorizer_gui.core.inference.colorizer import NetworkColorizer

            measure(colorize_photo(read_photo(path), NetworkColorizer.load("cpu")), folder)
    return 0


def drawn(folder: Path, depth: int) -> ColorizedPhoto:
    """A gradient in four strong hues and, at the left, none."""
    top = 2**depth - 1
    gray = np.tile(np.linspace(0, top, 256)[:, None], (1, 320))
    cv2.imwrite(str(folder / f"drawn-{depth}.png"), gray.astype(np.uint16 if depth == 16 else np.uint8))
    ab = np.zeros((32, 40, 2), dtype=np.float32)
    for column, hue in enumerate(((45, 25), (-35, 30), (15, -45), (-5, 40)), start=1):
        ab[:, 8 * column : 8 * column + 8] = hue
    photo = read_photo(folder / f"drawn-{depth}.png")
    return ColorizedPhoto(photo, Prediction(ab, np.ones((32, 40), dtype=np.float32)))


def measure(colorized: ColorizedPhoto, folder: Path) -> None:
    """Print how far GIMP's pictures are from the result."""
    source = colorized.photo.path
    assert source is not None
    options = WriteOptions(webp_lossless=True)
    result = save_colorized(colorized, folder / f"{source.stem}-result.png", Adjustments(), options=options)
    layer = save_color_layer(colorized, folder / f"{source.stem}-layer.png", Adjustments())
    wanted = rgb_to_lab(samples(result))
    for mode in MODES:
        out = folder / f"{source.stem}-{mode}.png"
        script = _SCRIPT.format(photo=source, layer=layer, out=out, mode=mode)
        words = [
            "gimp",
            "--no-interface",
            "--no-data",
            "--no-fonts",
            "--batch",
            script,
            "--batch",
            "(gimp-quit 0)",
        ]
        answer = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
        if not out.exists():
            print(source.name, mode, "failed:", answer.stderr[-500:])
            continue
        made = samples(out)
        steps = np.abs(made - samples(result)) * 255
        lab = np.abs(rgb_to_lab(made) - wanted)
        chroma = np.hypot(lab[..., 1], lab[..., 2])
        print(
            f"{source.name} {colorized.photo.depth} bits, {mode}: "
            f"steps of 255 {steps.max():.2f}, mean {steps.mean():.3f}; "
            f"L* {lab[..., 0].max():.2f}, mean {lab[..., 0].mean():.3f}; "
            f"a*b* {chroma.max():.2f}, mean {chroma.mean():.3f}",
            flush=True,
        )


def samples(path: Path) -> npt.NDArray[np.float32]:
    """(H, W, 3) samples in [0, 1]."""
    image: Array | None = cv2.imread(str(path), cv2.IMREAD_COLOR | cv2.IMREAD_ANYDEPTH)
    assert image is not None
    return (image[..., ::-1] / np.float32(np.iinfo(image.dtype).max)).astype(np.float32)


if __name__ == "__main__":
    sys.exit(main([Path(word) for word in sys.argv[1:]]))
