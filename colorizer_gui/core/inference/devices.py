"""The names of devices that a network can be asked to compute on; nothing is imported for them."""

from typing import Final

#: Whichever is best of those that are there.
AUTO: Final = "auto"
DEVICES: Final = (AUTO, "cpu", "cuda", "mps")
