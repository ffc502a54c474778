"""What a version of Tintype leaves on a disk, made small: for tests that open it with a later version.

python tests/support/stored_files.py tests/stored/VERSION

writes the files of the version that runs. It is run once for each version, when that is published; what it
wrote then stays as it is.
"""

import json
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
from PySide6.QtCore import QSettings

from colorizer_gui.core.batch import (
    BatchEngine,
    JobQueue,
    NameTemplate,
    OnExisting,
    Plan,
    Recipe,
    Review,
    RunOptions,
    plan,
    scan,
)
from colorizer_gui.core.batch.jobs.job import Intent
from colorizer_gui.core.photo_io import ReadOptions, WriteOptions
from colorizer_gui.core.pipeline.stored_session import StoredPhoto, StoredSession
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.core.prediction.prediction import Guidance
from colorizer_gui.core.recipe.result_label import SourceType
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.settings.batch_choices import BatchChoices
from colorizer_gui.settings.settings import Settings
from tests.support.batch.bench import MODEL
from tests.support.batch.box import WarmColorizer, make_photo

#: In the stored files, for the folder that they lie in; a test puts its own in the place of it.
ANYWHERE: Final = "/stored"
LOOK: Final = Adjustments(saturation=1.2, warmth=-0.25, picked_hue=33.7, picked_turn=12.0, edge_cleanup=0.5)
POINTS: Final = Guidance(
    np.array([[0.25, 0.5], [0.5, 0.75], [0.625, 0.75]], dtype=np.float32),
    np.array([[12.5, -30.0], [40.0, 20.0], [40.0, 20.0]], dtype=np.float32),
    np.array([0, 1, 1], dtype=np.int32),
)
RECIPE: Final = Recipe(
    LOOK, WriteOptions(sidecar=True), guidance=POINTS, caption="Großmutter", source_type=SourceType.ENHANCED
)
SESSION: Final = StoredSession(
    (
        StoredPhoto(Path("/photos/Großmutter.jpg"), LOOK, guidance=POINTS, candidate="vivid"),
        StoredPhoto(Path("/photos/negative.tif"), treatment=Treatment(page=2, negative=True, anew=True)),
    ),
    shown=1,
)
CHOICES: Final = BatchChoices(
    output=Path("/photos/colorized"),
    proposed=True,
    template="{name}-{counter}",
    format_name="tiff",
    quality=80,
    on_existing=OnExisting.SKIP,
    adjustments=LOOK,
    review_first=True,
)


def replant(journal: Path, old: str, new: str) -> None:
    """Have a journal speak of another folder."""
    lines = []
    for line in journal.read_bytes().splitlines():
        text = line.partition(b" ")[2].replace(json.dumps(old)[1:-1].encode(), json.dumps(new)[1:-1].encode())
        lines.append(b"%08x %s\n" % (zlib.crc32(text), text))
    journal.write_bytes(b"".join(lines))


def _engine(queue: JobQueue, out: Path, *, review_first: bool = False) -> BatchEngine:
    options = RunOptions(reserve=0, review_first=review_first)
    return BatchEngine(
        queue, WarmColorizer(), model=MODEL, output=out, options=options, on_event=lambda event: None
    )


def _finished_batch(folder: Path) -> None:
    """Photos that are done, one that failed, one that was cancelled, one that the process died with."""
    box, out = folder / "box", folder / "out"
    for number in (1, 2):
        make_photo(box / f"Ñandú {number}.png", seed=number)
    (box / "broken.png").write_bytes(b"no photo")
    out.mkdir()
    queue = JobQueue.open(out / ".tintype-batch.journal")
    queue.add(plan(scan([box], recursive=True).photos, Plan(out, NameTemplate("{name} c")), RECIPE))
    _engine(queue, out).run()
    for name, seed in (("later", 3), ("cut off", 4)):
        make_photo(box / f"{name}.png", seed=seed)
    more = [
        path for path in scan([box], recursive=True).photos if path.path.name in {"later.png", "cut off.png"}
    ]
    interrupted, cancelled = queue.add(plan(more, Plan(out, NameTemplate("{name} c")), RECIPE))
    queue.cancel([cancelled.id])
    queue.take()
    queue.announce(interrupted.id, Intent(out / "cut off c.png", "0" * 64, "1" * 64, MODEL.sha256))
    journal = queue._journal
    assert journal is not None
    journal.close()  # as a process that is killed does: nothing is tidied up
    replant(out / ".tintype-batch.journal", str(folder), ANYWHERE)
    (out / ".tintype-batch.journal.lock").unlink(missing_ok=True)


def _reviewed_batch(folder: Path) -> None:
    """Photos to be looked at, accepted, and kept black-and-white."""
    box, home = folder / "reviewed", folder / "home"
    for number in (1, 2, 3):
        make_photo(box / f"{number}.png", seed=10 + number)
    queue = JobQueue.open(home / "batch.journal")
    base = replace(RECIPE, reading=ReadOptions(negative=True), guidance=None)
    queue.add(
        plan(scan([box], recursive=True).photos, Plan(folder / "reviewed out", NameTemplate("{name}")), base)
    )
    _engine(queue, folder / "reviewed out", review_first=True).run()
    Review(queue).accept([2])
    Review(queue).keep_gray([3])
    queue.close()
    replant(home / "batch.journal", str(folder), ANYWHERE)
    (home / "batch.journal.lock").unlink(missing_ok=True)


def _settings(path: Path) -> None:
    store = QSettings(str(path), QSettings.Format.IniFormat)
    settings = Settings(store)
    for name in ("b.jpg", "Großmutter.jpg"):
        settings.add_recent_file(Path("/photos", name))
    settings.device, settings.weights, settings.language = "cuda", Path("/weights/mine.safetensors"), "de"
    settings.save_format, settings.quality, settings.restores_session = "tif", 70, True
    settings.display_profile = Path("/profiles/screen.icc")
    settings.add_preset("Meine Farben", LOOK)
    settings.add_recent_colour((40.0, 20.0))
    settings.batch_choices = CHOICES
    saving = settings.saving
    saving.depth, saving.tiff_compression, saving.profile, saving.mark = 16, "lzw", "source", "top-left"
    saving.webp_lossless, saving.sidecar, saving.caption = True, True, "Aus dem Album"
    saving.source_type, saving.max_megapixels = SourceType.GENERATED, 900
    store.sync()


def write(folder: Path) -> None:
    """Write everything of the version that runs into a new folder."""
    with TemporaryDirectory() as temporary:
        made = Path(temporary, "stored")
        (made / "home").mkdir(parents=True)
        SESSION.write(made / "home" / "session.json")
        _settings(made / "home" / "Tintype.conf")
        _finished_batch(made)
        _reviewed_batch(made)
        for lock in made.rglob("*.lock"):
            lock.unlink()
        folder.parent.mkdir(parents=True, exist_ok=True)
        made.rename(folder)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
