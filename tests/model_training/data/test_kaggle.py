"""The Kaggle folder, and everything that can be wrong with one."""

import pickle
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from colorizer_gui.core.color.conversion import ColorSpace, lab_to_rgb, rgb_to_lab
from model_training.data import fingerprint, kaggle
from model_training.data.kaggle import KaggleArrays
from model_training.data.photo_source import DataError
from tests.support.guards.unpickling_trap import UnpicklingTrap

Damage = Callable[[Path], None]


@pytest.fixture
def layout(tmp_path: Path) -> Path:
    """Five photos in parts of two."""
    for name in ("l", "ab"):
        (tmp_path / name).mkdir()
    np.save(tmp_path / "l/gray_scale.npy", np.zeros((5, 224, 224), np.uint8))
    np.save(tmp_path / "ab/ab1.npy", np.full((2, 224, 224, 2), 128, np.uint8))
    np.save(tmp_path / "ab/ab2.npy", np.full((2, 224, 224, 2), 129, np.uint8))
    np.save(tmp_path / "ab/ab3.npy", np.full((1, 224, 224, 2), 130, np.uint8))
    return tmp_path


@pytest.fixture(autouse=True)
def _small_parts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "layout" in request.fixturenames:
        monkeypatch.setattr(kaggle, "PART_ROWS", 2)
        monkeypatch.setattr(kaggle, "MAX_ROWS", 6)


def _bomb(path: Path) -> None:
    np.save(path, np.array([UnpicklingTrap(path.with_name("exploded"))] * 2, dtype=object), allow_pickle=True)


def _pickle(path: Path) -> None:
    path.write_bytes(pickle.dumps(UnpicklingTrap(path.with_name("exploded"))))


def _archive(path: Path) -> None:
    with path.open("wb") as file:
        np.savez(file, np.zeros((2, 224, 224), np.uint8))


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _header(text: str) -> Damage:
    """A header that is none, before the values of the file."""

    def damage(path: Path) -> None:
        header = text.encode()
        start = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little")
        path.write_bytes(start + header + path.read_bytes()[128:])

    return damage


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _shape(shape: str) -> Damage:
    return _header(f"{{'descr': '|u1', 'fortran_order': False, 'shape': {shape}, }}\n")


def _rows(count: int, *tail: int, kind: npt.DTypeLike = np.uint8) -> Damage:
    return lambda path: np.save(path, np.zeros((count, *tail), kind))


def test_photos_come_from_all_parts(layout: Path) -> None:
    data = KaggleArrays.open(layout)
    assert len(data) == 5
    assert [int(data.ab(index)[0, 0, 0]) for index in range(5)] == [128, 128, 129, 129, 130]
    assert not data.lightness.flags.writeable


@pytest.mark.parametrize(
    ("file", "damage", "says"),
    [
        ("l/gray_scale.npy", Path.unlink, "missing"),
        ("ab/ab1.npy", Path.unlink, "missing"),
        ("ab/ab3.npy", Path.unlink, "missing"),
        ("l/gray_scale.npy", _rows(5, 224, 224, kind=np.float32), "float32 where uint8"),
        ("ab/ab2.npy", _rows(2, 224, 224, 2, kind=np.int8), "int8 where uint8"),
        ("l/gray_scale.npy", _rows(5, 224, 225), "shape"),
        ("l/gray_scale.npy", _rows(5, 224, 224, 1), "shape"),
        ("ab/ab1.npy", _rows(2, 224, 224), "shape"),
        ("l/gray_scale.npy", _truncate, "no whole NumPy array"),
        ("ab/ab3.npy", _truncate, "no whole NumPy array"),
        ("l/gray_scale.npy", lambda path: path.write_bytes(b""), "no whole NumPy array"),
        ("l/gray_scale.npy", _bomb, "no whole NumPy array"),
        ("ab/ab1.npy", _bomb, "no whole NumPy array"),
        ("ab/ab1.npy", _pickle, "no whole NumPy array"),
        ("l/gray_scale.npy", _archive, "no whole NumPy array"),
        ("ab/ab1.npy", lambda path: path.write_text("a, b\n1, 2\n"), "no whole NumPy array"),
        ("ab/ab1.npy", _folder, "cannot be read"),
        ("ab/ab1.npy", _rows(2, 224, 224, 2, kind=">u2"), ">u2 where uint8"),
        ("ab/ab1.npy", _rows(1, 224, 224, 2), "5 rows of lightness but 4 of chroma"),
        ("ab/ab1.npy", _header("('unclosed"), "no whole NumPy array"),
        ("ab/ab1.npy", _header("'" * 3 + "unclosed"), "no whole NumPy array"),
        ("ab/ab1.npy", _header("__import__('os').abort()"), "no whole NumPy array"),
        ("ab/ab1.npy", _header("(" * 20_000), "no whole NumPy array"),
        ("ab/ab1.npy", _shape("(-2, 224, 224, 2)"), "no whole NumPy array"),
        ("ab/ab1.npy", _shape(f"({10**30}, 224, 224, 2)"), "no whole NumPy array"),
        ("l/gray_scale.npy", _rows(7, 224, 224), "7 rows of lightness but 5 of chroma"),
        ("l/gray_scale.npy", _rows(0, 224, 224), "has no rows"),
        ("ab/ab3.npy", _rows(2, 224, 224, 2), "5 rows of lightness but 6 of chroma"),
    ],
)
def test_what_is_wrong_is_named(layout: Path, file: str, damage: Damage, says: str) -> None:
    damage(layout / file)
    with pytest.raises(DataError, match=says) as caught:
        KaggleArrays.open(layout)
    assert str(layout) in str(caught.value)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
    assert not list(layout.rglob("exploded"))


