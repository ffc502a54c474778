"""Networks written down from their papers, exported to ONNX, give in the program what torch gives."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import pytest
import torch
from torch import nn

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace, FloatArray, rgb_to_lab
from colorizer_gui.core.foreign.opening import open_colorizer
from colorizer_gui.core.foreign.recognition import sample_picture
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.prediction.prediction import Guidance, Prediction
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.chroma import Chroma
from colorizer_gui.core.rendering.rendering import Recomposition
from tests.support.networks.foreign_networks import DDColor, DeOldify, Siggraph17, Zhang16, export

HEIGHT, WIDTH = 64, 96


def gray_rgb(lightness: FloatArray) -> npt.NDArray[Any]:
    """(1, 3, H, W) as DDColor's own program makes it: OpenCV's RGB of (L*, 0, 0)."""
    lab = np.dstack([lightness, np.zeros_like(lightness), np.zeros_like(lightness)])
    return cv2.cvtColor(lab, cv2.COLOR_LAB2RGB).transpose(2, 0, 1)[None]


def of_zhang(net: nn.Module, lightness: FloatArray) -> FloatArray:
    answer = net(torch.from_numpy(lightness)[None, None])[0].numpy()
    return np.asarray(answer.transpose(1, 2, 0))


def of_siggraph(net: nn.Module, lightness: FloatArray) -> FloatArray:
    plane = torch.from_numpy(lightness)[None, None]
    answer = net(plane, torch.zeros(1, 2, HEIGHT, WIDTH), torch.zeros_like(plane))
    return np.asarray(answer[0].numpy().transpose(1, 2, 0))


def of_ddcolor(net: nn.Module, lightness: FloatArray) -> FloatArray:
    answer = net(torch.from_numpy(gray_rgb(lightness)))
    return np.asarray(answer[0].numpy().transpose(1, 2, 0)).clip(-128, 128)


def of_deoldify(net: nn.Module, lightness: FloatArray) -> FloatArray:
    answer = net(torch.from_numpy(gray_rgb(lightness) * 255))
    return rgb_to_lab(answer[0].numpy().transpose(1, 2, 0) / 255)[..., 1:]


def of_distribution(net: nn.Module, lightness: FloatArray) -> FloatArray:
    shares = torch.softmax(net(torch.from_numpy(lightness)[None, None]) / 0.38, dim=1)[0].numpy()
    return np.asarray(np.einsum("qhw,qc->hwc", shares, AbBins.derive(ColorSpace.LAB).centers))


Torch = Callable[[nn.Module, FloatArray], FloatArray]


@pytest.mark.parametrize(
    ("make", "planes", "by_torch"),
    [
        pytest.param(Zhang16, (1,), of_zhang, id="Zhang 2016"),
        pytest.param(lambda: Zhang16(answer="scores"), (1,), of_distribution, id="Zhang 2016, scores"),
        pytest.param(Siggraph17, (1, 2, 1), of_siggraph, id="SIGGRAPH17"),
        pytest.param(DDColor, (3,), of_ddcolor, id="DDColor"),
        pytest.param(DeOldify, (3,), of_deoldify, id="DeOldify"),
    ],
)
def test_an_exported_network_gives_what_torch_gives(
    tmp_path: Path, shelf: Shelf, make: Callable[[], nn.Module], planes: tuple[int, ...], by_torch: Torch
) -> None:
    torch.manual_seed(313)
    net = make()
    path = export(net, tmp_path / "net.onnx", [(count, HEIGHT, WIDTH) for count in planes])
    lightness = sample_picture(HEIGHT, WIDTH)
    found = open_colorizer(path, "cpu", shelf=shelf).predict_ab(lightness)
    with torch.inference_mode():
        expected = Prediction(by_torch(net, lightness), None)
    assert expected.ab.std() > 0.1
    assert np.abs(shown(lightness, found) - shown(lightness, expected)).max() <= 2


def shown(lightness: FloatArray, prediction: Prediction) -> npt.NDArray[np.int16]:
    recomposition = Recomposition(lightness, Chroma(lightness, prediction.ab))
    return np.asarray(recomposition.image(Adjustments(), depth=8), dtype=np.int16)


def test_the_confidence_is_that_of_the_distribution(tmp_path: Path, shelf: Shelf) -> None:
    torch.manual_seed(313)
    path = export(Zhang16(answer="shares"), tmp_path / "net.onnx", [(1, HEIGHT, WIDTH)])
    prediction = open_colorizer(path, "cpu", shelf=shelf).predict_ab(sample_picture(HEIGHT, WIDTH))
    assert prediction.confidence is not None
    assert prediction.distribution is not None
    assert np.array_equal(prediction.confidence, prediction.distribution.confidence())
    assert prediction.readings is not None


def test_axes_that_are_free_by_name_only_are_used_at_the_size_that_works(
    tmp_path: Path, shelf: Shelf
) -> None:
    torch.manual_seed(313)
    path = export(DDColor(), tmp_path / "net.onnx", [(3, 512, 512)], free=True)
    colorizer = open_colorizer(path, "cpu", shelf=shelf)
    prediction = colorizer.predict_ab(sample_picture(100, 150))
    assert prediction.ab.shape == (512, 512, 2)


def test_hints_reach_a_network_that_takes_them(tmp_path: Path, shelf: Shelf) -> None:
    torch.manual_seed(313)
    net = Siggraph17()
    path = export(net, tmp_path / "net.onnx", [(count, HEIGHT, WIDTH) for count in (1, 2, 1)])
    lightness = sample_picture(HEIGHT, WIDTH)
    guidance = Guidance(np.array([[0.5, 0.25]], np.float32), np.array([[60.0, 30.0]], np.float32))
    found = open_colorizer(path, "cpu", shelf=shelf).predict_ab(lightness, guidance)
    ab, mask = torch.zeros(1, 2, HEIGHT, WIDTH), torch.zeros(1, 1, HEIGHT, WIDTH)
    place = np.s_[0, :, 13:20, 45:52]  # seven pixels around (16, 48)
    ab[place], mask[place] = torch.tensor([60.0, 30.0])[:, None, None], 1.0
    with torch.inference_mode():
        expected = net(torch.from_numpy(lightness)[None, None], ab, mask)[0].numpy().transpose(1, 2, 0)
    assert np.abs(found.ab - expected).max() < 0.01
