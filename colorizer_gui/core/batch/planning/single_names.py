"""Where the result of a photo goes that is saved by itself: by the same templates as in a batch."""

from pathlib import Path

from colorizer_gui.core.batch.jobs.paths import absolute
from colorizer_gui.core.batch.planning.photo_dates import photo_date
from colorizer_gui.core.batch.planning.templates import NameFields, NameTemplate
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io.writing.holding import same_or_png
from colorizer_gui.core.photo_io.writing.naming import default_target

#: There is but one photo.
_COUNTER = "1"


def single_target(
    source: Path,
    template: NameTemplate,
    *,
    folder: Path | None = None,
    suffix: str = "",
    model_name: str = "tintype",
    photo: Photo | None = None,
) -> Path:
    """The path of a result, which may be taken.

    Parameters
    ----------
    source
        The photo's file.
    folder
        None for that of the source.
    suffix
        Of the format; empty for that of the source, or ``.png`` where that cannot be written.
    photo
        What was read from the file, if it is known: a format that cannot hold it becomes ``.png``.
    """
    kept = suffix or default_target(source, photo=photo).suffix
    fields = NameFields(
        name=source.stem,
        parent=absolute(source).parent.name,
        date=photo_date(source) if "date" in template.fields else "",
        model=model_name,
        counter=_COUNTER,
    )
    target = (folder or source.parent) / template.file_name(fields, kept)
    return target if photo is None or suffix else same_or_png(target, photo)[0]
