"""Kinds of front matter values: what each accepts, and how it becomes a typed value (FORMAT section 2)."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from noticeboard.content.amounts import Amount, read_amount
from noticeboard.content.front_matter import nodes
from noticeboard.content.front_matter.unquoted import BLANKS
from noticeboard.content.nearest import nearest
from noticeboard.content.paths import ROOT, beside
from noticeboard.content.reporter import KeyPlace, Place, Reporter
from noticeboard.content.settings import Settings
from noticeboard.content.times import Period, read_date, read_moment, read_period
from noticeboard.problems import Fault

_SEPARATORS = re.compile(r"[、，,；;\n]+(?![^（(]*[）)])")
"""What parts the words of a list on one line, outside brackets: 教学楼（一楼、二楼）、食堂 are two places."""

_PAIR = re.compile(r"\s*(?P<name>[^：:]+?)\s*[：:]\s*(?P<value>.*\S)\s*", re.DOTALL)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a kind is asked with: the name of the field as the officer wrote it, and what it may look up."""

    label: str
    settings: Settings
    reporter: Reporter


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value."""

    read: Callable[[nodes.Node, Asked], Any]
    """The typed value, or None after reporting what is wrong."""
    shape: str
    """What one types, in Chinese: for the guide and the editor's completion."""
    example: Callable[[Settings], str] = lambda settings: "……"
    """A value that a hint shows; dots where only the officer knows what to write."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A path to another document, as written; what it means is known once all documents are read."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a document brings along."""

    path: str
    """Below the repository root."""
    name: str
    """What readers see; the file's name when the officer gave none."""
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Allowance:
    """A warning of the personal-data checks that a reviewer has allowed in this file, and why."""

    check: str
    reason: str
    line: int
    column: int


def plain(text: str) -> str:
    """`text` without the white space around it, full-width included, and with line breaks as spaces."""
    return re.sub(r"\s*\n\s*", " ", text.strip(f"{BLANKS}\r\n"))


def is_empty(node: nodes.Node | None) -> bool:
    """Whether nothing is written: no value, or one of white space."""
    return node is None or (isinstance(node, nodes.Scalar) and not plain(node.text))


