"""A draft's part → the file of a document: its front matter, and its body as officers should have typed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from noticeboard.checks import CHECKS, begin_checks
from noticeboard.checks.context import CheckContext
from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.documents import TYPES, Document
from noticeboard.content.fields import declarations
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import read_source
from noticeboard.fixing.edits import AppliedEdit
from noticeboard.fixing.repair import repair
from noticeboard.importing.draft import DraftDocument
from noticeboard.importing.paper import Remark, RemarkKind
from noticeboard.importing.placeholders import filled, hide, redacted
from noticeboard.importing.proposals import Proposals, proposals_in
from noticeboard.importing.report import Report, report_of
from noticeboard.problems import Problem, in_order
from noticeboard.writing.new_document import field_line

_CHECKS = {check.code: check for check in CHECKS}
_STAND_IN_DATE = "2000-01-01"
_DRAFT_LINE = "草稿: 是\n"
_OWN_YEAR = re.compile(r"(20[0-9]{2})年(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月")


@dataclass(frozen=True, slots=True)
class Imported:
    """A document that was made, not yet written."""

    text: str
    report: Report
    is_draft: bool
    """Whether anything is open."""
    document: Document
    """As it is read; where the period is open, with the months of a year that stands in for it."""


def required(kind: str) -> tuple[str, ...]:
    """The names of the fields that a document of a type must have, and its unit; `type` first."""
    own = [field.name for field in declarations(TYPES[kind]) if field.required] if kind else ["title", "date"]
    return ("type", *own[:1], "unit", *own[1:])


def make(
    part: DraftDocument,
    values: Mapping[str, str],
    settings: Settings,
    *,
    path: str,
    today: date,
    year: str = "",
    remarks: Sequence[Remark] = (),
) -> Imported:
    """The document of `part` with the fields `values`, for the file `path`; `year` fills the years that were blacked out.

    What is not in `values` stays open: its line is empty, and the document a draft. Never raises for what the part says.
    """
    if part.head:
        return _kept(part, settings, path, remarks)
    body, count = filled(part.body, year) if year else (part.body, 0)
    # The title is among the values, filled already; the report counts it here.
    count += filled(part.title, year)[1] if year else 0
    repaired, changes, document, problems = _repaired(body, values, CheckContext(settings, today), path)
    proposals = proposals_in(document)
    own = list(_own_remarks(values, repaired, count, year, proposals))
    is_draft = any(remark.kind is RemarkKind.UNCERTAIN for remark in (*own, *remarks)) or bool(problems)
    head = _head(values, is_draft)
    # The lines of the body were counted below a head with lines of its own.
    above = document.body_line + len(document.body) - len(document.body.lstrip("\n"))
    shift = head.count("\n") + 1 - above
    text = head + repaired + proposals.section(shift)
    moved = [replace(problem, line=problem.line + shift) for problem in problems]
    report = report_of([*remarks, *own], changes, moved)
    return Imported(text, report, is_draft, document)


def values_in(part: DraftDocument, settings: Settings) -> Mapping[str, str]:
    """What the front matter that a part came with says, as far as it names the file: type, title and date."""
    document, _ = _read("plans/a.md", _whole(part).encode(), settings)
    day = document.date.isoformat() if document.date else ""
    return {"type": document.type, "title": document.title or "", "date": day, "unit": document.unit}


def _whole(part: DraftDocument) -> str:
    return f"---\n{part.head.strip(chr(10))}\n---\n\n{part.body}"


def _kept(part: DraftDocument, settings: Settings, path: str, remarks: Sequence[Remark]) -> Imported:
    """A document that had its front matter already: nothing is added to it."""
    made = repair(path, _whole(part).encode(), settings)
    document, problems = _read(path, made.after, settings)
    report = report_of(remarks, made.changes, in_order(problems))
    return Imported(made.after.decode(), report, bool(document.draft), document)


def _repaired(
    body: str, values: Mapping[str, str], context: CheckContext, path: str
) -> tuple[str, tuple[AppliedEdit, ...], Document, tuple[Problem, ...]]:
    """The body in good form, the changes for that, the document, and the problems of its body that remain."""
    hidden, settings = hide(body), context.settings
    stood_in = {**_stand_ins(values, settings, hidden.year, body), **values}
    text = _head(stood_in, True) + hidden.text
    made = repair(path, text.encode(), settings)
    document, problems = _read(path, made.after, settings)
    restored = hidden.restored(document.body.lstrip("\n"))
    changes = made.changes
    if restored is None:
        document, problems = _read(path, text.encode(), settings)
        restored, changes = body, ()
    found = in_order([*problems, *_checked(document, context)])
    below = tuple(
        problem
        for problem in found
        if problem.line >= document.body_line and not (hidden.written and hidden.year in problem.message)
    )
    return restored, changes, document, below


def _checked(document: Document, context: CheckContext) -> Iterator[Problem]:
    """What the checks tell of a document by itself once it is no draft."""
    if type(document) is Document:
        return
    finished = replace(document, draft=False)
    problems, personal = begin_checks([finished], context)()[0]
    yield from problems
    for code, finding in personal:
        yield _CHECKS[code].problem(finding)


def _read(path: str, data: bytes, settings: Settings) -> tuple[Document, tuple[Problem, ...]]:
    return read_document(read_source(path, data, KNOWN_KEYS), settings)


def _stand_ins(values: Mapping[str, str], settings: Settings, year: str, body: str) -> Mapping[str, str]:
    """Values that let the body be read: only its months matter, and what is written in the file comes from elsewhere."""
    own = _OWN_YEAR.search(body)
    known = {
        "type": "plan", "title": "标题", "date": _STAND_IN_DATE, "unit": settings.default_unit.name,
        "period": f"{own[1] if own else year}年", "category": settings.categories[0].title, "department": "部门", "session": "届次", "register_kind": "种类",
    }  # fmt: skip
    kind = values.get("type") or known["type"]
    return {name: known[name] for name in required(kind) if name in known}


def _head(values: Mapping[str, str], is_draft: bool) -> str:
    """The front matter; a field that is required and not known has an empty line."""
    kind = values.get("type", "")
    fields = {field.name: field for field in declarations(TYPES[kind] if kind else Document)}
    names = [name for name in required(kind) if name != "type"]
    names += [name for name in values if name in fields and name not in names]
    label = TYPES[kind].label if kind else ""
    lines = [
        field_line("类型", label),
        *(field_line(fields[name].chinese, values.get(name, "")) for name in names),
    ]
    if not kind and "period" in values:
        lines.append(field_line("期间", values["period"]))
    return "---\n" + "".join(f"{line}\n" for line in lines) + _DRAFT_LINE * is_draft + "---\n\n"


def _own_remarks(
    values: Mapping[str, str], body: str, count: int, year: str, proposals: Proposals
) -> list[Remark]:
    """What the document itself makes somebody look at."""
    found = []
    kind = values.get("type", "")
    labels = {field.name: field.chinese for field in declarations(TYPES[kind] if kind else Document)}
    missing = [labels.get(name, "类型") for name in required(kind) if not values.get(name)]
    if missing:
        found.append(Remark(RemarkKind.UNCERTAIN, f"文件里没有写{'、'.join(missing)}，请在开头填上"))
    if count:
        found.append(Remark(RemarkKind.REPAIRED, f"{count} 处隐去的年份写成了 {year}"))
    if left := redacted(f"{values.get('title', '')}\n{body}"):
        found.append(
            Remark(
                RemarkKind.UNCERTAIN,
                f"有 {len(left)} 处年份是“{left[0].strip()}”，请填上，或者用 --year 再导入一次",
            )
        )
    if proposals.count:
        found.append(
            Remark(
                RemarkKind.UNCERTAIN,
                f"从正文里找到 {proposals.count} 处可能的活动和数字，列在最后的“待确认”里",
            )
        )
    return found
