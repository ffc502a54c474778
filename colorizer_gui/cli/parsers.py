"""The words of the command line; nothing heavy is imported for them."""

import argparse
from pathlib import Path
from typing import Final

from colorizer_gui.core.common.addresses import place
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.core.inference.devices import DEVICES
from colorizer_gui.core.prediction.reference import Matching

FORMATS: Final = ("same", "jpeg", "png", "tiff", "webp")
EXPORTS: Final = ("layer", "planes")
ON_EXISTING: Final = ("number", "skip")


def window_parser() -> argparse.ArgumentParser:
    """`tintype [PHOTO ...]`."""
    parser = argparse.ArgumentParser(
        prog="tintype",
        description="Colorize black-and-white photos on your own computer. Opens the window with the photos.",
        epilog="Without a window: 'tintype colorize --help', 'tintype export --help'. Networks of other "
        "programs: 'tintype models --help'. What is installed: 'tintype doctor'.",
    )
    parser.add_argument("photos", nargs="*", type=Path, metavar="PHOTO", help="photos or folders to open")
    parser.add_argument("--version", action="version", version=f"Tintype {VERSION}")
    parser.add_argument(
        "--new-window",
        action="store_true",
        help="open another window, also where one is open; --weights and --device do so, too",
    )
    _add_network_options(parser)
    return parser


def colorize_parser() -> argparse.ArgumentParser:
    """`tintype colorize IN ... -o OUT`."""
    parser = argparse.ArgumentParser(
        prog="tintype colorize",
        description="Colorize photos without a window; originals are never changed.",
        epilog="Ctrl-C stops at a safe point; the same command with --resume goes on. Exit codes: 0 all "
        "done, 1 something failed, 2 the command makes no sense, 130 stopped.",
    )
    parser.add_argument("inputs", nargs="+", type=place, metavar="IN", help="photos, or folders of photos")
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        type=place,
        metavar="OUT",
        help="the folder for results; or a file name, when there is one photo",
    )
    parser.add_argument(
        "--recursive", action="store_true", help="also the folders inside of folders, mirrored in OUT"
    )
    parser.add_argument(
        "--split",
        action="store_true",
        help="make a photo of each where several lie on one scan; each file is read twice for that",
    )
    parser.add_argument(
        "--turn", action="store_true", help="turn photos that surely lie on their side or stand on their head"
    )
    _add_colour_options(parser)
    parser.add_argument(
        "--format", choices=FORMATS, default="same", help="file format (default: the photo's own)"
    )
    parser.add_argument("--quality", type=_whole_number(1, 100), metavar="1-100", help="of JPEG and WebP")
    _add_reading_options(parser)
    _add_writing_options(parser)
    _add_batch_options(parser)
    _add_cluster_options(parser)
    _add_network_options(parser)
    return parser


def export_parser() -> argparse.ArgumentParser:
    """`tintype export layer|planes PHOTO -o OUT`."""
    parser = argparse.ArgumentParser(
        prog="tintype export",
        description="Write the colour of a photo alone, for other programs.",
        epilog="layer: a transparent picture to lay over the photo; planes: L*, a* and b* as a "
        "32-bit TIFF of three pages. A file that exists is not overwritten: a number is added.",
    )
    parser.add_argument("what", choices=EXPORTS, help="what to write")
    parser.add_argument("photo", type=Path, metavar="PHOTO")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="OUT", help="the file to write")
    _add_colour_options(parser)
    _add_reading_options(parser)
    _add_label_options(parser.add_argument_group("writing"))
    _add_network_options(parser)
    return parser


def _add_colour_options(parser: argparse.ArgumentParser) -> None:
    colour = parser.add_argument_group("colour")
    colour.add_argument(
        "--saturation",
        type=_whole_number(0, 200),
        metavar="0-200",
        help="percent (default: 100, or as in the recipe)",
    )
    colour.add_argument(
        "--keep-colours",
        action="store_true",
        help="photos that are in colour keep their own colours, cleaned of noise; gray ones are colorized",
    )
    colour.add_argument(
        "--colour-noise",
        type=_whole_number(0, 100),
        metavar="0-100",
        help="how far colours that are kept are cleaned, in percent (default: 100, or as in the recipe)",
    )
    colour.add_argument(
        "--reference", type=Path, metavar="FILE", help="a photo in colour that all results are to look like"
    )
    colour.add_argument(
        "--reference-strength",
        type=_whole_number(0, 100),
        metavar="0-100",
        help="how much that counts, in percent (default: 100, or as in the recipe)",
    )
    colour.add_argument(
        "--reference-by",
        choices=[str(each) for each in Matching],
        help="where its colours go: to what looks alike (default), or to what is as bright",
    )


def _add_reading_options(parser: argparse.ArgumentParser) -> None:
    reading = parser.add_argument_group("reading")
    reading.add_argument(
        "--page", type=_whole_number(1, 10_000), default=1, metavar="N", help="of files with several pages"
    )
    reading.add_argument("--negative", action="store_true", help="the photos are inverted scans")
    reading.add_argument("--colorize-mount", action="store_true", help="colorize a mount around a photo, too")
    reading.add_argument(
        "--max-megapixels", type=_whole_number(1, 4000), default=400, metavar="N", help="(default: 400)"
    )
    reading.add_argument(
        "--recipe", type=Path, metavar="FILE", help="settings from a saved recipe, or from a colorized photo"
    )