def _folded(text: str) -> str:
    """`text` in one width and case and without white space: what makes no difference to a reader."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def _scalar(node: nodes.Node, asked: Asked) -> str | None:
    if isinstance(node, nodes.Scalar):
        text = plain(node.text)
        if text:
            return text
        asked.reporter.error(
            node,
            "empty-value",
            f"“{asked.label}”没有填内容。",
            f"请在“{asked.label}: ”后面填写，或删去这一行。",
        )
    else:
        asked.reporter.error(
            node,
            "wrong-type",
            f"“{asked.label}”应当只有一项文字，这里写成了列表或对照表。",
            f"请写成一行：{asked.label}: 内容。",
        )
    return None


def _parsed(parse: Callable[[str], Any]) -> Callable[[nodes.Node, Asked], Any]:
    def read(node: nodes.Node, asked: Asked) -> Any:
        text = _scalar(node, asked)
        if text is None:
            return None
        value = parse(text)
        if isinstance(value, Fault):
            asked.reporter.fault(value, node)
            return None
        return value

    return read


def _items(node: nodes.Node) -> Iterable[nodes.Node]:
    """The items of a list; lines without dashes are items too, and dashes that a template left empty are none."""
    if isinstance(node, nodes.Sequence):
        return [item for item in node.items if not is_empty(item)]
    return (isinstance(node, nodes.Scalar) and node.parts) or (node,)


def _text_list(node: nodes.Node, asked: Asked) -> tuple[str, ...] | None:
    found: list[str] = []
    for item in _items(node):
        text = _scalar(item, asked)
        if text is not None:
            found += (plain(part) for part in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(part for part in found if part))


def choice(options: Mapping[str, str]) -> Kind:
    """One of some words: Chinese word → English value; both are accepted."""

    def read(node: nodes.Node, asked: Asked) -> str | None:
        text = _scalar(node, asked)
        if text is None:
            return None
        folded = _folded(text)
        value = options.get(folded, folded)
        if value in options.values():
            return value
        near = nearest(folded, options)
        asked.reporter.error(
            node,
            "unknown-choice",
            f"“{asked.label}”不能写“{text}”。",
            f"是不是“{near}”？可选：{'、'.join(options)}。" if near else f"可选：{'、'.join(options)}。",
        )
        return None

    return Kind(read, " · ".join(options))


_YES = {
    "是": True,
    "对": True,
    "yes": True,
    "true": True,
    "y": True,
    "否": False,
    "不": False,
    "no": False,
    "false": False,
    "n": False,
}


def _yes_no(node: nodes.Node, asked: Asked) -> bool | None:
    text = _scalar(node, asked)
    value = _YES.get(_folded(text)) if text is not None else None
    if text is not None and value is None:
        asked.reporter.error(
            node,
            "not-yes-no",
            f"“{asked.label}”只能写“是”或“否”，这里写的是“{text}”。",
            f"请改成“{asked.label}: 是”或“{asked.label}: 否”。",
        )
    return value


def _one_of(text: str, names: Iterable[str]) -> str | None:
    """The name that `text` is, in whatever width and with whatever blanks it was typed."""
    return next((name for name in names if _folded(name) == _folded(text)), None)


def _unit(node: nodes.Node, asked: Asked) -> str | None:
    names = [unit.name for unit in asked.settings.all_units]
    text = _scalar(node, asked)
    if text is None or (name := _one_of(text, names)):
        return text and name
    near = nearest(text, names)
    others = f"可选：{'、'.join(names)}；新单位请管网站的人先加到站点设置里。"
    asked.reporter.error(
        node,
        "unknown-unit",
        f"单位“{text}”不在站点设置的单位名单里。",
        f"是不是“{near}”？" if near else others,
    )
    return None


def _category(node: nodes.Node, asked: Asked) -> str | None:
    titles = [category.title for category in asked.settings.categories]
    text = _scalar(node, asked)
    if text is None or (title := _one_of(text, titles)):
        return text and title
    near = nearest(text, titles)
    asked.reporter.error(
        node,
        "unknown-category",
        f"{asked.settings.disclosure_name}没有“{text}”这个类别。",
        f"是不是“{near}”？" if near else f"可选：{'、'.join(titles)}。",
    )
    return None


def _references(node: nodes.Node, asked: Asked) -> tuple[Reference, ...]:
    found = ((item, _scalar(item, asked)) for item in _items(node))
    return tuple(Reference(text, item.line, item.column) for item, text in found if text is not None)


def _reference(node: nodes.Node, asked: Asked) -> Reference | None:
    text = _scalar(node, asked)
    return None if text is None else Reference(text, node.line, node.column)


def _pairs(node: nodes.Node, asked: Asked, example: str) -> Iterable[tuple[str, str, nodes.Node]]:
    """The `名称: 值` pairs of a list of them, or of one mapping; hints show `example`."""
    for item in _items(node):
        if isinstance(item, nodes.Mapping):
            for entry in item.entries:
                if entry.value is None:
                    _no_pair(KeyPlace.of(entry), plain(entry.key), asked, example)
                elif text := _scalar(entry.value, Asked(plain(entry.key), asked.settings, asked.reporter)):
                    yield plain(entry.key), text, entry.value
        elif isinstance(item, nodes.Scalar):
            found = _PAIR.fullmatch(item.text)
            if found:
                yield plain(found["name"]), plain(found["value"]), item
            else:
                _no_pair(item, plain(item.text), asked, example)
        else:
            message = f"“{asked.label}”的列表里又套了列表。"
            asked.reporter.error(item, "wrong-type", message, f"请一行写一条，例如“- {example}”。")


def _no_pair(place: Place, text: str, asked: Asked, example: str) -> None:
    asked.reporter.error(
        place,
        "not-a-pair",
        f"“{asked.label}”里的“{text}”只有一半，少了冒号和后面的内容。",
        f"请写成“名称: 内容”的样子，例如“- {example}”。",
    )


def _amounts(node: nodes.Node, asked: Asked) -> tuple[Amount, ...]:
    return tuple(read_amount(name, text) for name, text, _ in _pairs(node, asked, "建会率: ≥95%"))


def _allowances(node: nodes.Node, asked: Asked) -> tuple[Allowance, ...]:
    pairs = _pairs(node, asked, "手机号: 办公室值班电话")
    return tuple(Allowance(name, text, place.line, place.column) for name, text, place in pairs)


_FILE_KEYS = {"文件": "file", "file": "file", "名称": "name", "name": "name"}


def _attachments(node: nodes.Node, asked: Asked) -> tuple[Attachment, ...]:
    found = (_attachment(item, asked) for item in _items(node))
    return tuple(attachment for attachment in found if attachment is not None)


def _attachment(item: nodes.Node, asked: Asked) -> Attachment | None:
    parts = _parts(item, asked) if isinstance(item, nodes.Mapping) else {"file": _scalar(item, asked)}
    if parts is None:
        asked.reporter.error(
            item,
            "attachment-no-file",
            f"“{asked.label}”里有一项没有写“文件”。",
            "请写成：- 文件: 预算表.xlsx。",
        )
        return None
    file = parts["file"]
    if file is None:
        return None
    path = beside(asked.reporter.path, file)
    if path is None or not path.startswith(f"{ROOT}/"):
        asked.reporter.error(
            item,
            "attachment-outside",
            f"附件“{file}”不在 {ROOT} 文件夹里。",
            "请把文件放到本文旁边，这里只写它的文件名，例如“预算表.xlsx”。",
        )
        return None
    return Attachment(path, parts.get("name") or posixpath.basename(path), item.line, item.column)


def _parts(item: nodes.Mapping, asked: Asked) -> dict[str, str | None] | None:
    """What a `{文件, 名称}` says; None when it does not have 文件."""
    parts: dict[str, str | None] = {}
    lines: dict[str, int] = {}
    for entry in item.entries:
        key = _FILE_KEYS.get(plain(entry.key))
        place = KeyPlace.of(entry)
        if key is None:
            message = f"“{asked.label}”里不认识“{plain(entry.key)}”。"
            asked.reporter.error(place, "unknown-key", message, "每个附件只写“文件”和“名称”。")
        elif key in lines:
            message = f"同一个附件的“{plain(entry.key)}”写了两次，第 {lines[key]} 行已经有了。"
            asked.reporter.error(
                place, "duplicate-field", message, "请只留一处；另一个附件请另起一条“- 文件: ”。"
            )
        else:
            lines[key] = place.line
            if entry.value is not None:
                parts[key] = _scalar(entry.value, Asked(plain(entry.key), asked.settings, asked.reporter))
    return parts if "file" in parts else None


def _slug(node: nodes.Node, asked: Asked) -> str | None:
    text = _scalar(node, asked)
    if text is None:
        return None
    slug = unicodedata.normalize("NFKC", text).lower()
    if _SLUG.fullmatch(slug):
        return slug
    asked.reporter.error(
        node,
        "bad-slug",
        f"网址名“{text}”只能用英文字母和数字，中间可以用连字符“-”。",
        "请改成如“zhiban-2026-03”的样子，或删去这一行。",
    )
    return None


def _search(node: nodes.Node, asked: Asked) -> dict[str, bool | float] | None:
    """MkDocs' own `search: {exclude: true, boost: 2}`."""
    if not isinstance(node, nodes.Mapping):
        message = f"“{asked.label}”应当写明是 exclude 还是 boost。"
        asked.reporter.error(node, "wrong-type", message, "不想被搜到，请写成：search: {exclude: true}。")
        return None
    found: dict[str, bool | float] = {}
    for entry in node.entries:
        key = plain(entry.key)
        inner = Asked(key, asked.settings, asked.reporter)
        value: bool | float | None = None
        if key not in ("exclude", "boost"):
            near = nearest(key, ("exclude", "boost"))
            hint = f"是不是“{near}”？" if near else "这里只能写 exclude 或 boost。"
            asked.reporter.error(KeyPlace.of(entry), "unknown-key", f"“{asked.label}”里不认识“{key}”。", hint)
        elif entry.value is not None:
            value = _yes_no(entry.value, inner) if key == "exclude" else _number(entry.value, inner)
        if value is not None:
            found[key] = value
    return found


