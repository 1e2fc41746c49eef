"""Tables of a document → tables of a Word file."""

from __future__ import annotations

from collections.abc import Sequence

from noticeboard.markup import nodes
from noticeboard.writing import word_layout as layout
from noticeboard.writing.merged_tables import Grid, GridCell
from noticeboard.writing.word_runs import WordRuns
from noticeboard.writing.word_xml import WIDTH, cell_of, paragraph, table_start, text_run


def table_of(table: nodes.Table, runs: WordRuns) -> str:
    """A table of Markdown, its first row repeated on each page."""
    width = WIDTH // len(table.head.cells)
    rows = [_row(row, table.sides, runs, width) for row in (table.head, *table.rows)]
    return _table(rows, len(table.head.cells))


def _row(row: nodes.Row, sides: Sequence[str], runs: WordRuns, width: int) -> str:
    return "".join(
        cell_of(paragraph(layout.CELL, runs.of(cell.parts), f'<w:jc w:val="{side}"/>' if side else ""), width)
        for cell, side in zip(row.cells, sides, strict=True)
    )


def grid_of(grid: Grid) -> str:
    """A table with merged cells."""
    width = WIDTH // grid.width
    return _table(["".join(_cell(cell, width) for cell in row) for row in grid.rows], grid.width)


def _cell(cell: GridCell, width: int) -> str:
    lines = ["<w:r><w:br/></w:r>".join(map(text_run, text.split("\n"))) for text in cell.paragraphs]
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    if cell.goes_on:
        span += "<w:vMerge/>"
    elif cell.rows > 1:
        span += '<w:vMerge w:val="restart"/>'
    inner = "".join(paragraph(layout.CELL, line) for line in lines or [""])
    return cell_of(inner, width * cell.columns, span)


def _table(rows: Sequence[str], columns: int) -> str:
    grid = f'<w:gridCol w:w="{WIDTH // columns}"/>' * columns
    head = "<w:trPr><w:tblHeader/></w:trPr>"
    made = "".join(f"<w:tr>{head * (not number)}{row}</w:tr>" for number, row in enumerate(rows))
    # Tables that touch are one to Word.
    return f"{table_start()}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>{paragraph(layout.BODY, '')}"
