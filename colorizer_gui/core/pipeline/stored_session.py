"""What was open, so that it can be opened again: which photos, their settings, and the one that was shown."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from colorizer_gui.core.common.plain_data import from_plain, to_plain
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.core.prediction.prediction import FIRST_READING, Guidance
from colorizer_gui.core.rendering.adjustments import Adjustments

_FORMAT: Final = 1
_MAX_BYTES: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A photo that was open; its pixels and its colour are made again."""

    path: Path
    adjustments: Adjustments = field(default_factory=Adjustments)
    treatment: Treatment = field(default_factory=Treatment)
    guidance: Guidance | None = None
    candidate: str = FIRST_READING


@dataclass(frozen=True, slots=True)
class StoredSession:
    """The photos in their order.

    Attributes
    ----------
    shown
        The place of the photo that was shown.
    """

    photos: tuple[StoredPhoto, ...] = ()
    shown: int = 0

    def write(self, path: Path) -> None:
        """Replace the file as a whole, so that it is never half of one.

        Raises
        ------
        OSError
        """
        values = {
            "tintype": _FORMAT,
            "shown": self.shown,
            "photos": [
                {
                    "path": str(photo.path),
                    "adjustments": photo.adjustments.to_dict(),
                    "treatment": to_plain(photo.treatment),
                    "guidance": to_plain(photo.guidance),
                    "candidate": photo.candidate,
                }
                for photo in self.photos
            ],
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.new")
        new.write_text(json.dumps(values, indent=1), encoding="ascii")
        new.replace(path)

    @classmethod
    def read(cls, path: Path) -> "StoredSession":
        """An empty session where there is no file, or one that is damaged or of a newer version."""
        try:
            if path.stat().st_size > _MAX_BYTES:
                return cls()
            values = json.loads(path.read_text(encoding="ascii"))
            if values["tintype"] != _FORMAT:
                return cls()
            photos = tuple(
                StoredPhoto(
                    Path(each["path"]),
                    Adjustments.from_dict(each["adjustments"]),
                    from_plain(Treatment, each.get("treatment", {})),
                    _guidance(each.get("guidance")),
                    str(each.get("candidate", FIRST_READING)),
                )
                for each in values["photos"]
            )
            return cls(photos, int(values["shown"]))
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return cls()


def _guidance(values: object) -> Guidance | None:
    return None if values is None else from_plain(Guidance, values)
