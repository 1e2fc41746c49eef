"""What a QR code's modules say (ISO/IEC 18004): bytes, level M, mask 0.

segno draws once what all codes of a version share; a text is laid over that here, since a board has a code on every page:
0.1 instead of 1.1 ms of processor time. Mask 0 always: to weigh all eight takes four times as long, and any can be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from noticeboard.lazy import lazily

if TYPE_CHECKING:
    import segno
    from segno import consts
else:
    segno = lazily("segno")
    consts = lazily("segno.consts")

_BLOCKS = (1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49)  # fmt: skip
"""Into how many blocks the bytes of a version are parted at level M, version 1 first (table 9)."""
_CHECKS = (10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, *[28] * 19)
"""How many bytes check each block of a version."""
_BYTES = 0b0100
"""The mode that says that bytes follow."""
_LONG_COUNT = 10
"""The first version in which the number of bytes takes two."""
_PADDING = bytes((0b11101100, 0b00010001))
_FIELD = 0b100011101
"""The polynomial of the field of 256 elements."""


@dataclass(frozen=True, slots=True)
class _Version:
    """What all codes of a version share."""

    side: int
    empty: bytes
    """The modules row by row, 1 for a dark one, as though each bit were 0."""
    places: tuple[int, ...]
    """Where the bits stand, the first one first."""
    blocks: int
    checks: int
    header: int
    """Bytes of the mode, the number of bytes and the end, each of them half a byte or whole ones."""

    @property
    def room(self) -> int:
        """For how many bytes of a text there is room."""
        return self.filled - self.header

    @property
    def filled(self) -> int:
        """How many bytes are not there to check others."""
        return len(self.places) // 8 - self.blocks * self.checks


def modules_of(text: bytes) -> list[bytes] | None:
    """The rows of the smallest code that holds `text`, a byte a module, 1 for a dark one; None where none does (2,331 bytes)."""
    version = next((it for it in map(_version, range(1, len(_BLOCKS) + 1)) if len(text) <= it.room), None)
    if version is None:
        return None
    modules = bytearray(version.empty)
    written = _with_checks(_filled(text, version), version)
    for place, bit in zip(version.places, f"{int.from_bytes(written):0{8 * len(written)}b}", strict=False):
        if bit == "1":
            modules[place] ^= 1
    return [bytes(modules[start : start + version.side]) for start in range(0, len(modules), version.side)]


@cache
def _version(number: int) -> _Version:
    drawn = segno.make("0", version=number, error="m", boost_error=False, mode="byte", mask=0)
    kinds = [*map(list, drawn.matrix_iter(border=0, verbose=True))]
    side, data = len(kinds), consts.TYPE_DATA_LIGHT
    # segno calls this one a part of the format, and a bit stands there.
    kinds[8][side - 9] = data
    data_kinds = data, consts.TYPE_DATA_DARK
    places = tuple(row * side + column for row, column in _way(side) if kinds[row][column] in data_kinds)
    empty = bytearray(b"".join(drawn.matrix))
    for place in places:
        # The mask keeps large plains away: it turns every other module over.
        empty[place] = sum(divmod(place, side)) % 2 == 0
    header = 3 if number >= _LONG_COUNT else 2
    return _Version(side, bytes(empty), places, _BLOCKS[number - 1], _CHECKS[number - 1], header)


def _way(side: int) -> Iterator[tuple[int, int]]:
    """All modules in the order of their bits: up and down in columns of two, from the right, past the column of the clock."""
    rights = [right - (right <= 6) for right in range(side - 1, 0, -2)]
    for number, right in enumerate(rights):
        rows = range(side) if number % 2 else range(side - 1, -1, -1)
        yield from ((row, column) for row in rows for column in (right, right - 1))


def _filled(text: bytes, version: _Version) -> bytes:
    """The bytes that say `text`, as many as the version has. A zero behind them is not asked for; segno writes it, and any reader passes it."""
    bits = 8 * version.header - 8
    head = (_BYTES << bits | len(text)) << 8 * len(text) | int.from_bytes(text)
    said = (head << 4).to_bytes(version.header + len(text)) + b"\0"
    return (said + _PADDING * version.filled)[: version.filled]


def _with_checks(filled: bytes, version: _Version) -> bytes:
    """`filled` in blocks, of all the first bytes first, then those that check them; the last blocks may have one more."""
    size, longer = divmod(len(filled), version.blocks)
    ends = [size * count + max(0, count - version.blocks + longer) for count in range(version.blocks + 1)]
    blocks = [filled[start:end] for start, end in pairwise(ends)]
    checks = [_checks(block, version.checks) for block in blocks]
    return bytes(
        byte
        for part in (blocks, checks)
        for column in zip_longest(*part)
        for byte in column
        if byte is not None
    )


def _checks(block: bytes, count: int) -> bytes:
    """The bytes that check a block: what is left of it when it is divided by the polynomial of so many (Reed and Solomon)."""
    multiples, rest, top = _multiples(count), 0, 8 * (count - 1)
    for byte in block:
        rest = (rest << 8) & ((1 << 8 * count) - 1) ^ multiples[byte ^ rest >> top]
    return rest.to_bytes(count)


@cache
def _multiples(count: int) -> Sequence[int]:
    """What a polynomial of degree `count`, without its highest coefficient, is times each element of the field."""
    polynomial, root = [1], 1
    for _ in range(count):
        times_root = [_times(factor, root) for factor in polynomial]
        polynomial = [one ^ other for one, other in zip([*polynomial, 0], [0, *times_root], strict=True)]
        root = _times(root, 2)
    return [
        int.from_bytes(bytes(_times(factor, element) for factor in polynomial[1:])) for element in range(256)
    ]


def _times(one: int, other: int) -> int:
    """The product of two elements of the field."""
    product = 0
    while other:
        product ^= one * (other & 1)
        one <<= 1
        one ^= _FIELD * (one >> 8)
        other >>= 1
    return product
