"""A body without its code, for those who look for markup in it."""

from __future__ import annotations

from noticeboard.markup.scanner import LineKind, lines_of, scan


def without_code(body: str, *, is_page: bool = False) -> str:
    """`body`, of a page of docs/ with `is_page`, with its code and comments emptied; every other character keeps its place."""
    lines = lines_of(body)
    if (
        "```" not in body
        and "~~~" not in body
        and "    " not in body
        and "\t" not in body
        and "<!--" not in body
    ):
        return "\n".join(lines)
    comment = False
    for row in scan(lines, is_page=is_page):
        if row.kind is LineKind.HTML and row.opens:
            comment = row.text.lstrip().startswith("<!--")
        if row.kind in (LineKind.FENCE, LineKind.CODE) or (row.kind is LineKind.HTML and comment):
            lines[row.index] = ""
    return "\n".join(lines)
