"""Source → Document: the front matter's entries become typed fields, and the body's items activities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from noticeboard.content.activities import read_activities
from noticeboard.content.documents import TYPES, Disclosure, Document, Plan, Proposal, Summary
from noticeboard.content.fields import Declaration, declarations, names
from noticeboard.content.front_matter import nodes
from noticeboard.content.kinds import Asked, choice, nearest, plain
from noticeboard.content.notice_period import read_notice_period
from noticeboard.content.reporter import Reporter
from noticeboard.content.settings import Settings
from noticeboard.content.source import Source
from noticeboard.content.times import Context
from noticeboard.markup.links import links_of
from noticeboard.problems import Problem

TYPE_KEYS = ("类型", "type")
PASSED_THROUGH = ("search", "hide", "description")
REFUSED = ("template",)
_TYPE = choice({kind.label: name for name, kind in TYPES.items()})


def known_keys() -> frozenset[str]:
    """Every key that may stand in a front matter, of whatever type."""
    keys = {key for kind in TYPES.values() for key in names(kind)}
    return frozenset(keys | {*TYPE_KEYS, *PASSED_THROUGH, *REFUSED})


KNOWN_KEYS = known_keys()


@dataclass(frozen=True, slots=True)
class _Key:
    line: int
    column: int


def read_document(source: Source, settings: Settings) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document, or None when it has an error; and all its problems, the source's own among them."""
    reporter = Reporter(source.path, list(source.problems))
    unreadable = any(problem.is_error for problem in source.problems)
    kind = _read_type(source, settings, reporter, unreadable)
    values: dict[str, Any] = {}
    positions: dict[str, tuple[int, int]] = {}
    meta: dict[str, Any] = {}
    fields = names(kind) if kind else {}
    for entry in source.header.entries:
        key = plain(entry.key)
        place = _Key(entry.key_line, entry.key_column)
        if key in TYPE_KEYS:
            continue
        if key in PASSED_THROUGH:
            meta[key] = _simple(entry.value)
        elif key in REFUSED:
            reporter.error(place, "refused-key", f"“{key}”不能用在这里。", "请删去这一行。")
        elif declaration := fields.get(key):
            _read_field(declaration, entry, Asked(key, settings, reporter), values, positions)
        elif kind or key not in KNOWN_KEYS:
            _report_unknown(key, place, kind, reporter)
    if kind is None:
        return None, tuple(reporter.problems)
    if not unreadable:
        _report_missing(kind, positions, reporter)
    _settle(kind, values, positions, settings, reporter)
    activities = _read_activities(kind, source, values, settings, reporter)
    if any(problem.is_error for problem in reporter.problems):
        return None, tuple(reporter.problems)
    document = kind(
        path=source.path,
        body=source.body,
        body_line=source.body_line,
        digest=source.digest,
        positions=positions,
        meta=meta,
        activities=activities,
        links=links_of(source.body, source.body_line),
        **values,
    )
    return document, tuple(reporter.problems)


def _read_type(
    source: Source, settings: Settings, reporter: Reporter, unreadable: bool
) -> type[Document] | None:
    entries = [entry for entry in source.header.entries if plain(entry.key) in TYPE_KEYS]
    if not entries:
        if not unreadable:
            hint = f"请在开头的 --- 之间加一行“类型: 计划”；可选：{'、'.join(kind.label for kind in TYPES.values())}。"
            reporter.error(None, "missing-field", "没有写“类型”。", hint)
        return None
    for entry in entries[1:]:
        _report_twice(
            "类型", plain(entry.key), entries[0].key_line, _Key(entry.key_line, entry.key_column), reporter
        )
    entry = entries[0]
    if entry.value is None:
        if not entry.broken:
            _report_empty(plain(entry.key), _Key(entry.key_line, entry.key_column), reporter)
        return None
    name = _TYPE.read(entry.value, Asked(plain(entry.key), settings, reporter))
    return TYPES[name] if name else None


