"""Kinds of front matter values: what each accepts, and how it becomes a typed value (SPECIFICATION section 2)."""

from __future__ import annotations

from noticeboard.content.kinds.attachments import ATTACHMENTS, Attachment
from noticeboard.content.kinds.kind import Asked, Kind, is_empty, plain
from noticeboard.content.kinds.moments import DATE, MOMENT, PERIOD
from noticeboard.content.kinds.names import CATEGORY, UNIT
from noticeboard.content.kinds.pairs import ALLOWANCES, AMOUNTS, Allowance
from noticeboard.content.kinds.passed_through import SEARCH
from noticeboard.content.kinds.references import NOTICE_PERIOD, REFERENCE, REFERENCES, Reference
from noticeboard.content.kinds.words import SLUG, TEXT, TEXTS, YES_NO, choice

__all__ = [
    "ALLOWANCES",
    "AMOUNTS",
    "ATTACHMENTS",
    "CATEGORY",
    "DATE",
    "MOMENT",
    "NOTICE_PERIOD",
    "PERIOD",
    "REFERENCE",
    "REFERENCES",
    "SEARCH",
    "SLUG",
    "TEXT",
    "TEXTS",
    "UNIT",
    "YES_NO",
    "Allowance",
    "Asked",
    "Attachment",
    "Kind",
    "Reference",
    "choice",
    "is_empty",
    "plain",
]
