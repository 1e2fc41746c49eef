"""The plain text of parts: what a reader sees, without marks, targets and tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noticeboard.markup.nodes import Break, CodeSpan, FootnoteReference, Image, Part, Parts, Text


def plain_text(parts: Sequence[Part]) -> str:
    """As the reader sees it; a line's end is a blank where the language has one, of a picture its description stands."""
    if len(parts) == 1 and isinstance(parts[0], Text):
        return parts[0].text
    return "".join(shown for shown, _ in leaves(parts))


def leaves(parts: Sequence[Part]) -> Iterator[tuple[str, Part]]:
    """What each of the innermost parts shows, from first to last, and the part."""
    for part in parts:
        if isinstance(part, Text | CodeSpan | Image):
            yield part.text, part
        elif isinstance(part, Break):
            yield " ", part
        elif not isinstance(part, FootnoteReference):
            yield from leaves(part.parts)


def written_lines(parts: Parts) -> Iterator[tuple[int, int, str]]:
    """What parts say line by line, each with the line and column where it begins."""
    line = column = 0
    shown: list[str] = []
    for text, part in leaves(parts):
        if part.line != line:
            if shown:
                yield line, column, "".join(shown)
            line, column, shown = part.line, part.column, []
        if not isinstance(part, Break):
            shown.append(text)
    if shown:
        yield line, column, "".join(shown)
