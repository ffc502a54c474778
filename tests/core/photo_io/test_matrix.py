"""Formats, depths, kinds of samples, profiles and metadata, built and judged by outside programs."""

import re
import subprocess
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest

from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.core.photo_io import ReadOptions, read_photo
from colorizer_gui.core.photo_io.writing.naming import default_target
from colorizer_gui.core.pipeline.pipeline import colorize_file
from colorizer_gui.core.recipe.recipe import Recipe
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.support.photos.icc import ADOBE_RGB, DISPLAY_P3, DOT_GAIN, PROPHOTO, gamma, profile, rgb_profile
from tests.support.photos.matrix_checks import HEIGHT, WIDTH, Warm, check, picture
from tests.support.photos.outside_tools import lightness, needs_tools, run, tags

pytestmark = needs_tools

#: Name of the file, and the words for ImageMagick's convert that make it of a 16-bit RGB picture.
BUILDS = {
    "jpeg-gray.jpg": "-colorspace Gray -quality 98",
    "jpeg-ycc.jpg": "-quality 98 -sampling-factor 4:4:4",
    "jpeg-420.jpg": "-quality 98 -sampling-factor 4:2:0",
    "jpeg-progressive.jpg": "-quality 98 -interlace JPEG",
    "jpeg-cmyk.jpg": "-colorspace CMYK -quality 98",
    "png-1.png": "-colorspace Gray -threshold 50% -define png:bit-depth=1 -define png:color-type=0",
    "png-2.png": "-colorspace Gray -depth 2 -define png:bit-depth=2 -define png:color-type=0",
    "png-4.png": "-colorspace Gray -depth 4 -define png:bit-depth=4 -define png:color-type=0",
    "png-8-gray.png": "-colorspace Gray -depth 8 -define png:color-type=0",
    "png-16-gray.png": "-colorspace Gray -depth 16 -define png:bit-depth=16 -define png:color-type=0",
    "png-8-rgb.png": "-depth 8 -define png:color-type=2",
    "png-16-rgb.png": "-depth 16 -define png:bit-depth=16 -define png:color-type=2",
    "png-palette.png": "-colors 64 -define png:color-type=3",
    "png-interlaced.png": "-depth 16 -interlace PNG",
    "tiff-1.tif": "-colorspace Gray -threshold 50% -type bilevel -compress none",
    "tiff-1-white.tif": "-colorspace Gray -threshold 50% -type bilevel -compress none "
    "-define quantum:polarity=min-is-white",
    "tiff-group4.tif": "-colorspace Gray -threshold 50% -type bilevel -compress Group4",
    "tiff-fax.tif": "-colorspace Gray -threshold 50% -type bilevel -compress Fax",
    "tiff-8.tif": "-colorspace Gray -depth 8 -compress lzw",
    "tiff-16.tif": "-colorspace Gray -depth 16 -compress zip",
    "tiff-16-white.tif": "-colorspace Gray -depth 16 -define quantum:polarity=min-is-white -compress none",
    "tiff-8-white.tif": "-colorspace Gray -depth 8 -define quantum:polarity=min-is-white -compress zip",
    "tiff-float.tif": "-colorspace Gray -depth 32 -define quantum:format=floating-point -compress zip",
    "tiff-float-rgb.tif": "-depth 32 -define quantum:format=floating-point -compress zip",
    "tiff-rgb-8.tif": "-depth 8 -compress none",
    "tiff-rgb-16.tif": "-depth 16 -compress lzw",
    "tiff-jpeg.tif": "-depth 8 -compress jpeg -quality 98",
    "tiff-palette.tif": "-colors 64 -type palette -compress none",
    "tiff-cmyk-8.tif": "-colorspace CMYK -depth 8 -compress none",
    "tiff-cmyk-16.tif": "-colorspace CMYK -depth 16 -compress zip",
    "tiff-lab-8.tif": "-colorspace Lab -depth 8 -compress none",
    "tiff-lab-16.tif": "-colorspace Lab -depth 16 -compress none",
    "tiff-planar-16.tif": "-depth 16 -interlace plane -compress none",
    "tiff-big-endian.tif": "-depth 16 -endian MSB -compress none",
    "webp-lossless.webp": "-define webp:lossless=true",
    "webp-lossy.webp": "-quality 97",
    "bmp.bmp": "-depth 8 -type truecolor",
    "bmp-gray.bmp": "-colorspace Gray -depth 8",
    "pgm-8.pgm": "-colorspace Gray -depth 8",
    "pgm-16.pgm": "-colorspace Gray -depth 16",
    "pgm-plain.pgm": "-colorspace Gray -depth 8 -compress none",
    "pbm.pbm": "-colorspace Gray -threshold 50%",
    "pbm-plain.pbm": "-colorspace Gray -threshold 50% -compress none",
    "ppm-8.ppm": "-depth 8",
    "ppm-16.ppm": "-depth 16",
    "ppm-plain.ppm": "-depth 16 -compress none",
}
#: The same through libtiff's tiffcp.
COPIES = {
    "planar.tif": "-p separate -c none",
    "tiled.tif": "-t -w 32 -l 16 -c lzw:2",
    "tiled-planar.tif": "-t -w 16 -l 16 -p separate -c zip",
    "bigtiff.tif": "-8 -c zip:2",
    "bigtiff-big-endian.tif": "-8 -B -c none",
    "strips.tif": "-r 5 -c lzw",
    "packbits.tif": "-c packbits",
}
PROFILES = {
    "gray-2.2": profile(b"GRAY", {b"kTRC": gamma(2.2)}),
    "dot-gain": profile(b"GRAY", {b"kTRC": DOT_GAIN}),
    "adobe-rgb": rgb_profile(ADOBE_RGB, gamma(2.19921875)),
    "display-p3": rgb_profile(DISPLAY_P3, gamma(2.2)),
    "prophoto": rgb_profile(PROPHOTO, gamma(1.8)),
}


