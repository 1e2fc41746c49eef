"""Each kind of front matter value: what it accepts, and what it says of the rest."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from noticeboard.content import field_types
from noticeboard.content.field_types import Asked, FieldType
from noticeboard.content.front_matter.header import read_header
from noticeboard.content.reporter import Reporter
from noticeboard.content.settings.board_settings import Settings

SETTINGS = Settings.model_validate({"units": ["晨光小学工会", "东校区（分）工会"]})
COLOUR = field_types.choice({"红": "red", "绿": "green"})


def read(kind: FieldType, value: str) -> tuple[object, list[str]]:
    """What `kind` makes of a field `项`, and what it tells; `value` is what follows the colon."""
    header, problems = read_header(f"项: {value}", 1, "plans/2026/a.md", {"项"})
    assert not [problem for problem in problems if problem.is_error]
    reporter = Reporter("plans/2026/a.md")
    found = kind.read(header.entries[0].value, Asked("项", SETTINGS, reporter))
    return found, [f"{p.line}:{p.column} {p.code}" for p in reporter.problems]


GOOD = [
    (field_types.TEXT, "值班　", "值班"),
    (field_types.TEXT, "16:20", "16:20"),
    (field_types.TEXT, "|\n  一\n  二", "一 二"),
    (field_types.TEXTS, "网站、上墙，会议通报；教代会", ("网站", "上墙", "会议通报", "教代会")),
    (field_types.TEXTS, "教学楼（一楼、二楼）、食堂(东，西)", ("教学楼（一楼、二楼）", "食堂(东，西)")),
    (field_types.TEXTS, "[网站, 上墙，网站]", ("网站", "上墙")),
    (field_types.TEXTS, "\n  - 网站\n  -\n  - ''", ("网站",)),
    (field_types.TEXTS, "\n  网站\n  上墙", ("网站", "上墙")),
    (field_types.TEXTS, "[]", ()),
    (field_types.DATE, "2026年3月8日", date(2026, 3, 8)),
    (field_types.DATETIME, "2026-03-08", date(2026, 3, 8)),
    (field_types.DATETIME, "2026-03-08 16：20", datetime(2026, 3, 8, 16, 20)),
    (field_types.YES_NO, "是", True),
    (field_types.YES_NO, "ＹＥＳ", True),
    (field_types.YES_NO, "false", False),
    (field_types.YES_NO, "否", False),
    (COLOUR, "红", "red"),
    (COLOUR, "Ｇreen", "green"),
    (field_types.UNIT, "晨光小学工会", "晨光小学工会"),
    (field_types.UNIT, "东校区(分) 工会", "东校区（分）工会"),
    (field_types.CATEGORY, "后勤 与食堂", "后勤与食堂"),
    (field_types.SLUG, "Zhi-Ban_２０２６", "zhi-ban_2026"),
    (field_types.SEARCH, "{exclude: 是, boost: 1.5}", {"exclude": True, "boost": 1.5}),
    (field_types.SEARCH, "\n  boost:", {}),
]


@pytest.mark.parametrize(("kind", "value", "expected"), GOOD)
def test_good(kind: FieldType, value: str, expected: object) -> None:
    assert read(kind, value) == (expected, [])


BAD = [
    (field_types.TEXT, "[一, 二]", "1:4 wrong-type"),
    (field_types.TEXT, "{甲: 乙}", "1:4 wrong-type"),
    (field_types.DATE, "2026-02-30", "1:4 impossible-day"),
    (field_types.DATE, "2026-03-08 16:20", "1:4 unreadable-date"),
    (field_types.DATE, "[2026-03-08]", "1:4 wrong-type"),
    (field_types.DATETIME, "2026-03-08 25:00", "1:15 impossible-clock"),
    (field_types.YES_NO, "也许", "1:4 not-yes-no"),
    (field_types.YES_NO, "1", "1:4 not-yes-no"),
    (COLOUR, "蓝", "1:4 unknown-choice"),
    (field_types.PERIOD, "今年", "1:4 unreadable-period"),
    (field_types.UNIT, "东校区", "1:4 unknown-unit"),
    (field_types.CATEGORY, "食堂", "1:4 unknown-category"),
    (field_types.SLUG, "值班", "1:4 bad-slug"),
    (field_types.SLUG, "a.b", "1:4 bad-slug"),
    (field_types.SLUG, "a/../b", "1:4 bad-slug"),
    (field_types.SLUG, "-a", "1:4 bad-slug"),
    (field_types.SEARCH, "否", "1:4 wrong-type"),
]


@pytest.mark.parametrize(("kind", "value", "problem"), BAD)
def test_bad(kind: FieldType, value: str, problem: str) -> None:
    assert read(kind, value) == (None, [problem])


def test_a_bad_item_costs_itself_only() -> None:
    assert read(field_types.TEXTS, "\n  - 一\n  - [二]\n  - 三") == (("一", "三"), ["3:5 wrong-type"])


def test_a_bad_setting_of_search_costs_itself_only() -> None:
    value = "\n  exclude: 也许\n  bost: 2\n  boost: 很\n"
    assert read(field_types.SEARCH, value) == ({}, ["2:12 not-yes-no", "3:3 unknown-key", "4:10 wrong-type"])


@pytest.mark.parametrize(
    "value",
    ["\n  - 建会率: ≥95%\n  - 慰问：3次", "\n  建会率: ≥95%\n  慰问: 3次", "{建会率: ≥95%, 慰问: 3次}"],
)
def test_amounts(value: str) -> None:
    amounts, told = read(field_types.AMOUNTS, value)
    assert [(amount.name, amount.text) for amount in amounts] == [("建会率", "≥95%"), ("慰问", "3次")]
    assert told == []


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("建会率", "1:4 not-a-pair"),
        ("\n  - 建会率:", "2:5 not-a-pair"),
        ("\n  - [建会率]", "2:5 wrong-type"),
        ("\n  - 建会率: [1]", "2:10 wrong-type"),
        ("\n  甲:\n    乙:", "2:3 wrong-type"),
    ],
)
def test_amounts_without_a_value(value: str, problem: str) -> None:
    amounts, told = read(field_types.AMOUNTS, value)
    assert amounts == ()
    assert [line.split()[1] for line in told] == [problem.split()[1]]


def test_allowances_know_their_place() -> None:
    (allowance,), told = read(field_types.ALLOWANCES, "\n  - 手机号: 值班电话")
    assert (allowance.check, allowance.reason, allowance.line, allowance.column) == (
        "手机号",
        "值班电话",
        2,
        10,
    )
    assert told == []


def test_references_know_their_place() -> None:
    references, told = read(field_types.REFERENCES, "\n  - a.md\n  - b.md")
    assert [(r.text, r.line, r.column) for r in references] == [("a.md", 2, 5), ("b.md", 3, 5)]
    assert told == []


@pytest.mark.parametrize(
    ("value", "path", "name"),
    [
        ("表.xlsx", "plans/2026/表.xlsx", "表.xlsx"),
        ("附件\\表.xlsx", "plans/2026/附件/表.xlsx", "表.xlsx"),
        ("{文件: ../表.xlsx, 名称: 预算}", "plans/表.xlsx", "预算"),
        ("{file: 表.xlsx, name: }", "plans/2026/表.xlsx", "表.xlsx"),
    ],
)
def test_attachments(value: str, path: str, name: str) -> None:
    (attachment,), told = read(field_types.ATTACHMENTS, value)
    assert (attachment.path, attachment.name) == (path, name)
    assert told == []


@pytest.mark.parametrize(
    ("value", "problems"),
    [
        ("{名称: 预算}", ["1:5 attachment-no-file"]),
        ("{文件: }", ["1:5 attachment-no-file"]),
        ("{文件: [表.xlsx]}", ["1:9 wrong-type"]),
        ("../../表.xlsx", ["1:4 attachment-outside"]),
        ("../../../表.xlsx", ["1:4 attachment-outside"]),
        ("D:\\表.xlsx", ["1:4 attachment-outside"]),
    ],
)
def test_attachments_that_are_none(value: str, problems: list[str]) -> None:
    found, told = read(field_types.ATTACHMENTS, value)
    assert found == ()
    assert [line.split()[1] for line in told] == [line.split()[1] for line in problems]


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("\n  - 文件: 表.xlsx\n    说明: 一", "3:5 unknown-key"),
        ("\n  - 文件: 表.xlsx\n    file: 图.png", "3:5 duplicate-field"),
    ],
)
def test_attachments_with_too_much(value: str, problem: str) -> None:
    (attachment,), told = read(field_types.ATTACHMENTS, value)
    assert attachment.path == "plans/2026/表.xlsx"
    assert told == [problem]


@pytest.mark.parametrize("kind", [field_types.DATE, field_types.PERIOD, field_types.CATEGORY])
def test_examples_are_good(kind: FieldType) -> None:
    assert read(kind, kind.example(SETTINGS))[1] == []
