"""The text of a PDF → a paper, where a library is there that reads it; a scanned one has none."""

from __future__ import annotations

import re

from noticeboard.importing.paper import Paper
from noticeboard.importing.pasted_text import paper_of
from noticeboard.inspection.passages import Budget, NotRead
from noticeboard.inspection.pdf import read_pdf
from noticeboard.inspection.pdf_objects import PdfObjects

_PAGE = re.compile("第 [0-9]+ 页")


def read_pdf_text(data: bytes, name: str) -> Paper:
    """Raises NotRead for a PDF that is encrypted, damaged or scanned, and where the library is not installed."""
    pages: dict[str, str] = {}
    for passage in read_pdf(data, PdfObjects(Budget())):
        if _PAGE.fullmatch(passage.place):
            # A page that is read twice, for its order is doubtful, counts as it was read first.
            pages.setdefault(passage.place, passage.text)
    if not any(page.strip() for page in pages.values()):
        raise NotRead("里面没有文字，像是扫描的")
    return paper_of("\n".join(pages.values()))
