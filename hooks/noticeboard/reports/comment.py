"""A comparison as a comment in Markdown, for the reviewer of a pull request."""

from __future__ import annotations

import re
from html import escape

from noticeboard.reports.comparison import Comparison, MonthChange
from noticeboard.reports.text import heading_of, sentence_of
from noticeboard.text_templates import text_environment
from noticeboard.views.helpers.activity_times import when
from noticeboard.views.helpers.addresses import month_address
from noticeboard.views.helpers.wording import state_word

_KINDS = {"new": "新增", "changed": "修改", "renamed": "改名", "withdrawn": "撤回", "gone": "删去"}
_LIMIT = 30
"""Lines of a list: forges cut comments that are too long."""
_FEW = 8
_LONGEST = 300
_SIGNS = re.compile(r"([\\`*_\[\]()#!|~$])")
_REFERENCE = re.compile(r"([@#!$%~&:]|\bwww|\bGH-)(?=\S)", re.IGNORECASE)
_BREAK = "\u200b"


def to_comment(comparison: Comparison, *, preview: str = "", base: str = "") -> str:
    """The comment; `base` says with what it was compared. Pages are links below `preview`, an address that ends in a slash, else their addresses are named."""
    environment = text_environment(
        safe_text=safe_text,
        most=lambda items, count: items[:count],
        when=when,
        state_word=state_word,
        heading_of=heading_of,
        sentence_of=sentence_of,
        words=_words,
    )
    text = environment.get_template("report/comment.md").render(
        comparison=comparison,
        disclosures=[change for change in comparison.documents if change.is_disclosure],
        others=[change for change in comparison.documents if not change.is_disclosure],
        kinds=_KINDS,
        preview=preview,
        base=base,
        month_address=month_address,
        limit=_LIMIT,
        few=_FEW,
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def safe_text(text: str) -> str:
    """What an author wrote, as plain words: no markup, no link, and nobody is called by ``@name`` or ``#12``."""
    line = " ".join(text.split())
    line = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
    # The sign that keeps @name and http:// from meaning anything must not fall into an entity, so these come last.
    return escape(_SIGNS.sub(r"\\\1", _REFERENCE.sub(rf"\1{_BREAK}", line)), quote=False)


def _words(change: MonthChange) -> str:
    counts = (("新增", change.new), ("改动", change.changed), ("去掉", change.gone))
    return "，".join(f"{word} {len(items)} 项" for word, items in counts if items)
