"""The tree of errors that Tintype reports; every message is one sentence for the user.

A message is a `Sentence`: it says what happened, to which file, and what to do. `Cancelled` is no error
and stands outside of the tree, so that ``except ColorizationError`` never swallows a user's request to stop.
"""

from colorizer_gui.core.common.sentences import SentenceError


class ColorizationError(SentenceError):
    """Something that the user should read; the message is a full sentence."""


class PhotoReadError(ColorizationError):
    """A photo could not be opened or decoded."""


class PhotoWriteError(ColorizationError):
    """A result could not be written; the target is as it was before."""


class WeightsError(ColorizationError):
    """A weights file is missing, damaged, or made for another architecture."""


class InferenceError(ColorizationError):
    """The network could not produce a prediction."""


class DeviceMemoryError(InferenceError):
    """The photo did not fit into the memory of the device."""


class Cancelled(Exception):  # noqa: N818 - a request of the user, not an error
    """The user asked to stop; nothing was written."""