@pytest.mark.parametrize("name", BUILDS)
def test_every_kind_of_file(folder: Path, name: str) -> None:
    path = folder / name
    run("convert", "ppm:-", *BUILDS[name].split(), path, data=picture())
    check(path)


@pytest.mark.parametrize("name", COPIES)
@pytest.mark.parametrize("depth", [8, 16])
def test_every_layout_of_tiff(folder: Path, name: str, depth: int) -> None:
    plain, path = folder / "plain.tif", folder / name
    run("convert", "ppm:-", "-depth", str(depth), "-compress", "none", plain, data=picture())
    if depth == 16 and "planar" in name:
        pytest.skip("tiffcp divides 8 bits only")
    run("tiffcp", *COPIES[name].split(), plain, path)
    written = check(path)
    assert written.suffix == ".tif"
    run("tiffinfo", "-D", written)


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
def test_every_profile(folder: Path, name: str, suffix: str) -> None:
    gray = name in {"gray-2.2", "dot-gain"}
    if gray and suffix == "webp":
        pytest.skip("WebP has no gray pictures")
    (folder / "in.icc").write_bytes(PROFILES[name])
    path = folder / f"{name}-{'jpeg' if suffix == 'jpg' else suffix}.{suffix}"
    words = ["-colorspace", "Gray"] if gray else []
    words += ["-quality", "98", "-sampling-factor", "4:4:4", "-define", "webp:lossless=true", "+profile", "*"]
    run("convert", "ppm:-", *words, "-set", "colorspace", "Gray" if gray else "sRGB", path, data=picture())
    run("exiftool", "-q", "-overwrite_original", f"-icc_profile<={folder / 'in.icc'}", path)
    # LittleCMS passes sRGB in 8 or 16 bits; what is out of its gamut is cut.
    written = check(path, by_profile=True, tolerance=1.2 if suffix == "jpg" else 0.6)
    assert tags(written)["ICC_Profile:ProfileDescription"].startswith("sRGB")


