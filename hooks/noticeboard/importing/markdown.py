"""Blocks → Markdown as the board reads it: what was written is read back as it stood, or it is escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from noticeboard.importing.month_sections import month_sections
from noticeboard.importing.paper import Block, PaperCell, PaperParagraph, PaperTable, Run
from noticeboard.markup import nodes
from noticeboard.markup.body import read_body
from noticeboard.markup.inline import read_inline
from noticeboard.markup.lists import read_marker
from noticeboard.markup.plain import plain_text
from noticeboard.markup.urls import is_website
from noticeboard.times import is_time_line

_ESCAPED = re.compile(r"[\\`\[\]<&*_~!|@]")
_TIGHT_ENDS = "、．）)】①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳，：:"
_INDENT = "    "
NO_WORDS = "（填写这张图的说明）"
"""The place for the words of a picture: a check tells of it until it is filled in."""


@dataclass(slots=True)
class MarkdownWriter:
    """Writes the blocks of one document."""

    notes: Mapping[str, tuple[PaperParagraph, ...]]
    used: list[str] = field(default_factory=list)
    """Names of the footnotes that were referred to, in that order."""
    keeps_links: bool = False
    """Whether links may lead to other files of the board, and pictures lie where they are called; other files' mean nothing here."""
    keeps_tables: bool = False
    """Whether tables of months stay tables."""
    _level: int = 1
    """Of the heading above that is no month: months stand below it side by side."""

    def write(self, blocks: Sequence[Block]) -> str:
        """The body, with its footnotes at its end."""
        lines: list[str] = []
        depths: list[int] = []
        for block in blocks:
            made = self._block(block, depths)
            is_item = isinstance(block, PaperParagraph) and _is_item(made)
            if not is_item:
                depths.clear()
            if lines and not (is_item and _is_item(lines[-1:])):
                lines.append("")
            lines += made
        lines += self.footnotes()
        return "\n".join(lines).strip("\n") + "\n" if lines else ""

    def _block(self, block: Block, depths: list[int]) -> list[str]:
        if isinstance(block, PaperTable):
            return self.table(block)
        if block.level:
            if not is_time_line(block.text.strip()):
                self._level = block.level
            text = behind(block.number) + self.line(_plain(block.runs))
            return [f"{'#' * block.level} {_CLOSING.sub(_escape_first, text)}"]
        line = behind(block.number) + self.line(block.runs)
        marker = read_marker(line)
        if marker is None or not block.number:
            return [line if marker else safe(line, block.shown)]
        while depths and depths[-1] >= block.depth:
            depths.pop()
        depths.append(block.depth)
        return [_INDENT * (len(depths) - 1) + line]

    def line(self, runs: Sequence[Run]) -> str:
        """One line of Markdown. Bold words are marked only where they are read back so."""
        wanted = squeezed("".join(run.text for run in runs if not run.picture))
        for is_marked in (True, False):
            line = squeezed("".join(self._run(run, is_marked) for run in runs))
            if _read_back(line, runs) == wanted:
                return line
        return squeezed("".join(self._escaped_run(run) for run in runs))

    def _run(self, run: Run, is_marked: bool) -> str:
        if run.note or run.picture:
            return self._sign(run)
        text = escaped(run.text)
        if is_marked and text.strip() and (is_website(run.target) or (run.target and self.keeps_links)):
            words = f"**{text.strip()}**" if run.bold else text.strip()
            return f"[{words}]({_target(run.target)})"
        if run.strike and is_marked:
            return _around(text, "~~")
        return _around(text, "**") if run.bold and is_marked else text

    def _escaped_run(self, run: Run) -> str:
        return self._sign(run) if run.note or run.picture else _ESCAPED.sub(r"\\\g<0>", run.text)

    def _sign(self, run: Run) -> str:
        if run.picture:
            words = escaped(run.text) or ("" if self.keeps_links else NO_WORDS)
            return f"![{words}]({_target(run.target) if self.keeps_links and run.target else run.picture})"
        if run.note not in self.notes:
            return ""
        if run.note not in self.used:
            self.used.append(run.note)
        return f"[^{run.note}]"

    def footnotes(self) -> Iterator[str]:
        """The lines of the footnotes that were referred to."""
        for name in self.used:
            first, *others = self.notes[name] or (PaperParagraph(()),)
            yield from ("", f"[^{name}]: {behind(first.number)}{self.line(first.runs)}")
            for other in others:
                yield from ("", f"{_INDENT}{behind(other.number)}{self.line(other.runs)}")

    def table(self, table: PaperTable) -> list[str]:
        """The lines of a table; one of months and what is done in them becomes sections with items."""
        sections = None if self.keeps_tables else month_sections(table)
        if sections is not None:
            hashes = "#" * min(self._level + 1, 6)
            return [
                line
                for number, section in enumerate(sections)
                for line in (
                    *[""] * bool(number),
                    f"{hashes} {escaped(section.time)}",
                    "",
                    *(f"- {escaped(item)}" for item in section.items),
                )
            ]
        made = list(self._pipes(table) if _is_simple(table) else self._html(table))
        pictures = [
            run
            for row in table.rows
            for cell in row
            for paragraph in cell.paragraphs
            for run in paragraph.runs
            if run.picture
        ]
        for run in pictures:
            made += ["", self._sign(run)]
        return made

    def _pipes(self, table: PaperTable) -> Iterator[str]:
        width = max(map(len, table.rows))
        for number, row in enumerate(table.rows):
            cells = [self._cell(cell) for cell in row]
            yield f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"
            if not number:
                yield "|" + "---|" * width

    def _cell(self, cell: PaperCell) -> str:
        line = " ".join(
            behind(paragraph.number) + self.line([run for run in paragraph.runs if not run.picture])
            for paragraph in cell.paragraphs
        )
        return re.sub(r"(?<!\\)\|", r"\\|", line)

    def _html(self, table: PaperTable) -> Iterator[str]:
        yield "<table>"
        for number, row in enumerate(table.rows):
            name = "td" if number else "th"
            cells = "".join(
                f"<{name}{_span('colspan', cell.columns)}{_span('rowspan', cell.rows)}>{self._html_cell(cell)}</{name}>"
                for cell in row
            )
            yield f"<tr>{cells}</tr>"
        yield "</table>"

    def _html_cell(self, cell: PaperCell) -> str:
        lines = [
            behind(paragraph.number) + "".join(self._html_run(run) for run in paragraph.runs)
            for paragraph in cell.paragraphs
        ]
        lines = [squeezed(line.replace("\n", "<br>")) for line in lines]
        return lines[0] if len(lines) == 1 else "".join(f"<p>{line}</p>" for line in lines)

    def _html_run(self, run: Run) -> str:
        if run.note:
            words = "".join(paragraph.shown for paragraph in self.notes.get(run.note, ()))
            return f"（注：{html.escape(words, quote=False)}）" if words else ""
        return "" if run.picture else html.escape(run.text, quote=False)