def test_columns_first_is_read_as_it_is_meant(layout: Path) -> None:
    values = np.random.default_rng(0).integers(0, 256, (2, 224, 224, 2), dtype=np.uint8)
    np.save(layout / "ab/ab1.npy", np.asfortranarray(values))
    np.testing.assert_array_equal(KaggleArrays.open(layout).ab(1), values[1])


def test_what_python_2_wrote_is_read(layout: Path) -> None:
    _shape("(2L, 224L, 224L, 2L)")(layout / "ab/ab1.npy")
    assert KaggleArrays.open(layout).ab(1)[0, 0, 0] == 128


def test_parts_of_any_lengths_that_add_up_are_opened(layout: Path) -> None:
    for number, rows in ((1, 1), (2, 0), (3, 3), (4, 1)):
        np.save(layout / f"ab/ab{number}.npy", np.full((rows, 224, 224, 2), 100 + number, np.uint8))
    data = KaggleArrays.open(layout)
    assert [int(data.ab(index)[0, 0, 0]) for index in range(5)] == [101, 103, 103, 103, 104]
    before = data.fingerprint()
    np.save(layout / "ab/ab4.npy", np.full((1, 224, 224, 2), 9, np.uint8))
    assert KaggleArrays.open(layout).fingerprint() != before


def test_a_loader_process_gets_the_name_and_not_the_arrays(data: KaggleArrays) -> None:
    pickled = pickle.dumps(data)
    assert len(pickled) < 1000
    copy = pickle.loads(pickled)
    np.testing.assert_array_equal(copy.ab(3), data.ab(3))


def test_chroma_is_of_the_space_that_is_asked_for(data: KaggleArrays) -> None:
    lab = np.dstack([data.lightness[1] * np.float32(100 / 255), data.chroma(1)])
    luv = np.dstack([data.lightness[1] * np.float32(100 / 255), data.chroma(1, ColorSpace.LUV)])
    assert np.abs(luv[..., 1:] - lab[..., 1:]).max() > 5
    np.testing.assert_allclose(lab_to_rgb(luv, ColorSpace.LUV), lab_to_rgb(lab), atol=0.02)
    np.testing.assert_allclose(rgb_to_lab(lab_to_rgb(lab))[..., 0], lab[..., 0], atol=12)


def test_the_fingerprint_sees_every_byte_and_is_kept(layout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = KaggleArrays.open(layout).fingerprint()
    with monkeypatch.context() as patch:
        patch.setattr(fingerprint, "file_sha256", lambda _: pytest.fail("the note beside it says it"))
        assert KaggleArrays.open(layout).fingerprint() == before
    chroma = np.load(layout / "ab/ab2.npy")
    chroma[-1, -1, -1, -1] += 1
    np.save(layout / "ab/ab2.npy", chroma)
    after = KaggleArrays.open(layout).fingerprint()
    assert after != before
    (layout / "fingerprint.json").write_text("half of i")
    assert KaggleArrays.open(layout).fingerprint() == after


def test_the_fingerprint_names_the_photos(data: KaggleArrays, layout: Path) -> None:
    other = KaggleArrays.open(layout)
    assert data.fingerprint() == data.fingerprint() != other.fingerprint()
