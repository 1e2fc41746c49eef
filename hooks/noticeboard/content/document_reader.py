"""Source → Document: the front matter's entries become typed fields, and the body's items activities."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from noticeboard.content.activities.activity import Activity
from noticeboard.content.activities.activity_reader import read_activities
from noticeboard.content.documents import TYPES, Disclosure, Document, Plan, Proposal, Summary
from noticeboard.content.extent import MOST_PLACES, fault_of_activities
from noticeboard.content.field_types import SEARCH, TEXT, TEXTS, Asked, FieldType, choice, is_empty, plain
from noticeboard.content.field_types.field_type import DUPLICATE_FIELD, EMPTY_VALUE, UNKNOWN_KEY
from noticeboard.content.fields import Declaration, declarations, names
from noticeboard.content.front_matter import nodes
from noticeboard.content.notice_period import read_notice_period
from noticeboard.content.reporter import KeyPlace, Reporter
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.similar_names import nearest
from noticeboard.content.source import Source
from noticeboard.markup.body import Body, read_body
from noticeboard.markup.links import links_of
from noticeboard.problems import Diagnostic, Level, Problem
from noticeboard.times import Context

REFUSED_KEY = Diagnostic("refused-key", Level.ERROR)
MISSING_FIELD = Diagnostic("missing-field", Level.ERROR)
EXPIRES_BEFORE = Diagnostic("expires-before", Level.ERROR)
DEADLINE_ORDER = Diagnostic("deadline-order", Level.ERROR)
ANSWERED_BEFORE = Diagnostic("answered-before", Level.ERROR)
FOREIGN_FIELD = Diagnostic("foreign-field", Level.ERROR)

TYPE_KEYS = ("类型", "type")
PASSED_THROUGH: Mapping[str, FieldType] = {"search": SEARCH, "hide": TEXTS, "description": TEXT}
"""MkDocs' own keys. Their values are checked: themes take them as they come, and one of a wrong type ends the build."""
REFUSED = ("template",)
_TYPE = choice({kind.label: name for name, kind in TYPES.items()})
_TYPE_NAMES = "、".join(kind.label for kind in TYPES.values())


def known_keys() -> frozenset[str]:
    """Every key that may stand in a front matter, of whatever type."""
    keys = {key for kind in TYPES.values() for key in names(kind)}
    return frozenset(keys | {*TYPE_KEYS, *PASSED_THROUGH, *REFUSED})


KNOWN_KEYS = known_keys()


def read_document(source: Source, settings: Settings) -> tuple[Document, tuple[Problem, ...]]:
    """The document, and all its problems, the source's own among them.

    When one of them is an error, the document is not to be shown. It is there for the checks, so that its links and
    attachments are told of in the same run: what could not be read has its default, None where there is no default; a
    document of unknown type is a plain `Document` with the fields that all types share.
    """
    reporter = Reporter(source.path, list(source.problems))
    kind = _read_type(source, settings, reporter)
    fields = names(kind)
    values: dict[str, Any] = {}
    positions: dict[str, tuple[int, int]] = {}
    meta: dict[str, Any] = {}
    for entry in source.header.entries:
        key = plain(entry.key)
        place = KeyPlace.of(entry)
        if key in TYPE_KEYS:
            continue
        if key in PASSED_THROUGH:
            _read_passed_through(entry, Asked(key, settings, reporter), meta, positions)
        elif key in REFUSED:
            reporter.report(place, REFUSED_KEY, f"“{key}”不能用在这里。", "请删去这一行。")
        elif declaration := fields.get(key):
            _read_field(declaration, entry, Asked(key, settings, reporter), values, positions)
        elif kind is not Document or key not in KNOWN_KEYS:
            _report_unknown(key, place, kind, reporter)
    if not _may_lack_keys(source):
        _report_missing(kind, positions, settings, reporter)
    _settle(kind, values, positions, settings, reporter)
    tree = read_body(source.body, source.body_line)
    activities = _read_activities(kind, tree, values, settings, reporter)
    required: dict[str, Any] = {field.name: None for field in declarations(kind) if field.required}
    document = kind(
        path=source.path,
        head=source.head,
        body=source.body,
        body_line=source.body_line,
        digest=source.digest,
        positions=positions,
        meta=meta,
        activities=activities,
        tree=tree,
        links=links_of(tree),
        **(required | values),
    )
    return document, tuple(reporter.problems)


