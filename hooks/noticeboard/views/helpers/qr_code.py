"""QR codes (ISO/IEC 18004) of addresses, as pictures that stand in the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from noticeboard.lazy import lazily

if TYPE_CHECKING:
    import segno
else:
    segno = lazily("segno")

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
    return Markup(
        code.svg_inline(border=_QUIET, light="#fff", omitsize=True, svgclass="nb-qr", lineclass=None)
    )
