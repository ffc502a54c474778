"""Which photos are read and where the results go."""

from pathlib import Path

import pytest

from colorizer_gui.cli_plan import Job, Problem, UsageError, plan, result_path


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """A folder with photos, a folder inside, and what must be left alone."""
    names = [
        "b.TIF",
        "a.jpg",
        "notes.txt",
        ".hidden.jpg",
        "a-colorized.jpg",
        "a-colorized (2).jpg",
        "inside/c.png",
        ".trash/d.png",
    ]
    for name in names:
        path = tmp_path / "box" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path / "box"


def names(steps: list[Job | Problem], output: Path) -> list[str]:
    return [step.target.relative_to(output).as_posix() for step in steps if isinstance(step, Job)]


def test_a_folder_means_the_photos_in_it(box: Path, tmp_path: Path) -> None:
    steps = plan([box], tmp_path / "out", format_name="same", recursive=False)
    assert names(steps, tmp_path / "out") == ["a-colorized.jpg", "b-colorized.TIF"]


def test_a_tree_is_mirrored(box: Path, tmp_path: Path) -> None:
    steps = plan([box], tmp_path / "out", format_name="png", recursive=True)
    assert names(steps, tmp_path / "out") == ["a-colorized.png", "b-colorized.png", "inside/c-colorized.png"]


def test_results_inside_of_the_folder_are_not_colorized_again(box: Path) -> None:
    output = box / "inside"
    assert names(plan([box], output, format_name="same", recursive=True), output) == [
        "a-colorized.jpg",
        "b-colorized.TIF",
    ]
    assert names(plan([box], box, format_name="same", recursive=True), box) == [
        "a-colorized.jpg",
        "b-colorized.TIF",
        "inside/c-colorized.png",
    ]


def test_what_is_missing_is_a_problem_and_no_end(box: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    steps = plan([tmp_path / "gone.jpg", empty, box / "a.jpg"], tmp_path, format_name="same", recursive=False)
    assert [type(step) for step in steps] == [Problem, Problem, Job]


def test_one_photo_may_get_a_name(box: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.tiff"
    assert plan([box / "a.jpg"], target, format_name="same", recursive=False) == [Job(box / "a.jpg", target)]
    assert plan([box / "a.jpg"], target, format_name="tiff", recursive=False) == [Job(box / "a.jpg", target)]
    with pytest.raises(UsageError, match="contradict"):
        plan([box / "a.jpg"], target, format_name="png", recursive=False)
    with pytest.raises(UsageError, match="folder"):
        plan([box], target, format_name="same", recursive=False)


@pytest.mark.parametrize(
    ("source", "format_name", "expected"),
    [
        ("old.JPEG", "same", "old-colorized.JPEG"),
        ("old.JPEG", "jpeg", "old-colorized.JPEG"),
        ("old.bmp", "jpeg", "old-colorized.jpg"),
        ("scan.1.tiff", "tiff", "scan.1-colorized.tiff"),
        ("scan.1.tiff", "webp", "scan.1-colorized.webp"),
    ],
)
def test_result_path(source: str, format_name: str, expected: str) -> None:
    assert result_path(Path(source), Path("out"), format_name) == Path("out", expected)
