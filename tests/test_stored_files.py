"""What earlier versions left on a disk is opened: journals, sessions, recipes and settings."""

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from colorizer_gui.core.batch import (
    KEPT_GRAY,
    BatchEngine,
    JobQueue,
    JobState,
    NameTemplate,
    Plan,
    Review,
    RunOptions,
    plan,
    scan,
)
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.photo_io import ReadOptions, WriteOptions, read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import take_up
from colorizer_gui.core.pipeline.stored_session import StoredSession
from colorizer_gui.core.prediction.prediction import same_guidance
from colorizer_gui.core.recipe.recipe import Recipe, read_sidecar
from colorizer_gui.core.recipe.result_label import LabelOptions, SourceType
from colorizer_gui.settings.settings import Settings
from tests.support.batch.bench import MODEL
from tests.support.batch.box import WarmColorizer
from tests.support.stored_files import ANYWHERE, CHOICES, LOOK, POINTS, RECIPE, SESSION, replant, write

FOLDER = Path(__file__).parent / "stored"
VERSIONS = sorted(each.name for each in FOLDER.iterdir() if each.is_dir())


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    assert isinstance(request.param, str)
    return request.param


@pytest.fixture
def stored(version: str, tmp_path: Path) -> Path:
    """The files of one version, which may be changed."""
    folder = tmp_path / "stored"
    shutil.copytree(FOLDER / version, folder)
    for journal in ("out/.tintype-batch.journal", "home/batch.journal"):
        replant(folder / journal, ANYWHERE, str(folder))
    return folder


def engine(queue: JobQueue, colorizer: WarmColorizer, out: Path) -> BatchEngine:
    options = RunOptions(reserve=0)
    return BatchEngine(
        queue, colorizer, model=MODEL, output=out, options=options, on_event=lambda event: None
    )


def test_the_first_version_is_among_them() -> None:
    assert "0.1.0" in VERSIONS


def test_a_session_is_opened(stored: Path) -> None:
    session = StoredSession.read(stored / "home" / "session.json")
    assert [photo.path for photo in session.photos] == [photo.path for photo in SESSION.photos]
    assert session.shown == 1
    first, second = session.photos
    assert (first.adjustments, first.candidate) == (LOOK, "vivid")
    assert same_guidance(first.guidance, POINTS)
    assert second.treatment == SESSION.photos[1].treatment


def test_settings_are_read(stored: Path) -> None:
    settings = Settings(QSettings(str(stored / "home" / "Tintype.conf"), QSettings.Format.IniFormat))
    assert settings.recent_files == [Path("/photos/Großmutter.jpg"), Path("/photos/b.jpg")]
    assert (settings.device, settings.language, settings.save_format) == ("cuda", "de", "tif")
    assert settings.weights == Path("/weights/mine.safetensors")
    assert settings.display_profile == Path("/profiles/screen.icc")
    assert settings.restores_session
    assert settings.presets == {"Meine Farben": LOOK}
    assert settings.recent_colours == ((40.0, 20.0),)
    assert settings.batch_choices == CHOICES
    assert settings.write_options == WriteOptions(
        quality=70, webp_lossless=True, depth=16, tiff_compression="lzw", profile="source", mark="top-left",
        sidecar=True,
    )  # fmt: skip
    assert settings.saving.label == LabelOptions("Aus dem Album", SourceType.GENERATED)
    assert settings.saving.max_megapixels == 900


def test_a_recipe_is_found_in_the_result_and_beside_it(stored: Path, version: str) -> None:
    for number in (1, 2):
        result = stored / "out" / f"Ñandú {number} c.png"
        source = stored / "box" / f"Ñandú {number}.png"
        shutil.copy(source, result.parent)  # where an original is looked for
        found = take_up(result, ReadOptions())
        assert found.photo.path == result.with_name(source.name)
        for recipe in (found.recipe, read_sidecar(result.with_name(f"{result.name}.tintype.json"))):
            assert isinstance(recipe, Recipe)
            assert recipe.source_sha256 == file_sha256(source)
            assert (recipe.adjustments, recipe.software) == (LOOK, version)
            assert same_guidance(recipe.guidance, POINTS)


def test_a_batch_goes_on_where_it_was_killed(stored: Path) -> None:
    box, out = stored / "box", stored / "out"
    done = {path: path.read_bytes() for path in out.glob("Ñandú*")}
    queue = JobQueue.open(out / ".tintype-batch.journal")
    try:
        assert queue.notice == ""
        states = {job.request.source.name: job.state for job in queue.jobs}
        assert states == {
            "broken.png": JobState.FAILED,
            "Ñandú 1.png": JobState.DONE,
            "Ñandú 2.png": JobState.DONE,
            "cut off.png": JobState.QUEUED,
            "later.png": JobState.CANCELLED,
        }
        broken = next(job for job in queue.jobs if job.state is JobState.FAILED)
        assert "is not a photo that Tintype knows" in broken.message
        assert all(job.request.recipe.to_dict() == RECIPE.to_dict() for job in queue.jobs)
        queue.start_over()
        wanted = Plan(out, NameTemplate("{name} c"))
        queue.add(plan(scan([box], recursive=True).photos, wanted, RECIPE))
        colorizer = WarmColorizer()
        counts = engine(queue, colorizer, out).run().counts
    finally:
        queue.close()
    assert counts == {JobState.SKIPPED: 2, JobState.DONE: 2, JobState.FAILED: 1}
    assert colorizer.calls == 4, "what was done is not done again; each photo with points is asked for twice"
    assert {path: path.read_bytes() for path in done} == done
    names = {path.name for path in out.glob("*.png")}
    assert names == {"Ñandú 1 c.png", "Ñandú 2 c.png", "cut off c.png", "later c.png"}


def test_a_review_goes_on(stored: Path) -> None:
    queue = JobQueue.open(stored / "home" / "batch.journal")
    try:
        states = [job.state for job in queue.jobs]
        assert states == [JobState.TO_REVIEW, JobState.ACCEPTED, JobState.SKIPPED]
        assert queue.job(3).message == KEPT_GRAY
        assert queue.job(1).request.recipe.reading == ReadOptions(negative=True)
        prediction = queue.stored.load(1)
        assert prediction is not None
        assert prediction.picture().image(LOOK, depth=8).shape == (32, 48, 3)
        Review(queue).export()
        colorizer, out = WarmColorizer(), stored / "reviewed out"
        engine(queue, colorizer, out).run()
        assert colorizer.calls == 0, "the stored prediction is used"
        assert [path.name for path in out.glob("*.png")] == ["2.png"]
        assert read_photo(out / "2.png").size == (48, 32)
    finally:
        queue.close()


def test_what_the_running_version_leaves_can_be_kept_in_the_same_way(tmp_path: Path) -> None:
    write(tmp_path / "now")
    for version in VERSIONS:
        assert files_below(tmp_path / "now") == files_below(FOLDER / version)


def files_below(folder: Path) -> set[Path]:
    """Without empty folders, which no checkout has."""
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def test_they_are_small_and_name_no_machine() -> None:
    files = [path for path in FOLDER.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 100_000 * len(VERSIONS)
    home = os.fsencode(Path.home())
    assert not any(home in path.read_bytes() or b"/tmp/" in path.read_bytes() for path in files)
