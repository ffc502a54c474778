"""Photos to be judged by in the midst of a training: each as a whole, in the input's size of its shape."""

from dataclasses import replace

import numpy as np

from colorizer_gui.core.color.conversion import ColorSpace, FloatArray, lightness_to_gray, rgb_to_lab
from colorizer_gui.core.geometry.area_means import scaled
from model_training.batches.views.views import View, ViewFormat, draw_view
from model_training.data.library import PhotoLibrary


class TrueViews:
    """What `validate` asks of a library of photos of any size."""

    def __init__(self, library: PhotoLibrary, form: ViewFormat) -> None:
        self.library = library
        self.form = form
        self._last: tuple[int, FloatArray] | None = None

    def size(self, index: int) -> tuple[int, int]:
        """Height and width of the planes of a photo."""
        view = self._view(index)
        return self.form.input_size((view.rows, view.columns))

    def gray(self, index: int) -> FloatArray:
        """(H, W) float32 gray sRGB in [0, 1]."""
        return np.clip(lightness_to_gray(self.lightness_of(index)), 0, 1).astype(np.float32)

    def lightness_of(self, index: int) -> FloatArray:
        """(H, W) float32 L* in [0, 100]."""
        return np.ascontiguousarray(self._lab(index)[..., 0])

    def chroma(self, index: int, space: ColorSpace = ColorSpace.LAB) -> FloatArray:
        """(H, W, 2) float32 in the format's colour space, which must be the one that is asked for."""
        assert space is self.form.space
        return np.ascontiguousarray(self._lab(index)[..., 1:])

    def _view(self, index: int) -> View:
        size = self.library.size(index)
        view = draw_view(*size, 1.0, 1.0, np.random.default_rng(index), form=self.form)
        return replace(view, mirrored=False)

    def _lab(self, index: int) -> FloatArray:
        if self._last is None or self._last[0] != index:
            view = self._view(index)
            rgb = self.library.decode_rgb(index)
            part = rgb[view.top : view.top + view.height, view.left : view.left + view.width]
            lab = rgb_to_lab(np.ascontiguousarray(part, dtype=np.float32) / np.float32(255), self.form.space)
            lab = scaled(lab, *self.size(index))
            lab[..., 0] = np.clip(lab[..., 0], 0, 100)
            self._last = index, lab
        return self._last[1]
