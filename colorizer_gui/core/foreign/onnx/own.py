"""Networks that were trained and exported here: ONNX files that describe themselves, as weights files do.

`model_training export --onnx` writes them. Behind `LoadedWeights` they are used exactly like a weights
file; only what computes is onnxruntime. `torch` lives here too (see `network`).
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import numpy as np
import torch
from torch import Tensor, nn

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.foreign.engine import Engine
from colorizer_gui.core.foreign.onnx.header import CONFIG, OnnxHeader
from colorizer_gui.core.model.architectures import Network
from colorizer_gui.core.model.input_format import HINT_CHANNELS, input_format
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.weights import LoadedWeights

#: Notes beside `CONFIG`: JSON of the provenance, and of the class weights.
PROVENANCE: Final = "tintype.provenance"
CLASS_WEIGHTS: Final = "tintype.class_weights"


class OnnxNetwork(nn.Module):
    """The network of an exported file, called as that of a weights file is."""

    def __init__(self, engine: Engine, config: NetworkConfig) -> None:
        super().__init__()
        self.config = config
        self._engine = engine

    @property
    def takes_hints(self) -> bool:
        """Whether the network can be told colours at points."""
        return len(self._engine.inputs) > 1

    def forward(self, gray: Tensor, hints: Tensor | None = None) -> Tensor:
        """(1, 1, H, W) gray sRGB in [0, 1] to (1, Q, H / s, W / s) logits; s is the output stride."""
        arrays = [gray.cpu().numpy()]
        if self.takes_hints:
            cell = input_format(self.config.architecture).hint_stride
            height, width = (side // cell for side in gray.shape[-2:])
            none = torch.zeros(1, HINT_CHANNELS, height, width)
            arrays.append((none if hints is None else hints.cpu()).numpy())
        return torch.from_numpy(self._engine.run(arrays)[0])


@dataclass(frozen=True, slots=True, eq=False)
class OnnxWeights(LoadedWeights):
    """See `LoadedWeights`; there are no tensors outside of the file.

    Attributes
    ----------
    engine
        What computes.
    """

    engine: Engine | None = None

    def network(self) -> Network:
        """The network, ready for prediction."""
        assert self.engine is not None
        return cast("Network", OnnxNetwork(self.engine, self.config).eval())


def load_own(path: Path, header: OnnxHeader, engine: Engine, sha256: str) -> OnnxWeights:
    """Read the description of an exported network.

    Raises
    ------
    WeightsError
        When it is damaged, or of another version of Tintype.
    """
    try:
        config = NetworkConfig.from_dict(json.loads(header.metadata[CONFIG]))
        provenance = json.loads(header.metadata.get(PROVENANCE, "{}"))
        stored = json.loads(header.metadata.get(CLASS_WEIGHTS, "null"))
        class_weights = None if stored is None else np.array(stored, dtype=np.float32)
    except WeightsError as exc:
        raise WeightsError("{path} cannot be used: {reason}", path=path, reason=exc.sentence) from exc
    except (ValueError, TypeError, AttributeError) as exc:
        raise WeightsError("The header of {path} cannot be read: {reason}.", path=path, reason=exc) from exc
    if class_weights is not None and class_weights.shape != (config.bins,):
        raise WeightsError("{path} has class weights that make no sense; export it again.", path=path)
    return OnnxWeights(path, config, {}, sha256, provenance, class_weights, engine)
