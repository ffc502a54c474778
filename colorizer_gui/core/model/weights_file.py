"""What a weights file holds, read and checked without PyTorch: arrays, description, provenance.

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
import numpy.typing as npt
from safetensors import SafetensorError, safe_open

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.common.existence import is_folder
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.quantization import Stored, as_halves, is_storable, restored

FORMAT: Final = "1"
ENCODER: Final = "encoder"
DECODER: Final = "decoder"
CLASS_WEIGHTS: Final = "class_weights"
RELEASE_DECODER: Final = "tintype-decoder.safetensors"
_ZIP: Final = b"PK\x03\x04"
#: Arrays by name in 16 bits, as their hash is made of.
Halves = dict[str, npt.NDArray[np.float16]]


@dataclass(frozen=True, slots=True, eq=False)
class StoredWeights:
    """A checked set of weights; whether they fit a network is asked by who builds it.

    Attributes
    ----------
    path
        The file that was asked for.
    config
        The network that the arrays belong to.
    arrays
        All values of the network by name, float32.
    sha256
        Hash over all tensors; names the model in the metadata of results.
    provenance
        Recipe, data, steps and figures, as the training wrote them.
    class_weights
        (Q,) float32, see `Distribution`; None when the file does not say.
    encoder_sha256
        Hash over the encoder's tensors, by which what was learnt for one encoder knows it; or empty.
    """

    path: Path
    config: NetworkConfig
    arrays: Mapping[str, FloatArray]
    sha256: str
    provenance: Mapping[str, Any]
    class_weights: FloatArray | None = None
    encoder_sha256: str = ""


def read_weights(path: Path | None = None) -> StoredWeights:
    """Read and check a weights file; the release weights when no path is given.

    Raises
    ------
    WeightsError
        When the file is missing, damaged or of another version, or when the encoder that it names is
        not to be found.
    """
    path = path or resource("weights", RELEASE_DECODER)
    arrays, halves, header = _read(path)
    config = _config(path, header)
    parts = header.get("tintype.parts", "").split(",")
    if DECODER not in parts:
        raise WeightsError(
            "{path} holds no decoder; open the file that ends in {suffix} instead.",
            path=path,
            suffix=RELEASE_DECODER,
        )
    if ENCODER not in parts:
        encoder_arrays, encoder_halves = _find_encoder(path, header.get("tintype.encoder", ""))
        arrays, halves = arrays | encoder_arrays, halves | encoder_halves
    sha256 = array_hash(halves)
    class_weights = arrays.pop(CLASS_WEIGHTS, None)
    if class_weights is not None and not _usable(class_weights, config):
        raise WeightsError("{path} has class weights that make no sense; export it again.", path=path)
    provenance = _json(path, header.get("tintype.provenance", "{}"))
    encoder = header.get("tintype.encoder", "")
    return StoredWeights(path, config, arrays, sha256, provenance, class_weights, encoder)


def check_shapes(
    path: Path, expected: Mapping[str, tuple[int, ...]], found: Mapping[str, tuple[int, ...]]
) -> None:
    """Refuse arrays that are not those of the network that a file describes.

    Raises
    ------
    WeightsError
    """
    if expected == found:
        return
    wrong = sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))
    raise WeightsError(
        "{path} does not fit the network that it describes: {count} tensors are missing, "
        "unknown or of another shape, the first is {first}.",
        path=path,
        count=len(wrong),
        first=wrong[0],
    )


def array_hash(arrays: Stored) -> str:
    """SHA-256 over names, shapes and float16 bytes of arrays, in the order of their names."""
    digest = hashlib.sha256()
    for name in sorted(arrays):
        digest.update(f"{name}{arrays[name].shape}".encode())
        digest.update(as_halves(arrays[name]).data)
    return digest.hexdigest()


def encoder_hash(path: Path) -> str:
    """The hash by which the encoder in a file is known; empty where there is none."""
    try:
        with safe_open(path, framework="numpy") as file:
            header = file.metadata() or {}
    except (SafetensorError, OSError):
        return ""  # a neighbour that cannot be read is no candidate
    return header.get("tintype.encoder", "") if ENCODER in header.get("tintype.parts", "").split(",") else ""


def _read(path: Path) -> tuple[dict[str, FloatArray], Halves, dict[str, str]]:
    """The values of a file, the same in 16 bits as hashes are made of, and its header."""
    try:
        with safe_open(path, framework="numpy") as file:
            header = file.metadata() or {}
            stored = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no mapping
    except FileNotFoundError as exc:
        raise WeightsError("There is no weights file {path}; check the path.", path=path) from exc
    except (SafetensorError, OSError) as exc:
        if is_folder(path):
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
    if header.get("tintype.tensors") != array_hash(stored):
        raise WeightsError(
            "{path} is damaged: its hash is not the one that was stored; copy it again.", path=path
        )
    if not is_storable(stored):
        raise WeightsError("{path} holds other numbers than 16-bit floats; export it again.", path=path)
    arrays = restored(stored)
    halves = {
        name: stored[name] if stored[name].dtype == np.float16 else as_halves(value)
        for name, value in arrays.items()
    }
    return arrays, halves, header


def _is_checkpoint(path: Path) -> bool:
    """Whether torch has written the file: a zip archive."""
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False  # what is wrong with it is said anyway


def _find_encoder(decoder_path: Path, wanted: str) -> tuple[dict[str, FloatArray], Halves]:
    for folder in (decoder_path.parent, resource("weights")):
        for candidate in sorted(folder.glob("*.safetensors")):
            if candidate != decoder_path and encoder_hash(candidate) == wanted:
                arrays, halves, _ = _read(candidate)
                names = [name for name in arrays if name.startswith(f"{ENCODER}.")]
                of_encoder = {name: halves[name] for name in names}
                if array_hash(of_encoder) == wanted:
                    return {name: arrays[name] for name in names}, of_encoder
    raise WeightsError(
        "{decoder_path} needs the encoder {encoder}…, which lies neither beside it nor "
        "in the program; copy its encoder file to the same folder.",
        decoder_path=decoder_path,
        encoder=wanted[:12],
    )


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


def _usable(class_weights: FloatArray, config: NetworkConfig) -> bool:
    return class_weights.shape == (config.bins,) and bool((class_weights > 0).all())
