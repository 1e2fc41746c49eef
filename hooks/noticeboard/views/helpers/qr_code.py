"""QR codes (ISO/IEC 18004) of addresses, as pictures that stand in the page itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from noticeboard.lazy import lazily

if TYPE_CHECKING:
    import segno
else:
    segno = lazily("segno")

_RUN = re.compile(rb"\x01+")
_SVG = (
    '<svg viewBox="0 0 {side} {side}" class="nb-qr"><path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>'
    '<path stroke="#000" d="{lines}"/></svg>'
)
_QUIET = 4
"""The light margin that scanners need, in modules."""


def qr_code(text: str) -> Markup:
    """An SVG of the code that holds `text`, without a size of its own: dark on light whatever is around it.

    Level M survives a smudge on a wall. Empty for a text that no code can hold (2,331 bytes).
    """
    try:
        # Weighing all eight masks takes four fifths of the time; any of them can be read.
        code = segno.make(
            text, error="m", boost_error=False, micro=False, mode="byte", encoding="utf-8", mask=0
        )
    except segno.DataOverflowError:
        return Markup()
    return Markup(_SVG.format(side=len(code.matrix) + 2 * _QUIET, lines=_lines(code.matrix)))


def _lines(matrix: Sequence[bytearray]) -> str:
    """The dark modules as strokes, one for each run of them in a row. The library's own writer takes three times as long."""
    return "".join(
        f"M{run.start() + _QUIET} {row + _QUIET}.5h{len(run[0])}"
        for row, modules in enumerate(matrix)
        for run in _RUN.finditer(modules)
    )
