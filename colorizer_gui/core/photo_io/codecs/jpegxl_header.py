"""What the header of a JPEG XL codestream says (ISO/IEC 18181-1, annexes A and D): size, depth and colours.

The decoder answers samples alone, so the colours that they are in have to be read here.
"""

from dataclasses import dataclass
from typing import Final

_SMALL_RATIOS: Final = {1: (1, 1), 2: (12, 10), 3: (4, 3), 4: (3, 2), 5: (16, 9), 6: (5, 4), 7: (2, 1)}
_SIZE: Final = ((9, 1), (13, 1), (18, 1), (30, 1))
_RGB, _GRAY, _XYB = 0, 1, 2
_CUSTOM_WHITE, _CUSTOM_PRIMARIES = 2, 2
_ALPHA, _SPOT, _CFA = 0, 2, 5


@dataclass(frozen=True, slots=True)
class JxlHeader:
    """The header's facts.

    Attributes
    ----------
    has_icc
        Whether the colours are those of an ICC profile, and not of the numbers below.
    lossy_colors
        Whether colour is stored as XYB, from which the decoder computes linear sRGB where there is a profile.
    white, primaries, transfer, gamma
        Enumerated (18181-1, table D.3); `gamma` is the exponent to linear light, or 0.
    depth_at
        The bit of the codestream at which the choice of the depth begins; 0 where everything is as usual.
    """

    width: int
    height: int
    bits: int
    floating: bool
    has_icc: bool = False
    lossy_colors: bool = True
    white: int = 1
    primaries: int = 1
    transfer: int = 13
    gamma: float = 0.0
    depth_at: int = 0


class _Bits:
    """Bits from the lowest of each byte on."""

    def __init__(self, data: bytes) -> None:
        self._value = int.from_bytes(data, "little")
        self._left = 8 * len(data)
        self.taken = 0

    def take(self, count: int) -> int:
        if count > self._left:
            raise ValueError("the header is cut off")
        value = self._value & ((1 << count) - 1)
        self._value >>= count
        self._left -= count
        self.taken += count
        return value

    def flag(self) -> bool:
        return bool(self.take(1))

    def choice(self, *kinds: tuple[int, int]) -> int:
        """One of four layouts, each so many bits and what is added to them."""
        bits, offset = kinds[self.take(2)]
        return self.take(bits) + offset

    def enum(self) -> int:
        return self.choice((0, 0), (0, 1), (4, 2), (6, 18))


def read_header(stream: bytes) -> JxlHeader:
    """Read the header of a codestream.

    Raises
    ------
    ValueError
    """
    if stream[:2] != b"\xff\x0a":
        raise ValueError("there is no codestream")
    bits = _Bits(stream[2:1024])
    width, height = _size(bits)
    if bits.flag():  # everything as usual
        return JxlHeader(width, height, 8, floating=False)
    if bits.flag():
        bits.take(3)  # the orientation, which the decoder applies
        if bits.flag():
            _size(bits)  # the size at which it is meant to be seen
        if bits.flag():
            _preview(bits)
        if bits.flag():
            _animation(bits)
    depth_at = 16 + bits.taken
    depth, floating = _depth(bits)
    bits.flag()
    for _ in range(bits.choice((0, 0), (0, 1), (4, 2), (12, 1))):
        _extra_channel(bits)
    lossy = bits.flag()
    if bits.flag():
        return JxlHeader(width, height, depth, floating, lossy_colors=lossy)
    has_icc = bits.flag()
    space = bits.enum()
    if has_icc:
        return JxlHeader(width, height, depth, floating, has_icc=True, lossy_colors=lossy, depth_at=depth_at)
    white, primaries, transfer, gamma = 1, 1, 13, 0.0
    if space != _XYB:
        white = bits.enum()
        if white == _CUSTOM_WHITE:
            _custom_point(bits)
        if space != _GRAY:
            primaries = bits.enum()
            if primaries == _CUSTOM_PRIMARIES:
                for _ in range(3):
                    _custom_point(bits)
        if bits.flag():
            gamma = bits.take(24) / 1e7
        else:
            transfer = bits.enum()
    return JxlHeader(width, height, depth, floating, False, lossy, white, primaries, transfer, gamma)


def with_twelve_bits(stream: bytes, header: JxlHeader) -> bytes:
    """The same codestream, which says of its 8 bits that they are 12, so that the decoder rounds more finely.

    The depth has no part in decoding XYB: it only says how many bits the encoder was given. 8 and 12 are
    chosen by as many bits of the header (18181-1, table D.6), so nothing behind them moves.
    """
    at = header.depth_at + 2
    changed = bytearray(stream)
    changed[at // 8] |= 1 << at % 8
    return bytes(changed)


def _size(bits: _Bits) -> tuple[int, int]:
    small = bits.flag()
    height = 8 * (bits.take(5) + 1) if small else bits.choice(*_SIZE)
    ratio = _SMALL_RATIOS.get(bits.take(3))
    if ratio is not None:
        return height * ratio[0] // ratio[1], height
    return (8 * (bits.take(5) + 1) if small else bits.choice(*_SIZE)), height


def _preview(bits: _Bits) -> None:
    eighths = bits.flag()
    kinds = ((0, 16), (0, 32), (5, 1), (9, 33)) if eighths else ((6, 1), (8, 65), (10, 321), (12, 1345))
    bits.choice(*kinds)
    if not bits.take(3):
        bits.choice(*kinds)


def _animation(bits: _Bits) -> None:
    bits.choice((0, 100), (0, 1000), (10, 1), (30, 1))
    bits.choice((0, 1), (0, 1001), (8, 1), (10, 1))
    bits.choice((0, 0), (3, 0), (16, 0), (32, 0))
    bits.flag()


def _depth(bits: _Bits) -> tuple[int, bool]:
    if not bits.flag():
        return bits.choice((0, 8), (0, 10), (0, 12), (6, 1)), False
    depth = bits.choice((0, 32), (0, 16), (0, 24), (6, 1))
    bits.take(4)
    return depth, True


def _extra_channel(bits: _Bits) -> None:
    if bits.flag():
        return  # alpha of 8 bits
    kind = bits.enum()
    _depth(bits)
    bits.choice((0, 0), (0, 3), (0, 4), (3, 1))
    bits.take(8 * bits.choice((0, 0), (4, 0), (5, 16), (10, 48)))
    if kind == _ALPHA:
        bits.flag()
    elif kind == _SPOT:
        bits.take(64)
    elif kind == _CFA:
        bits.choice((0, 1), (2, 0), (4, 3), (8, 19))


def _custom_point(bits: _Bits) -> None:
    for _ in range(2):
        bits.choice((19, 0), (19, 524_288), (20, 1_048_576), (21, 2_097_152))
