"""A file is complete and checked, or not there at all; and every failure is one sentence."""

import errno
import os
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import Cancelled, PhotoWriteError
from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io import WriteOptions, photo_from_rgb, write_photo
from colorizer_gui.core.photo_io.codecs.encoding import Picture, encode
from colorizer_gui.core.photo_io.pixels import ArrayPixels, RecordedPixels
from colorizer_gui.core.photo_io.writing import writing
from tests.support.photos.written import OPTIONS, blank_photo, names


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


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let folders go that are in use")
@pytest.mark.parametrize("suffix", [".tif", ".jpg", ".png", ".webp", ".bmp"])
def test_a_folder_that_is_gone_before_the_file_is_read_back(
    folder: Path, picture: ByteArray, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    place = folder / "drive"
    place.mkdir()
    monkeypatch.setattr(writing, "flush_to_disk", lambda _stream: place.rename(folder / "unplugged"))
    with pytest.raises(PhotoWriteError, match="does not exist") as caught:
        write_photo(place / f"photo{suffix}", picture, blank_photo((53, 37)), options=OPTIONS)
    assert isinstance(caught.value.__cause__, FileNotFoundError), "by which a batch knows that it has to stop"


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
