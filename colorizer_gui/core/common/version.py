"""The version of Tintype, for the tags of saved photos and for reports."""

from typing import Final

VERSION: Final = "0.2.0"
