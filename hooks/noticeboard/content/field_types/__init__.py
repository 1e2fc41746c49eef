"""Kinds of front matter values: what each accepts, and how it becomes a typed value (SPECIFICATION section 2)."""

from __future__ import annotations

from noticeboard.content.field_types.attachments import ATTACHMENTS, Attachment
from noticeboard.content.field_types.counts import COUNT, COUNTS, Count
from noticeboard.content.field_types.dates import DATE, DATETIME, PERIOD
from noticeboard.content.field_types.field_type import Asked, FieldType, is_empty, plain
from noticeboard.content.field_types.former_addresses import FORMER_ADDRESSES, FormerAddress
from noticeboard.content.field_types.issues import ISSUE, Issue
from noticeboard.content.field_types.lead_times import LEAD_TIME, LeadTime
from noticeboard.content.field_types.names import CATEGORY, OUTCOME, UNIT
from noticeboard.content.field_types.pairs import ALLOWANCES, AMOUNTS, Allowance
from noticeboard.content.field_types.passed_through import SEARCH
from noticeboard.content.field_types.references import NOTICE_PERIOD, REFERENCE, REFERENCES, Reference
from noticeboard.content.field_types.retentions import RETENTION
from noticeboard.content.field_types.rounds import ROUNDS, Round
from noticeboard.content.field_types.words import SLUG, STATEMENT, TEXT, TEXTS, YES_NO, choice

__all__ = [
    "ALLOWANCES",
    "AMOUNTS",
    "ATTACHMENTS",
    "CATEGORY",
    "COUNT",
    "COUNTS",
    "DATE",
    "DATETIME",
    "FORMER_ADDRESSES",
    "ISSUE",
    "LEAD_TIME",
    "NOTICE_PERIOD",
    "OUTCOME",
    "PERIOD",
    "REFERENCE",
    "REFERENCES",
    "RETENTION",
    "ROUNDS",
    "SEARCH",
    "SLUG",
    "STATEMENT",
    "TEXT",
    "TEXTS",
    "UNIT",
    "YES_NO",
    "Allowance",
    "Asked",
    "Attachment",
    "Count",
    "FieldType",
    "FormerAddress",
    "Issue",
    "LeadTime",
    "Reference",
    "Round",
    "choice",
    "is_empty",
    "plain",
]