def _read_field(
    declaration: Declaration,
    entry: nodes.Entry,
    asked: Asked,
    values: dict[str, Any],
    positions: dict[str, tuple[int, int]],
) -> None:
    place = _Key(entry.key_line, entry.key_column)
    if declaration.name in positions:
        _report_twice(declaration.chinese, asked.label, positions[declaration.name][0], place, asked.reporter)
        return
    positions[declaration.name] = (place.line, place.column)
    if entry.value is None or (isinstance(entry.value, nodes.Scalar) and not plain(entry.value.text)):
        # An officer who works from a template leaves optional keys empty; that is no fault.
        if declaration.required and not entry.broken:
            _report_empty(asked.label, place, asked.reporter)
        return
    value = declaration.kind.read(entry.value, asked)
    if value is not None:
        values[declaration.name] = value


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
    if publish is not None and expire is not None and _moment(expire) < _moment(publish):
        reporter.error(
            _Key(*positions["expire_on"]),
            "expires-before",
            "“撤下”早于“发布”。",
            "请检查这两个日期的先后和年份。",
        )
    if kind is Disclosure and (written := values.pop("notice_period", None)):
        period, faults = read_notice_period(written.text, values.get("date"))
        for fault in faults:
            reporter.fault(fault, written)
        if period is not None:
            values["notice_period"] = period
    if kind is Proposal and "answered" in values and "date" in values and values["answered"] < values["date"]:
        reporter.error(
            _Key(*positions["answered"]),
            "answered-before",
            "“答复日期”早于提案的日期。",
            "请检查这两个日期的先后和年份。",
        )


def _read_activities(
    kind: type[Document], source: Source, values: Mapping[str, Any], settings: Settings, reporter: Reporter
) -> tuple[Any, ...]:
    # Without its period every month would be a guess, and the missing period is a problem already.
    if kind not in (Plan, Summary) or "period" not in values:
        return ()
    context = Context(period=values["period"], calendar=settings.calendar)
    activities, problems = read_activities(
        source.body, source.body_line, path=source.path, kind=kind.type, context=context
    )
    reporter.problems.extend(problems)
    return activities


def _report_missing(
    kind: type[Document], positions: Mapping[str, tuple[int, int]], reporter: Reporter
) -> None:
    for declaration in declarations(kind):
        if declaration.required and declaration.name not in positions:
            reporter.error(
                None,
                "missing-field",
                f"{kind.label}没有写“{declaration.chinese}”。",
                f"请在开头的 --- 之间加一行“{declaration.chinese}: {declaration.kind.shape}”。",
            )


def _report_empty(key: str, place: _Key, reporter: Reporter) -> None:
    reporter.error(place, "empty-value", f"“{key}”没有填内容。", f"请在“{key}: ”后面填写。")


def _report_twice(field: str, key: str, first_line: int, place: _Key, reporter: Reporter) -> None:
    said = f"“{field}”" if key == field else f"“{field}”（这里写作“{key}”）"
    reporter.error(place, "duplicate-field", f"{said}写了两次，第 {first_line} 行已经有了。", "请只留一处。")


def _report_unknown(key: str, place: _Key, kind: type[Document] | None, reporter: Reporter) -> None:
    owners = [other.label for other in TYPES.values() if key in names(other)]
    if owners and kind is not None:
        reporter.error(
            place,
            "foreign-field",
            f"“{key}”不是{kind.label}的项目，它属于：{'、'.join(owners)}。",
            "请删去这一行，或者检查“类型”写对了没有。",
        )
        return
    near = nearest(key, _same_script(key, names(kind) if kind else KNOWN_KEYS))
    hint = f"是不是“{near}”？" if near else "请对照编写指南里的项目名，不需要的请删去。"
    reporter.error(place, "unknown-key", f"不认识“{key}”这一项。", hint)


def _same_script(key: str, keys: Iterable[str]) -> list[str]:
    return sorted(known for known in keys if known.isascii() == key.isascii())


def _moment(value: date | datetime) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time())


def _simple(node: nodes.Node | None) -> Any:
    """A MkDocs value: text, with true and false as MkDocs expects them."""
    if isinstance(node, nodes.Sequence):
        return [_simple(item) for item in node.items]
    if isinstance(node, nodes.Mapping):
        return {plain(entry.key): _simple(entry.value) for entry in node.entries}
    if isinstance(node, nodes.Scalar):
        return {"true": True, "false": False, "是": True, "否": False}.get(
            node.text.strip().lower(), node.text.strip()
        )
    return None
