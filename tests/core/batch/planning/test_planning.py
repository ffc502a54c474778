"""Names of results, and where they go."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from colorizer_gui.core.batch import NameTemplate, Plan, PlanError, Recipe, plan
from colorizer_gui.core.batch.planning.photo_dates import photo_date
from colorizer_gui.core.batch.planning.scanning import FoundPhoto, scan
from colorizer_gui.core.batch.planning.templates import NameFields

FIELDS = NameFields("Ñandú (2)", "Großmutter 1932", "1932-07-14", "tintype", "007")


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{name}", "Ñandú (2)"),
        ("{parent} {counter}", "Großmutter 1932 007"),
        ("{date} {name} by {model}", "1932-07-14 Ñandú (2) by tintype"),
        ("{{{name}}}", "{Ñandú (2)}"),
        ("{name} ", "Ñandú (2)"),
    ],
)
def test_templates(template: str, expected: str) -> None:
    assert NameTemplate(template).expand(FIELDS) == expected


@pytest.mark.parametrize(
    ("template", "word"),
    [
        ("", "same for all"),
        ("photo", "same for all"),
        ("{parent}", "same for all"),
        ("{name", "brace"),
        ("name}", "brace"),
        ("{}{name}", "unknown field"),
        ("{title} {name}", "unknown field {title}"),
        ("{name.stem}", "unknown field"),
        ("{name:>20}", "more than its name"),
        ("{name!r}", "more than its name"),
        ("{parent}/{name}", "'/'"),
        ("{parent}\\{name}", "must not have"),
        ("{name}: {date}", "':'"),
        ("{name}?", "'?'"),
        ("{name}\n", "must not have"),
        (".{name}", "hidden"),
    ],
)
def test_a_bad_template_is_a_sentence(template: str, word: str) -> None:
    with pytest.raises(PlanError) as caught:
        NameTemplate(template)
    assert word in str(caught.value)
    assert str(caught.value).endswith(".")


def test_what_other_systems_do_not_allow_is_replaced() -> None:
    fields = NameFields("aux", "7:30", "1932-07-14", "a/b", "1")
    assert NameTemplate("{parent} {model} {counter}").expand(fields) == "7_30 a_b 1"
    assert NameTemplate("{name}.{counter}").expand(fields) == "_aux.1"
    assert NameTemplate("{name}").expand(fields) == "aux", "the source has this name already"


def photos(root: Path, *names: str) -> list[FoundPhoto]:
    return [FoundPhoto(root / name, root, 1) for name in names]


def targets(found: list[FoundPhoto], wanted: Plan) -> list[str]:
    planned = plan(found, wanted, Recipe(), date_of=lambda path: "1932-07-14")
    return [request.target.relative_to(wanted.output).as_posix() for request in planned]


def test_the_tree_is_mirrored_and_no_two_results_are_alike(tmp_path: Path) -> None:
    found = photos(tmp_path / "box", "a.jpg", "A.JPG", "a.png", "in/a.jpg", "in/a.tif", "no suffix")
    wanted = Plan(tmp_path / "out", NameTemplate("{name}"), "png")
    assert targets(found, wanted) == [
        "a.png",
        "A (2).png",
        "a (3).png",
        "in/a.png",
        "in/a (2).png",
        "no suffix.png",
    ]
    same = Plan(tmp_path / "out", NameTemplate("{date} {parent} {counter}"))
    assert targets(found, same)[-2:] == ["in/1932-07-14 in 5.tif", "1932-07-14 box 6.png"]


def test_composed_and_decomposed_letters_are_the_same_name(tmp_path: Path) -> None:
    found = photos(tmp_path / "box", "\u00e4.jpg", "a\u0308.jpg")
    assert targets(found, Plan(tmp_path / "out", NameTemplate("{name}")))[1] == "a\u0308 (2).jpg"


def test_counters_are_as_wide_as_the_last_one(tmp_path: Path) -> None:
    found = photos(tmp_path / "box", *(f"{n}.jpg" for n in range(10)))
    assert targets(found, Plan(tmp_path / "out", NameTemplate("{counter}")))[::9] == ["01.jpg", "10.jpg"]


@pytest.mark.parametrize("output", ["box", "box/out", "box/../box/out", "link/out"])
def test_results_among_originals_are_refused(tmp_path: Path, output: str) -> None:
    (tmp_path / "box").mkdir()
    if output.startswith("link"):
        if os.name == "nt":
            pytest.skip("links need rights on Windows")
        (tmp_path / "link").symlink_to(tmp_path / "box")
    found = photos(tmp_path / "box", "a.jpg")
    with pytest.raises(PlanError, match="where the originals are"):
        plan(found, Plan(tmp_path / output, NameTemplate("{name}")), Recipe())
    allowed = Plan(tmp_path / output, NameTemplate("{name}"), allow_inside=True)
    assert len(plan(found, allowed, Recipe())) == 1


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_originals_that_were_named_through_a_link_are_protected_as_well(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    found = photos(tmp_path / "link", "a.jpg")
    with pytest.raises(PlanError, match="where the originals are"):
        plan(found, Plan(tmp_path / "real" / "out", NameTemplate("{name}")), Recipe())


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize(
    "output", ["around/out", "around/inner/up/out", "elsewhere/out", "box/away/out", "box/empty/out"]
)
def test_originals_that_are_found_through_a_link_are_protected_as_well(tmp_path: Path, output: str) -> None:
    for folder in ("around/inner", "around/other", "elsewhere/deep", "nothing", "box"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "around" / "inner" / "up").symlink_to(tmp_path / "around")
    (tmp_path / "box" / "away").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "box" / "empty").symlink_to(tmp_path / "nothing")
    for photo in ("around/other/a.jpg", "elsewhere/deep/b.jpg"):
        (tmp_path / photo).touch()
    found = scan([tmp_path / "around" / "inner", tmp_path / "box"], recursive=True).photos
    assert [photo.path.name for photo in found] == ["a.jpg", "b.jpg"]
    with pytest.raises(PlanError, match="where the originals are"):
        plan(found, Plan(tmp_path / output, NameTemplate("{name}")), Recipe())
    assert plan(found, Plan(tmp_path / "nothing" / "out", NameTemplate("{name}")), Recipe())


def test_the_source_may_lie_in_the_output_folder(tmp_path: Path) -> None:
    found = photos(tmp_path / "box" / "scans", "a.jpg")
    assert targets(found, Plan(tmp_path / "box", NameTemplate("{name}"))) == ["a.jpg"]


def test_dates(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "1932:07:14 12:00:00"
    dated, undated, broken = (tmp_path / name for name in ("dated.jpg", "undated.jpg", "broken.jpg"))
    Image.new("L", (8, 8)).save(dated, exif=exif)
    Image.new("L", (8, 8)).save(undated)
    broken.write_bytes(b"\xff\xd8\xff")
    os.utime(undated, (86400 * 365.25 * 30, 86400 * 365.25 * 30 + 43200))
    assert photo_date(dated) == "1932-07-14"
    assert photo_date(undated).startswith("2000-01-0") or photo_date(undated).startswith("1999-12-3")
    assert len(photo_date(broken)) == len("1932-07-14")
    assert photo_date(tmp_path / "missing.jpg") == "undated"


def test_numbers_that_were_given_stay_and_others_follow(tmp_path: Path) -> None:
    found = photos(tmp_path / "box", *(f"{n}.jpg" for n in range(12)))
    wanted = Plan(tmp_path / "out", NameTemplate("{counter}"), numbers_stay=True)
    first = plan(found, wanted, Recipe())
    assert [request.counter for request in first][::11] == ["01", "12"]
    again = [replace(photo, counter=request.counter) for photo, request in zip(found, first, strict=True)]
    moved = [again[5], found[0], found[1], again[2]]
    assert targets(moved, wanted) == ["06.jpg", "07.jpg", "08.jpg", "03.jpg"]
    assert [
        request.counter for request in plan(found[:2], replace(wanted, numbers_stay=False), Recipe())
    ] == ["", ""]