def _span(name: str, count: int) -> str:
    return f' {name}="{count}"' if count > 1 else ""


def _is_simple(table: PaperTable) -> bool:
    """Whether Markdown has a form for it: no merged cells, one paragraph a cell, two columns or more."""
    cells = [cell for row in table.rows for cell in row]
    has_lines = any(
        len(cell.paragraphs) > 1 or "\n" in "".join(p.text for p in cell.paragraphs) for cell in cells
    )
    is_wide = max(map(len, table.rows)) > 1
    return is_wide and not has_lines and all(cell.columns == cell.rows == 1 for cell in cells)


def _plain(runs: Sequence[Run]) -> list[Run]:
    """The words of a heading, whose look says that it is one."""
    return [Run(run.text, note=run.note, picture=run.picture, target=run.target) for run in runs]


def behind(number: str) -> str:
    """An automatic number with the blank that parts it from the words, where one is needed."""
    if not number:
        return ""
    return number if number[-1] in _TIGHT_ENDS else f"{number} "


def squeezed(text: str) -> str:
    """With one blank for any number of blanks and tabs: on a page they look the same, and tabs would make a table."""
    return re.sub(r"[ \t\xa0\r\n]+", " ", text).strip()


def _target(address: str) -> str:
    """An address as it stands behind a link's text."""
    if is_website(address):
        return address.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    return f"<{address}>" if set(address) & set("() ") else address


def _around(text: str, sign: str) -> str:
    """Marks right around the words, with the blanks outside."""
    words = text.strip()
    if not words:
        return text
    start = text.index(words)
    return f"{text[:start]}{sign}{words}{sign}{text[start + len(words) :]}"


def escaped(text: str) -> str:
    """`text` as it must be typed to be read back as it is, with as few signs as that needs."""
    text = squeezed(text) if "\n" in text else text
    if not text or _is_text(text):
        return text
    return _ESCAPED.sub(r"\\\g<0>", text)


def _is_text(text: str) -> bool:
    parts = read_inline([(1, 1, text.strip())])
    is_plain = all(isinstance(part, nodes.Text) or _is_address(part) for part in parts)
    return is_plain and plain_text(parts) == text.strip()


def _is_address(part: nodes.Part) -> bool:
    return isinstance(part, nodes.Link) and plain_text(part.parts) in part.target


def _read_back(line: str, runs: Sequence[Run]) -> str:
    names = frozenset(run.note for run in runs if run.note)
    parts = read_inline([(1, 1, line)], notes=names)
    return squeezed(plain_text([part for part in parts if not isinstance(part, nodes.Image)]))


def _is_item(lines: Sequence[str]) -> bool:
    return bool(lines) and read_marker(lines[0].lstrip()) is not None


def safe(line: str, wanted: str) -> str:
    """A paragraph's line, with a sign before its first character where that would make something else of it."""
    if not line or (line[0] not in "#>|-+=~`<![:{" and not line[0].isdigit()):
        return line
    blocks = read_body(line).blocks
    is_text = len(blocks) == 1 and isinstance(blocks[0], nodes.Paragraph | nodes.Label)
    return line if is_text or not _ESCAPABLE.match(line) else f"\\{line}"


_CLOSING = re.compile(r"(?<!\\)(?:#+|\{#[^{]*\})\s*$")
"""What would close a heading, or name it."""


def _escape_first(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


_ESCAPABLE = re.compile(r"[!-/:-@\[\]^_`{|}~]")
