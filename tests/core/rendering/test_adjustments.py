"""Settings survive a file, whatever was done to it."""

import json
from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from colorizer_gui.core.common.plain_data import to_plain
from colorizer_gui.core.rendering.adjustments import LIMITS, Adjustments

SETTINGS = st.fixed_dictionaries({name: st.floats(low, high) for name, (low, high) in LIMITS.items()})
#: Those of version 0.1.0, which opens what says nothing of others.
FIRST = {
    "saturation", "vividness", "warmth", "tint", "shadows", "highlights", "less_purple", "less_orange",
    "less_green", "picked_hue", "picked_turn", "picked_saturation", "edge_cleanup",
}  # fmt: skip
ANYTHING = st.one_of(st.none(), st.booleans(), st.text(max_size=3), st.floats(), st.integers())


@given(SETTINGS)
def test_settings_come_back_from_a_file(values: dict[str, float]) -> None:
    adjustments = Adjustments.from_dict(values)
    assert Adjustments.from_dict(json.loads(json.dumps(adjustments.to_dict()))) == adjustments


@given(st.dictionaries(st.sampled_from([*LIMITS, "later"]), ANYTHING))
def test_a_damaged_file_gives_settings_within_limits(values: dict[str, object]) -> None:
    read = Adjustments.from_dict(values).to_dict()
    assert all(low <= read[name] <= high for name, (low, high) in LIMITS.items())


def test_each_setting_has_limits_and_its_default_lies_within() -> None:
    assert [field.name for field in fields(Adjustments)] == [*LIMITS, "areas"]
    assert Adjustments.from_dict({}) == Adjustments()
    assert all(low <= Adjustments().to_dict()[name] <= high for name, (low, high) in LIMITS.items())


def test_earlier_versions_open_what_has_no_use_for_a_later_setting() -> None:
    assert set(to_plain(Adjustments())) == FIRST, "a new setting has `metadata=ONLY_IF_SET`"
