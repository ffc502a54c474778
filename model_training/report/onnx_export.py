"""Write a network as ONNX, which other programs and Tintype itself open, and prove that it is the same."""

import json
import warnings
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.foreign.onnx.header import CONFIG
from colorizer_gui.core.foreign.onnx.own import CLASS_WEIGHTS, PROVENANCE, WholeNetwork
from colorizer_gui.core.foreign.onnx.runtime import OnnxEngine
from colorizer_gui.core.model.architectures import Network
from colorizer_gui.core.model.input_format import HINT_CHANNELS, InputFormat, input_format
from colorizer_gui.core.model.weights import LoadedWeights, load_weights

#: Logits of the file and of torch differ by less.
TOLERANCE: Final = 1e-3
_OPSET: Final = 17
#: Sides at which it is written, and at which it is compared, in strides.
_WRITTEN: Final = (5, 7)
_COMPARED: Final = ((8, 8), (6, 9), (12, 4))


def export_onnx(weights: Path, out: Path) -> float:
    """Write the network of a weights file as ONNX; height and width stay free, and so do hints.

    torch's older exporter is used: the newer one takes minutes for this network, with the same result.

    Returns
    -------
    The largest difference of a logit to torch's, over photos of several shapes with and without hints.

    Raises
    ------
    WeightsError
        When the weights cannot be read, or the file does not compute the same.
    """
    loaded = load_weights(weights)
    net, form = loaded.network(), input_format(loaded.config.architecture)
    names = ["gray", "hints"] if net.takes_hints else ["gray"]
    out.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about its age, and about sizes that are traced; those are compared
        torch.onnx.export(
            _Plain(net),
            _example(*_WRITTEN, form, hinted=net.takes_hints),
            str(out),
            input_names=names,
            output_names=["scores"],
            dynamic_axes={name: {2: f"{name} height", 3: f"{name} width"} for name in (*names, "scores")},
            opset_version=_OPSET,
            dynamo=False,
        )
    _describe(out, loaded)
    difference = _largest_difference(out, net, form)
    if difference > TOLERANCE:
        out.unlink()
        raise WeightsError(
            "The network of {path} does not compute the same as ONNX: scores differ by {difference}.",
            path=weights,
            difference=f"{difference:.3g}",
        )
    return difference


class _Plain(nn.Module):
    """A network that takes just what it is given."""

    def __init__(self, net: nn.Module) -> None:
        super().__init__()
        self.net = net

    def forward(self, *planes: Tensor) -> Tensor:
        scores: Tensor = self.net(*planes)
        return scores


def _describe(path: Path, loaded: LoadedWeights) -> None:
    model = onnx.load(path)
    notes = {
        CONFIG: json.dumps(loaded.config.to_dict()),
        PROVENANCE: json.dumps(dict(loaded.provenance)),
        CLASS_WEIGHTS: json.dumps(None if loaded.class_weights is None else loaded.class_weights.tolist()),
    }
    for key, value in notes.items():
        model.metadata_props.add(key=key, value=value)
    model.producer_name = "Tintype"
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _largest_difference(path: Path, net: Network, form: InputFormat) -> float:
    engine = OnnxEngine(path, "cpu")
    opened = WholeNetwork(engine, net.config)
    differences = []
    with torch.inference_mode():
        for rows, columns in _COMPARED:
            example = _example(rows, columns, form, hinted=opened.takes_hints)
            gray, *hints = (plane[0].numpy() for plane in example)
            found = opened.decode(opened.encode(gray[0]), hints[0] if hints else None)
            expected = net(*example)[0].permute(1, 2, 0).numpy()
            differences.append(float(np.abs(found - expected).max()))
    return max(differences)


def _example(rows: int, columns: int, form: InputFormat, *, hinted: bool) -> tuple[Tensor, ...]:
    noise = torch.Generator().manual_seed(rows * columns)
    gray = torch.rand(1, 1, rows * form.stride, columns * form.stride, generator=noise)
    if not hinted:
        return (gray,)
    cells = form.stride // form.hint_stride
    hints = torch.zeros(1, HINT_CHANNELS, rows * cells, columns * cells)
    hints[0, :, rows, columns] = torch.tensor([0.3, -0.2, 1.0])
    return gray, hints
