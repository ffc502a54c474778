"""Weights files: safetensors with the network's description and where the weights come from.

A file holds the decoder, or encoder and decoder. A decoder alone names its encoder by the hash of
the encoder's tensors, and is looked up beside it, then among the program's own weights; so the
large encoder is stored once. Nothing is unpickled. Tensors are stored in float16, or large matrices in
8 bits (`quantization`), and used in float32.

Beside the network, a file may hold `class_weights` (Q,): what the training weighed the loss of
each bin with.

Header entries (all strings): `tintype.format`, `tintype.parts` (comma-separated), `tintype.config`
(JSON of `NetworkConfig`), `tintype.encoder` (hash), `tintype.tensors` (hash of this file's
tensors), `tintype.provenance` (JSON).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.model.architectures import Network, build_network
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.quantization import is_storable, quantized, restored

FORMAT: Final = "1"
ENCODER: Final = "encoder"
DECODER: Final = "decoder"
CLASS_WEIGHTS: Final = "class_weights"
_ZIP: Final = b"PK\x03\x04"
RELEASE_DECODER: Final = "tintype-decoder.safetensors"


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
    """

    path: Path
    config: NetworkConfig
    tensors: Mapping[str, Tensor]
    sha256: str
    provenance: Mapping[str, Any]
    class_weights: FloatArray | None = None

    def network(self) -> Network:
        """Build the network, ready for prediction."""
        net = build_network(self.config)
        net.load_state_dict(dict(self.tensors))
        return net.eval()


def load_weights(path: Path | None = None) -> LoadedWeights:
    """Read and check a weights file; the release weights when no path is given.

    Raises
    ------
    WeightsError
        When the file is missing, damaged, of another version, or does not fit the network that it
        describes; or when the encoder that it names is not to be found.
    """
    path = path or resource("weights", RELEASE_DECODER)
    tensors, header = _read(path)
    config = _config(path, header)
    parts = header.get("tintype.parts", "").split(",")
    if DECODER not in parts:
        raise WeightsError(
            "{path} holds no decoder; open the file that ends in {suffix} instead.",
            path=path,
            suffix=RELEASE_DECODER,
        )
    if ENCODER not in parts:
        tensors |= _find_encoder(path, header.get("tintype.encoder", ""))
    sha256 = tensor_hash(tensors)
    class_weights = tensors.pop(CLASS_WEIGHTS, None)
    if class_weights is not None and not _usable(class_weights, config):
        raise WeightsError("{path} has class weights that make no sense; export it again.", path=path)
    expected = {name: tuple(value.shape) for name, value in _meta_state(config).items()}
    found = {name: tuple(value.shape) for name, value in tensors.items()}
    if expected != found:
        wrong = sorted(
            name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name)
        )
        raise WeightsError(
            "{path} does not fit the network that it describes: {count} tensors are missing, "
            "unknown or of another shape, the first is {first}.",
            path=path,
            count=len(wrong),
            first=wrong[0],
        )
    provenance = _json(path, header.get("tintype.provenance", "{}"))
    return LoadedWeights(
        path,
        config,
        tensors,
        sha256,
        provenance,
        None if class_weights is None else np.asarray(class_weights.numpy(), dtype=np.float32),
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
        encoder = {name: value.half() for name, value in restored(stored).items()}
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
    if not encoder_path.exists() or _stored_hash(encoder_path) != common["tintype.encoder"]:
        _write(encoder_path, stored, common | {"tintype.parts": ENCODER})


def tensor_hash(tensors: Mapping[str, Tensor]) -> str:
    """SHA-256 over names, shapes and float16 bytes of tensors, in the order of their names."""
    digest = hashlib.sha256()
    for name in sorted(tensors):
        value = tensors[name].detach().to("cpu", torch.float16).contiguous()
        digest.update(f"{name}{tuple(value.shape)}".encode())
        digest.update(value.numpy().tobytes())
    return digest.hexdigest()


def _read(path: Path) -> tuple[dict[str, Tensor], dict[str, str]]:
    try:
        with safe_open(path, framework="pt") as file:
            header = file.metadata() or {}
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no mapping
    except FileNotFoundError as exc:
        raise WeightsError("There is no weights file {path}; check the path.", path=path) from exc
    except (SafetensorError, OSError) as exc:
        if path.is_dir():
            raise WeightsError("{path} is a folder; name the weights file in it.", path=path) from exc
        if _is_checkpoint(path):
            raise WeightsError(
                "{path} is the checkpoint of a training; make a weights file of it with "
                "python -m model_training export.",
                path=path,
            ) from exc
        raise WeightsError("{path} is no whole safetensors file: {reason}.", path=path, reason=exc) from exc
    if header.get("tintype.format") != FORMAT:
        raise WeightsError(
            "{path} is no weights file of this version of Tintype; export it again.", path=path
        )
    if header.get("tintype.tensors") != tensor_hash(tensors):
        raise WeightsError(
            "{path} is damaged: its hash is not the one that was stored; copy it again.", path=path
        )
    if not is_storable(tensors):
        raise WeightsError("{path} holds other numbers than 16-bit floats; export it again.", path=path)
    return restored(tensors), header


def _is_checkpoint(path: Path) -> bool:
    """Whether torch has written the file: a zip archive."""
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False  # what is wrong with it is said anyway


def _find_encoder(decoder_path: Path, wanted: str) -> dict[str, Tensor]:
    for folder in (decoder_path.parent, resource("weights")):
        for candidate in sorted(folder.glob("*.safetensors")):
            if candidate != decoder_path and _stored_hash(candidate) == wanted:
                tensors, _ = _read(candidate)
                encoder = {name: value for name, value in tensors.items() if name.startswith(f"{ENCODER}.")}
                if tensor_hash(encoder) == wanted:
                    return encoder
    raise WeightsError(
        "{decoder_path} needs the encoder {encoder}…, which lies neither beside it nor "
        "in the program; copy its encoder file to the same folder.",
        decoder_path=decoder_path,
        encoder=wanted[:12],
    )


def _stored_hash(path: Path) -> str:
    try:
        with safe_open(path, framework="pt") as file:
            header = file.metadata() or {}
    except (SafetensorError, OSError):
        return ""  # a neighbour that cannot be read is no candidate
    return header.get("tintype.encoder", "") if ENCODER in header.get("tintype.parts", "").split(",") else ""


def _config(path: Path, header: Mapping[str, str]) -> NetworkConfig:
    values = _json(path, header.get("tintype.config", ""))
    try:
        return NetworkConfig.from_dict(values)
    except WeightsError as exc:
        raise WeightsError("{path} cannot be used: {reason}", path=path, reason=exc.sentence) from exc


def _json(path: Path, text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError as exc:
        raise WeightsError("The header of {path} cannot be read: {reason}.", path=path, reason=exc) from exc
    if not isinstance(value, dict):
        raise WeightsError("The header of {path} cannot be read; export it again.", path=path)
    return value


def _meta_state(config: NetworkConfig) -> dict[str, Tensor]:
    with torch.device("meta"):
        return build_network(config).state_dict()


def _usable(class_weights: Tensor, config: NetworkConfig) -> bool:
    return tuple(class_weights.shape) == (config.bins,) and bool((class_weights > 0).all())


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
