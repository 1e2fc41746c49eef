"""The pieces of WordprocessingML that a file of the board is made of."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

WIDTH = 8844
"""Of a line, in twentieths of a point."""
LINK = '<w:color w:val="0563C1"/><w:u w:val="single"/>'
_MARKS = ("<w:b/>", "<w:strike/>", LINK)
"""In the order on which Word insists (ECMA-376-1, 17.3.2.28)."""


def paragraph(style: str, runs: str, properties: str = "") -> str:
    """One paragraph around `runs`, in a style of the file."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def table_start() -> str:
    """The beginning of a table with thin lines."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'


def cell_of(inner: str, width: int, span: str = "") -> str:
    """A cell around `inner`; `width` in twentieths of a point, `span` says what is merged."""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def text_run(text: str, look: str = "") -> str:
    """Words with the marks of `look`, in any order."""
    if not text:
        return ""
    # What XML cannot hold, nobody sees either.
    shown = "".join(sign for sign in text if sign in "\t" or sign >= " ")
    marks = "".join(mark for mark in _MARKS if mark in look)
    look = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(shown)}</w:t></w:r>'


def attribute(text: str) -> str:
    """A value of an attribute in XML, in its quotes."""
    return quoteattr(text)
