"""Lists of shards: one file that names all of them, as `prepare --shards` writes it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from model_training.data.photo_source import DataError
from model_training.shards.storage import beside, content_of, is_remote

LIST_FILE: Final = "shards.json"
_KEY: Final = "shardlist"


def expanded(locations: Sequence[str | Path]) -> list[str]:
    """The shards that locations mean, in their order.

    Parameters
    ----------
    locations
        Paths or URLs of tar files, of lists of them, and folders with a list in it, of which a URL ends with
        a slash. In a list, `shardlist` holds entries whose `url` is beside the list or a location by itself
        (as of WebDataset's wids).

    Raises
    ------
    DataError
        When a list cannot be read.
    """
    shards: list[str] = []
    for given in locations:
        location = str(given)
        if Path(location).is_dir():
            location = str(Path(location) / LIST_FILE)
        elif is_remote(location) and location.endswith("/"):
            location += LIST_FILE
        if location.partition("?")[0].endswith(".json"):
            shards += _listed(location)
        else:
            shards.append(location)
    return shards


def _listed(location: str) -> list[str]:
    content = content_of(location)
    if content is None:
        raise DataError(f"There is no list of shards at {location}; name tar files, or a list of them.")
    try:
        return [beside(location, str(entry["url"])) for entry in json.loads(content)[_KEY]]
    except (ValueError, TypeError, KeyError) as exc:
        raise DataError(f"{location} is no list of shards; prepare --shards writes one.") from exc