METADATA = {
    "EXIF:Make": "Voigtländer",
    "EXIF:Artist": "A. Adler",
    "EXIF:Copyright": "Familie",
    "EXIF:ImageDescription": "Am See",
    "EXIF:DateTimeOriginal": "1932:05:01 12:30:00",
    "EXIF:CreateDate": "2020:01:02 03:04:05",
    "EXIF:GPSLatitude": "54.325",
    "EXIF:GPSLatitudeRef": "N",
    "EXIF:GPSLongitude": "10.14",
    "EXIF:GPSLongitudeRef": "E",
    "EXIF:UserComment": "a comment",
    "EXIF:XResolution": "600",
    "EXIF:YResolution": "600",
    "EXIF:ResolutionUnit": "2",
    "XMP-dc:Title": "Großmutter",
    "XMP-dc:Creator": "A. Adler",
    "XMP-dc:Description-de": "Sie steht",
    "XMP-xmp:Rating": "4",
    "XMP-photoshop:City": "Kiel",
    "XMP-xmpMM:DocumentID": "uuid:0815",
    "XMP-xmpRights:Marked": "True",
    "IPTC:City": "Kiel",
    "IPTC:Keywords": "See",
    "IPTC:By-line": "Adler",
    "IPTC:Caption-Abstract": "Am See",
}
#: What a result says differently, or what belongs to the file and not to the photo.
_OTHER = re.compile(
    r"^(SourceFile|ExifTool|Jpeg2000|System|File|Composite|ICC|PNG|RIFF|Photoshop|IFD1|JFIF|XMP-x:|IFD0:(Software|WhitePoint|PrimaryChrom"
    r"|Orientation|ImageWidth|ImageHeight|ImageLength|BitsPerSample|Compression|Photometric|Strip|Rows|Samples"
    r"|Planar|Predictor|FillOrder|PageNumber|Sample|YCbCr|Exif|GPS|Pixel)|ExifIFD:(ExifImage|PixelX|PixelY)"
    r"|IPTC:(ApplicationRecordVersion|EnvelopeRecordVersion|CodedCharacterSet))"
)


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp", "jp2"])
def test_every_tag_survives(folder: Path, suffix: str, orientation: int) -> None:
    path = folder / f"photo.{suffix}"
    if suffix == "jp2":
        path.write_bytes(imagecodecs.jpeg2k_encode(np.full((HEIGHT, WIDTH), 90, np.uint8), codecformat="jp2"))
    else:
        run("convert", "ppm:-", "-depth", "8", path, data=picture())
    words = [f"-{key}={value}" for key, value in METADATA.items() if suffix != "webp" or "IPTC" not in key]
    run("exiftool", "-q", "-m", "-overwrite_original", f"-EXIF:Orientation#={orientation}", *words, path)
    before = tags(path)
    assert before.get("IFD0:Make", before.get("ExifIFD:Make")) == METADATA["EXIF:Make"]
    written = default_target(path, folder / "results")
    written.parent.mkdir()
    written = colorize_file(path, written, Warm(), Adjustments())
    after = tags(written)
    for key, value in before.items():
        if not _OTHER.match(key):
            assert after.get(key) == value, key
    assert "Warning" not in " ".join(after)
    assert after["IFD0:Orientation"] == 1
    wide = after["File:ImageWidth" if "File:ImageWidth" in after else _width_key(after)]
    assert wide == (HEIGHT if orientation == 6 else WIDTH)
    check_label(after, path)


def _width_key(found: dict[str, Any]) -> str:
    return next(key for key in found if key.endswith(":ImageWidth"))


def check_label(found: dict[str, Any], source: Path) -> None:
    assert found["XMP-iptcExt:DigitalSourceType"].endswith("/compositeWithTrainedAlgorithmicMedia")
    assert found["XMP-xmp:CreatorTool"] == found["IFD0:Software"] == f"Tintype {VERSION}"
    derived = found["XMP-xmpMM:DerivedFrom"]
    assert derived["FilePath"] == source.name
    assert derived["InstanceID"] == f"sha256:{file_sha256(source)}"
    assert derived["DocumentID"] == "uuid:0815"
    recipe = Recipe.from_json(found["XMP-tintype:Recipe"])
    assert recipe.source_sha256 == file_sha256(source)
    assert recipe.adjustments == Adjustments()


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
def test_other_programs_have_no_complaint(folder: Path, suffix: str) -> None:
    path = folder / f"photo.{suffix}"
    run("convert", "ppm:-", "-depth", "8", path, data=picture())
    written = colorize_file(path, folder / f"out.{suffix}", Warm(), Adjustments())
    assert b"Error" not in run("exiftool", "-validate", "-warning", "-error", "-a", written)
    if suffix != "webp":  # ImageMagick 6 complains of any XMP in a WebP, ExifTool's own too
        answer = subprocess.run(["convert", written, "null:"], capture_output=True, check=True)
        assert answer.stderr == b""


def test_a_page_of_several(folder: Path) -> None:
    path = folder / "pages.tif"
    run("convert", "ppm:-", "(", "+clone", "-negate", ")", "-depth", "16", path, data=picture())
    first, second = (read_photo(path, ReadOptions(page=page)) for page in (0, 1))
    assert (first.page_count, second.page) == (2, 1)
    single = folder / "second.tif"
    run("convert", f"{path}[1]", single)
    assert np.abs(second.lightness - lightness(single, (HEIGHT, WIDTH))).max() < 0.1
    with pytest.raises(PhotoReadError, match="2 pages"):
        read_photo(path, ReadOptions(page=2))
