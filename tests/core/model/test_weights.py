"""Weights files: there and back, and a sentence for everything that can be wrong with one."""

import json
import pickle
import struct
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.weights import load_weights, save_weights
from tests.support.guards.unpickling_trap import UnpicklingTrap


@pytest.fixture(scope="module")
def net() -> ColorizationNet:
    torch.manual_seed(3)
    return ColorizationNet(NetworkConfig(widths=(32, 32, 16, 16))).eval()


@pytest.fixture(scope="module")
def whole(net: ColorizationNet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "net.safetensors"
    save_weights(path, net, {"steps": 7})
    return path


@pytest.fixture
def pair(net: ColorizationNet, tmp_path: Path) -> tuple[Path, Path]:
    decoder, encoder = tmp_path / "decoder.safetensors", tmp_path / "encoder.safetensors"
    save_weights(decoder, net, {}, encoder_path=encoder)
    return decoder, encoder


def test_one_file_goes_there_and_back(net: ColorizationNet, whole: Path) -> None:
    loaded = load_weights(whole)
    assert loaded.config == net.config
    assert loaded.provenance == {"steps": 7}
    for name, value in net.state_dict().items():
        assert loaded.tensors[name].dtype == torch.float32
        torch.testing.assert_close(loaded.tensors[name], value.half().float(), rtol=0, atol=0)
    assert not loaded.network().training
    assert list(whole.parent.iterdir()) == [whole]


def test_two_files_are_the_same_model(pair: tuple[Path, Path], whole: Path) -> None:
    decoder, encoder = pair
    assert load_weights(decoder).sha256 == load_weights(whole).sha256
    assert decoder.stat().st_size < encoder.stat().st_size


def test_class_weights_travel_with_the_decoder_and_are_part_of_the_model(
    net: ColorizationNet, whole: Path, tmp_path: Path
) -> None:
    path = tmp_path / "net.safetensors"
    wanted = np.linspace(0.25, 8, 313, dtype=np.float32)
    save_weights(path, net, {}, class_weights=wanted)
    loaded = load_weights(path)
    assert loaded.class_weights == pytest.approx(wanted, rel=1e-3)
    assert loaded.sha256 != load_weights(whole).sha256
    assert load_weights(whole).class_weights is None
    loaded.network()


@pytest.mark.parametrize("wrong", [np.zeros(313, dtype=np.float32), np.ones(12, dtype=np.float32)])
def test_class_weights_that_make_no_sense_are_refused(
    net: ColorizationNet, tmp_path: Path, wrong: np.ndarray
) -> None:
    save_weights(tmp_path / "net.safetensors", net, {}, class_weights=wrong)
    _refuses(tmp_path / "net.safetensors", "class weights")


def test_an_encoder_that_is_there_is_left_alone(net: ColorizationNet, pair: tuple[Path, Path]) -> None:
    decoder, encoder = pair
    before = encoder.stat()
    save_weights(decoder, net, {"again": True}, encoder_path=encoder)
    after = encoder.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_an_encoder_alone_is_no_model(pair: tuple[Path, Path]) -> None:
    _refuses(pair[1], "no decoder")


def test_a_missing_encoder_is_named(pair: tuple[Path, Path]) -> None:
    pair[1].unlink()
    _refuses(pair[0], "needs the encoder")


def test_an_encoder_that_only_pretends_is_not_taken(net: ColorizationNet, pair: tuple[Path, Path]) -> None:
    decoder, encoder = pair
    with safe_open(encoder, framework="pt") as file:
        wanted = file.metadata()["tintype.encoder"]
    other = ColorizationNet(net.config)
    encoder.unlink()
    save_weights(decoder.with_name("other.safetensors"), other, {}, encoder_path=encoder)
    tensors, header = _parts(encoder)
    save_file(tensors, encoder, metadata=header | {"tintype.encoder": wanted})
    _refuses(decoder, "needs the encoder")


def test_a_flipped_byte_is_seen(whole: Path, tmp_path: Path) -> None:
    data = bytearray(whole.read_bytes())
    data[-1000] ^= 1
    _refuses(_file(tmp_path, bytes(data)), "damaged")


@pytest.mark.parametrize("kept", [0, 4, 1000, -2])
def test_a_truncated_file_is_seen(whole: Path, tmp_path: Path, kept: int) -> None:
    _refuses(_file(tmp_path, whole.read_bytes()[:kept]), "no whole safetensors")


def test_a_text_file_is_none(tmp_path: Path) -> None:
    _refuses(_file(tmp_path, b"the weights of the world\n" * 100), "no whole safetensors")


def test_a_missing_file_and_a_folder_are_none(tmp_path: Path) -> None:
    _refuses(tmp_path / "nothing.safetensors", "no weights file")
    _refuses(tmp_path, "is a folder")


def test_nothing_is_unpickled(tmp_path: Path) -> None:
    _refuses(_file(tmp_path, pickle.dumps(UnpicklingTrap(tmp_path / "exploded"))), "no whole safetensors")
    torch.save({"a": UnpicklingTrap(tmp_path / "exploded")}, tmp_path / "zip.safetensors")
    _refuses(tmp_path / "zip.safetensors", "checkpoint of a training")
    assert not (tmp_path / "exploded").exists()


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("tintype.format", "99", "version"),
        (
            "tintype.config",
            json.dumps(NetworkConfig().to_dict() | {"architecture": "resnet"}),
            "architecture",
        ),
        ("tintype.config", json.dumps(NetworkConfig().to_dict()), "does not fit"),
        ("tintype.config", json.dumps({"widths": "wide"}), "not one that this version knows"),
        ("tintype.config", "{", "header"),
        ("tintype.config", "[]", "header"),
        ("tintype.provenance", "no", "header"),
        ("tintype.tensors", "0" * 64, "damaged"),
    ],
)
def test_a_wrong_header_is_refused(whole: Path, tmp_path: Path, key: str, value: str, says: str) -> None:
    tensors, header = _parts(whole)
    path = tmp_path / "net.safetensors"
    save_file(tensors, path, metadata=header | {key: value})
    _refuses(path, says)


