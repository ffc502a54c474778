"""What is wrong with a file is one sentence, and the photo is as it was."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from onnx import TensorProto, helper

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import DeviceMemoryError, InferenceError, WeightsError
from colorizer_gui.core.foreign import engine
from colorizer_gui.core.foreign.colorizer import ForeignColorizer
from colorizer_gui.core.foreign.families import FAMILIES
from colorizer_gui.core.foreign.files import foreign_sha256
from colorizer_gui.core.foreign.onnx import runtime
from colorizer_gui.core.foreign.onnx.header import files_beside, read_header
from colorizer_gui.core.foreign.opening import open_colorizer
from colorizer_gui.core.foreign.recognition import UnknownModelError
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.pipeline.pipeline import colorize_file
from colorizer_gui.core.prediction.prediction import Guidance, ModelIdentity
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.support.networks.painters import save_graph, save_painter

AB = (10.0, -20.0)


def refused(path: Path, shelf: Shelf, kind: type[Exception] = WeightsError) -> str:
    with pytest.raises(kind) as caught:
        open_colorizer(path, "cpu", shelf=shelf)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9, 0.999])
def test_a_damaged_file(tmp_path: Path, shelf: Shelf, share: float) -> None:
    whole = save_painter(tmp_path / "whole.onnx", AB).read_bytes()
    damaged = tmp_path / "damaged.onnx"
    damaged.write_bytes(whole[: int(len(whole) * share)])
    assert "no whole ONNX file" in refused(damaged, shelf)


def test_every_damage_of_a_file_is_a_sentence(tmp_path: Path, shelf: Shelf) -> None:
    whole = save_painter(tmp_path / "whole.onnx", AB, size=(16, 16)).read_bytes()
    rng = np.random.default_rng(18)
    path = tmp_path / "damaged.onnx"
    for _ in range(150):
        damaged = bytearray(whole)
        for position in rng.integers(0, len(whole), rng.integers(1, 6)):
            damaged[position] = rng.integers(0, 256)
        path.write_bytes(bytes(damaged))
        try:
            colorizer = open_colorizer(path, "cpu", shelf=shelf)
            colorizer.predict_ab(np.full((16, 16), 50, np.float32))
        except (WeightsError, InferenceError) as exc:
            assert str(exc).endswith(".")  # noqa: PT017 - most damages are found, some change a weight only


@pytest.mark.parametrize(
    ("colour", "inputs", "size", "words"),
    [
        ((0.1,) * 1000, (3,), None, "no colorizer"),
        ((0.5,), (3,), (64, 64), "no colorizer"),
        ((0.5, 0.5, 0.5), (3,), (64, 64), "gray pictures for gray ones"),
    ],
)
def test_a_network_of_another_job(
    tmp_path: Path,
    shelf: Shelf,
    colour: tuple[float, ...],
    inputs: tuple[int, ...],
    size: tuple[int, int] | None,
    words: str,
) -> None:
    path = save_painter(tmp_path / "other.onnx", colour, inputs=inputs, size=size)
    assert words in refused(path, shelf)


def test_a_network_that_enlarges(tmp_path: Path, shelf: Shelf) -> None:
    for sides in ([32, 32], ["h", "w"]):
        source = helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 3, *sides])
        target = helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 3, "h2", "w2"])
        scales = helper.make_tensor("scales", TensorProto.FLOAT, [4], [1.0, 1.0, 2.0, 2.0])
        node = helper.make_node("Resize", ["input", "", "scales"], ["output"], mode="nearest")
        save_graph(tmp_path / "x2.onnx", helper.make_graph([node], "x2", [source], [target], [scales]))
        assert "enlarges photos" in refused(tmp_path / "x2.onnx", shelf)


def test_an_operator_that_the_runtime_lacks(tmp_path: Path, shelf: Shelf) -> None:
    source = helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 3, 32, 32])
    target = helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 2, 32, 32])
    node = helper.make_node("PaintByMagic", ["input"], ["output"])
    save_graph(tmp_path / "magic.onnx", helper.make_graph([node], "magic", [source], [target]))
    sentence = refused(tmp_path / "magic.onnx", shelf)
    assert sentence.endswith("uses an operator that the installed onnxruntime does not know: PaintByMagic.")


def test_a_network_that_gives_no_numbers_leaves_the_photo_untouched(
    tmp_path: Path, shelf: Shelf, photo: Path
) -> None:
    before = photo.read_bytes()
    colorizer = open_colorizer(save_painter(tmp_path / "nan.onnx", (float("nan"), 0.0)), "cpu", shelf=shelf)
    with pytest.raises(InferenceError, match="no usable colours"):
        colorize_file(photo, tmp_path / "result.tif", colorizer, Adjustments())
    assert photo.read_bytes() == before
    assert not (tmp_path / "result.tif").exists()


def test_an_answer_of_a_shape_that_the_file_does_not_state(tmp_path: Path, shelf: Shelf) -> None:
    source = helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 3, 32, 32])
    target = helper.make_tensor_value_info("output", TensorProto.FLOAT, ["n", 2, "h", "w"])
    node = helper.make_node("Concat", ["input", "input"], ["output"], axis=1)
    save_graph(tmp_path / "odd.onnx", helper.make_graph([node], "odd", [source], [target]))
    colorizer = open_colorizer(tmp_path / "odd.onnx", "cpu", shelf=shelf)
    with pytest.raises(InferenceError, match="1 x 6 x 32 x 32"):
        colorizer.predict_ab(np.full((32, 32), 50, np.float32))


def test_a_network_that_is_larger_than_the_memory(
    tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_painter(tmp_path / "large.onnx", AB)
    with path.open("r+b") as stream:
        stream.seek(0, os.SEEK_END)
        # A field of 256 MB that no reader knows, of which the disk stores nothing.
        stream.write(b"\xfa\x7f\x80\x80\x80\x80\x01")
        stream.truncate(stream.tell() + (1 << 28))
    # More than the file has, less than it needs.
    monkeypatch.setattr(engine, "available_memory", lambda: 300 << 20)
    assert "of memory" in refused(path, shelf, DeviceMemoryError)


@pytest.mark.parametrize("place", ["../tensors.bin", "/etc/passwd", "a/../../tensors.bin", "C:\\tensors.bin"])
def test_tensors_that_lie_elsewhere_are_not_read(tmp_path: Path, shelf: Shelf, place: str) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    path = save_painter(folder / "net.onnx", AB, external="tensors.bin")
    (folder / "tensors.bin").rename(tmp_path / "tensors.bin")
    names = {"location": place, "offset": "0"}
    rewrite_external(path, names["location"])
    assert "does not lie beside it; it is not opened" in refused(path, shelf)


def test_a_link_that_leads_elsewhere_is_not_followed(tmp_path: Path, shelf: Shelf) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    path = save_painter(folder / "net.onnx", AB, external="tensors.bin")
    (folder / "tensors.bin").rename(tmp_path / "elsewhere.bin")
    try:
        (folder / "tensors.bin").symlink_to(tmp_path / "elsewhere.bin")
    except OSError:
        pytest.skip("this system makes no links")
    assert "does not lie beside it; it is not opened" in refused(path, shelf)


def test_tensors_that_are_missing(tmp_path: Path, shelf: Shelf) -> None:
    path = save_painter(tmp_path / "net.onnx", AB, external="tensors.bin")
    (tmp_path / "tensors.bin").unlink()
    assert 'needs the file "tensors.bin"' in refused(path, shelf)


def rewrite_external(path: Path, location: str) -> None:
    import onnx

    model = onnx.load(path, load_external_data=False)
    for tensor in model.graph.initializer:
        for entry in tensor.external_data:
            if entry.key == "location":
                entry.value = location
    path.write_bytes(model.SerializeToString())


def test_the_hash_covers_the_files_beside(tmp_path: Path) -> None:
    path = save_painter(tmp_path / "net.onnx", AB, external="tensors.bin")
    before = foreign_sha256(path)
    assert [file.name for file in files_beside(path, read_header(path))] == ["tensors.bin"]
    data = bytearray((tmp_path / "tensors.bin").read_bytes())
    data[0] ^= 1
    (tmp_path / "tensors.bin").write_bytes(bytes(data))
    assert foreign_sha256(path) != before


def test_a_missing_file_and_a_folder(tmp_path: Path, shelf: Shelf) -> None:
    assert "no model of that name" in refused(tmp_path / "none.onnx", shelf)
    assert str(tmp_path) in refused(tmp_path, shelf)


def test_an_unknown_network_is_asked_about(tmp_path: Path, shelf: Shelf) -> None:
    path = save_painter(tmp_path / "four.onnx", AB, inputs=(4,))
    with pytest.raises(UnknownModelError) as caught:
        open_colorizer(path, "cpu", shelf=shelf)
    assert caught.value.guesses


def test_a_network_without_planes_for_hints_says_so(
    tmp_path: Path, shelf: Shelf, lightness: FloatArray
) -> None:
    colorizer = open_colorizer(save_painter(tmp_path / "net.onnx", AB), "cpu", shelf=shelf)
    guidance = Guidance(np.array([[0.5, 0.5]], np.float32), np.array([[20.0, 0.0]], np.float32))
    with pytest.raises(InferenceError, match="takes no hints"):
        colorizer.predict_ab(lightness, guidance)


def test_without_onnxruntime_a_sentence_says_how_to_get_it(
    tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_painter(tmp_path / "net.onnx", AB)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    assert "pip install tintype[models]" in refused(path, shelf, InferenceError)


def test_a_device_that_the_runtime_does_not_know(tmp_path: Path, shelf: Shelf) -> None:
    path = save_painter(tmp_path / "net.onnx", AB)
    with pytest.raises(InferenceError, match="cannot compute on MPS"):
        open_colorizer(path, "mps", shelf=shelf)


class _Card:
    """A graphics card's session: it fails on the photo, as one that is out of memory does."""

    def run(self, names: object, feeds: object) -> object:
        raise RuntimeError("CUDA failure 2: out of memory")


