"""Predictions of photos that wait to be looked at: small files beside the journal, each with its checksum.

A file is a line ``sha256 json`` and the planes. It is complete or not there, and it is only used for the
source, the model and the settings that it was made with; so a stale one costs a prediction, nothing more.
"""

import contextlib
import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError
from safetensors.numpy import load, save

from colorizer_gui.core.batch.journal.recovery import remove_leftover
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.writing.publishing import (
    flush_folder,
    flush_to_disk,
    temporary_file,
    temporary_name,
)
from colorizer_gui.core.pipeline.pipeline import recomposition_of
from colorizer_gui.core.prediction.prediction import FIRST_READING, Guidance, ModelIdentity, Prediction
from colorizer_gui.core.rendering.adjustments import Adjustments, looks_of
from colorizer_gui.core.rendering.chroma import shrink_to
from colorizer_gui.core.rendering.rendering import Recomposition

#: Longer side of the small lightness, enough for a contact sheet.
SHEET_SIDE: Final = 288
#: What one stored prediction takes, generously, for the estimate of space.
STORED_BYTES: Final = 300_000
_SUFFIX: Final = ".planes"
_LEVELS: Final = np.float32(255.0 / 100.0)


@dataclass(frozen=True, slots=True, eq=False)
class StoredPrediction:
    """A prediction, what it was made of, and enough of the photo to show it small.

    Attributes
    ----------
    settings_sha256
        `Recipe.prediction_sha256` at that time.
    model_sha256
        The model that the run predicted with.
    levels
        (h, w) uint8 L* times 2.55, at most `SHEET_SIDE` on the longer side.
    mark
        No other stored prediction has it.
    """

    prediction: Prediction
    source_sha256: str
    settings_sha256: str
    model_sha256: str
    levels: npt.NDArray[np.uint8]
    mark: bytes = b""

    @property
    def made_of(self) -> tuple[str, str, str]:
        """Hashes of the source, of the settings that the prediction depends on, and of the model."""
        return self.source_sha256, self.settings_sha256, self.model_sha256

    @property
    def lightness(self) -> FloatArray:
        """(h, w) float32 L* in [0, 100] of the small picture."""
        return np.asarray(self.levels / _LEVELS, dtype=np.float32)

    def picture(self) -> Recomposition:
        """The small picture in colour, for any adjustments."""
        return recomposition_of(self.lightness, self.prediction)

    def holds_for(self, guidance: Guidance | None, candidate: str, adjustments: Adjustments) -> bool:
        """Whether all that is protected looks as it did by this prediction."""
        prediction = replace(self.prediction, guidance=guidance, candidate=candidate)
        return all(prediction.as_it_was(look.guidance, look.candidate) for look in looks_of(adjustments))


def levels_of(lightness: FloatArray) -> npt.NDArray[np.uint8]:
    """See `StoredPrediction.levels`."""
    small = shrink_to(lightness, SHEET_SIDE)
    return np.asarray(np.rint(np.clip(small, 0.0, 100.0) * _LEVELS), dtype=np.uint8)


class PredictionStore:
    """A folder of stored predictions by job; methods may be called from several threads.

    Parameters
    ----------
    folder
        Made with the first prediction, and removed by `keep_only` when it is empty.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, job_id: int) -> Path:
        """Where a job's prediction is, or would be."""
        return self.folder / f"{job_id}{_SUFFIX}"

    def save(self, job_id: int, stored: StoredPrediction) -> None:
        """Store a prediction in one step; when this returns, it survives a power cut.

        Raises
        ------
        OSError
        """
        data = _encode(stored)
        self.folder.mkdir(exist_ok=True)
        token = f"planes-{job_id}"
        remove_leftover(self.folder, temporary_name(token))
        with temporary_file(self.folder, token) as (temporary, stream):
            stream.write(data)
            flush_to_disk(stream)
            stream.close()
            temporary.replace(self.path(job_id))
        flush_folder(self.folder)

    def load(self, job_id: int) -> StoredPrediction | None:
        """A job's prediction, or None when there is none that is whole."""
        return load_stored(self.path(job_id))

    def remove(self, job_id: int) -> None:
        """Remove a job's prediction, if there is one; the folder stays, another thread may need it."""
        with contextlib.suppress(OSError):
            self.path(job_id).unlink(missing_ok=True)

    def keep_only(self, job_ids: Collection[int]) -> None:
        """Remove all other predictions, and what a killed process left half-written; not during a run."""
        names = {self.path(job_id).name for job_id in job_ids}
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in names and path.suffix in {_SUFFIX, ".tmp"}:
                    path.unlink(missing_ok=True)
            self.folder.rmdir()


def load_stored(path: Path) -> StoredPrediction | None:
    """Read a stored prediction; None when it is missing or not whole."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return _decode(data)


def _encode(stored: StoredPrediction) -> bytes:
    prediction = stored.prediction
    planes: dict[str, npt.NDArray[Any]] = {
        "ab": np.ascontiguousarray(prediction.ab),
        "levels": np.ascontiguousarray(stored.levels),
    }
    if prediction.confidence is not None:
        planes["confidence"] = prediction.confidence.astype(np.float16)
    if prediction.readings is not None:
        # The name that these files have for it, since version 0.1.0.
        planes["stations"] = np.ascontiguousarray(prediction.readings)
    if prediction.traits is not None:
        planes["traits"] = np.ascontiguousarray(prediction.traits)
    if prediction.plain is not prediction:
        planes["automatic"] = prediction.plain.ab
    model, notice = prediction.model, prediction.notice
    facts = {
        "source_sha256": stored.source_sha256,
        "settings_sha256": stored.settings_sha256,
        "model_sha256": stored.model_sha256,
        "candidate": prediction.candidate,
        "model": None if model is None else [model.name, model.sha256],
        "notice": notice.to_plain() if isinstance(notice, Sentence) else notice,
    }
    body = json.dumps(facts).encode("ascii") + b"\n" + save(planes)
    return hashlib.sha256(body).hexdigest().encode("ascii") + b" " + body


def _decode(data: bytes) -> StoredPrediction | None:
    digest, _, body = data.partition(b" ")
    if hashlib.sha256(body).hexdigest().encode("ascii") != digest:
        return None
    head, _, tensors = body.partition(b"\n")
    try:
        facts, planes = json.loads(head), load(tensors)
        model = facts["model"]
        prediction = Prediction(
            planes["ab"],
            planes["confidence"].astype(np.float32) if "confidence" in planes else None,
            notice=_notice(facts["notice"]),
            readings=planes.get("stations"),
            model=None if model is None else ModelIdentity(*model),
            candidate=str(facts.get("candidate", FIRST_READING)),
            traits=planes.get("traits"),
            automatic=_automatic(planes),
        )
        return StoredPrediction(
            prediction,
            facts["source_sha256"],
            facts["settings_sha256"],
            facts["model_sha256"],
            planes["levels"],
            digest,
        )
    except (ValueError, KeyError, TypeError, SafetensorError):
        # Whole, but of another version of Tintype.
        return None


def _automatic(planes: dict[str, npt.NDArray[Any]]) -> Prediction | None:
    """As much of the prediction without points and reference as finding objects takes."""
    return (
        Prediction(planes["automatic"], None, traits=planes.get("traits")) if "automatic" in planes else None
    )


def _notice(plain: object) -> str:
    return plain if isinstance(plain, str) else Sentence.from_plain(plain)
