"""The settings that decide how a result looks, with the hash that recognises them."""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from colorizer_gui.core.common.plain_data import from_plain, to_plain
from colorizer_gui.core.geometry.geometry import AS_IT_IS
from colorizer_gui.core.photo_io import ReadOptions, WriteOptions
from colorizer_gui.core.photo_io.formats import format_of_suffix
from colorizer_gui.core.prediction.prediction import FIRST_READING, ONLY_MINE, Guidance
from colorizer_gui.core.recipe.result_label import SourceType
from colorizer_gui.core.rendering.adjustments import Adjustments

_BEFORE_PREDICTION: Final = frozenset({"reading", "guidance", "guided", "candidate"})


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings of one photo.

    Attributes
    ----------
    reading
        Page, negative, geometry and the largest size.
    guidance, guided
        Colours asked for at points, from a recipe that was saved with a result, and the hash of the photo
        that they, and the areas among the adjustments, belong to; empty for any.
    ignore_mount
        Whether a mount that is noticed stays without colour.
    candidate
        Which of several colorizations is wanted, from a recipe.
    caption, source_type
        See `ResultLabel`.
    model
        The network that predicts, by the name that a run's `OtherModels` know; empty for the run's own.
    """

    adjustments: Adjustments = field(default_factory=Adjustments)
    options: WriteOptions = field(default_factory=WriteOptions)
    reading: ReadOptions = field(default_factory=ReadOptions)
    guidance: Guidance | None = None
    guided: str = ""
    ignore_mount: bool = True
    candidate: str = FIRST_READING
    caption: str | None = None
    source_type: SourceType = SourceType.COMPOSITE
    model: str = ""

    def guidance_for(self, source_sha256: str) -> Guidance | None:
        """The points, if they are those of that photo: on another one they would lie anywhere.

        A reference photo is for all.
        """
        if self.guidance is None or self.guided in {"", source_sha256}:
            return self.guidance
        return self.guidance.everywhere

    def adjustments_for(self, source_sha256: str) -> Adjustments:
        """The settings, with their areas if these are of that photo."""
        return self.adjustments if self.guided in {"", source_sha256} else self.adjustments.everywhere

    def candidate_for(self, source_sha256: str) -> str:
        """Which colorization that photo gets: not only points where it has none."""
        guidance = self.guidance_for(source_sha256)
        has_points = guidance is not None and len(guidance.ab) > 0
        return FIRST_READING if self.candidate == ONLY_MINE and not has_points else self.candidate

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return dict(to_plain(self))

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """Undo `to_dict`; a setting that is missing gets its default.

        Raises
        ------
        ValueError, TypeError, KeyError
            When the values are of another program.
        """
        return from_plain(cls, values, "the recipe")

    def sha256(self, target: Path) -> str:
        """Hash of the settings and of the format that a target's suffix names; networks have their own."""
        settings = {name: value for name, value in self._stated().items() if name != "model"}
        return _sha256({"format": format_of_suffix(target), **settings})

    def prediction_sha256(self) -> str:
        """Hash of the settings that the network's answer depends on."""
        settings = {name: value for name, value in self._stated().items() if name in _BEFORE_PREDICTION}
        if self.candidate == FIRST_READING:
            del settings["candidate"]  # as before this was looked at
        return _sha256(settings)

    def _stated(self) -> dict[str, Any]:
        """Without what changes nothing: what was done before there was such a setting is done still."""
        values = self.to_dict()
        if self.reading.geometry == AS_IT_IS:
            del values["reading"]["geometry"]
        return values


def _sha256(values: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
