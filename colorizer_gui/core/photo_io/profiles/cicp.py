"""Colour spaces that a file names by the numbers of ITU-T H.273 (CICP), as AVIF, HEIC and PNG do."""

from typing import Final

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.profiles.made_profiles import (
    P3_PRIMARIES,
    REC2020_PRIMARIES,
    SRGB_CURVE,
    SRGB_PRIMARIES,
    gamma_curve,
    matrix_profile,
)

#: Colour primaries (table 2); those of television differ from sRGB's by less than anybody sees.
_PRIMARIES: Final = {9: REC2020_PRIMARIES, 12: P3_PRIMARIES}
_LIKE_SRGB: Final = frozenset({1, 2, 5, 6, 7})
#: Transfer characteristics (table 3). Photos that name a curve of television are taken for sRGB by the
#: programs that write and show them.
_CURVES: Final = {4: gamma_curve(2.2), 5: gamma_curve(2.8), 8: gamma_curve(1.0)}
_TELEVISION: Final = frozenset({1, 2, 6, 13, 14, 15})


def profile_of(primaries: int, transfer: int) -> tuple[bytes | None, tuple[Sentence, ...]]:
    """A profile of a colour space, None for sRGB; and what to say where no profile here describes it.

    HLG and PQ, which are meant for bright screens, are such.
    """
    known = _PRIMARIES.get(primaries, SRGB_PRIMARIES if primaries in _LIKE_SRGB else None)
    curve = _CURVES.get(transfer, SRGB_CURVE if transfer in _TELEVISION else None)
    if known is None or curve is None:
        return None, (Sentence("is in an unusual colour space; sRGB was assumed"),)
    if known is SRGB_PRIMARIES and curve is SRGB_CURVE:
        return None, ()
    return matrix_profile(known, curve), ()