def _number(node: nodes.Node, asked: Asked) -> float | None:
    text = _scalar(node, asked)
    if text is None or _DECIMAL.fullmatch(text):
        return text and float(text)
    asked.reporter.error(
        node,
        "wrong-type",
        f"“{asked.label}”应当是一个数，这里写的是“{text}”。",
        f"请写成：{asked.label}: 2。",
    )
    return None


def _period(text: str) -> Period | Fault:
    return read_period(text)


def _date(text: str) -> date | Fault:
    return read_date(text)


def _moment(text: str) -> date | datetime | Fault:
    return read_moment(text)


TEXT = Kind(_scalar, "文字")
TEXTS = Kind(_text_list, "列表，或用、隔开的文字")
DATE = Kind(_parsed(_date), "日期，如 2026-03-08", lambda settings: "2026-03-08")
MOMENT = Kind(_parsed(_moment), "日期，可带时刻，如 2026-03-08 16:20")
YES_NO = Kind(_yes_no, "是 · 否")
PERIOD = Kind(_parsed(_period), "期间，如 2026年、2025—2026学年第一学期", lambda settings: "2026年")
UNIT = Kind(_unit, "站点设置里的单位")
CATEGORY = Kind(
    _category, "站点设置里的公开类别", lambda settings: next((c.title for c in settings.categories), "……")
)
REFERENCE = Kind(_reference, "另一份文件的路径")
NOTICE_PERIOD = Kind(_reference, "起止日期，或 5个工作日")
"""Read as written; the reader of documents settles it with the date of issue."""
REFERENCES = Kind(_references, "一份或几份文件的路径")
AMOUNTS = Kind(_amounts, "列表，每项写成 指标: 数值")
ALLOWANCES = Kind(_allowances, "列表，每项写成 检查: 理由")
ATTACHMENTS = Kind(_attachments, "列表：文件路径，或 文件 与 名称")
SLUG = Kind(_slug, "英文字母、数字和连字符")
SEARCH = Kind(_search, "{exclude: true}")
