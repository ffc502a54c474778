"""Matrices in 8 bits: near, half as large, and nothing else in a file passes for them."""

from pathlib import Path

import pytest
import torch

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.model.network_config import TOKENS, NetworkConfig
from colorizer_gui.core.model.quantization import is_storable, quantized, restored
from colorizer_gui.core.model.token_network import TokenColorizationNet
from colorizer_gui.core.model.weights import load_weights, save_weights


def test_each_value_is_within_half_a_level_of_its_row() -> None:
    matrix = torch.randn(300, 400, generator=torch.Generator().manual_seed(2))
    matrix[7] = 0.0
    matrix[8] *= 1e-3
    tensors = {"matrix": matrix, "bias": torch.randn(300), "small": torch.randn(8, 8)}
    stored = quantized(tensors)
    arrays = {name: value.numpy() for name, value in stored.items()}
    assert is_storable(arrays)
    assert stored["matrix"].dtype == torch.int8
    assert stored["bias"].dtype == stored["small"].dtype == torch.float16
    back = restored(arrays)
    assert set(back) == set(tensors)
    level = (matrix.abs().amax(dim=1, keepdim=True) / 127).clamp_min(torch.finfo(torch.float16).tiny)
    assert bool(((torch.from_numpy(back["matrix"]) - matrix).abs() <= 0.57 * level + 1e-7).all())


@pytest.mark.parametrize(
    "stored",
    [
        {"a": torch.zeros(2, 2)},
        {"a": torch.zeros(2, 2, dtype=torch.int8)},
        {"a": torch.zeros(2, 2, dtype=torch.int8), "a.scale": torch.zeros(3, dtype=torch.float16)},
        {"a": torch.zeros(2, 2, dtype=torch.int8), "a.scale": torch.zeros(2)},
        {"a": torch.zeros(2, dtype=torch.int8), "a.scale": torch.zeros(2, dtype=torch.float16)},
    ],
)
def test_other_numbers_are_not_storable(stored: dict[str, torch.Tensor]) -> None:
    assert not is_storable({name: value.numpy() for name, value in stored.items()})


def test_a_compact_encoder_is_smaller_and_found_by_a_decoder_that_was_trained_on(tmp_path: Path) -> None:
    torch.manual_seed(4)
    net = TokenColorizationNet(NetworkConfig(architecture=TOKENS, output_stride=7, widths=(32, 16)))
    decoder, encoder = tmp_path / "decoder.safetensors", tmp_path / "encoder.safetensors"
    save_weights(decoder, net, {}, encoder_path=encoder, compact=True)
    written = encoder.stat()
    assert written.st_size < 24e6
    again = load_weights(decoder).network()
    with torch.no_grad():
        next(again.decoder.parameters()).add_(1.0)
    save_weights(decoder, again, {}, encoder_path=encoder)
    assert (encoder.stat().st_mtime_ns, encoder.stat().st_size) == (written.st_mtime_ns, written.st_size)
    loaded = load_weights(decoder)
    for name, value in again.encoder.state_dict().items():
        torch.testing.assert_close(loaded.tensors[f"encoder.{name}"], value, rtol=0, atol=0)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    torch.manual_seed(4)
    net = TokenColorizationNet(NetworkConfig(architecture=TOKENS, output_stride=7, widths=(32, 16)))
    path = tmp_path / "net.safetensors"
    save_weights(path, net, {}, compact=True)
    data = bytearray(path.read_bytes())
    data[-1000] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(WeightsError, match="damaged"):
        load_weights(path)
