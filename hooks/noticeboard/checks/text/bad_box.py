"""Boxes that are not read as ticked or empty (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, matches_outside_code
from noticeboard.content.documents import Document
from noticeboard.markup.lists import read_box
from noticeboard.patterns import pattern_of
from noticeboard.problems import Edit, Level

_BOX = pattern_of(
    r"^[ \t\u3000]*(?:[-*+]|[0-9]{1,3}[.、)）]|[（(][0-9]{1,2}[）)])[ \t\u3000]*"
    r"(?P<box>[\[［【](?:\s+[xXｘＸ√✓✔]\s*|[xXｘＸ√✓✔]\s+|\s{2,}|[vV×oO0*\-+是否]|[oO][kK]|完成|已完成|未完成|done|未|已)[\]］】](?![(\[:])"
    r"|[\[［【][ xX]?[)）}｝](?=[ \t])|[(（{｛][xXｘＸ√✓✔ ][)）}｝\]］](?=[ \t]|[\u4e00-\u9fff0-9])|[□☐☑☒✅✓✔√☓](?=.))"
    r"|^[ \t\u3000]*(?P<glued>[-*+]\[[ xX]?\])(?!\()",
    re.MULTILINE,
)
_TICKED = pattern_of(r"[xXｘＸ√✓✔vV☑☒✅是]|(?<!未)完成|done|ok|已", re.IGNORECASE)


@document_check("bad-box", Level.WARNING)
def bad_box(document: Document, context: CheckContext) -> Iterator[Finding]:
    for found in matches_outside_code(document, _BOX):
        box = found["box"] or found["glued"]
        place = found.start("box") if found["box"] else found.start("glued")
        ticked = "[x]" if _TICKED.search(box) else "[ ]"
        if found["glued"]:
            message, hint = f"“{box}”少了减号后面的空格，不会成为列表。", f"请写成“- {ticked} ”。"
        else:
            message, hint = f"“{box}”不是方框。", f"请写成“{ticked}”，后面空一格。"
        found_here = finding_at(document, place, message, hint)
        good = f"- {ticked} " if found["glued"] else f"{ticked} "
        behind = document.text[place + len(box) : place + len(box) + 1]
        end = found_here.column + len(box) + (behind in " \t\u3000")
        is_read = found["glued"] or read_box(document.text, place)[0] is not None
        yield replace(found_here, edit=Edit(found_here.column, end, good) if is_read else None)
