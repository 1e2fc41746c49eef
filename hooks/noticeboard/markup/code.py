"""A body without its code, for those who look for markup in it."""

from __future__ import annotations

from noticeboard.markup.scanner import LineKind, lines_of, scan

_SIGNS = ("```", "~~~", "    ", "\t", "<!--", "<")


def without_code(body: str, *, is_page: bool = False) -> tuple[str, str]:
    """`body` without its code and comments, and with its blocks of raw HTML only: what is taken out of either is empty lines.

    So every other character stays on its line and column, and code that begins in a paragraph cannot end behind a block.
    """
    lines = lines_of(body)
    if not any(sign in body for sign in _SIGNS):
        return "\n".join(lines), ""
    html = [""] * len(lines)
    comment = False
    for row in scan(lines, is_page=is_page):
        if row.kind is LineKind.HTML and row.opens:
            comment = row.text.lstrip().startswith("<!--")
        if row.kind is LineKind.HTML and not comment:
            html[row.index] = lines[row.index]
        if row.kind in (LineKind.FENCE, LineKind.CODE, LineKind.HTML):
            lines[row.index] = ""
    return "\n".join(lines), "\n".join(html)
