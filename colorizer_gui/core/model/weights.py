"""Weights as tensors: what a file holds (`weights_file`), for a network of PyTorch, and how it is written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save
from torch import Tensor

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.model.architectures import Network, build_network
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.quantization import quantized, restored
from colorizer_gui.core.model.weights_file import (
    CLASS_WEIGHTS,
    DECODER,
    ENCODER,
    FORMAT,
    array_hash,
    check_shapes,
    encoder_hash,
    read_weights,
)


@dataclass(frozen=True, slots=True, eq=False)
class LoadedWeights:
    """A checked set of weights.

    Attributes
    ----------
    path
        The file that was asked for.
    config
        The network that the tensors belong to.
    tensors
        The whole state dict of the network, float32.
    sha256
        Hash over all tensors; names the model in the metadata of results.
    provenance
        Recipe, data, steps and figures, as the training wrote them.
    class_weights
        (Q,) float32, see `Distribution`; None when the file does not say.
    encoder_sha256
        See `StoredWeights`.
    """

    path: Path
    config: NetworkConfig
    tensors: Mapping[str, Tensor]
    sha256: str
    provenance: Mapping[str, Any]
    class_weights: FloatArray | None = None
    encoder_sha256: str = ""
    _empty: list[Network] = field(default_factory=list, repr=False)

    def network(self) -> Network:
        """Build the network, ready for prediction; its tensors are these, not copies of them."""
        net = self._empty.pop() if self._empty else _empty_network(self.config)
        net.load_state_dict(dict(self.tensors), assign=True)
        return net.eval()


def load_weights(path: Path | None = None) -> LoadedWeights:
    """Read and check a weights file; the release weights when no path is given.

    Raises
    ------
    WeightsError
        See `read_weights`; or when the file does not fit the network that it describes.
    """
    stored = read_weights(path)
    empty = _empty_network(stored.config)
    expected = {name: tuple(value.shape) for name, value in empty.state_dict().items()}
    check_shapes(stored.path, expected, {name: value.shape for name, value in stored.arrays.items()})
    tensors = {name: torch.from_numpy(value) for name, value in stored.arrays.items()}
    return LoadedWeights(
        stored.path,
        stored.config,
        tensors,
        stored.sha256,
        stored.provenance,
        stored.class_weights,
        stored.encoder_sha256,
        [empty],  # the first network need not be built again
    )


def save_weights(
    path: Path,
    net: Network,
    provenance: Mapping[str, Any],
    *,
    encoder_path: Path | None = None,
    class_weights: FloatArray | None = None,
    compact: bool = False,
) -> None:
    """Write a network for `load_weights`.

    Parameters
    ----------
    path
        The decoder's file; it holds the encoder as well when `encoder_path` is None.
    encoder_path
        A file of its own for the encoder; left alone when it holds these very tensors.
    class_weights
        (Q,) float32, see `Distribution`.
    compact
        Whether the encoder's large matrices are stored in 8 bits.

    Raises
    ------
    WeightsError
        When a value is not finite or does not fit into float16, or when the file cannot be written.
    """
    halves = {name: _half(name, value) for name, value in net.state_dict().items()}
    encoder = {name: value for name, value in halves.items() if name.startswith(f"{ENCODER}.")}
    decoder = {name: value for name, value in halves.items() if name.startswith(f"{DECODER}.")}
    stored = encoder
    if compact:
        stored = quantized({name: net.state_dict()[name] for name in encoder})
        again = restored({name: value.numpy() for name, value in stored.items()})
        encoder = {name: torch.from_numpy(value).half() for name, value in again.items()}
    if class_weights is not None:
        decoder[CLASS_WEIGHTS] = _half(CLASS_WEIGHTS, torch.from_numpy(class_weights))
    common = {
        "tintype.config": json.dumps(net.config.to_dict()),
        "tintype.encoder": tensor_hash(encoder),
        "tintype.provenance": json.dumps(dict(provenance)),
    }
    if encoder_path is None:
        _write(path, stored | decoder, common | {"tintype.parts": f"{ENCODER},{DECODER}"})
        return
    _write(path, decoder, common | {"tintype.parts": DECODER})
    if not encoder_path.exists() or encoder_hash(encoder_path) != common["tintype.encoder"]:
        _write(encoder_path, stored, common | {"tintype.parts": ENCODER})


def tensor_hash(tensors: Mapping[str, Tensor]) -> str:
    """See `array_hash`."""
    return array_hash(
        {name: value.detach().to("cpu", torch.float16).numpy() for name, value in tensors.items()}
    )


def _empty_network(config: NetworkConfig) -> Network:
    """A network whose tensors have shapes and no values."""
    with torch.device("meta"):
        return build_network(config)


def _half(name: str, value: Tensor) -> Tensor:
    half = value.detach().to("cpu", torch.float16).contiguous()
    if not torch.isfinite(half).all():
        raise WeightsError(
            "The tensor {name} does not fit into 16 bits; the training has gone wrong.", name=name
        )
    return half


def _write(path: Path, tensors: dict[str, Tensor], header: dict[str, str]) -> None:
    temporary = path.with_suffix(".partial")
    stamped = header | {"tintype.format": FORMAT, "tintype.tensors": tensor_hash(tensors)}
    try:
        temporary.write_bytes(save(tensors, metadata=stamped))
        temporary.replace(path)
    except OSError as exc:
        temporary.unlink(missing_ok=True)
        raise WeightsError(
            "The weights file {path} cannot be written: {reason}.", path=path, reason=exc
        ) from exc
