"""What can be wrong with a cluster or far storage; each message is one sentence for the user."""

from colorizer_gui.core.common.errors import ColorizationError


class ClusterError(ColorizationError):
    """The cluster cannot be reached, or none of its nodes can work."""


class StorageError(ColorizationError):
    """An address cannot be read or written.

    Attributes
    ----------
    missing
        Whether there is nothing at the address, or it is forbidden: another attempt would not help.
    """

    def __init__(self, template: str, /, *, missing: bool = False, **fields: object) -> None:
        super().__init__(template, **fields)
        self.missing = missing
