"""The compiled part and NumPy give the same bits; without the one the other does the work."""

import ctypes
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import native
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.photo.photo import BitDepth, SampleArray
from colorizer_gui.core.rendering import chroma, kernel, recomposition
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.kernel import Kernel, library_name
from colorizer_gui.core.rendering.rendering import Recomposition

DEPTHS: tuple[BitDepth, ...] = (8, 16)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Kernel:
    """What the source compiles to now, whatever lies among the resources."""
    compiler = native.compiler()
    if not compiler:
        pytest.skip("no C compiler")
    path = tmp_path_factory.mktemp("native") / "recomposition.so"
    native.compile_to(compiler, path)
    return Kernel(ctypes.CDLL(str(path)))


@pytest.fixture(params=[False, True], ids=["NumPy", "compiled"])
def either(request: pytest.FixtureRequest, compiled: Kernel) -> Iterator[Kernel | None]:
    with pytest.MonkeyPatch.context() as patch:
        found = compiled if request.param else None
        for module in (chroma, recomposition):
            patch.setattr(module, "kernel", lambda: found)
        yield found


def rendered(
    lightness: FloatArray, ab: FloatArray, adjustments: Adjustments, depth: BitDepth, found: Kernel | None
) -> SampleArray:
    with pytest.MonkeyPatch.context() as patch:
        for module in (chroma, recomposition):
            patch.setattr(module, "kernel", lambda: found)
        return Recomposition(lightness, ab).image(adjustments, depth=depth)


@given(seed=st.integers(0, 10_000), reach=st.floats(0, 400), saturation=st.sampled_from([0.0, 0.7, 1.0, 2.0]))
@settings(max_examples=30)
@pytest.mark.parametrize("depth", DEPTHS)
def test_both_give_the_same_bits(
    compiled: Kernel, depth: BitDepth, seed: int, reach: float, saturation: float
) -> None:
    rng = np.random.default_rng(seed)
    height, width = (int(n) for n in rng.integers(5, 1500, 2) // (1, 5))
    lightness = rng.uniform(-0.01, 100.01, (height, width)).astype(np.float32)
    lightness.flat[: height // 2] = 0.0
    ab = rng.uniform(-reach, reach, (*rng.integers(1, 40, 2), 2)).astype(np.float32)
    adjustments = Adjustments(saturation)
    np.testing.assert_array_equal(
        rendered(lightness, ab, adjustments, depth, compiled),
        rendered(lightness, ab, adjustments, depth, None),
    )


def test_linear_light_is_the_same(compiled: Kernel) -> None:
    rng = np.random.default_rng(3)
    lightness = rng.uniform(0, 100, (7, 1111)).astype(np.float32)
    ab = rng.uniform(-120, 120, (7, 1111, 2)).astype(np.float32)
    np.testing.assert_array_equal(compiled.recompose(lightness, ab), recomposition.recompose(lightness, ab))


def test_enlarging_keeps_what_lies_on_a_line(either: Kernel | None) -> None:
    """Of a plane that rises evenly all that lies between its first and its last cells rises evenly."""
    rise = np.arange(5, dtype=np.float32)
    plane = np.stack(np.meshgrid(rise, 10 * rise), axis=-1).astype(np.float32)
    wide = chroma.enlarge_rows(plane, slice(0, 40), 40, 60)
    assert wide.shape == (40, 60, 2)
    np.testing.assert_allclose(np.diff(wide[:, 6:-6, 0], axis=1), 5 / 60, atol=1e-5)
    np.testing.assert_allclose(np.diff(wide[4:-4, :, 1], axis=0), 50 / 40, atol=1e-4)
    np.testing.assert_array_equal(wide[0, 0], plane[0, 0])
    np.testing.assert_array_equal(wide[-1, -1], plane[-1, -1])


def test_what_lies_there_for_another_version_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled: Kernel
) -> None:
    del compiled
    path = tmp_path / "old.so"
    native.compile_to(native.compiler(), path)
    monkeypatch.setattr(kernel, "resource", lambda *_: path)
    monkeypatch.delenv("TINTYPE_NUMPY", raising=False)
    assert isinstance(kernel.kernel.__wrapped__(), Kernel)
    monkeypatch.setattr(kernel, "_VERSION", 0)
    assert kernel.kernel.__wrapped__() is None


def test_a_library_that_does_not_load_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "broken.so"
    path.write_bytes(b"no library")
    monkeypatch.delenv("TINTYPE_NUMPY", raising=False)
    monkeypatch.setattr(kernel, "resource", lambda *_: path)
    assert kernel.kernel.__wrapped__() is None
    monkeypatch.setattr(kernel, "resource", lambda *_: tmp_path / "none.so")
    assert kernel.kernel.__wrapped__() is None


def test_numpy_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TINTYPE_NUMPY", "1")
    assert kernel.kernel.__wrapped__() is None


@pytest.mark.parametrize(
    ("system", "machine", "name"),
    [
        ("linux", "x86_64", "recomposition-linux-x86_64.so"),
        ("win32", "AMD64", "recomposition-win32-x86_64.dll"),
        ("darwin", "arm64", "recomposition-darwin-aarch64.dylib"),
    ],
)
def test_each_system_has_its_own_file(system: str, machine: str, name: str) -> None:
    assert library_name(system, machine) == name
    assert name in native.TARGETS.values()


@pytest.mark.skipif(not shutil.which("cc"), reason="no C compiler")
def test_the_source_compiles_without_a_warning(tmp_path: Path) -> None:
    command = ["cc", *native.FLAGS, "-fPIC", "-Wall", "-Wextra", "-Werror", str(native.SOURCE)]
    answer = subprocess.run(
        [*command, "-o", str(tmp_path / "kernel.so")], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    assert sys.platform != "win32"
