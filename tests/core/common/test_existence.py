"""Names that the system will not even look for: nothing is there, and only reading says why."""

from pathlib import Path

import pytest

from colorizer_gui.core.batch.planning.scanning import scan
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.common.existence import is_file, is_folder, is_there
from colorizer_gui.core.photo_io.reading.reading import read_photo
from colorizer_gui.workers.photo.photo_worker import list_photos
from colorizer_gui.workers.photo.requests import ListRequest


@pytest.fixture
def refused(tmp_path: Path) -> Path:
    """What no system gives a name to; a locked folder answers in the same way, but not to root."""
    path = tmp_path / f"{'long' * 100}.jpg"
    with pytest.raises(OSError, match="name"):
        path.is_dir()
    return path


def test_what_is_there_is_there(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.touch()
    assert (is_folder(tmp_path), is_folder(file), is_folder(tmp_path / "none")) == (True, False, False)
    assert (is_file(tmp_path), is_file(file), is_file(tmp_path / "none")) == (False, True, False)
    assert (is_there(tmp_path), is_there(file), is_there(tmp_path / "none")) == (True, True, False)


def test_what_may_not_be_looked_for_is_not_there(refused: Path) -> None:
    assert [is_folder(refused), is_file(refused), is_there(refused)] == [False] * 3


def test_it_is_named_when_it_is_read_and_not_before(refused: Path) -> None:
    assert list_photos(ListRequest(paths=(refused,))).paths == (refused,)
    (found,) = scan([refused], recursive=False).photos
    assert found.path == refused
    with pytest.raises(PhotoReadError, match="could not be read"):
        read_photo(refused)


def test_a_folder_that_may_not_be_entered_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(path: Path, **_options: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", locked)
    monkeypatch.setattr("colorizer_gui.core.common.large_arrays.file_content", locked)
    with pytest.raises(PhotoReadError, match="may not be read"):
        read_photo(tmp_path / "photo.jpg")
