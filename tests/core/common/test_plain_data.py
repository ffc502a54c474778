"""Plain data leaves out what is only said if it is set, and takes it back."""

from dataclasses import dataclass, field

import numpy as np

from colorizer_gui.core.batch.jobs.recipe import Recipe as BatchRecipe
from colorizer_gui.core.common.plain_data import ONLY_IF_SET, from_plain, to_plain
from colorizer_gui.core.prediction.prediction import Guidance, same_guidance


@dataclass(frozen=True, slots=True)
class Later:
    """Settings that a later version has."""

    share: float = field(default=0.0, metadata=ONLY_IF_SET)
    factor: float = field(default=1.0, metadata=ONLY_IF_SET)
    word: str = field(default="none", metadata=ONLY_IF_SET)


def test_what_earlier_versions_do_not_know_is_only_there_where_it_is_used() -> None:
    pair = np.array([[0.5, 0.25]], dtype=np.float32)
    plain, reaching = Guidance(pair, pair), Guidance(pair, pair, reach=np.array([0.5], dtype=np.float32))
    assert set(to_plain(plain)) == {"positions", "ab", "strokes"}
    assert to_plain(reaching)["reach"] == {"shape": [1], "values": [0.5]}
    for guidance in (plain, reaching):
        assert same_guidance(from_plain(Guidance, to_plain(guidance)), guidance)
    assert not same_guidance(plain, reaching)


def test_a_setting_is_left_out_at_whatever_default_it_has() -> None:
    assert to_plain(Later()) == {}
    changed = Later(share=1.0, factor=0.0, word="")
    assert to_plain(changed) == {"share": 1.0, "factor": 0.0, "word": ""}
    assert from_plain(Later, to_plain(changed)) == changed


def test_a_batch_predicts_anew_for_another_reach() -> None:
    pair = np.array([[0.5, 0.25]], dtype=np.float32)
    hashes = {
        BatchRecipe(guidance=Guidance(pair, pair, reach=reach)).prediction_sha256()
        for reach in (None, np.array([0.5], dtype=np.float32), np.array([-1.0], dtype=np.float32))
    }
    assert len(hashes) == 3
