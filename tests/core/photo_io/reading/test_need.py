"""What a large photo needs is told from its header, before it is decoded."""

from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
import tifffile
from PIL import Image

from colorizer_gui.core.photo_io.codecs.jpeg import coefficients
from colorizer_gui.core.photo_io.reading import need
from colorizer_gui.core.photo_io.reading.need import need_of, need_sentence
from tests.support.photos.raw import dng


@pytest.fixture
def nothing_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(need, "_LEAST_BYTES", 0)
    monkeypatch.setattr(need, "LARGE_PIXELS", 1000)


def image(path: Path, mode: str = "RGB", **settings: Any) -> Path:
    Image.new(mode, (160, 100), 128 if mode == "L" else (100,) * len(mode)).save(path, **settings)
    return path


@pytest.mark.usefixtures("nothing_is_small")
@pytest.mark.parametrize(
    ("subsampling", "components"), [(0, 3.0), (1, 2.0), (2, 1.5)], ids=["4:4:4", "4:2:2", "4:2:0"]
)
@pytest.mark.parametrize("in_a_file", [False, True])
def test_a_progressive_jpeg_needs_its_coefficients(
    tmp_path: Path, subsampling: int, components: float, in_a_file: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coefficients, "available", lambda: in_a_file)
    plain = image(tmp_path / "plain.jpg", subsampling=subsampling)
    progressive = image(tmp_path / "progressive.jpg", subsampling=subsampling, progressive=True)
    first, second = need_of(plain), need_of(progressive)
    assert first is not None
    assert second is not None
    sizes = progressive.stat().st_size - plain.stat().st_size
    assert second.memory - first.memory - sizes == (0 if in_a_file else 2 * components * 16_000)
    assert first.disk == 7 * 16_000
    assert second.disk == first.disk + (2 * components * 16_000 if in_a_file else 0)


@pytest.mark.usefixtures("nothing_is_small")
def test_deep_samples_and_alpha_take_more_of_the_disk(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "deep.tif", np.zeros((100, 160), np.uint16), photometric="minisblack")
    deep, clear = need_of(tmp_path / "deep.tif"), need_of(image(tmp_path / "clear.tif", "RGBA"))
    assert deep is not None
    assert clear is not None
    assert deep.disk == 10 * 16_000
    assert clear.disk == 9 * 16_000


@pytest.mark.usefixtures("nothing_is_small")
def test_the_sentence_names_the_photo_and_its_need(tmp_path: Path) -> None:
    sentence = need_sentence(image(tmp_path / "large.png"))
    assert sentence is not None
    assert sentence.fields == {"name": "large.png", "megapixels": "0", "memory": "0.9", "disk": "0.0"}


@pytest.mark.usefixtures("nothing_is_small")
@pytest.mark.parametrize("container", [False, True])
def test_jpeg_xl_is_decoded_whole(tmp_path: Path, container: bool) -> None:
    path = tmp_path / "photo.jxl"
    path.write_bytes(imagecodecs.jpegxl_encode(np.zeros((100, 160, 3), np.uint8), usecontainer=container))
    need, usual = need_of(path), need_of(image(tmp_path / "plain.jpg"))
    assert need is not None
    assert usual is not None
    assert need.pixels == 16_000
    sizes = path.stat().st_size - (tmp_path / "plain.jpg").stat().st_size
    assert need.memory - usual.memory - sizes == 6 * 16_000


@pytest.mark.usefixtures("nothing_is_small")
def test_camera_raw_is_decoded_whole(tmp_path: Path) -> None:
    pytest.importorskip("rawpy")
    (tmp_path / "photo.dng").write_bytes(dng(np.full((50, 80, 3), 0.5)))
    need = need_of(tmp_path / "photo.dng")
    assert need is not None
    assert need.pixels in {100 * 160, 50 * 80}
    assert need.disk == need.pixels * 10


@pytest.mark.usefixtures("nothing_is_small")
def test_decoders_of_whole_pictures_take_more(tmp_path: Path) -> None:
    webp, png = need_of(image(tmp_path / "a.webp")), need_of(image(tmp_path / "a.png"))
    assert webp is not None
    assert png is not None
    assert (
        webp.memory - (tmp_path / "a.webp").stat().st_size > png.memory - (tmp_path / "a.png").stat().st_size
    )


def test_nothing_is_said_of_usual_photos(samples: Path) -> None:
    assert need_sentence(samples / "cat.jpg") is None


@pytest.mark.usefixtures("nothing_is_small")
@pytest.mark.parametrize("content", [b"", b"II*\0\xff\xff\xff\xff", b"no photo at all"])
def test_what_has_no_header_has_no_need(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "photo.tif").write_bytes(content)
    assert need_of(tmp_path / "photo.tif") is None
    assert need_of(tmp_path / "missing.tif") is None
