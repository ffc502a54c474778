"""Each kind of file comes in with its size, depth, alpha and lightness."""

import struct
import tracemalloc
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import pytest
import tifffile
from PIL import Image
from skimage.color import rgb2lab

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io import photo_from_rgb, read_photo

Array = npt.NDArray[Any]


def expected(image: Array, maximum: float = 255.0) -> Array:
    """L* in float64 by another library."""
    rgb = image if image.ndim == 3 else np.repeat(image[..., None], 3, axis=2)
    lab: Array = rgb2lab(rgb / maximum)
    return lab[..., 0]


def png_bytes(
    color_type: int, bits: int, size: tuple[int, int], rows: bytes, *extra: tuple[bytes, bytes]
) -> bytes:
    """A PNG file from raw scan lines, written by hand."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", *size, bits, color_type, 0, 0, 0)
    chunks = [(b"IHDR", header), *extra, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in chunks)


@pytest.mark.parametrize(
    ("name", "photo_format"),
    [
        ("Ñandú 日本.jpg", PhotoFormat.JPEG),
        ("Ñandú 日本.png", PhotoFormat.PNG),
        ("Ñandú 日本.tif", PhotoFormat.TIFF),
        ("Ñandú 日本.webp", PhotoFormat.WEBP),
        ("Ñandú 日本.bmp", PhotoFormat.BMP),
    ],
)
def test_reads_every_format_under_any_name(
    folder: Path, picture: ByteArray, name: str, photo_format: PhotoFormat
) -> None:
    path = folder / name
    options: dict[str, Any] = {"lossless": True} if photo_format is PhotoFormat.WEBP else {}
    Image.fromarray(picture).save(path, **options)
    photo = read_photo(path)
    decoded = np.asarray(Image.open(path))
    assert photo.path == path
    assert photo.format is photo_format
    assert photo.size == (53, 37)
    assert photo.depth == 8
    assert photo.alpha is None
    assert photo.had_color
    assert photo.lightness.dtype == np.float32
    np.testing.assert_allclose(photo.lightness, expected(decoded), atol=2e-3)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".bmp"])
def test_the_content_decides_not_the_suffix(folder: Path, gray: ByteArray, suffix: str) -> None:
    path = folder / f"photo{suffix}"
    stream = BytesIO()
    Image.fromarray(gray).save(stream, "PNG")
    path.write_bytes(stream.getvalue())
    assert read_photo(path).format is PhotoFormat.PNG


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".bmp"])
def test_gray_files_are_gray(folder: Path, gray: ByteArray, suffix: str) -> None:
    path = folder / f"photo{suffix}"
    Image.fromarray(gray).save(path, quality=100)
    photo = read_photo(path)
    assert not photo.had_color
    np.testing.assert_allclose(photo.lightness, expected(np.asarray(Image.open(path))), atol=1e-3)


def test_gray_stored_as_rgb_has_no_colour_even_after_jpeg(folder: Path, gray: ByteArray) -> None:
    path = folder / "photo.jpg"
    Image.fromarray(np.repeat(gray[..., None], 3, axis=2)).save(path, quality=70)
    assert not read_photo(path).had_color


def test_a_jpeg_with_several_pictures_is_a_jpeg(folder: Path, picture: ByteArray, gray: ByteArray) -> None:
    first, second = Image.fromarray(picture), Image.fromarray(gray)
    first.save(folder / "photo.jpg", "MPO", save_all=True, append_images=[second], quality=100)
    photo = read_photo(folder / "photo.jpg")
    assert photo.format is PhotoFormat.JPEG
    np.testing.assert_allclose(photo.lightness, expected(picture), atol=8)


def test_cmyk_jpeg_becomes_rgb(folder: Path, picture: ByteArray) -> None:
    path = folder / "photo.jpg"
    Image.fromarray(picture).convert("CMYK").save(path, quality=100)
    photo = read_photo(path)
    assert photo.had_color
    np.testing.assert_allclose(photo.lightness, expected(picture), atol=2.5)


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
def test_png_gray_of_few_bits(folder: Path, bits: int) -> None:
    values = np.arange(min(2**bits, 8), dtype=np.uint8)[None] * (2**bits // min(2**bits, 8))
    packed = np.packbits(np.unpackbits(values[..., None], axis=-1)[..., 8 - bits :].reshape(1, -1), axis=-1)
    path = folder / "photo.png"
    path.write_bytes(png_bytes(0, bits, (values.shape[1], 1), b"\0" + packed.tobytes()))
    photo = read_photo(path)
    assert photo.depth == 8
    np.testing.assert_allclose(photo.lightness, expected(values, 2**bits - 1), atol=0.25)


@pytest.mark.parametrize("kind", ["png", "tif"])
def test_every_16_bit_gray_value_has_its_own_exact_lightness(folder: Path, kind: str) -> None:
    values = np.arange(65536, dtype=np.uint16).reshape(256, 256)
    path = folder / f"photo.{kind}"
    if kind == "png":
        path.write_bytes(cv2.imencode(".png", values)[1].tobytes())
    else:
        tifffile.imwrite(path, values, photometric="minisblack")
    photo = read_photo(path)
    assert photo.depth == 16
    np.testing.assert_allclose(photo.lightness, expected(values, 65535.0), atol=1e-3)
    assert len(np.unique(photo.lightness)) == 65536


@pytest.mark.parametrize("kind", ["png", "tif", "planar.tif", "tiled.tif", "big-endian.tif", "big.tif"])
def test_16_bit_rgb_is_not_cut_to_8(folder: Path, kind: str) -> None:
    image = np.random.default_rng(3).integers(0, 65536, (40, 31, 3), dtype=np.uint16)
    path = folder / f"photo.{kind}"
    planes = np.moveaxis(image, 2, 0)
    if kind == "png":
        path.write_bytes(cv2.imencode(".png", image[..., ::-1])[1].tobytes())
    elif kind == "planar.tif":
        tifffile.imwrite(path, planes, photometric="rgb", planarconfig="separate")
    elif kind == "tiled.tif":
        tifffile.imwrite(path, image, photometric="rgb", tile=(16, 16), compression="lzw", predictor=True)
    elif kind == "big-endian.tif":
        tifffile.imwrite(path, image, photometric="rgb", byteorder=">", compression="zlib")
    else:
        tifffile.imwrite(path, image, photometric="rgb", bigtiff=kind == "big.tif")
    photo = read_photo(path)
    assert photo.depth == 16
    np.testing.assert_allclose(photo.lightness, expected(image, 65535.0), atol=1e-3)


def test_neutral_16_bit_rgb_equals_gray(folder: Path) -> None:
    values = np.arange(0, 65536, 7, dtype=np.uint16).reshape(-1, 3)
    tifffile.imwrite(folder / "rgb.tif", np.repeat(values[..., None], 3, axis=2), photometric="rgb")
    tifffile.imwrite(folder / "gray.tif", values, photometric="minisblack")
    rgb, gray = read_photo(folder / "rgb.tif"), read_photo(folder / "gray.tif")
    assert not rgb.had_color
    np.testing.assert_allclose(rgb.lightness, gray.lightness, atol=1e-3)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_min_is_white_is_inverted(
    folder: Path, gray: ByteArray, dtype: type[np.unsignedinteger[Any]]
) -> None:
    maximum = np.iinfo(dtype).max
    values = gray.astype(dtype) * dtype(maximum // 255)
    path = folder / "photo.tif"
    tifffile.imwrite(path, values, photometric="miniswhite")
    np.testing.assert_allclose(read_photo(path).lightness, expected(maximum - values, maximum), atol=1e-3)


def test_bilevel_tiff(folder: Path, gray: ByteArray) -> None:
    black_white = gray > 130
    Image.fromarray(black_white).save(folder / "fax.tif", compression="group4")
    tifffile.imwrite(folder / "plain.tif", black_white, photometric="minisblack")
    for name in ("fax.tif", "plain.tif"):
        photo = read_photo(folder / name)
        assert photo.depth == 8
        np.testing.assert_allclose(photo.lightness, black_white * 100.0, atol=1e-3)


def test_12_bit_tiff_uses_the_whole_range(folder: Path) -> None:
    values = np.array([[0, 1, 2048, 4095]], dtype=np.uint16)
    tifffile.imwrite(
        folder / "photo.tif", values, photometric="minisblack", bitspersample=12, compression=None
    )
    photo = read_photo(folder / "photo.tif")
    assert photo.depth == 16
    np.testing.assert_allclose(photo.lightness, expected(values, 4095.0), atol=1e-2)


def test_float_tiff_is_read_as_encoded_values(folder: Path, gray: ByteArray) -> None:
    tifffile.imwrite(folder / "photo.tif", gray.astype(np.float32) / 255, photometric="minisblack")
    photo = read_photo(folder / "photo.tif")
    assert photo.depth == 16
    np.testing.assert_allclose(photo.lightness, expected(gray), atol=1e-2)


@pytest.mark.parametrize("suffix", [".png", ".tif", ".bmp"])
def test_palettes_are_looked_up(folder: Path, picture: ByteArray, suffix: str) -> None:
    image = Image.fromarray(picture).quantize(16)
    image.save(folder / f"photo{suffix}")
    photo = read_photo(folder / f"photo{suffix}")
    assert photo.depth == 8
    np.testing.assert_allclose(photo.lightness, expected(np.asarray(image.convert("RGB"))), atol=2e-3)


def test_jpeg_compressed_and_cmyk_tiff(folder: Path, picture: ByteArray) -> None:
    Image.fromarray(picture).save(folder / "jpeg.tif", compression="jpeg", quality=100)
    Image.fromarray(picture).convert("CMYK").save(folder / "cmyk.tif")
    for name in ("jpeg.tif", "cmyk.tif"):
        np.testing.assert_allclose(read_photo(folder / name).lightness, expected(picture), atol=2.0)


def test_of_several_pages_the_first_whole_one_is_read(folder: Path, gray: ByteArray) -> None:
    path = folder / "photo.tif"
    with tifffile.TiffWriter(path) as writer:
        writer.write(gray[::4, ::4], photometric="minisblack", subfiletype=1)
        writer.write(gray, photometric="minisblack")
        writer.write(255 - gray, photometric="minisblack")
    np.testing.assert_allclose(read_photo(path).lightness, expected(gray), atol=1e-3)


@pytest.mark.parametrize(
    ("mode", "suffix"),
    [("RGBA", ".png"), ("RGBA", ".tif"), ("RGBA", ".webp"), ("LA", ".png"), ("LA", ".tif")],
)
def test_8_bit_alpha_is_kept(folder: Path, picture: ByteArray, mode: str, suffix: str) -> None:
    alpha = np.ascontiguousarray(picture[::-1, :, 2])
    image = Image.fromarray(picture).convert("L" if mode == "LA" else "RGB")
    image.putalpha(Image.fromarray(alpha))
    options: dict[str, Any] = {"lossless": True, "exact": True} if suffix == ".webp" else {}
    image.save(folder / f"photo{suffix}", **options)
    photo = read_photo(folder / f"photo{suffix}")
    assert photo.alpha is not None
    assert photo.alpha.dtype == np.uint8
    np.testing.assert_array_equal(photo.alpha, alpha)
    color = np.asarray(image.convert("RGBA"))[..., :3]
    np.testing.assert_allclose(photo.lightness, expected(color), atol=2e-3)


@pytest.mark.parametrize("channels", [2, 4])
@pytest.mark.parametrize("kind", ["png", "tif"])
def test_16_bit_alpha_is_kept(folder: Path, channels: int, kind: str) -> None:
    image = np.random.default_rng(5).integers(0, 65536, (11, 9, channels), dtype=np.uint16)
    path = folder / f"photo.{kind}"
    if kind == "tif":
        photometric = "rgb" if channels == 4 else "minisblack"
        tifffile.imwrite(
            path, image, photometric=photometric, extrasamples=["unassalpha"], planarconfig="contig"
        )
    else:
        rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in image)
        path.write_bytes(png_bytes(6 if channels == 4 else 4, 16, (9, 11), rows))
    photo = read_photo(path)
    assert photo.alpha is not None
    assert photo.alpha.dtype == np.uint16
    np.testing.assert_array_equal(photo.alpha, image[..., -1])
    color = image[..., 0] if channels == 2 else image[..., :3]
    np.testing.assert_allclose(photo.lightness, expected(color, 65535.0), atol=1e-3)


@pytest.mark.parametrize("bits", [8, 16])
def test_a_single_transparent_colour_of_a_png(folder: Path, bits: int) -> None:
    kind = ">u2" if bits == 16 else "u1"
    color = np.array([10, 20, 30], dtype=kind)
    rows = b"\0" + np.stack([color, color + 1]).astype(kind).tobytes()
    path = folder / "photo.png"
    path.write_bytes(png_bytes(2, bits, (2, 1), rows, (b"tRNS", color.astype(">u2").tobytes())))
    photo = read_photo(path)
    assert photo.alpha is not None
    np.testing.assert_array_equal(photo.alpha, [[0, 2**bits - 1]])


def test_alpha_that_was_multiplied_in_is_taken_out(folder: Path) -> None:
    image = np.array([[[40, 80, 120, 128], [10, 20, 30, 255]]], dtype=np.uint8)
    tifffile.imwrite(folder / "photo.tif", image, photometric="rgb", extrasamples=["assocalpha"])
    photo = read_photo(folder / "photo.tif")
    plain = np.array([[[80, 159, 239], [10, 20, 30]]])
    np.testing.assert_allclose(photo.lightness, expected(plain), atol=0.01)
    np.testing.assert_array_equal(photo.alpha, image[..., 3])


def test_an_undeclared_extra_channel_is_no_alpha(folder: Path, picture: ByteArray) -> None:
    image = np.dstack([picture, picture[..., 0]])
    tifffile.imwrite(folder / "photo.tif", image, photometric="rgb", extrasamples=["unspecified"])
    photo = read_photo(folder / "photo.tif")
    assert photo.alpha is None
    np.testing.assert_allclose(photo.lightness, expected(picture), atol=2e-3)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1, 5000), (5000, 1), (5, 7)])
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".bmp"])
def test_odd_sizes(folder: Path, width: int, height: int, suffix: str) -> None:
    image = np.random.default_rng(1).integers(0, 256, (height, width, 3), dtype=np.uint8)
    path = folder / f"photo{suffix}"
    Image.fromarray(image).save(path, lossless=True)
    photo = read_photo(path)
    assert photo.size == (width, height)
    np.testing.assert_allclose(
        photo.lightness, expected(np.asarray(Image.open(path).convert("RGB"))), atol=2e-3
    )


def test_a_large_odd_size(folder: Path) -> None:
    row = np.arange(4001, dtype=np.uint16) * 16
    values = np.broadcast_to(row, (3001, 4001))
    tifffile.imwrite(folder / "photo.tif", values, photometric="minisblack", compression="zlib")
    photo = read_photo(folder / "photo.tif")
    assert photo.size == (4001, 3001)
    np.testing.assert_allclose(photo.lightness[-1], expected(row[None], 65535.0)[0], atol=1e-3)
    assert np.ptp(photo.lightness, axis=0).max() == 0


@pytest.mark.parametrize("channels", [3, 4])
def test_pasted_pixels(picture: ByteArray, channels: int) -> None:
    image = np.dstack([picture, picture[..., 2]])[..., :channels]
    photo = photo_from_rgb(image, dpi=(96.0, 96.0))
    assert photo.path is None
    assert photo.format is PhotoFormat.PNG
    assert photo.depth == 8
    assert photo.metadata.dpi == (96.0, 96.0)
    np.testing.assert_allclose(photo.lightness, expected(picture), atol=2e-3)
    assert (photo.alpha is not None) == (channels == 4)
    if photo.alpha is not None:
        np.testing.assert_array_equal(photo.alpha, picture[..., 2])


@pytest.mark.parametrize("shape", [(4, 5), (4, 5, 2), (0, 5, 3)])
def test_pasting_wants_rgb(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"wanted|at least one"):
        photo_from_rgb(np.zeros(shape, dtype=np.uint8))


def test_reading_is_lean(folder: Path) -> None:
    """A gray 16-bit photo needs the file, its samples and L*: 8 bytes a pixel, and little more."""
    values = np.arange(12_000_000, dtype=np.uint16).reshape(3000, 4000)
    tifffile.imwrite(folder / "photo.tif", values, photometric="minisblack")
    tracemalloc.start()
    try:
        read_photo(folder / "photo.tif")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 12 * values.size
