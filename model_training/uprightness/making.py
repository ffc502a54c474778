"""Make the head that tells how photos lie: draw photos, look at them, learn, choose thresholds, write."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from colorizer_gui.core.color.conversion import ByteArray, FloatArray
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.inference.turn_head import (
    ENCODER,
    PROVENANCE,
    THRESHOLDS,
    Thresholds,
    TurnHead,
    probabilities,
)
from colorizer_gui.core.model.pair_network import PairEncoder
from colorizer_gui.core.model.weights import load_weights
from model_training.shards.photo_shards import PhotoShards
from model_training.uprightness.judging import HEADING, Scores, chosen_thresholds, figures
from model_training.uprightness.learning import Member, learn
from model_training.uprightness.sights import Sights, ViewMaker, sights_of
from model_training.uprightness.views import judged_view, learnt_view

#: A source of n photos is drawn as often as the root of n; those whose photos mostly look the same from all
#: sides, such as meals from above, a third as often.
ROUND: Final = ("feedmefood", "recipes_sb", "dishes_vn", "grocerystore", "flowers_j", "hymenoptera")
_SHARE_OF_ROUND: Final = 0.3
#: A photo that is longer is drawn by nobody.
_LONGEST: Final = 3.0
Progress = Callable[[int, int], None]
#: Before thresholds are chosen.
_UNDECIDED: Final = Thresholds(np.inf, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a head is made of.

    Attributes
    ----------
    photos
        How many are drawn to learn from.
    members, epochs
        Small networks, and passes of each.
    bothered
        The share of upright photos to judge by that may be bothered.
    clear
        See `Thresholds.clear`.
    kept
        A head whose networks are taken as they are; only thresholds are chosen.
    rare
        Sources that are drawn less often.
    left_out
        Numbers of photos to judge by that lie on their side already.
    """

    photos: int
    members: int
    epochs: int
    bothered: float
    clear: float = 0.99
    kept: Path | None = None
    rare: tuple[str, ...] = ROUND
    left_out: tuple[int, ...] = ()


def make_head(
    learnt: PhotoShards,
    judged: PhotoShards,
    sources: Collection[str],
    out: Path,
    folder: Path,
    plan: Plan,
    progress: Progress = lambda _done, _total: None,
) -> list[str]:
    """Write a head for the release's encoders; the answer is a table of figures.

    Parameters
    ----------
    sources
        Those of `judged` by which thresholds are chosen; all for none.
    folder
        Where what the encoders see is kept, for a call that is stopped and begun again.

    Raises
    ------
    DataError, WeightsError
    """
    weights = load_weights()
    encoder = weights.network().encoder
    if not isinstance(encoder, PairEncoder):
        raise WeightsError("{path} has no pair of encoders; use other weights.", path=weights.path)
    chosen = [
        number
        for number, source in enumerate(judged.sources)
        if (not sources or source in sources) and number not in plan.left_out and _is_short(judged, number)
    ]
    look = _Looking(folder, encoder, progress)
    if plan.kept is None:
        arrays, provenance = _learnt(learnt, plan, look)
    elif TurnHead.load(plan.kept).encoder_sha256 == weights.encoder_sha256:
        arrays, provenance = read_head(plan.kept)
    else:
        raise WeightsError(
            "{path} was made for other encoders; let the head learn again, from --shards.", path=plan.kept
        )
    scores = look.scores(judged, chosen, TurnHead(arrays, _UNDECIDED, ""), plan.clear)
    thresholds = chosen_thresholds(scores, plan.bothered, plan.clear)
    provenance["thresholds"] = {"bothered": plan.bothered, "clear": plan.clear, "photos": len(chosen)}
    write_head(out, arrays, thresholds, weights.encoder_sha256, provenance)
    return table(scores, [judged.sources[number] for number in chosen], thresholds)


@dataclass(frozen=True, slots=True)
class _Looking:
    """Where what is seen is kept, and by what it is seen."""

    folder: Path
    encoder: PairEncoder
    progress: Progress

    def sights(self, name: str, shards: PhotoShards, numbers: Sequence[int], view: ViewMaker) -> Sights:
        return sights_of(self.folder / name, shards, numbers, view, self.encoder, self.progress)

    def scores(self, shards: PhotoShards, numbers: Sequence[int], head: TurnHead, clear: float) -> Scores:
        """As the program gets them."""
        first = head_scores(head, self.sights("judged", shards, numbers, _judged))
        rows = np.flatnonzero(probabilities(first).max(axis=1) < clear)
        final = first.copy()
        if len(rows):
            seen = self.sights("again", shards, [numbers[int(row)] for row in rows], _judged_again)
            # A mirror image that is turned clockwise is the image of one that is turned back.
            final[rows] = (first[rows] + head_scores(head, seen)[:, [0, 3, 2, 1]]) / 2
        return Scores(first, final)


