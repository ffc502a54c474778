"""From the names of the ONNX file to our module: a file of the same names with known numbers."""

import numpy as np
import onnx
import torch
import vit_encoder
from onnx import helper, numpy_helper

from colorizer_gui.core.model.vision_transformer import DEPTH, IMAGENET_MEAN, IMAGENET_STD, WIDTH


def _model() -> onnx.ModelProto:
    rng = np.random.default_rng(3)
    tensors, nodes = [], []

    def add(name: str, *shape: int) -> None:
        values = rng.standard_normal(shape).astype(np.float32)
        tensors.append(numpy_helper.from_array(values, name))

    add("backbone.embeddings.cls_token", 1, 1, WIDTH)
    add("backbone.embeddings.patch_embeddings.projection.weight", WIDTH, 3, 14, 14)
    add("backbone.embeddings.patch_embeddings.projection.bias", WIDTH)
    add("onnx::Concat_1", 1, 1, WIDTH)
    add("onnx::Reshape_2", 1, 37 * 37, WIDTH)
    add("backbone.layernorm.weight", WIDTH)
    add("backbone.layernorm.bias", WIDTH)
    for index in range(DEPTH):
        layer = f"backbone.encoder.layer.{index}"
        for norm in ("norm1", "norm2"):
            add(f"{layer}.{norm}.weight", WIDTH)
            add(f"{layer}.{norm}.bias", WIDTH)
        for scale in ("layer_scale1", "layer_scale2"):
            add(f"{layer}.{scale}.lambda1", WIDTH)
        matrices = {
            "attention/attention/key": ("attention.attention.key", WIDTH, WIDTH),
            "attention/attention/value": ("attention.attention.value", WIDTH, WIDTH),
            "attention/attention/query": ("attention.attention.query", WIDTH, WIDTH),
            "attention/output/dense": ("attention.output.dense", WIDTH, WIDTH),
            "mlp/fc1": ("mlp.fc1", WIDTH, 4 * WIDTH),
            "mlp/fc2": ("mlp.fc2", 4 * WIDTH, WIDTH),
        }
        for place, (name, inputs, outputs) in matrices.items():
            add(f"{layer}.{name}.bias", outputs)
            add(f"onnx::MatMul_{index}_{name}", inputs, outputs)
            node = f"/backbone/encoder/layer.{index}/{place}/MatMul"
            nodes.append(helper.make_node("MatMul", ["x", f"onnx::MatMul_{index}_{name}"], [node], name=node))
    return helper.make_model(helper.make_graph(nodes, "test", [], [], tensors))


def _tensors(model: onnx.ModelProto) -> dict[str, torch.Tensor]:
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    return {name: torch.from_numpy(array.copy()) for name, array in arrays.items()}


def test_a_gray_picture_gives_what_three_equal_channels_give() -> None:
    model = _model()
    found = {
        tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy())
        for tensor in model.graph.initializer
    }
    encoder = vit_encoder.encoder_of(model)
    gray = torch.rand(1, 1, 28, 28, generator=torch.Generator().manual_seed(0))
    mean, deviation = (torch.tensor(values)[None, :, None, None] for values in (IMAGENET_MEAN, IMAGENET_STD))
    prefix = "backbone.embeddings.patch_embeddings.projection."
    wanted = torch.nn.functional.conv2d(
        (gray.expand(-1, 3, -1, -1) - mean) / deviation,
        found[f"{prefix}weight"],
        found[f"{prefix}bias"],
        stride=14,
    )
    torch.testing.assert_close(encoder.patch(gray), wanted, atol=1e-3, rtol=1e-4)


def test_each_matrix_is_where_it_belongs() -> None:
    model = _model()
    found = {
        tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy())
        for tensor in model.graph.initializer
    }
    state = vit_encoder.encoder_of(model).state_dict()
    last = DEPTH - 1
    key = found[f"onnx::MatMul_{last}_attention.attention.key"].T
    assert torch.equal(state[f"blocks.{last}.qkv.weight"][WIDTH : 2 * WIDTH], key)
    scale = found[f"backbone.encoder.layer.{last}.layer_scale2.lambda1"]
    second = found[f"onnx::MatMul_{last}_mlp.fc2"].T
    assert torch.equal(state[f"blocks.{last}.fc2.weight"], second * scale[:, None])
    assert torch.equal(state["positions"][0, :, 1, 0], found["onnx::Reshape_2"][0, 37])
