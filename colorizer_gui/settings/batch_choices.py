"""What is chosen for a whole batch: where results go, under which names, as what, in which colour."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, Self

from colorizer_gui.core.batch import (
    DEFAULT_TEMPLATE,
    NameTemplate,
    OnExisting,
    Plan,
    PlanError,
    Recipe,
    RunOptions,
)
from colorizer_gui.core.common.plain_data import PlainDataError, from_plain, to_plain
from colorizer_gui.core.prediction.prediction import OWN_COLOURS, with_reference
from colorizer_gui.core.prediction.reference import Reference
from colorizer_gui.core.rendering.adjustments import Adjustments, cleaned_at_first

#: "same" keeps the source's format; the others are those of `core.batch.planning`.
FORMATS: Final = ("same", "jpeg", "png", "tiff", "webp")


@dataclass(frozen=True, slots=True)
class BatchChoices:
    """Settings of the whole batch.

    Attributes
    ----------
    output
        The folder for all results; None until there is one.
    proposed
        Whether the folder was proposed by Tintype; for other photos it proposes another one.
    template
        Always one that can give names.
    format_name
        One of `FORMATS`.
    quality
        Of JPEG and WebP, 1 to 100.
    adjustments
        Of all photos that have none of their own.
    allowed_inside
        The output folder that the user allowed although originals are around it.
    review_first
        Whether photos wait to be looked at before anything is written.
    split
        Whether scans with several photos are split.
    turn
        Whether photos are turned that surely lie on their side.
    keep_colours
        Whether photos that are in colour keep their colours, cleaned of noise.
    models
        Folders whose photos are given to a network of their own, and its name on the shelf.
    reference
        A photo that all photos are to look like.
    """

    output: Path | None = None
    proposed: bool = False
    template: str = DEFAULT_TEMPLATE
    format_name: str = FORMATS[0]
    quality: int = 95
    on_existing: OnExisting = OnExisting.NUMBER
    adjustments: Adjustments = field(default_factory=Adjustments)
    allowed_inside: Path | None = None
    review_first: bool = False
    split: bool = False
    turn: bool = False
    keep_colours: bool = False
    models: tuple[tuple[Path, str], ...] = ()
    reference: Reference | None = None

    def recipe(self, base: Recipe, own: Adjustments | None = None) -> Recipe:
        """The settings of one photo, which may have adjustments of its own.

        Parameters
        ----------
        base
            What is set for all photos of the program, such as depth and label.
        """
        options = replace(base.options, quality=self.quality)
        guidance = with_reference(base.guidance, self.reference)
        adjustments = own or self.adjustments
        if self.keep_colours:
            reading = replace(base.reading, own_colours=True)
            base = replace(base, reading=reading, candidate=OWN_COLOURS)
            adjustments = cleaned_at_first(adjustments)
        return replace(base, adjustments=adjustments, options=options, guidance=guidance)

    def plan(self, output: Path, model_name: str, *, numbers_stay: bool = False) -> Plan:
        """Where results go; whether that may be is checked when the run begins."""
        template = NameTemplate(self.template)
        return Plan(
            output,
            template,
            self.format_name,
            model_name,
            allow_inside=True,
            numbers_stay=numbers_stay,
            models=self.models,
        )

    def with_model(self, folder: Path, name: str) -> Self:
        """The same with another network for a folder; an empty name is that of the whole batch."""
        others = tuple((path, model) for path, model in self.models if path != folder)
        return replace(self, models=(*others, (folder, name)) if name else others)

    def with_output(self, output: Path) -> Self:
        """These choices with an output folder that the user chose."""
        return replace(self, output=output, proposed=False)

    def with_allowed_output(self) -> Self:
        """These choices with the output folder allowed, although originals are around it."""
        return replace(self, allowed_inside=self.output)

    @property
    def run_options(self) -> RunOptions:
        """How a run behaves."""
        return RunOptions(
            on_existing=self.on_existing, review_first=self.review_first, split=self.split, turn=self.turn
        )

    def to_dict(self) -> dict[str, Any]:
        """Plain values, to be stored."""
        return {
            "output": "" if self.output is None else str(self.output),
            "proposed": self.proposed,
            "template": self.template,
            "format": self.format_name,
            "quality": self.quality,
            "on_existing": self.on_existing.value,
            "adjustments": self.adjustments.to_dict(),
            "allowed_inside": "" if self.allowed_inside is None else str(self.allowed_inside),
            "review_first": self.review_first,
            "split": self.split,
            "turn": self.turn,
            "keep_colours": self.keep_colours,
            "models": [[str(folder), name] for folder, name in self.models],
            "reference": to_plain(self.reference),
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> Self:
        """Undo `to_dict`; what is missing or makes no sense gets its default."""
        default = cls()
        adjustments = values.get("adjustments")
        quality = values.get("quality")
        return cls(
            output=_path(values.get("output")),
            proposed=values.get("proposed") is True,
            template=_template(values.get("template")),
            format_name=str(values.get("format")) if values.get("format") in FORMATS else default.format_name,
            quality=quality if isinstance(quality, int) and 1 <= quality <= 100 else default.quality,
            on_existing=OnExisting.SKIP
            if values.get("on_existing") == OnExisting.SKIP
            else default.on_existing,
            adjustments=Adjustments.from_dict(adjustments if isinstance(adjustments, Mapping) else {}),
            allowed_inside=_path(values.get("allowed_inside")),
            review_first=values.get("review_first") is True,
            split=values.get("split") is True,
            turn=values.get("turn") is True,
            keep_colours=values.get("keep_colours") is True,
            models=_models(values.get("models")),
            reference=_reference(values.get("reference")),
        )


def _path(value: object) -> Path | None:
    return Path(value) if isinstance(value, str) and value else None


def _models(value: object) -> tuple[tuple[Path, str], ...]:
    pairs = value if isinstance(value, list) else []
    texts = [pair for pair in pairs if isinstance(pair, list) and [type(each) for each in pair] == [str, str]]
    return tuple((Path(folder), name) for folder, name in texts if folder and name)


def _reference(value: object) -> Reference | None:
    try:
        return None if value is None else from_plain(Reference, value)
    except PlainDataError:
        return None


def _template(value: object) -> str:
    try:
        return NameTemplate(str(value or DEFAULT_TEMPLATE)).text
    except PlanError:
        return DEFAULT_TEMPLATE