def _may_lack_keys(source: Source) -> bool:
    """Whether an error may hide keys of the front matter, so that none can be called missing.

    A value that cannot be read hides nothing but itself, and errors of the body hide nothing above them.
    """
    errors = [problem.line for problem in source.problems if problem.is_error]
    entries = source.header.entries
    if not entries:
        return bool(errors)
    starts = [entry.key_line for entry in entries]
    for line in errors:
        above = bisect_right(starts, line)
        if line < source.body_line and not (above and entries[above - 1].broken):
            return True
    return False


def _read_type(source: Source, settings: Settings, reporter: Reporter) -> type[Document]:
    """The class of the document, plain `Document` after reporting why it is not known."""
    entries = [entry for entry in source.header.entries if plain(entry.key) in TYPE_KEYS]
    if not entries:
        if not _may_lack_keys(source):
            hint = f"请在开头的两行“---”之间加一行“类型: 通知”；可选：{_TYPE_NAMES}。"
            reporter.report(None, MISSING_FIELD, "没有写“类型”。", hint)
        return Document
    first, *others = entries
    for entry in others:
        _report_twice("类型", plain(entry.key), first.key_line, KeyPlace.of(entry), reporter)
    asked = Asked(plain(first.key), settings, reporter)
    if first.broken:
        return Document
    if first.value is None or is_empty(first.value):
        hint = f"请在“{asked.label}: ”后面填写，可选：{_TYPE_NAMES}。"
        _report_empty(asked.label, hint, KeyPlace.of(first), reporter)
        return Document
    return TYPES.get(_TYPE.read(first.value, asked), Document)


def _read_field(
    declaration: Declaration,
    entry: nodes.HeaderEntry,
    asked: Asked,
    values: dict[str, Any],
    positions: dict[str, tuple[int, int]],
) -> None:
    place = KeyPlace.of(entry)
    if declaration.name in positions:
        _report_twice(declaration.chinese, asked.label, positions[declaration.name][0], place, asked.reporter)
        return
    positions[declaration.name] = (place.line, place.column)
    if entry.value is None or is_empty(entry.value):
        # An officer who works from a template leaves optional keys empty; that is no fault.
        if declaration.required and not entry.broken:
            hint = f"请在“{asked.label}: ”后面填写，例如“{asked.label}: {declaration.kind.example(asked.settings)}”。"
            _report_empty(asked.label, hint, place, asked.reporter)
        return
    value = declaration.kind.read(entry.value, asked)
    if value is not None:
        values[declaration.name] = value


def _read_passed_through(
    entry: nodes.HeaderEntry, asked: Asked, meta: dict[str, Any], positions: dict[str, tuple[int, int]]
) -> None:
    place = KeyPlace.of(entry)
    if asked.label in positions:
        _report_twice(asked.label, asked.label, positions[asked.label][0], place, asked.reporter)
        return
    positions[asked.label] = (place.line, place.column)
    if entry.value is not None and not is_empty(entry.value):
        value = PASSED_THROUGH[asked.label].read(entry.value, asked)
        if value is not None:
            meta[asked.label] = value