def _add_writing_options(parser: argparse.ArgumentParser) -> None:
    """What results look like as files."""
    writing = parser.add_argument_group("writing")
    writing.add_argument("--depth", type=int, choices=(8, 16), help="bits of a sample (default: the photo's)")
    writing.add_argument("--tiff-compression", choices=("deflate", "lzw", "none"), default="deflate")
    writing.add_argument("--lossless", action="store_true", help="WebP without loss")
    writing.add_argument(
        "--profile",
        choices=("srgb", "source"),
        default="srgb",
        help="colour space: sRGB, or that of the photo's RGB profile",
    )
    writing.add_argument(
        "--dpi", type=_whole_number(1, 100_000), metavar="N", help="resolution (default: the photo's)"
    )
    writing.add_argument(
        "--mark",
        choices=("top-left", "top-right", "bottom-left", "bottom-right"),
        help="a small visible mark in a corner",
    )
    writing.add_argument(
        "--sidecar", action="store_true", help="also write each result's recipe, as RESULT.tintype.json"
    )
    _add_label_options(writing)


def _add_label_options(writing: "argparse._ArgumentGroup") -> None:
    writing.add_argument("--caption", metavar="TEXT", help="the results' description (default: the photo's)")
    writing.add_argument(
        "--source-type",
        choices=("composite", "enhanced", "generated"),
        default="composite",
        help="IPTC's digital source type: a photo coloured by AI (default), enhanced by an algorithm, or "
        "generated by AI",
    )


def doctor_parser() -> argparse.ArgumentParser:
    """`tintype doctor`."""
    parser = argparse.ArgumentParser(
        prog="tintype doctor", description="Say what is installed, what is used and what is missing."
    )
    _add_network_options(parser)
    return parser


def _add_batch_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--template",
        metavar="NAME",
        help="names of results, made of {name} {parent} {date} {model} {counter} (default: {name}-colorized)",
    )
    parser.add_argument(
        "--model-for",
        action="append",
        default=[],
        metavar="FOLDER=MODEL",
        help="another network for the photos in a folder; may be given several times",
    )
    parser.add_argument(
        "--on-existing",
        choices=ON_EXISTING,
        default="number",
        help="where a result's name is taken: add a number, or skip the photo (default: number)",
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help="leave out photos that were colorized into OUT before, with the same settings and weights",
    )
    parser.add_argument(
        "--allow-inside", action="store_true", help="allow OUT to be, or lie in, a folder of originals"
    )
    parser.add_argument(
        "--jobs",
        type=_whole_number(1, 64),
        metavar="N",
        help="processes that colorize photos at the same time, each with its own network, on the processor "
        "of this computer; a graphics card has one (default: as many as pay)",
    )
    parser.add_argument("--ignore-space", action="store_true", help="go on until OUT's disk is really full")
    parser.add_argument(
        "--report",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="what became of each photo, as .json or .csv; may be given twice",
    )
    parser.add_argument(
        "--log", type=Path, metavar="FILE", help="add to this file what the decoders say of damaged photos"
    )
    parser.add_argument(
        "--list-left-out", action="store_true", help="name each file that is left out, and say why"
    )
    _add_form_options(parser)


def _add_form_options(parser: argparse.ArgumentParser) -> None:
    """How what happens is printed."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--json",
        action="store_true",
        help="print JSON lines, for other programs; so it is done anyway where no terminal is",
    )
    form.add_argument("--text", action="store_true", help="print lines for people, also where no terminal is")


def _add_cluster_options(parser: argparse.ArgumentParser) -> None:
    cluster = parser.add_argument_group("several machines", "see docs/scale.md; IN and OUT may be s3:// then")
    cluster.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="colorize on the Ray cluster that this computer belongs to: host:6379, auto, or local",
    )
    cluster.add_argument(
        "--journal",
        type=Path,
        metavar="FOLDER",
        help="where the journal is kept (default: OUT, if it is a folder)",
    )


def _add_network_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--weights",
        type=Path,
        metavar="MODEL",
        help="another network than the release's: weights of Tintype, an ONNX file, a checkpoint of DDColor, "
        "or the name of a model on the shelf ('tintype models list')",
    )
    parser.add_argument("--device", choices=DEVICES, default="auto", help="where to compute (default: auto)")


class _whole_number:  # noqa: N801 - argparse shows the name of a type
    """A whole number within limits, both included, for argparse."""

    def __init__(self, low: int, high: int) -> None:
        self._low, self._high = low, high

    def __call__(self, text: str) -> int:
        if not (text.isascii() and text.isdigit() and self._low <= int(text) <= self._high):
            raise argparse.ArgumentTypeError(f"must be a whole number from {self._low} to {self._high}")
        return int(text)
