"""The vision transformer and the decoder of its tokens, untrained."""

import pytest
import torch
from torch import Tensor

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.network_config import TOKENS, NetworkConfig
from colorizer_gui.core.model.token_network import TokenColorizationNet, TokenDecoder
from colorizer_gui.core.model.vision_transformer import Tokens, VisionTransformer

SMALL = NetworkConfig(architecture=TOKENS, output_stride=7, widths=(32, 16))


def _network() -> TokenColorizationNet:
    torch.manual_seed(0)
    net = build_network(SMALL)
    assert isinstance(net, TokenColorizationNet)
    return net.eval()


def _gray(*shape: int) -> Tensor:
    return torch.rand(shape, generator=torch.Generator().manual_seed(1))


@pytest.mark.parametrize(("height", "width"), [(14, 14), (28, 70), (56, 14)])
def test_logits_cover_the_input_at_stride_7(height: int, width: int) -> None:
    with torch.inference_mode():
        logits = _network()(_gray(2, 1, height, width))
    assert logits.shape == (2, 313, height // 7, width // 7)
    assert torch.isfinite(logits).all()


def test_chosen_pixels_are_those_of_all() -> None:
    net, gray = _network(), _gray(2, 1, 28, 42)
    pixels = torch.tensor([[0, 17, 23], [5, 5, 20]])
    with torch.inference_mode():
        whole, chosen = net(gray), net(gray, pixels=pixels)[..., 0]
    wanted = whole.flatten(2).gather(2, pixels[:, None].expand(-1, 313, -1))
    torch.testing.assert_close(chosen, wanted, atol=1e-5, rtol=1e-4)


def test_no_hints_are_zero_hints_and_a_hint_changes_colours() -> None:
    net, gray = _network(), _gray(1, 1, 28, 42)
    for layer in (net.decoder.hint, net.decoder.level7.hint):
        torch.nn.init.normal_(layer.weight, std=0.5)
    hints = torch.zeros(1, 3, 4, 6)
    with torch.inference_mode():
        automatic = net(gray)
        torch.testing.assert_close(net(gray, hints), automatic)
        hints[0, :, 1, 2] = torch.tensor([1.0, -1.0, 1.0])
        assert (net(gray, hints) - automatic).abs().max() > 0.01


def test_untrained_hint_layers_change_nothing() -> None:
    net, gray = _network(), _gray(1, 1, 28, 28)
    hints = torch.ones(1, 3, 4, 4)
    with torch.inference_mode():
        torch.testing.assert_close(net(gray, hints), net(gray))


def test_each_token_sees_its_own_patch() -> None:
    torch.manual_seed(0)
    encoder = VisionTransformer().eval()
    for name, value in encoder.blocks.named_parameters():
        if ".out." in name or ".fc2." in name:  # without attention and MLP, a token is what it is made of
            torch.nn.init.zeros_(value)
    gray = _gray(1, 1, 28, 42)
    other = gray.clone()
    other[..., 14:28, 28:42] = 0.5
    with torch.inference_mode():
        changed = (encoder(gray).grid - encoder(other).grid).abs().amax(dim=1)[0] > 1e-6
    assert changed.tolist() == [[False, False, False], [False, False, True]]


def test_token_dropout_is_for_training_only() -> None:
    torch.manual_seed(0)
    decoder = TokenDecoder(SMALL, token_dropout=0.5)
    seen = Tokens(_gray(1, 1152, 2, 3), _gray(1, 384), _gray(1, 1, 28, 42))
    with torch.no_grad():
        assert not torch.equal(decoder(seen), decoder(seen))
        decoder.eval()
        assert torch.equal(decoder(seen), decoder(seen))


def test_descriptions_that_no_network_has() -> None:
    with pytest.raises(WeightsError, match="2 strides, not at 4"):
        NetworkConfig(architecture=TOKENS, output_stride=7)
    with pytest.raises(WeightsError, match="output stride must be 7, not 8"):
        NetworkConfig(architecture=TOKENS, output_stride=8, widths=(32, 16))
    with pytest.raises(WeightsError, match="multiples of its attention heads"):
        NetworkConfig(architecture=TOKENS, output_stride=7, widths=(30, 16))
    assert NetworkConfig.from_dict(SMALL.to_dict()) == SMALL
