"""Networks that were trained and exported here: ONNX files that describe themselves, as weights files do.

`model_training export --onnx` writes them. They are used exactly like a weights file; only what computes
is onnxruntime.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.foreign.engine import Engine
from colorizer_gui.core.foreign.onnx.header import CONFIG, OnnxHeader
from colorizer_gui.core.foreign.onnx.own_colorizer import OnnxColorizer, Seen
from colorizer_gui.core.inference.turned_views import Sight
from colorizer_gui.core.model.input_format import HINT_CHANNELS, input_format
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.weights_file import StoredWeights

#: Notes beside `CONFIG`: JSON of the provenance, and of the class weights.
PROVENANCE: Final = "tintype.provenance"
CLASS_WEIGHTS: Final = "tintype.class_weights"


class WholeNetwork:
    """The network of an exported file, which is computed in one go; see `Halves`."""

    def __init__(self, engine: Engine, config: NetworkConfig) -> None:
        self._engine = engine
        self._cell = input_format(config.architecture).hint_stride

    @property
    def takes_hints(self) -> bool:
        """Whether the network can be told colours at points."""
        return len(self._engine.inputs) > 1

    def encode(self, gray: FloatArray) -> Seen:
        """The picture itself."""
        return [gray]

    def decode(self, seen: Seen, hints: FloatArray | None) -> FloatArray:
        """(h, w, Q) float32 logits of the picture."""
        (gray,) = seen
        arrays = [gray[None, None]]
        if self.takes_hints:
            height, width = (side // self._cell for side in gray.shape)
            none = np.zeros((HINT_CHANNELS, height, width), dtype=np.float32)
            arrays.append((none if hints is None else hints)[None])
        logits: FloatArray = self._engine.run(arrays)[0][0].transpose(1, 2, 0)
        return logits

    def patches(self, seen: Seen) -> npt.NDArray[np.float16] | None:  # noqa: ARG002 - of the protocol
        """None: nobody can look into the file."""
        return None

    def sight(self, gray: FloatArray) -> Sight | None:  # noqa: ARG002 - of the protocol
        """None, for the same reason."""
        return None

    def take_notice(self) -> str:
        """See `Engine.take_notice`."""
        return self._engine.take_notice()


def open_own(path: Path, header: OnnxHeader, engine: Engine, sha256: str) -> OnnxColorizer:
    """An exported network behind the seam.

    Raises
    ------
    WeightsError
        When its description is damaged, or of another version of Tintype.
    """
    config, provenance, class_weights = _description(path, header.metadata)
    if class_weights is not None and class_weights.shape != (config.bins,):
        raise WeightsError("{path} has class weights that make no sense; export it again.", path=path)
    described = StoredWeights(path, config, {}, sha256, provenance, class_weights)
    return OnnxColorizer(described, WholeNetwork(engine, config))


def _description(
    path: Path, notes: Mapping[str, str]
) -> tuple[NetworkConfig, dict[str, object], FloatArray | None]:
    try:
        config = NetworkConfig.from_dict(json.loads(notes[CONFIG]))
        provenance = json.loads(notes.get(PROVENANCE, "{}"))
        stored = json.loads(notes.get(CLASS_WEIGHTS, "null"))
        return config, provenance, None if stored is None else np.array(stored, dtype=np.float32)
    except WeightsError as exc:
        raise WeightsError("{path} cannot be used: {reason}", path=path, reason=exc.sentence) from exc
    except (ValueError, TypeError, AttributeError) as exc:
        raise WeightsError("The header of {path} cannot be read: {reason}.", path=path, reason=exc) from exc