def _learnt(shards: PhotoShards, plan: Plan, look: _Looking) -> tuple[dict[str, FloatArray], dict[str, Any]]:
    drawn = draw(shards, plan)
    sights = look.sights("learnt", shards, drawn, learnt_view)
    members = [learn(sights, seed, plan.epochs, look.progress) for seed in range(1, plan.members + 1)]
    provenance = {
        "plan": {name: value for name, value in asdict(plan).items() if name != "kept"},
        "photos": len(drawn),
        "fingerprint": shards.fingerprint(),
        "sources": Counter(shards.sources[number] for number in drawn),
    }
    return arrays_of(members), provenance


def head_scores(head: TurnHead, sights: Sights) -> FloatArray:
    """(n, 4) float32 scores of the turns of photos."""
    scores = np.empty(sights.summary.shape[:2], dtype=np.float32)
    for place in np.ndindex(*scores.shape):
        seen = sights.cells[place].astype(np.float32), sights.summary[place].astype(np.float32)
        scores[place] = head.score_of(*seen)
    return scores


def draw(shards: PhotoShards, plan: Plan) -> list[int]:
    """Numbers of photos without repetition, by the weights of their sources (Efraimidis 2006)."""
    sources = shards.sources
    counts = Counter(sources)
    weights = np.array(
        [(_SHARE_OF_ROUND if source in plan.rare else 1.0) / np.sqrt(counts[source]) for source in sources]
    )
    keys = np.log(np.random.default_rng(3).random(len(sources))) / weights
    order = np.argsort(-keys)[: plan.photos].tolist()
    return [number for number in order if _is_short(shards, number)]


def arrays_of(members: Sequence[Member]) -> dict[str, FloatArray]:
    """What `TurnHead` computes with, rounded to 16 bits."""
    return {
        f"{number}.{name}": value.astype(np.float16).astype(np.float32)
        for number, member in enumerate(members)
        for name, value in member.arrays(1.0 / len(members)).items()
    }


def read_head(path: Path) -> tuple[dict[str, FloatArray], dict[str, Any]]:
    """Arrays and provenance of a head that was written.

    Raises
    ------
    WeightsError
        When the file is missing or damaged.
    """
    try:
        with safe_open(path, framework="numpy") as file:
            provenance = json.loads((file.metadata() or {})[PROVENANCE])
            names = file.keys()
            return {name: file.get_tensor(name).astype(np.float32) for name in names}, provenance
    except (SafetensorError, OSError, LookupError, TypeError, ValueError) as exc:
        raise WeightsError("{path} is no head that can be kept: {reason}.", path=path, reason=exc) from exc


def write_head(
    out: Path,
    arrays: Mapping[str, FloatArray],
    thresholds: Thresholds,
    encoder_sha256: str,
    provenance: dict[str, Any],
) -> None:
    """Write arrays for `TurnHead`, in 16 bits."""
    half = {name: value.astype(np.float16) for name, value in arrays.items()}
    header = {
        ENCODER: encoder_sha256,
        THRESHOLDS: json.dumps(asdict(thresholds)),
        PROVENANCE: json.dumps(provenance),
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    save_file(half, out, metadata=header)


def table(scores: Scores, sources: Sequence[str], thresholds: Thresholds) -> list[str]:
    """Figures of each source, and of all."""
    names = np.array(sources)
    lines = [figures(scores.of(names == name), thresholds).line(str(name)) for name in sorted(set(sources))]
    return [HEADING, *lines, figures(scores, thresholds).line("all")]


def _judged(photo_rgb: ByteArray, _rng: np.random.Generator) -> FloatArray:
    return judged_view(photo_rgb)


def _judged_again(photo_rgb: ByteArray, _rng: np.random.Generator) -> FloatArray:
    return judged_view(photo_rgb, again=True)


def _is_short(shards: PhotoShards, number: int) -> bool:
    short, long = sorted(shards.size(number))
    return long <= _LONGEST * short
