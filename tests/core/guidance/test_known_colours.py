"""Colours with a name and a source: the ones that come along, and files of them."""

import json
from pathlib import Path

import numpy as np
import pytest

from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.geometry.geometry import Geometry
from colorizer_gui.core.guidance.colour_points import ColourPoint, guidance_of, points_of
from colorizer_gui.core.guidance.following import following
from colorizer_gui.core.guidance.known_colours import (
    KnownColour,
    built_in_colours,
    merged,
    read_colours,
    write_colours,
)
from colorizer_gui.core.prediction.prediction import Guidance, same_guidance
from colorizer_gui.core.recipe.recipe import Recipe

LANGUAGES = set(json.loads(resource("colours", "known.json").read_text(encoding="utf-8"))[0]["group"])
DRESS = KnownColour("Grandmother's dress", "#7a1f2b", "the dress itself")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_colour_that_comes_along_has_a_name_and_a_source(language: str) -> None:
    colours = built_in_colours(language)
    assert len(colours) > 20
    assert len({colour.name for colour in colours}) == len(colours)
    assert all(colour.source and colour.group for colour in colours)


def test_who_names_one_colour_in_a_language_names_all() -> None:
    parts = json.loads(resource("colours", "known.json").read_text(encoding="utf-8"))
    names = [part["group"] for part in parts] + [each["name"] for part in parts for each in part["colours"]]
    assert {"en", "de", "es"} <= LANGUAGES
    assert all(set(each) == LANGUAGES for each in names)


def test_a_language_without_names_gets_english_ones() -> None:
    assert built_in_colours("xx") == built_in_colours("en")


def test_reference_patches_are_as_light_as_they_were_measured() -> None:
    """The maker of the ColorChecker gives L* 65.71 and 37.99 for its patches of skin."""
    hair = {each.name: each.lab for each in built_in_colours("en") if each.group == "Hair"}
    assert hair["Dark brown hair"] == pytest.approx((23.59, 3.87, 4.76), abs=0.6)
    assert hair["Black hair"] == pytest.approx((18.37, -0.05, -0.84), abs=0.6)
    skin = {colour.name: colour.lab for colour in built_in_colours("en")}
    assert skin["Light skin"][0] == pytest.approx(65.71, abs=0.5)
    assert skin["Dark skin"][0] == pytest.approx(37.99, abs=0.5)
    assert all(min(skin[name][1:]) > 8 for name in ("Light skin", "Dark skin"))


def test_a_file_gives_back_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "new" / "mine.tintype-colours.json"
    write_colours(path, (DRESS, KnownColour("Ärmel", "#102030")))
    assert read_colours(path) == (DRESS, KnownColour("Ärmel", "#102030"))
    write_colours(path, ())
    assert read_colours(path) == ()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_name_is_there_once_and_the_later_colour_counts() -> None:
    other = KnownColour(DRESS.name, "#000080")
    hat = KnownColour("Hat", "#112233")
    assert merged((DRESS, hat), (other,)) == (other, hat)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "damaged"),
        ("[]", "no colours"),
        ('{"tintype-colours": 2, "colours": []}', "no colours"),
        ('{"tintype-colours": 1}', "damaged"),
        ('{"tintype-colours": 1, "colours": [{"name": "", "code": "#112233"}]}', "damaged"),
        ('{"tintype-colours": 1, "colours": [{"name": "Hat", "code": "red"}]}', "damaged"),
        ('{"tintype-colours": 1, "colours": [{"name": "Hat", "code": 3}]}', "damaged"),
    ],
)
def test_what_is_no_file_of_colours_is_said(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "colours.json"
    path.write_text(text)
    with pytest.raises(ColorizationError, match=said):
        read_colours(path)


def test_a_file_that_is_missing_or_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(ColorizationError, match="could not be read"):
        read_colours(tmp_path / "none.json")
    (tmp_path / "file").write_text("")
    with pytest.raises(ColorizationError, match="could not be written"):
        write_colours(tmp_path / "file" / "colours.json", ())


def test_names_of_points_go_through_guidance_recipe_and_geometry() -> None:
    points = (
        ColourPoint(0.1, 0.2, (10.0, 5.0), name=DRESS.statement),
        ColourPoint.along(((0.3, 0.3), (0.4, 0.3), (0.9, 0.3)), (0.0, 20.0)),
        ColourPoint(0.8, 0.8, (1.0, 2.0), name="Hat"),
    )
    guidance = guidance_of(points)
    assert [point.name for point in points_of(guidance)] == [
        "Grandmother's dress (the dress itself)",
        "",
        "Hat",
    ]
    text = Recipe(guidance=guidance).to_json()
    assert "Grandmother's dress (the dress itself)" in json.loads(text)["guidance"]["names"]
    assert same_guidance(Recipe.from_json(text).guidance, guidance)
    assert points[0].moved_to(0.5, 0.5).name == points[0].name
    cut = following(guidance, (100, 100), Geometry(), Geometry(crop=(0.0, 0.0, 0.5, 0.5)))
    assert [point.name for point in points_of(cut)] == ["Grandmother's dress (the dress itself)", ""]


def test_a_recipe_without_names_is_as_before_and_a_wrong_number_of_names_is_refused() -> None:
    guidance = guidance_of((ColourPoint(0.1, 0.2, (10.0, 5.0)),))
    assert "names" not in Recipe(guidance=guidance).to_json()
    assert not same_guidance(guidance, guidance_of((ColourPoint(0.1, 0.2, (10.0, 5.0), name="Hat"),)))
    with pytest.raises(ValueError, match="name"):
        Guidance(np.zeros((2, 2), np.float32), np.zeros((2, 2), np.float32), names=("one",))