def test_a_foreign_safetensors_file_is_refused(tmp_path: Path) -> None:
    save_file({"x": torch.zeros(3)}, tmp_path / "x.safetensors")
    _refuses(tmp_path / "x.safetensors", "version")


def test_a_header_that_promises_too_much_is_refused(tmp_path: Path) -> None:
    _refuses(_file(tmp_path, struct.pack("<Q", 2**40) + b"{}"), "no whole safetensors")


@pytest.mark.parametrize("value", [1e6, float("nan"), float("-inf")])
def test_what_does_not_fit_into_16_bits_is_not_written(tmp_path: Path, value: float) -> None:
    net = ColorizationNet(NetworkConfig(widths=(32, 32, 16, 16)))
    with torch.no_grad():
        net.decoder.get_parameter("head.1.bias")[0] = value
    with pytest.raises(WeightsError, match="16 bits"):
        save_weights(tmp_path / "net.safetensors", net, {})
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_missing_is_a_sentence(net: ColorizationNet, tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="cannot be written"):
        save_weights(tmp_path / "missing" / "net.safetensors", net, {})


def _refuses(path: Path, says: str) -> None:
    with pytest.raises(WeightsError, match=says) as caught:
        load_weights(path)
    assert str(caught.value).endswith(".")
    assert str(path) in str(caught.value)


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "net.safetensors"
    path.write_bytes(data)
    return path


def _parts(path: Path) -> tuple[dict[str, torch.Tensor], dict[str, str]]:
    with safe_open(path, framework="pt") as file:
        return {name: file.get_tensor(name).clone() for name in file.keys()}, file.metadata()  # noqa: SIM118
