"""Photos and results at addresses such as ``s3://`` and ``https://``, through fsspec."""

import time
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeVar, cast

from colorizer_gui.cluster.errors import StorageError
from colorizer_gui.core.common.addresses import Address, is_address, place
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.writing.naming import numbered

T = TypeVar("T")
#: Seconds to wait before each further attempt.
PAUSES: Final = (0.5, 2.0, 8.0)
#: What a further attempt does not help against.
_FINAL: Final = (FileNotFoundError, FileExistsError, PermissionError, IsADirectoryError, NotImplementedError)


def read(address: Path) -> bytes:
    """All bytes at an address.

    Raises
    ------
    StorageError
    """
    system, key = system_of(address)
    return cast(bytes, _tried(address, lambda: system.cat_file(key)))


def listing(folder: Path, *, recursive: bool) -> list[tuple[Path, int]]:
    """Everything below an address with its size in bytes; one request for each thousand.

    Raises
    ------
    StorageError
    """
    system, key = system_of(folder)
    depth = None if recursive else 1
    found = _tried(folder, lambda: system.find(key, maxdepth=depth, detail=True))
    inner = PurePosixPath(system._strip_protocol(key))  # noqa: SLF001 - how fsspec compares its own paths
    if str(inner) in found and len(found) == 1:
        return [(folder, int(found[str(inner)]["size"] or 0))]
    return [
        (folder / PurePosixPath(name).relative_to(inner), int(facts["size"] or 0))
        for name, facts in found.items()
        if facts["type"] == "file"
    ]


def exists(path: Path) -> bool:
    """Whether something is at a path or an address.

    Raises
    ------
    StorageError
    """
    if not is_address(path):
        return path.exists()
    system, key = system_of(path)
    return bool(_tried(path, lambda: system.exists(key)))


def put(local: Path, address: Path) -> None:
    """Upload a file; object stores show it when it is whole.

    Raises
    ------
    StorageError
    """
    system, key = system_of(address)
    _tried(address, lambda: system.put_file(str(local), key))


def publish(hidden: Address, target: Path, announce: Callable[[Path], None]) -> Path:
    """Give a finished object its name, or that name with a number where it is taken.

    S3 copies under the condition that nothing is there; another store is asked just before.

    Parameters
    ----------
    announce
        Called with each name that is about to be tried. What it raises stops the publishing.

    Returns
    -------
    The name that was given.

    Raises
    ------
    StorageError
    """
    names = numbered(target)
    candidate = target
    while True:
        if not exists(candidate):
            announce(candidate)
            if _copied(hidden, candidate):
                return candidate
        candidate = next(names)


def remove(folder: Path) -> None:
    """Remove everything below an address.

    Raises
    ------
    StorageError
    """
    system, key = system_of(folder)

    def away() -> None:
        if system.exists(key):
            system.rm(key, recursive=True)

    _tried(folder, away)


def check_output(folder: Path) -> None:
    """Write, read and remove a small object where the results will be.

    Raises
    ------
    StorageError
    """
    probe = folder / ".tintype-probe"
    system, key = system_of(probe)
    try:
        system.pipe_file(key, b"probe")
        whole = system.cat_file(key) == b"probe"
        system.rm_file(key)
    except Exception as exc:
        raise _unwritable(folder, exc) from exc
    if not whole:
        raise _unwritable(folder, OSError("what was written cannot be read"))


def system_of(address: Path) -> tuple[Any, str]:
    """The file system of fsspec that has an address, and the name in there.

    Raises
    ------
    StorageError
        When there is none for it.
    """
    text = str(address)
    try:
        from fsspec.core import url_to_fs

        system, key = url_to_fs(text, use_listings_cache=False)
    except (ImportError, ValueError) as exc:
        raise StorageError(
            '"{address}" cannot be reached, because what reads such addresses is not installed ({reason}); '
            "install Tintype with its extra: pipx install tintype[cluster].",
            missing=True,
            address=text,
            reason=exc,
        ) from exc
    return system, str(key)


def _copied(hidden: Path, target: Path) -> bool:
    """Copy within the store; False where the name was taken meanwhile."""
    system, key = system_of(target)
    _, source = system_of(hidden)
    condition = {"IfNoneMatch": "*"} if _knows_conditions(system) else {}
    try:
        _tried(target, lambda: system.cp_file(source, key, **condition))
    except StorageError as exc:
        cause = exc.__cause__
        if isinstance(cause, FileExistsError) or "PreconditionFailed" in str(cause):
            return False
        raise
    return True


def _knows_conditions(system: Any) -> bool:  # noqa: ANN401 - fsspec has no types
    """Whether the installed client of S3 can copy under a condition."""
    client = getattr(system, "s3", None)
    try:
        shape = client.meta.service_model.operation_model("CopyObject").input_shape  # type: ignore[union-attr]
    except AttributeError:
        return False
    return "IfNoneMatch" in shape.members


def _tried(address: Path, act: Callable[[], T]) -> T:
    """Act, with further attempts where a server or the network failed for a moment."""
    for pause in (*PAUSES, None):
        try:
            return act()
        except Exception as exc:
            if isinstance(exc, _FINAL) or "PreconditionFailed" in str(exc) or pause is None:
                raise _problem(address, exc) from exc
            time.sleep(pause)
    raise AssertionError("the last attempt returns or raises")


def _problem(address: Path, exc: Exception) -> StorageError:
    if isinstance(exc, FileNotFoundError):
        return StorageError('There is nothing at "{address}"; check it.', missing=True, address=address)
    if isinstance(exc, PermissionError):
        return StorageError(
            '"{address}" is forbidden; give this computer, and each node, a key that may use it.',
            missing=True,
            address=address,
        )
    return StorageError(
        '"{address}" cannot be reached ({reason}); check the address, the network and the keys.',
        address=address,
        reason=str(exc) or type(exc).__name__,
    )


def _unwritable(folder: Path, exc: Exception) -> StorageError:
    return StorageError(
        'Results cannot be written to "{folder}" ({reason}); check the address and the keys, or choose '
        "another place.",
        folder=folder,
        reason=Sentence("it is forbidden")
        if isinstance(exc, PermissionError)
        else str(exc) or type(exc).__name__,
    )


def address(text: str) -> Address:
    """An address of a text that is known to be one."""
    found = place(text)
    assert isinstance(found, Address)
    return found
