"""Two networks asked together, untrained: the mean of their logits, at the same places."""

from dataclasses import replace
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.network import pool_hints
from colorizer_gui.core.model.network_config import PAIR, TOKENS, NetworkConfig
from colorizer_gui.core.model.pair_network import PairColorizationNet

OF_TOKENS = NetworkConfig(architecture=TOKENS, output_stride=7, widths=(32, 16))
SMALL = NetworkConfig(architecture=PAIR, output_stride=4, widths=(32, 32, 16, 16), tokens=OF_TOKENS)


@pytest.fixture(scope="module")
def net() -> PairColorizationNet:
    torch.manual_seed(5)
    net = build_network(SMALL)
    assert isinstance(net, PairColorizationNet)
    with torch.no_grad():  # layers that begin as zeros would prove nothing
        for value in net.parameters():
            if not value.any():
                value.normal_(std=0.05)
    return net.eval()


def _gray(*shape: int) -> Tensor:
    return torch.rand(shape, generator=torch.Generator().manual_seed(1))


def test_the_answer_is_the_mean_of_what_both_answer(net: PairColorizationNet) -> None:
    gray = _gray(1, 1, 64, 96)
    hints = torch.zeros(1, 3, 16, 24)
    hints[0, :, 3, 5] = torch.tensor([0.4, -0.2, 1.0])
    with torch.inference_mode():
        found = net(gray, hints)
        fine = net.decoder.convolutions(net.encoder.convolutions(gray), hints)
        smaller = F.interpolate(gray, size=(56, 84), mode="bilinear", align_corners=False)
        coarse = net.decoder.tokens(net.encoder.tokens(smaller), pool_hints(hints, 2))
    assert found.shape == (1, 313, 16, 24)
    doubled = F.interpolate(coarse, size=(16, 24), mode="bilinear", align_corners=False)
    torch.testing.assert_close(found, (fine + doubled) / 2)


def test_chosen_pixels_are_those_of_all(net: PairColorizationNet) -> None:
    gray, pixels = _gray(2, 1, 32, 64), torch.tensor([[0, 17, 100], [5, 5, 127]])
    with torch.inference_mode():
        whole, chosen = net(gray), net(gray, pixels=pixels)[..., 0]
    wanted = whole.flatten(2).gather(2, pixels[:, None].expand(-1, 313, -1))
    torch.testing.assert_close(chosen, wanted, atol=1e-5, rtol=1e-4)


def test_its_description_goes_there_and_back_and_others_stay_as_they_were() -> None:
    assert NetworkConfig.from_dict(SMALL.to_dict()) == SMALL
    assert "tokens" not in NetworkConfig().to_dict()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"tokens": None}, "holds a second one"),
        ({"architecture": TOKENS, "output_stride": 7, "widths": (32, 16)}, "holds a second one"),
        ({"output_stride": 8}, "output stride of 4"),
        ({"tokens": NetworkConfig()}, "output stride of 4"),
        ({"bins": 100}, "same bins"),
    ],
)
def test_an_impossible_pair_is_refused(wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(WeightsError, match=sentence):
        replace(SMALL, **wrong)
