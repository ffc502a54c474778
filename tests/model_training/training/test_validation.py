"""The quick look during training: with few photos, and at the weights it is told to judge."""

import numpy as np
import pytest
import torch

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace, lab_to_rgb
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.network_config import NetworkConfig
from model_training.data.kaggle import KaggleArrays
from model_training.evaluation.metrics import psnr
from model_training.models.outputs import BinOutput
from model_training.training.validation import validate


@pytest.mark.parametrize(("count", "shape"), [(1, (224, 672)), (2, (224, 1344)), (3, (224, 1344))])
def test_few_photos_make_a_report(data: KaggleArrays, count: int, shape: tuple[int, int]) -> None:
    net = ColorizationNet(NetworkConfig(widths=(32, 32, 16, 16)))
    report = validate(net, net.state_dict(), data, np.arange(count), BinOutput(AbBins.derive()), 0.38)
    assert report.sheet.shape == (*shape, 3)
    assert np.isfinite([report.error, report.psnr, report.colorfulness]).all()
    assert "dB" in report.line()


@pytest.mark.parametrize("space", list(ColorSpace))
def test_a_network_without_an_opinion_scores_what_it_must(data: KaggleArrays, space: ColorSpace) -> None:
    bins = AbBins.derive(space)
    net = ColorizationNet(NetworkConfig(space, len(bins), widths=(32, 32, 16, 16)))
    weights = {name: torch.zeros_like(value) for name, value in net.state_dict().items()}
    neutral = int(np.flatnonzero((bins.centers == 0).all(axis=1))[0])
    weights["decoder.head.1.bias"][neutral] = 30.0
    before = net.decoder.get_parameter("head.1.bias").clone()
    report = validate(net, weights, data, np.array([1, 2]), BinOutput(bins), 1.0)
    torch.testing.assert_close(net.decoder.get_parameter("head.1.bias"), before)
    truths = []
    for index in (1, 2):
        lightness = data.lightness[index] * np.float32(100 / 255)
        truths.append(lab_to_rgb(np.dstack([lightness, data.chroma(index)])))
    expected = np.mean(
        [psnr(np.repeat(data.gray(i)[..., None], 3, 2), t) for i, t in zip((1, 2), truths, strict=True)]
    )
    assert report.gray_psnr == pytest.approx(expected, abs=0.02)
    assert report.psnr == pytest.approx(report.gray_psnr, abs=0.05)
    assert report.colorfulness < 1.0 < report.true_colorfulness
    uniform = validate(
        net,
        {name: torch.zeros_like(value) for name, value in weights.items()},
        data,
        np.array([1]),
        BinOutput(bins),
        1.0,
    )
    assert uniform.error == pytest.approx(np.log(len(bins)), rel=1e-4)
