"""QR codes (ISO/IEC 18004) of addresses, as pictures that stand in the page itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from noticeboard.views.helpers.qr_modules import modules_of

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
    modules = modules_of(text.encode())
    if modules is None:
        return Markup()
    return Markup(_SVG.format(side=len(modules) + 2 * _QUIET, lines=_lines(modules)))


def _lines(rows: Sequence[bytes]) -> str:
    """The dark modules as strokes, one for each run of them in a row."""
    return "".join(
        f"M{run.start() + _QUIET} {row + _QUIET}.5h{len(run[0])}"
        for row, modules in enumerate(rows)
        for run in _RUN.finditer(modules)
    )
