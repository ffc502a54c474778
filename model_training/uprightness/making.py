"""Make the head that tells how photos lie: draw photos, look at them, learn, choose thresholds, write."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from safetensors.numpy import save_file

from colorizer_gui.core.color.conversion import ByteArray, FloatArray
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.inference.turn_head import ENCODER, PROVENANCE, THRESHOLDS, Thresholds
from colorizer_gui.core.model.pair_network import PairEncoder
from colorizer_gui.core.model.weights import load_weights
from model_training.shards.photo_shards import PhotoShards
from model_training.uprightness.judging import HEADING, chosen_thresholds, figures
from model_training.uprightness.learning import Member, learn, scores_of
from model_training.uprightness.sights import sights_of
from model_training.uprightness.views import judged_view, learnt_view

#: A source of n photos is drawn as often as the root of n; those whose photos mostly look the same from all
#: sides, such as meals from above, a third as often.
ROUND: Final = ("feedmefood", "recipes_sb", "dishes_vn", "grocerystore", "flowers_j", "hymenoptera")
_SHARE_OF_ROUND: Final = 0.3
#: A photo that is longer is drawn by nobody.
_LONGEST: Final = 3.0
Progress = Callable[[int, int], None]


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
    rare
        Sources that are drawn less often.
    left_out
        Numbers of photos to judge by that lie on their side already.
    """

    photos: int
    members: int
    epochs: int
    bothered: float
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
    seen = sights_of(folder / "judged", judged, chosen, _judged, encoder, progress)
    drawn = draw(learnt, plan)
    sights = sights_of(folder / "learnt", learnt, drawn, learnt_view, encoder, progress)
    members = [learn(sights, seed, plan.epochs, progress) for seed in range(1, plan.members + 1)]
    scores = scores_of(members, seen)
    thresholds = chosen_thresholds(scores, plan.bothered)
    counts = Counter(learnt.sources[number] for number in drawn)
    provenance = {
        "plan": asdict(plan),
        "photos": len(drawn),
        "fingerprint": learnt.fingerprint(),
        "sources": counts,
    }
    write_head(out, members, thresholds, weights.encoder_sha256, provenance)
    return table(scores, [judged.sources[number] for number in seen.numbers], thresholds)


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


def write_head(
    out: Path,
    members: Sequence[Member],
    thresholds: Thresholds,
    encoder_sha256: str,
    provenance: dict[str, Any],
) -> None:
    """Write members for `TurnHead`, in 16 bits."""
    arrays = {
        f"{number}.{name}": value.astype(np.float16)
        for number, member in enumerate(members)
        for name, value in member.arrays(1.0 / len(members)).items()
    }
    header = {
        ENCODER: encoder_sha256,
        THRESHOLDS: json.dumps(asdict(thresholds)),
        PROVENANCE: json.dumps(provenance),
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    save_file(arrays, out, metadata=header)


def table(scores: FloatArray, sources: Sequence[str], thresholds: Thresholds) -> list[str]:
    """Figures of each source, and of all."""
    names = np.array(sources)
    lines = [figures(scores[names == name], thresholds).line(str(name)) for name in sorted(set(sources))]
    return [HEADING, *lines, figures(scores, thresholds).line("all")]


def _judged(photo_rgb: ByteArray, _rng: np.random.Generator) -> FloatArray:
    return judged_view(photo_rgb)


def _is_short(shards: PhotoShards, number: int) -> bool:
    short, long = sorted(shards.size(number))
    return long <= _LONGEST * short
