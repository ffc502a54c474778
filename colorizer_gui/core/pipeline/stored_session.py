"""What was open, so that it can be opened again: which photos, their settings, and the one that was shown."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from colorizer_gui.core.common.plain_data import from_plain, to_plain
from colorizer_gui.core.common.whole_files import write_whole
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.core.prediction.prediction import FIRST_READING, Guidance, same_guidance
from colorizer_gui.core.rendering.adjustments import Adjustments, Areas, with_areas

_FORMAT: Final = 1
_MAX_BYTES: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A photo that was open; its pixels and its colour are made again.

    Attributes
    ----------
    pasted_as
        The name of a pasted picture, whose pixels Tintype keeps; empty for a file of the user.
    part
        Which of several photos on one scan it is, from 1; 0 for the whole file.
    is_upright
        Whether the user has said that it is held as it should be.
    """

    path: Path
    adjustments: Adjustments = field(default_factory=Adjustments)
    treatment: Treatment = field(default_factory=Treatment)
    guidance: Guidance | None = None
    candidate: str = FIRST_READING
    pasted_as: str = ""
    part: int = 0
    is_upright: bool = False

    @property
    def has_work(self) -> bool:
        """Whether anything was done by hand."""
        chosen = self.adjustments, self.treatment, self.candidate
        return self.guidance is not None or chosen != (Adjustments(), Treatment(), FIRST_READING)

    @property
    def is_worth_keeping(self) -> bool:
        """Whether anything was done or said that holds for the next time."""
        return self.has_work or self.is_upright

    def is_alike(self, other: "StoredPhoto") -> bool:
        """Whether the same was done, be it to another file."""
        mine, its = ((each.adjustments, each.treatment, each.candidate) for each in (self, other))
        return mine == its and same_guidance(self.guidance, other.guidance)

    def to_dict(self) -> dict[str, object]:
        """As what `json` can write."""
        pasted: dict[str, object] = {"pasted": self.pasted_as} if self.pasted_as else {}
        part: dict[str, object] = {"part": self.part} if self.part else {}
        said: dict[str, object] = {"upright": True} if self.is_upright else {}
        areas = {} if self.adjustments.areas is None else {"areas": to_plain(self.adjustments.areas)}
        return {
            "path": str(self.path),
            "adjustments": self.adjustments.to_dict(),
            **areas,
            "treatment": to_plain(self.treatment),
            "guidance": to_plain(self.guidance),
            "candidate": self.candidate,
            **pasted,
            **part,
            **said,
        }

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "StoredPhoto":
        """What `to_dict` answered, of this version or an earlier one.

        Raises
        ------
        ValueError, LookupError, TypeError, AttributeError
        """
        return cls(
            Path(values["path"]),
            with_areas(Adjustments.from_dict(values["adjustments"]), _areas(values.get("areas"))),
            from_plain(Treatment, values.get("treatment", {})),
            _guidance(values.get("guidance")),
            str(values.get("candidate", FIRST_READING)),
            str(values.get("pasted", "")),
            int(values.get("part", 0)),
            values.get("upright") is True,
        )


@dataclass(frozen=True, slots=True)
class StoredSession:
    """The photos in their order.

    Attributes
    ----------
    shown
        The place of the photo that was shown.
    ended
        Whether its window was closed; otherwise it still lasts, or was cut off.
    """

    photos: tuple[StoredPhoto, ...] = ()
    shown: int = 0
    ended: bool = False

    def write(self, path: Path) -> None:
        """Replace the file as a whole, so that it is never half of one.

        Raises
        ------
        OSError
        """
        values = {
            "tintype": _FORMAT,
            "shown": self.shown,
            "ended": self.ended,
            "photos": [photo.to_dict() for photo in self.photos],
        }
        write_whole(path, json.dumps(values, indent=1).encode("ascii"))

    @classmethod
    def read(cls, path: Path) -> "StoredSession":
        """An empty session where there is no file, or one that is damaged or of a newer version."""
        try:
            if path.stat().st_size > _MAX_BYTES:
                return cls()
            values = json.loads(path.read_text(encoding="ascii"))
            if values["tintype"] != _FORMAT:
                return cls()
            photos = tuple(StoredPhoto.from_dict(each) for each in values["photos"])
            return cls(photos, int(values["shown"]), values.get("ended") is True)
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return cls()


def _areas(values: object) -> Areas:
    return Areas() if values is None else from_plain(Areas, values)


def _guidance(values: object) -> Guidance | None:
    return None if values is None else from_plain(Guidance, values)