def _settle(
    kind: type[Document],
    values: dict[str, Any],
    positions: Mapping[str, tuple[int, int]],
    settings: Settings,
    reporter: Reporter,
) -> None:
    """Defaults from the settings, and what one field needs of another."""
    values.setdefault("unit", settings.default_unit.name)
    values.setdefault("audience", settings.audience)
    publish, expire = values.get("publish_on"), values.get("expire_on")
    if publish is not None and expire is not None and _latest(expire) < _earliest(publish):
        reporter.report(
            KeyPlace(*positions["expire_on"]),
            EXPIRES_BEFORE,
            "“撤下”早于“发布”。",
            "请检查这两个日期的先后和年份。",
        )
    if (deadline := values.get("deadline")) is not None and (wrong := _deadline_order(deadline, values)):
        reporter.report(
            KeyPlace(*positions["deadline"]), DEADLINE_ORDER, wrong, "请检查这两个日期的先后和年份。"
        )
    if kind is Disclosure and (written := values.pop("notice_period", None)):
        period, faults = read_notice_period(written.text, values.get("date"), settings.days_off)
        for fault in faults:
            reporter.fault(fault, written)
        if period is not None:
            values["notice_period"] = period
    if kind is Proposal and "answered" in values and "date" in values and values["answered"] < values["date"]:
        reporter.report(
            KeyPlace(*positions["answered"]),
            ANSWERED_BEFORE,
            "“答复日期”早于提案的日期。",
            "请检查这两个日期的先后和年份。",
        )


def _deadline_order(deadline: date | datetime, values: Mapping[str, Any]) -> str:
    """What is told of a deadline before its notice, or after the notice has left; empty where it is in order."""
    issued, expire = values.get("date"), values.get("expire_on")
    if issued is not None and _latest(deadline) < _earliest(issued):
        return "“截止”早于通知的日期，登出来就已经截止了。"
    if expire is not None and _earliest(deadline) > _latest(expire):
        return "“截止”在“撤下”以后，通知撤下了，大家就看不到还能报名。"
    return ""


def _read_activities(
    kind: type[Document], tree: Body, values: Mapping[str, Any], settings: Settings, reporter: Reporter
) -> tuple[Activity, ...]:
    # Without its period every month would be a guess, and the missing period is a problem already.
    if kind not in (Plan, Summary) or "period" not in values:
        return ()
    context = Context(period=values["period"], calendar=settings.calendar)
    activities, problems = read_activities(tree, path=reporter.path, kind=kind.type, context=context)
    places = sum(max(1, len(activity.time.months)) for activity in activities)
    if places > MOST_PLACES:
        reporter.problems.append(fault_of_activities(places).at(reporter.path, activities[0].line, 1))
        return ()
    reporter.problems.extend(problems)
    return activities


def _report_missing(
    kind: type[Document], positions: Mapping[str, tuple[int, int]], settings: Settings, reporter: Reporter
) -> None:
    for declaration in declarations(kind):
        if declaration.required and declaration.name not in positions:
            reporter.report(
                None,
                MISSING_FIELD,
                f"{kind.label}没有写“{declaration.chinese}”。",
                f"请在开头的两行“---”之间加一行“{declaration.chinese}: {declaration.kind.example(settings)}”。",
            )


def _report_empty(key: str, hint: str, place: KeyPlace, reporter: Reporter) -> None:
    reporter.report(place, EMPTY_VALUE, f"“{key}”没有填内容。", hint)


def _report_twice(field: str, key: str, first_line: int, place: KeyPlace, reporter: Reporter) -> None:
    named = f"“{field}”" if key == field else f"“{field}”（这里写作“{key}”）"
    reporter.report(place, DUPLICATE_FIELD, f"{named}写了两次，第 {first_line} 行已经有了。", "请只留一处。")


def _report_unknown(key: str, place: KeyPlace, kind: type[Document], reporter: Reporter) -> None:
    owners = [other.label for other in TYPES.values() if key in names(other)]
    if owners:
        reporter.report(
            place,
            FOREIGN_FIELD,
            f"“{key}”不是{kind.label}的项目，它属于：{'、'.join(owners)}。",
            "请删去这一行，或者检查“类型”写对了没有。",
        )
        return
    near = nearest(key, _same_script(key, KNOWN_KEYS if kind is Document else {*names(kind), *TYPE_KEYS}))
    hint = f"是不是“{near}”？" if near else "请对照编写指南里的项目表改正，不需要的请删去这一行。"
    reporter.report(place, UNKNOWN_KEY, f"不认识“{key}”这一项。", hint)


def _same_script(key: str, keys: Iterable[str]) -> list[str]:
    return sorted(known for known in keys if known.isascii() == key.isascii())


def _earliest(value: date | datetime) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time.min)


def _latest(value: date | datetime) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time.max)
