"""Photos at addresses beside those in folders."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path

from colorizer_gui.cluster.errors import StorageError
from colorizer_gui.cluster.storage import listing
from colorizer_gui.core.batch import Scan, scan
from colorizer_gui.core.batch.planning.natural_order import natural_path_key
from colorizer_gui.core.batch.planning.scanning import FoundPhoto, LeftOut
from colorizer_gui.core.common.addresses import is_address
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io import SUPPORTED_SUFFIXES

_HTTP = ("http://", "https://")


def scan_everywhere(inputs: Iterable[Path], *, recursive: bool, results: Collection[Path] = ()) -> Scan:
    """See `core.batch.scan`; an address of a store is searched like a folder, one of the web is one photo."""
    found = [
        _scan_address(each, recursive=recursive, results=results)
        if is_address(each)
        else scan([each], recursive=recursive, results=results)
        for each in inputs
    ]
    photos = {photo.path: photo for part in found for photo in part.photos}
    left_out: defaultdict[LeftOut, tuple[Path, ...]] = defaultdict(tuple)
    for part in found:
        for reason, paths in part.left_out.items():
            left_out[reason] += tuple(paths)
    problems = tuple(problem for part in found for problem in part.problems)
    return Scan(tuple(photos.values()), dict(left_out), problems)


def _scan_address(root: Path, *, recursive: bool, results: Collection[Path]) -> Scan:
    if str(root).startswith(_HTTP):
        return Scan((FoundPhoto(root, None, 0),))
    try:
        found = listing(root, recursive=recursive)
    except StorageError as exc:
        return Scan((), {}, (exc.sentence,))
    known = frozenset(results)
    photos = []
    left_out: defaultdict[LeftOut, list[Path]] = defaultdict(list)
    for path, size in found:
        inner = path.relative_to(root).parts if path != root else ()
        if any(part.startswith(".tintype-") for part in inner):
            continue
        if any(part.startswith(".") for part in inner):
            left_out[LeftOut.HIDDEN].append(path)
        elif path.suffix.lower() not in SUPPORTED_SUFFIXES:
            left_out[LeftOut.NO_PHOTO].append(path)
        elif path in known or any(path.is_relative_to(folder) for folder in known):
            left_out[LeftOut.RESULT].append(path)
        else:
            photos.append(FoundPhoto(path, None if path == root else root, size))
    photos.sort(key=lambda photo: natural_path_key(photo.path))
    problems = () if photos else (Sentence('There are no photos at "{address}".', address=root),)
    return Scan(tuple(photos), {reason: tuple(paths) for reason, paths in left_out.items()}, problems)
