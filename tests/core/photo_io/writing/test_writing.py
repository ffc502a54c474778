"""What is written is what was asked for, checked, and complete or not there at all."""

import errno
import os
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import cv2
import numpy as np
import numpy.typing as npt
import pytest
import tifffile
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import Cancelled, PhotoWriteError
from colorizer_gui.core.photo.photo import Photo, PhotoFormat
from colorizer_gui.core.photo_io import WriteOptions, default_target, photo_from_rgb, read_photo, write_photo
from colorizer_gui.core.photo_io.codecs.encoding import Picture, encode
from colorizer_gui.core.photo_io.pixels import ArrayPixels, RecordedPixels
from colorizer_gui.core.photo_io.writing import writing

Array = npt.NDArray[Any]
OPTIONS = WriteOptions()


def names(folder: Path) -> list[str]:
    """All that is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def blank_photo(size: tuple[int, int], alpha: Array | None = None, depth: int = 8) -> Photo:
    width, height = size
    return Photo(
        path=None,
        format=PhotoFormat.PNG,
        lightness=np.zeros((height, width), dtype=np.float32),
        depth=16 if depth == 16 else 8,
        alpha=alpha,
    )


def stored(path: Path) -> Array:
    """Samples by another library than the one that wrote them, channels in RGB order."""
    if path.suffix == ".tif":
        return np.asarray(tifffile.imread(path))
    if path.suffix == ".png":
        image = np.asarray(cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_UNCHANGED))
        return image[..., [2, 1, 0, 3][: image.shape[-1]]]
    with Image.open(path) as opened:
        return np.asarray(opened)


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp", ".bmp"])
@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5, 7), (53, 37)])
def test_lossless_formats_keep_each_sample(folder: Path, suffix: str, size: tuple[int, int]) -> None:
    image = np.random.default_rng(6).integers(0, 256, (size[1], size[0], 3), dtype=np.uint8)
    target = folder / f"Ñandú 日本{suffix}"
    written = write_photo(target, image, blank_photo(size), options=WriteOptions(webp_lossless=True))
    assert written == target
    np.testing.assert_array_equal(stored(written).reshape(image.shape), image)
    assert names(folder) == [target.name]


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("alpha", [False, True])
def test_16_bits_stay_16_bits(folder: Path, suffix: str, alpha: bool) -> None:
    channels = np.random.default_rng(6).integers(0, 65536, (37, 53, 4), dtype=np.uint16)
    photo = blank_photo((53, 37), channels[..., 3] if alpha else None, depth=16)
    written = write_photo(folder / f"photo{suffix}", channels[..., :3], photo, options=OPTIONS)
    expected = channels if alpha else channels[..., :3]
    assert stored(written).dtype == np.uint16
    np.testing.assert_array_equal(stored(written), expected)


@pytest.mark.parametrize("suffix", [".webp", ".bmp"])
def test_16_bits_are_rounded_where_the_format_has_8(folder: Path, suffix: str) -> None:
    values = np.arange(0, 65536, 3, dtype=np.uint16)[:21843].reshape(-1, 1, 3)[:7000]
    photo = blank_photo((1, 7000), depth=16)
    options = WriteOptions(webp_lossless=True)
    written = write_photo(folder / f"photo{suffix}", values, photo, options=options)
    np.testing.assert_array_equal(stored(written), np.rint(values / 257.0))


def test_jpeg_is_444_at_high_quality(folder: Path, picture: ByteArray) -> None:
    written = write_photo(folder / "photo.jpg", picture, blank_photo((53, 37)), options=OPTIONS)
    with Image.open(written) as image:
        assert isinstance(image.info["icc_profile"], bytes)
        assert [layer[1:3] for layer in image.layer] == [(1, 1)] * 3  # type: ignore[attr-defined]
        assert np.abs(np.asarray(image).astype(int) - picture).mean() < 1.5
    small = write_photo(
        folder / "small.jpg", picture, blank_photo((53, 37)), options=WriteOptions(quality=30)
    )
    assert small.stat().st_size < written.stat().st_size


@pytest.mark.parametrize("quality", [0, 101])
def test_quality_has_a_range(quality: int) -> None:
    with pytest.raises(ValueError, match="quality"):
        WriteOptions(quality=quality)


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp"])
def test_8_bit_alpha_is_kept(folder: Path, picture: ByteArray, suffix: str) -> None:
    photo = photo_from_rgb(np.dstack([picture, picture[::-1, :, 1]]))
    options = WriteOptions(webp_lossless=True)
    written = write_photo(folder / f"photo{suffix}", picture, photo, options=options)
    np.testing.assert_array_equal(stored(written), np.dstack([picture, picture[::-1, :, 1]]))
    if suffix == ".tif":
        with tifffile.TiffFile(written) as file:
            assert file.pages.first.extrasamples == (2,)


def test_alpha_that_is_opaque_everywhere(folder: Path, picture: ByteArray) -> None:
    photo = photo_from_rgb(np.dstack([picture, np.full_like(picture[..., 0], 255)]))
    for suffix in (".jpg", ".bmp", ".webp", ".png"):
        write_photo(folder / f"photo{suffix}", picture, photo, options=OPTIONS)
    assert len(names(folder)) == 4


@pytest.mark.parametrize("suffix", [".jpg", ".bmp"])
def test_transparency_is_not_lost_silently(folder: Path, picture: ByteArray, suffix: str) -> None:
    photo = photo_from_rgb(np.dstack([picture, picture[..., 0]]))
    with pytest.raises(PhotoWriteError, match="transparency"):
        write_photo(folder / f"photo{suffix}", picture, photo, options=OPTIONS)
    assert names(folder) == []


def test_the_source_is_never_written_over(folder: Path, picture: ByteArray) -> None:
    source = folder / "photo.png"
    Image.fromarray(picture).save(source)
    before = source.read_bytes()
    written = write_photo(source, picture[::-1].copy(), read_photo(source), options=OPTIONS)
    assert written == folder / "photo (2).png"
    assert source.read_bytes() == before


def test_a_tiff_can_be_read_by_others(folder: Path, picture: ByteArray) -> None:
    written = write_photo(folder / "photo.tif", picture, blank_photo((53, 37)), options=OPTIONS)
    with tifffile.TiffFile(written) as file:
        assert file.pages.first.compression == tifffile.COMPRESSION.ADOBE_DEFLATE
        assert file.pages.first.predictor == tifffile.PREDICTOR.HORIZONTAL
        assert len(file.pages) == 1
    with Image.open(written) as image:
        np.testing.assert_array_equal(np.asarray(image), picture)
    by_opencv = np.asarray(cv2.imdecode(np.fromfile(written, np.uint8), cv2.IMREAD_UNCHANGED))
    np.testing.assert_array_equal(by_opencv[..., ::-1], picture)


@pytest.mark.parametrize("name", ["photo.gif", "photo", "photo.heic"])
def test_an_unknown_suffix(folder: Path, picture: ByteArray, name: str) -> None:
    with pytest.raises(PhotoWriteError, match=r"suffix .* use \.jpg"):
        write_photo(folder / name, picture, blank_photo((53, 37)), options=OPTIONS)


@pytest.mark.parametrize(("suffix", "width"), [(".webp", 16384), (".jpg", 65501)])
def test_a_photo_too_long_for_the_format(folder: Path, suffix: str, width: int) -> None:
    image = np.zeros((1, width, 3), dtype=np.uint8)
    with pytest.raises(PhotoWriteError, match=r"pixels wide and high; use"):
        write_photo(folder / f"photo{suffix}", image, blank_photo((width, 1)), options=OPTIONS)
    write_photo(folder / "photo.png", image, blank_photo((width, 1)), options=OPTIONS)


@pytest.mark.parametrize(
    "image",
    [
        np.zeros((37, 53), dtype=np.uint8),
        np.zeros((36, 53, 3), dtype=np.uint8),
        np.zeros((37, 53, 3), dtype=np.float32),
    ],
)
def test_pixels_of_another_size_or_type_are_a_mistake_of_the_program(folder: Path, image: Array) -> None:
    with pytest.raises(ValueError, match="wanted"):
        write_photo(folder / "photo.png", image, blank_photo((53, 37)), options=OPTIONS)


def failure(target: Path, image: ByteArray) -> str:
    """The sentence that writing raises; checked for what all of them have in common."""
    before = set(names(target.parent)) if target.parent.is_dir() else None
    with pytest.raises(PhotoWriteError) as caught:
        write_photo(target, image, blank_photo((image.shape[1], image.shape[0])), options=OPTIONS)
    message = str(caught.value)
    assert str(target) in message
    assert message.endswith(".")
    assert "\n" not in message
    assert caught.value.__cause__ is not None
    assert before is None or set(names(target.parent)) == before
    return message


def test_a_missing_folder(folder: Path, picture: ByteArray) -> None:
    assert "does not exist" in failure(folder / "nowhere" / "photo.png", picture)


def test_a_file_in_the_place_of_the_folder(folder: Path, picture: ByteArray) -> None:
    (folder / "file").touch()
    assert "is not a folder" in failure(folder / "file" / "photo.png", picture)


def test_a_name_that_is_too_long(folder: Path, picture: ByteArray) -> None:
    assert "too long" in failure(folder / ("Ñ" * 200 + ".png"), picture)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(folder: Path, picture: ByteArray) -> None:
    folder.chmod(0o500)
    try:
        assert "may not be written to" in failure(folder / "photo.png", picture)
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EACCES, "may not be written to"),
        (errno.EROFS, "may not be written to"),
        (errno.ENOSPC, "disk is full"),
        (errno.EDQUOT, "disk is full"),
        (errno.EFBIG, "files of that size"),
        (errno.EIO, "reported an error"),
    ],
)
@pytest.mark.parametrize("moment", ["open", "encode", "fsync", "link"])
@pytest.mark.parametrize("suffix", [".tif", ".jpg"])
def test_the_file_system_fails_at_any_moment(
    folder: Path,
    picture: ByteArray,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
    moment: str,
    code: int,
    words: str,
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    def half(picture: Picture, target_format: PhotoFormat, options: WriteOptions, stream: BinaryIO) -> None:
        encode(picture, target_format, options, stream)
        stream.truncate(50)
        fail()

    if moment == "open":
        monkeypatch.setattr(Path, "open", fail)
    elif moment == "encode":
        monkeypatch.setattr(writing, "encode", half)
    else:
        monkeypatch.setattr(os, moment, fail)
        if moment == "link":
            monkeypatch.setattr(Path, "replace", fail)
    assert words in failure(folder / f"photo{suffix}", picture)


def test_an_encoder_that_gives_up(folder: Path, picture: ByteArray, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> NoReturn:
        raise RuntimeError("output stream too small")

    monkeypatch.setattr(writing, "encode", fail)
    assert "encoded as PNG" in failure(folder / "photo.png", picture)


@pytest.mark.parametrize("error", [Cancelled, KeyboardInterrupt, SystemExit])
def test_stopping_leaves_nothing_behind(
    folder: Path, picture: ByteArray, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    def stop(*_: object) -> NoReturn:
        raise error

    for name in ("encode", "flush_to_disk", "check_written", "publish"):
        with monkeypatch.context() as patch:
            patch.setattr(writing, name, stop)
            with pytest.raises(error):
                write_photo(folder / "photo.png", picture, blank_photo((53, 37)), options=OPTIONS)
        assert names(folder) == []


def spoil(channel: str) -> Any:
    """An encoder whose file holds something else than it was given."""

    def encode_wrong(
        picture: Picture, target_format: PhotoFormat, options: WriteOptions, stream: BinaryIO
    ) -> None:
        color, alpha = picture.pixels.whole(), picture.alpha
        if channel == "sample":
            color[-1, -1, -1] ^= 1
        elif channel == "depth":
            color = color.astype(np.uint16) * np.uint16(257)
        elif channel == "size":
            color = color[:-1]
        elif channel == "alpha" and alpha is not None:
            alpha = alpha ^ 1
        elif channel == "no alpha":
            alpha = None
        if channel == "depth" and alpha is not None:
            alpha = alpha.astype(np.uint16) * np.uint16(257)
        if channel == "size" and alpha is not None:
            alpha = alpha[:-1]
        if channel == "cut":
            encode(picture, target_format, options, stream)
            stream.truncate(stream.seek(0, 2) // 2)
        else:
            pixels = RecordedPixels(ArrayPixels(color))
            encode(Picture(pixels, alpha, picture.metadata, picture.software), target_format, options, stream)

    return encode_wrong


@pytest.mark.parametrize("channel", ["sample", "depth", "size", "alpha", "no alpha", "cut"])
@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_a_file_that_reads_back_differently_is_not_kept(
    folder: Path, picture: ByteArray, monkeypatch: pytest.MonkeyPatch, suffix: str, channel: str
) -> None:
    photo = photo_from_rgb(np.dstack([picture, picture[..., 0]]))
    monkeypatch.setattr(writing, "encode", spoil(channel))
    with pytest.raises(PhotoWriteError, match="read back unchanged"):
        write_photo(folder / f"photo{suffix}", picture, photo, options=OPTIONS)
    assert names(folder) == []


@pytest.mark.parametrize("channel", ["size", "cut"])
def test_a_spoiled_jpeg_is_not_kept(
    folder: Path, picture: ByteArray, monkeypatch: pytest.MonkeyPatch, channel: str
) -> None:
    monkeypatch.setattr(writing, "encode", spoil(channel))
    with pytest.raises(PhotoWriteError, match="read back unchanged"):
        write_photo(folder / "photo.jpg", picture, blank_photo((53, 37)), options=OPTIONS)
    assert names(folder) == []


@pytest.mark.parametrize("kind", ["jpg", "png", "tif", "webp", "bmp"])
def test_from_file_to_file(folder: Path, picture: ByteArray, kind: str) -> None:
    source = folder / f"Ñandú 日本.{kind}"
    Image.fromarray(picture).save(source)
    photo = read_photo(source)
    written = write_photo(default_target(source), picture, photo, options=OPTIONS)
    again = read_photo(written)
    assert written.name == f"Ñandú 日本-colorized.{kind}"
    assert (again.format, again.size, again.depth) == (photo.format, photo.size, photo.depth)
    assert np.abs(again.lightness - read_photo(source).lightness).mean() < 1.5
