"""How many frames a second a pane pans over a photo of 50 megapixels.

nice xvfb-run -a -s "-screen 0 2000x1300x24" .venv/bin/python tests/benchmarks/window/benchmark_pan.py
"""

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import numpy as np
from PySide6.QtGui import QImage

from colorizer_gui.app import make_application
from colorizer_gui.desktop.qimage import image_from_rgb
from colorizer_gui.widgets.compare.comparison_view import ComparisonView

WIDTH, HEIGHT = 8660, 5774
FRAMES = 60


def main() -> int:
    """Pan at several zooms and print frames per second."""
    application = make_application()
    comparison = ComparisonView()
    comparison.resize(1600, 1000)
    comparison.show()
    rgb = np.random.default_rng(0).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8)
    gray = QImage(WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
    gray.fill(120)
    comparison.set_photo_size(WIDTH, HEIGHT)
    comparison.set_original(gray)
    comparison.set_colorized(image_from_rgb(rgb))
    application.processEvents()
    for split in (False, True):
        comparison.set_split(split)
        for zoom in (0.51, 0.75, 1.0, 2.0):
            comparison.view.zoom_to(zoom)
            application.processEvents()
            begin = perf_counter()
            for frame in range(FRAMES):
                comparison.view.pan(-17 if frame % 20 < 10 else 17, -9)
                comparison.original_pane.repaint()
                comparison.colorized_pane.repaint()
            rate = FRAMES / (perf_counter() - begin)
            print(f"{'split' if split else 'side by side':12} {zoom:4.0%}  {rate:6.1f} frames a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
