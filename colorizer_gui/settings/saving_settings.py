"""Stored settings of files: how photos are read, how results are written, what they say about themselves."""

from pathlib import Path
from typing import Final, TypeVar, get_args

from PySide6.QtCore import QSettings

from colorizer_gui.core.batch import DEFAULT_TEMPLATE, NameTemplate, PlanError
from colorizer_gui.core.photo.photo import BitDepth
from colorizer_gui.core.photo_io import MAX_PIXELS, ReadOptions, WriteOptions
from colorizer_gui.core.photo_io.options import MarkCorner, ResultProfile, TiffCompression
from colorizer_gui.core.recipe.result_label import LabelOptions, SourceType

DEPTHS: Final[tuple[BitDepth | None, ...]] = (None, *get_args(BitDepth))
COMPRESSIONS: Final[tuple[TiffCompression, ...]] = get_args(TiffCompression)
PROFILES: Final[tuple[ResultProfile, ...]] = get_args(ResultProfile)
MARKS: Final[tuple[MarkCorner | None, ...]] = (None, *get_args(MarkCorner))
SOURCE_TYPES: Final = tuple(SourceType)
#: Limits of the size ceiling, in megapixels.
LEAST_MEGAPIXELS: Final = 1
MOST_MEGAPIXELS: Final = 4000
_MEGA: Final = 1_000_000

T = TypeVar("T")


class SavingSettings:
    """A typed face of QSettings; what is stored wrongly counts as not stored."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def output(self) -> Path | None:
        """The folder of results of single photos; None is that of each original."""
        stored = self._store.value("saveFolder", "")
        return Path(stored) if isinstance(stored, str) and stored else None

    @output.setter
    def output(self, folder: Path | None) -> None:
        self._keep("saveFolder", "" if folder is None else str(folder))

    @property
    def template(self) -> str:
        """What results of single photos are called; always one that can give names."""
        stored = self._store.value("saveTemplate", DEFAULT_TEMPLATE)
        try:
            return NameTemplate(str(stored or DEFAULT_TEMPLATE)).text
        except PlanError:
            return DEFAULT_TEMPLATE

    @template.setter
    def template(self, template: str) -> None:
        self._keep("saveTemplate", template)

    @property
    def depth(self) -> BitDepth | None:
        """Bits of a sample; None keeps the source's."""
        return self._choice("depth", DEPTHS)

    @depth.setter
    def depth(self, depth: BitDepth | None) -> None:
        self._keep("depth", depth)

    @property
    def tiff_compression(self) -> TiffCompression:
        return self._choice("tiffCompression", COMPRESSIONS)

    @tiff_compression.setter
    def tiff_compression(self, compression: TiffCompression) -> None:
        self._keep("tiffCompression", compression)

    @property
    def webp_lossless(self) -> bool:
        return self._flag("webpLossless")

    @webp_lossless.setter
    def webp_lossless(self, lossless: bool) -> None:
        self._keep("webpLossless", lossless)

    @property
    def profile(self) -> ResultProfile:
        """The colour space of results."""
        return self._choice("profile", PROFILES)

    @profile.setter
    def profile(self, profile: ResultProfile) -> None:
        self._keep("profile", profile)

    @property
    def mark(self) -> MarkCorner | None:
        """The corner of the visible mark; None for none."""
        return self._choice("mark", MARKS)

    @mark.setter
    def mark(self, corner: MarkCorner | None) -> None:
        self._keep("mark", corner)

    @property
    def sidecar(self) -> bool:
        """Whether the recipe is also written beside the result."""
        return self._flag("sidecar")

    @sidecar.setter
    def sidecar(self, sidecar: bool) -> None:
        self._keep("sidecar", sidecar)

    @property
    def caption(self) -> str:
        """The results' description; empty keeps the photo's."""
        stored = self._store.value("caption", "")
        return stored if isinstance(stored, str) else ""

    @caption.setter
    def caption(self, caption: str) -> None:
        self._keep("caption", caption)

    @property
    def source_type(self) -> SourceType:
        """IPTC's digital source type."""
        return self._choice("sourceType", SOURCE_TYPES)

    @source_type.setter
    def source_type(self, source_type: SourceType) -> None:
        self._keep("sourceType", source_type.value)

    @property
    def max_megapixels(self) -> int:
        """Larger photos are refused before they are decoded."""
        try:
            stored = int(str(self._store.value("maxMegapixels", MAX_PIXELS // _MEGA)))
        except ValueError:
            stored = MAX_PIXELS // _MEGA
        return min(max(stored, LEAST_MEGAPIXELS), MOST_MEGAPIXELS)

    @max_megapixels.setter
    def max_megapixels(self, megapixels: int) -> None:
        self._keep("maxMegapixels", megapixels)

    @property
    def reading(self) -> ReadOptions:
        """How a photo is read of which nothing else is known."""
        return ReadOptions(max_pixels=self.max_megapixels * _MEGA)

    def writing(self, quality: int) -> WriteOptions:
        """The settings that the writer of files needs."""
        return WriteOptions(
            quality=quality,
            webp_lossless=self.webp_lossless,
            depth=self.depth,
            tiff_compression=self.tiff_compression,
            profile=self.profile,
            mark=self.mark,
            sidecar=self.sidecar,
        )

    @property
    def label(self) -> LabelOptions:
        """What results say about themselves."""
        return LabelOptions(self.caption.strip() or None, self.source_type)

    def _keep(self, name: str, value: object) -> None:
        self._store.setValue(name, "" if value is None else value)

    def _choice(self, name: str, choices: tuple[T, ...]) -> T:
        stored = str(self._store.value(name, ""))
        return next((each for each in choices if each is not None and str(each) == stored), choices[0])

    def _flag(self, name: str) -> bool:
        return str(self._store.value(name, "")).lower() in {"true", "1"}
