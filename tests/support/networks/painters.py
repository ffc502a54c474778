"""ONNX files of three layers whose weights are known: whatever they are shown, they paint one colour."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

#: Of all painters: their hidden layers have so many planes.
_WIDTH = 4
_FREE = ("height", "width")


def save_painter(
    path: Path,
    colour: Sequence[float],
    *,
    inputs: Sequence[int] = (3,),
    size: tuple[int, int] | None = None,
    half: bool = False,
    external: str = "",
    metadata: dict[str, str] | None = None,
    touch: float = 0.0,
) -> Path:
    """Write a network that answers each pixel with `colour`.

    Parameters
    ----------
    colour
        One value for each plane of the answer.
    inputs
        Planes of each input.
    size
        Height and width; free by default.
    half
        Whether it computes in 16 bits.
    external
        Name of the file beside it that holds its tensors.
    touch
        How much of the first input's first plane is added to each value of the answer.
    """
    kind, dtype = (TensorProto.FLOAT16, np.float16) if half else (TensorProto.FLOAT, np.float32)
    planes, given = sum(inputs), len(colour)
    passed = np.zeros((_WIDTH, planes, 1, 1))
    passed[0, 0] = 1.0
    onward = np.zeros((_WIDTH, _WIDTH, 1, 1))
    onward[0, 0] = 1.0
    last = np.zeros((given, _WIDTH, 1, 1))
    last[:, 0] = touch
    tensors = {
        "w1": passed,
        "b1": np.zeros(_WIDTH),
        "w2": onward,
        "b2": np.zeros(_WIDTH),
        "w3": last,
        "b3": np.array(colour),
    }
    initializers = [numpy_helper.from_array(value.astype(dtype), name) for name, value in tensors.items()]
    names = [f"input{index}" if index else "input" for index in range(len(inputs))]
    nodes = [
        helper.make_node("Concat", names, ["joined"], axis=1),
        helper.make_node("Conv", ["joined", "w1", "b1"], ["x1"]),
        helper.make_node("Conv", ["x1", "w2", "b2"], ["x2"]),
        helper.make_node("Conv", ["x2", "w3", "b3"], ["output"]),
    ]
    sides: list[str | int | None] = list(size or _FREE)
    ports = [
        helper.make_tensor_value_info(name, kind, [1, count, *sides])
        for name, count in zip(names, inputs, strict=True)
    ]
    answer = helper.make_tensor_value_info("output", kind, [1, given, *sides])
    graph = helper.make_graph(nodes, "painter", ports, [answer], initializers)
    save_graph(path, graph, metadata, external)
    return path


def save_graph(
    path: Path, graph: onnx.GraphProto, metadata: dict[str, str] | None = None, external: str = ""
) -> None:
    """Write a graph as a network of an old enough version for every runtime."""
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    for key, value in (metadata or {}).items():
        model.metadata_props.add(key=key, value=value)
    if external:
        onnx.save_model(
            model,
            path,
            save_as_external_data=True,
            all_tensors_to_one_file=True,
            location=external,
            size_threshold=0,
        )
    else:
        onnx.save_model(model, path)
