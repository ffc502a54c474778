"""Weights files without PyTorch: the operations of the release's network as ONNX, its values from the file.

`resources/graphs` holds the two halves of the network without a single value; `packaging/graphs.py` writes
them. That is how the bundle, which has no PyTorch, computes (docs/adr/0011-what-people-install.md).
"""

import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.foreign.onnx.header import CONFIG, read_header
from colorizer_gui.core.foreign.onnx.own_colorizer import OnnxColorizer, Seen
from colorizer_gui.core.foreign.onnx.runtime import OnnxEngine, make_session
from colorizer_gui.core.inference.devices import AUTO
from colorizer_gui.core.inference.turned_views import Sight
from colorizer_gui.core.model.input_format import HINT_CHANNELS, input_format
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.weights_file import StoredWeights, check_shapes, read_weights

if TYPE_CHECKING:
    import onnxruntime

ENCODER: Final = "encoder.onnx"
DECODER: Final = "decoder.onnx"
#: A note of both: JSON of the names and shapes of the values that they want.
VALUES: Final = "tintype.values"
#: The output of the encoder in which what blocks of the vision transformer saw lies one behind the other.
GRID: Final = "grid"


class Graphs:
    """Both halves of a network; see `Halves`."""

    takes_hints: Final = True

    def __init__(self, weights: StoredWeights, folder: Path, device: str, threads: int | None) -> None:
        make = partial(_session, weights.arrays)
        self._encoder = OnnxEngine(folder / ENCODER, device, threads=threads, make=make, all_outputs=True)
        self._decoder = OnnxEngine(folder / DECODER, device, threads=threads, make=make)
        self._grid = [port.name for port in self._encoder.outputs].index(GRID)
        self._cell = input_format(weights.config.architecture).hint_stride

    def encode(self, gray: FloatArray) -> Seen:
        """What both encoders see, and the size of the picture in cells of hints."""
        height, width = (side // self._cell for side in gray.shape)
        none = np.zeros((1, HINT_CHANNELS, height, width), dtype=np.float32)
        return [*self._encoder.run([gray[None, None]]), none]

    def decode(self, seen: Seen, hints: FloatArray | None) -> FloatArray:
        """(h, w, Q) float32 logits."""
        *features, none = seen
        return self._decoder.run([*features, none if hints is None else hints[None]])[0]

    def patches(self, seen: Seen) -> npt.NDArray[np.float16] | None:
        """The last two of three blocks, as `EncoderMemory.patches` takes them."""
        grid = seen[self._grid][0]
        later = grid[len(grid) // 3 :].transpose(1, 2, 0)
        return np.asarray(later, dtype=np.float16)

    def sight(self, gray: FloatArray) -> Sight:
        """What both encoders see of a view."""
        names = [port.name for port in self._encoder.outputs]
        seen = dict(zip(names, self._encoder.run([gray[None, None]]), strict=True))
        return Sight(*(seen[name][0] for name in ("stride16", "stride32", GRID, "summary")))

    def take_notice(self) -> str:
        """See `Engine.take_notice`."""
        notices = {self._encoder.take_notice(), self._decoder.take_notice()}
        return max(notices)


def open_graphs(path: Path | None, device: str = AUTO, threads: int | None = None) -> OnnxColorizer:
    """The network of a weights file, or the release's, computed without PyTorch.

    Raises
    ------
    WeightsError
        See `read_weights`; or when the network is another one than the release's.
    InferenceError
        When onnxruntime or the device that was asked for is not there.
    """
    weights, folder = read_weights(path), resource("graphs")
    wanted: dict[str, tuple[int, ...]] = {}
    for name in (ENCODER, DECODER):
        notes = read_header(folder / name).metadata
        if NetworkConfig.from_dict(json.loads(notes[CONFIG])) != weights.config:
            raise WeightsError(
                "{path} is of another kind than Tintype's own network, and this installation comes without "
                "PyTorch, which it needs; make an ONNX file of it where it was trained "
                "(python -m model_training export --onnx), and open that.",
                path=weights.path,
            )
        wanted |= {each: tuple(shape) for each, shape in json.loads(notes[VALUES]).items()}
    check_shapes(weights.path, wanted, {name: value.shape for name, value in weights.arrays.items()})
    return OnnxColorizer(weights, Graphs(weights, folder, device, threads))


def _session(
    arrays: Mapping[str, FloatArray], path: Path, providers: Sequence[str], threads: int
) -> "onnxruntime.InferenceSession":
    names = json.loads(read_header(path).metadata[VALUES])
    return make_session(path, providers, threads, {name: arrays[name] for name in names})