def test_the_processor_takes_over_from_a_graphics_card_that_fails(
    tmp_path: Path, lightness: FloatArray, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_painter(tmp_path / "net.onnx", AB)
    cards = ["CUDAExecutionProvider", "CPUExecutionProvider"]
    monkeypatch.setattr(runtime, "available_providers", lambda: cards)
    asked: list[str] = []

    def make(path: Path, providers: Sequence[str], threads: int) -> Any:
        asked.append(providers[0])
        card = providers[0] == "CUDAExecutionProvider"
        return _Card() if card else runtime.make_session(path, providers, threads)

    running = runtime.OnnxEngine(path, "auto", make=make)
    assert running.device == "CUDAExecutionProvider"
    colorizer = ForeignColorizer(running, FAMILIES[0].conventions[0], ModelIdentity("net", ""))
    first, second = colorizer.predict_ab(lightness), colorizer.predict_ab(lightness)
    assert np.allclose(first.ab, AB)
    assert "the processor is used" in first.notice
    assert second.notice == ""
    assert running.device == "cpu"
    assert asked == cards


def test_memory_that_ends_on_the_processor_is_a_sentence(tmp_path: Path, lightness: FloatArray) -> None:
    path = save_painter(tmp_path / "net.onnx", AB)
    running = runtime.OnnxEngine(path, "cpu", make=lambda *_: _Card())
    colorizer = ForeignColorizer(running, FAMILIES[0].conventions[0], ModelIdentity("net", ""))
    with pytest.raises(DeviceMemoryError, match="too little memory"):
        colorizer.predict_ab(lightness)


def test_the_threads_of_the_runtime_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save_painter(tmp_path / "net.onnx", AB)
    asked: list[int] = []

    def make(path: Path, providers: Sequence[str], threads: int) -> Any:
        asked.append(threads)
        return runtime.make_session(path, providers, threads)

    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    runtime.OnnxEngine(path, "cpu", make=make)
    runtime.OnnxEngine(path, "cpu", threads=2, make=make)
    assert asked == [1, 2]
