"""Write `resources/graphs`: the operations of the release's network as ONNX, without its values.

.venv/bin/python packaging/graphs.py

Needed again when the release's network becomes another one; other values of the same network do not matter.
A test compares what they compute with PyTorch.
"""

import json
import sys
import warnings
from pathlib import Path
from typing import Final

import onnx
import torch
from torch import Tensor, nn

PROJECT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from colorizer_gui.core.foreign.onnx.graphs import DECODER, ENCODER, GRID, VALUES  # noqa: E402 - as above
from colorizer_gui.core.foreign.onnx.header import CONFIG  # noqa: E402
from colorizer_gui.core.model.encoder import Features  # noqa: E402
from colorizer_gui.core.model.input_format import HINT_CHANNELS  # noqa: E402
from colorizer_gui.core.model.pair_network import PairColorizationNet, Seen  # noqa: E402
from colorizer_gui.core.model.vision_transformer import Tokens  # noqa: E402
from colorizer_gui.core.model.weights import load_weights  # noqa: E402

_OPSET: Final = 17
_SEEN: Final = ("stride4", "stride8", "stride16", "stride32", GRID, "summary", "gray")
#: Height and width of the picture it is traced with; they stay free.
_SIZE: Final = (160, 224)


class _Encoder(nn.Module):
    def __init__(self, net: PairColorizationNet) -> None:
        super().__init__()
        self.encoder = net.encoder

    def forward(self, gray: Tensor) -> tuple[Tensor | None, ...]:
        seen: Seen = self.encoder(gray)
        return (*seen.features, *seen.tokens)


class _Decoder(nn.Module):
    def __init__(self, net: PairColorizationNet) -> None:
        super().__init__()
        self.decoder = net.decoder

    def forward(self, *seen: Tensor) -> Tensor:
        *features, grid, summary, gray, hints = seen
        logits: Tensor = self.decoder(Seen(Features(*features), Tokens(grid, summary, gray)), hints)
        return logits[0].permute(1, 2, 0)


def main(folder: Path = PROJECT / "resources" / "graphs") -> None:
    """Write both halves into a folder."""
    net = load_weights().network()
    if not isinstance(net, PairColorizationNet):
        raise TypeError("the release's network is no pair; write its halves down here")
    folder.mkdir(exist_ok=True)
    gray = torch.rand(1, 1, *_SIZE, generator=torch.Generator().manual_seed(1))
    hints = torch.zeros(1, HINT_CHANNELS, *(side // 4 for side in _SIZE))
    hints[0, :, 3, 5] = torch.tensor([0.3, -0.2, 1.0])
    encoder, decoder = _Encoder(net), _Decoder(net)
    with torch.no_grad():
        seen = encoder(gray)
    _write(folder / ENCODER, encoder, (gray,), ("picture",), _SEEN)
    _write(folder / DECODER, decoder, (*seen, hints), (*_SEEN, "hints"), ("scores",))
    for name in (ENCODER, DECODER):
        _finish(folder / name, net)


def _write(
    path: Path,
    module: nn.Module,
    example: tuple[Tensor | None, ...],
    inputs: tuple[str, ...],
    outputs: tuple[str, ...],
) -> None:
    pictures = {*inputs, *outputs} - {"summary", "scores"}
    free = {name: {2: f"{name} height", 3: f"{name} width"} for name in sorted(pictures)}
    if "scores" in outputs:
        free["scores"] = {0: "rows", 1: "columns"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about its age, and about sizes that are traced; a test compares
        torch.onnx.export(
            module,
            example,
            str(path),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=free,
            opset_version=_OPSET,
            export_params=False,
            do_constant_folding=False,
            dynamo=False,
        )


def _finish(path: Path, net: PairColorizationNet) -> None:
    """Have the values come from elsewhere, instead of among the inputs, and say which are wanted."""
    model, state = onnx.load(path), net.state_dict()
    wanted = {}
    for value in [value for value in model.graph.input if value.name in state]:
        wanted[value.name] = list(state[value.name].shape)
        model.graph.input.remove(value)
        tensor = model.graph.initializer.add(
            name=value.name, data_type=onnx.TensorProto.FLOAT, dims=wanted[value.name]
        )
        # Nobody reads there, but a place has to be named, and it has to lie beside the file.
        tensor.data_location = onnx.TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value=path.name)
    for node in model.graph.node:
        node.doc_string = ""  # where in the source it is from, on this machine
    for key, said in {CONFIG: net.config.to_dict(), VALUES: wanted}.items():
        model.metadata_props.add(key=key, value=json.dumps(said))
    model.producer_name = "Tintype"
    path.write_bytes(model.SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
