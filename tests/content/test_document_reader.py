"""From a document's front matter and body to a typed document."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.documents import Disclosure, Document, Notice, Plan, Proposal, Summary
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import read_source

SETTINGS = Settings.model_validate({"units": ["甲", "乙"]})


def read(*lines: str, body: str = "", settings: Settings = SETTINGS) -> tuple[Document, list[str]]:
    text = "\n".join(["---", *lines, "---", body])
    document, problems = read_document(read_source("plans/2026/a.md", text.encode(), KNOWN_KEYS), settings)
    return document, [f"{p.line}:{p.column} {p.code}" for p in problems]


NOTICE = ("类型: 通知", "标题: 一", "日期: 2026-03-01")


def test_every_field_of_a_plan_by_its_chinese_name() -> None:
    plan, told = read(
        "类型: 计划", "标题: 一", "日期: 2026-01-10", "单位: 乙", "编号: 1号", "范围: 对外", "标签: 春、夏", "置顶: 是",
        "发布: 2026-01-11", "撤下: 2026-12-31 17:00", "草稿: 是", "联系: 办公室", "附件: 表.xlsx", "允许: 手机号：值班",
        "网址名: ji-hua", "期间: 2026年", "目标: 建会率：≥95%", body="### 三月\n\n- 8日 [座谈](b.md)",
    )  # fmt: skip
    assert told == []
    assert isinstance(plan, Plan)
    assert (plan.title, plan.date, plan.unit, plan.number) == ("一", date(2026, 1, 10), "乙", "1号")
    assert (plan.audience, plan.tags, plan.pinned, plan.draft) == ("public", ("春", "夏"), True, True)
    assert (plan.publish_on, plan.expire_on) == (date(2026, 1, 11), datetime(2026, 12, 31, 17, 0))
    assert (plan.contact, plan.attachments[0].path, plan.allow[0].check) == (
        "办公室",
        "plans/2026/表.xlsx",
        "手机号",
    )
    assert (plan.address, plan.period.title, plan.targets[0].name) == (
        "plans/2026/ji-hua/",
        "2026年",
        "建会率",
    )
    assert (plan.activities[0].line, plan.links[0].target) == (22, "b.md")


def test_every_field_of_a_disclosure_by_its_english_name() -> None:
    disclosure, told = read(
        "type: disclosure", "title: 一", "date: 2026-03-02", "category: 财务", "department: 财务室",
        "notice_period: 5个工作日", "channels: [网站, 上墙]", "places: 大厅", "basis: 章程", "feedback: 意见箱",
        "reviewer: 校长室", "replaces: b.md",
    )  # fmt: skip
    assert told == []
    assert isinstance(disclosure, Disclosure)
    assert (disclosure.category, disclosure.department) == ("财务", "财务室")
    assert disclosure.notice_period.end == date(2026, 3, 6)
    assert (disclosure.channels, disclosure.places) == (("网站", "上墙"), ("大厅",))
    assert (disclosure.basis, disclosure.feedback, disclosure.reviewer) == ("章程", "意见箱", "校长室")
    assert (disclosure.replaces.text, disclosure.replaces.line) == ("b.md", 13)


def test_every_field_of_a_proposal_and_a_summary() -> None:
    proposal, told = read(
        "类型: 提案", "标题: 一", "日期: 2026-03-02", "届次: 三届二次", "提案人: 张", "附议人: 王、李", "立案: 转意见建议",
        "承办: 总务处", "期限: 2026-06-01", "答复日期: 2026-05-01", "满意度: 基本满意",
    )  # fmt: skip
    assert told == []
    assert isinstance(proposal, Proposal)
    assert (proposal.session, proposal.proposer, proposal.seconders) == ("三届二次", "张", ("王", "李"))
    assert (proposal.triage, proposal.satisfaction, proposal.handler) == ("suggestion", "mostly", "总务处")
    assert (proposal.due, proposal.answered) == (date(2026, 6, 1), date(2026, 5, 1))
    summary, told = read(
        "类型: 总结", "标题: 一", "日期: 2026-12-20", "期间: 2026年", "计划: b.md", "数据: 慰问：278人次"
    )
    assert told == []
    assert isinstance(summary, Summary)
    assert (summary.plans[0].text, summary.results[0].number) == ("b.md", 278)


def test_what_is_not_written_has_its_default() -> None:
    notice, told = read(*NOTICE, "编号:", "标签:", "置顶: ")
    assert told == []
    assert isinstance(notice, Notice)
    assert (notice.unit, notice.audience, notice.number, notice.tags) == ("甲", "internal", None, ())
    assert (notice.pinned, notice.draft, notice.publish_on) == (False, False, None)
    assert read(*NOTICE, settings=Settings(audience="public"))[0].audience == "public"


def test_keys_know_their_place() -> None:
    notice, _ = read(*NOTICE, "网址名: a")
    assert notice.positions == {"title": (3, 1), "date": (4, 1), "slug": (5, 1)}


def test_mkdocs_keys_pass_through() -> None:
    notice, told = read(*NOTICE, "hide: [toc]", "search: {exclude: 是}", "description: 值班")
    assert told == []
    assert {key: notice.meta[key] for key in ("search", "description")} == {
        "search": {"exclude": True},
        "description": "值班",
    }
    assert list(notice.meta["hide"]) == ["toc"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((), ["1:1 missing-field", "1:1 missing-field", "1:1 missing-field"]),
        (("标题: 一", "日期: 2026-03-01"), ["1:1 missing-field"]),
        (("类型: 计划", "标题: 一", "日期: 2026-03-01"), ["1:1 missing-field"]),
        (("类型: ", "标题: 一", "日期: 2026-03-01"), ["2:1 empty-value"]),
        (("类型: 公告", "标题: 一", "日期: 昨天"), ["2:5 unknown-choice", "4:5 unreadable-date"]),
        ((*NOTICE, "类型: 通知"), ["5:1 duplicate-field"]),
        ((*NOTICE, "title: 一"), ["5:1 duplicate-field"]),
        ((*NOTICE, "hide: toc", "hide: toc"), ["6:1 duplicate-field"]),
        ((*NOTICE, "期间: 2026年"), ["5:1 foreign-field"]),
        ((*NOTICE, "密级: 一般"), ["5:1 unknown-key"]),
        ((*NOTICE, "template: a.html"), ["5:1 refused-key"]),
        ((*NOTICE, "发布: 2026-03-02", "撤下: 2026-03-01"), ["6:1 expires-before"]),
        ((*NOTICE, "发布: 2026-03-02 09:00", "撤下: 2026-03-02"), []),
        ((*NOTICE, "发布: 2026-03-02 09:00", "撤下: 2026-03-02 08:59"), ["6:1 expires-before"]),
        (("类型: 提案", *NOTICE[1:], "答复日期: 2026-02-28"), ["5:1 answered-before"]),
        (("类型: 提案", *NOTICE[1:], "答复日期: 2026-03-01"), []),
        (('类型: "通知', *NOTICE[1:]), ["2:5 unclosed-quote"]),
        (("类型: 通知", '标题: "一'), ["3:5 unclosed-quote", "1:1 missing-field"]),
        (("类型: 通知", "标题 一"), ["3:1 stray-line"]),
    ],
)
def test_problems(lines: tuple[str, ...], told: list[str]) -> None:
    assert read(*lines)[1] == told


def test_a_document_of_unknown_type_has_what_all_types_share() -> None:
    document, _ = read("类型: 公告", "标题: 一", "附件: 表.xlsx", "期间: 今年", body="[二](b.md)")
    assert type(document) is Document
    assert (document.title, document.date) == ("一", None)
    assert (document.attachments[0].path, document.links[0].target) == ("plans/2026/表.xlsx", "b.md")


def test_nothing_is_called_missing_in_a_file_that_cannot_be_read() -> None:
    for text in ("正文", "", "---\n标题: 一\n---\n\0"):
        _, problems = read_document(read_source("plans/a.md", text.encode(), KNOWN_KEYS), SETTINGS)
        assert len(problems) == 1


def test_without_a_period_no_month_is_guessed() -> None:
    plan, told = read("类型: 计划", *NOTICE[1:], "期间: 今年", body="### 三月\n\n- 31日 登山")
    assert plan.activities == ()
    assert told == ["5:5 unreadable-period"]
