"""A field is declared in one place: whatever is added is read, shown, found, offered and in the data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import jsonschema
import pytest

from boards import load_board, told
from noticeboard.content import field_types
from noticeboard.content.documents import TYPES, Disclosure, Document, Notice
from noticeboard.content.field_types import Attachment, Reference
from noticeboard.content.fields import Shown, declarations, declare
from noticeboard.content.quantities.amounts import Amount
from noticeboard.content.settings.board_settings import Settings
from noticeboard.search.facts import facts_of
from noticeboard.times import Period
from noticeboard.views import PageRenderer
from noticeboard.views.board_json import board_schema
from noticeboard.writing.front_matter_schema import front_matter_schema
from noticeboard.writing.guide_tables import fields_page
from noticeboard.writing.new_document import new_text


@dataclass(frozen=True, kw_only=True, eq=False)
class Meeting(Notice):
    """A notice with a new field of each kind; `note` and `key` are for officers."""

    venue: str | None = declare("会场", field_types.TEXT, "在哪里开。")
    speakers: tuple[str, ...] = declare("主讲", field_types.TEXTS, "谁来讲。", default=(), label="主讲人")
    held: date | None = declare("开会日", field_types.DATE, "哪一天开。", shown=Shown.WALL)
    doors: date | datetime | None = declare("入场", field_types.DATETIME, "几点入场。")
    term: Period | None = declare("任期", field_types.PERIOD, "管多久。")
    open: bool = declare("旁听", field_types.YES_NO, "能不能旁听。", default=False)
    form: str = declare(
        "形式", field_types.choice({"现场": "hall", "网上": "online"}), "怎么开。", default="hall"
    )
    votes: tuple[Amount, ...] = declare("票数", field_types.AMOUNTS, "各得几票。", default=())
    minutes: Reference | None = declare("纪要", field_types.REFERENCE, "会后的纪要。", offered=False)
    papers: tuple[Reference, ...] = declare("文件", field_types.REFERENCES, "会上的文件。", default=())
    slides: tuple[Attachment, ...] = declare("讲稿", field_types.ATTACHMENTS, "讲的稿子。", default=())
    note: str | None = declare("备注", field_types.TEXT, "自己看的。", shown=Shown.HIDDEN)


WRITTEN = {
    "plans/会.md": """
        ---
        类型: 通知
        标题: 开会
        日期: 2026-03-02
        会场: 大礼堂<b>
        speakers: 甲、乙
        开会日: 2026-03-08
        入场: 2026-03-08 13:45
        任期: 2026年
        旁听: 是
        形式: 网上
        票数:
          - 赞成: 98票
        纪要: 纪要.md
        文件: [纪要.md, 没有.md]
        讲稿: 稿.pdf
        附件: 稿.pdf
        备注: 茶水自备
        ---
        """,
    "plans/纪要.md": "---\n类型: 通知\n标题: 会议纪要\n日期: 2026-03-09\n---\n",
    "plans/稿.pdf": b"1",
}
SHOWN = {
    "会场": "大礼堂<b>",
    "主讲人": "甲、乙",
    "开会日": "2026年3月8日",
    "入场": "2026年3月8日 13:45",
    "任期": "2026年",
    "旁听": "是",
    "形式": "网上",
    "票数": "赞成：98票",
    "纪要": "《会议纪要》",
    "文件": "《会议纪要》",
    "讲稿": "稿.pdf",
}
DATA = {
    "venue": "大礼堂<b>",
    "speakers": ["甲", "乙"],
    "held": "2026-03-08",
    "doors": "2026-03-08T13:45:00",
    "term": {"start": "2026-01", "end": "2026-12"},
    "open": True,
    "form": "online",
    "votes": [
        {
            "name": "赞成",
            "text": "98票",
            "number": 98,
            "unit": "票",
            "approximate": False,
            "comparison": "",
            "per": "",
        }
    ],
    "minutes": "plans/ji-yao/",
    "papers": ["plans/ji-yao/"],
    "slides": [{"name": "稿.pdf", "url": "plans/gao-4d5fc5.pdf"}],
}


@pytest.fixture(autouse=True)
def meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TYPES, "notice", Meeting)


@pytest.fixture
def site(tmp_path: Path):
    site = load_board(tmp_path, WRITTEN)
    assert told(site) == []
    return site


def one(site) -> Document:
    return next(document for document in site.catalog.shown if document.title == "开会")


def test_it_is_shown_on_the_documents_page(site) -> None:
    page = next(page for page in site.pages if page.title == "开会")
    html = PageRenderer(site.catalog).render(page).html
    for label, text in SHOWN.items():
        escaped = text.replace("<", "&lt;").replace(">", "&gt;")
        assert f"<dt>{label}</dt>" in html, label
        assert escaped in html, label
    assert '<div class="nb-facts__wall"><dt>开会日</dt>' in html
    assert "茶水自备" not in html


def test_the_search_finds_it(site) -> None:
    passages = {(passage.label, passage.text) for passage in facts_of(site.catalog, one(site))}
    assert SHOWN.items() <= passages
    assert "备注" not in {label for label, _ in passages}


def test_it_is_in_the_data_and_in_its_schema(site) -> None:
    (asset,) = [asset for asset in site.assets if asset.address == "board.json"]
    data = json.loads(asset.content())
    jsonschema.validate(data, json.loads(board_schema()), format_checker=jsonschema.FormatChecker())
    found = next(item for item in data["notices"] if item["document"] == "plans/hui/")
    assert found == {"document": "plans/hui/", **DATA}
    assert b"\xe8\x8c\xb6\xe6\xb0\xb4" not in asset.content()


def test_an_empty_field_is_not_shown_and_is_null_in_the_data(tmp_path: Path) -> None:
    site = load_board(
        tmp_path, {"plans/会.md": "---\n类型: 通知\n标题: 开会\n日期: 2026-03-02\n会场:\n---\n"}
    )
    (page,) = [page for page in site.pages if page.title == "开会"]
    html = PageRenderer(site.catalog).render(page).html
    assert "会场" not in html
    assert "<dt>形式</dt><dd>现场</dd>" in html
    (asset,) = [asset for asset in site.assets if asset.address == "board.json"]
    (found,) = json.loads(asset.content())["notices"]
    assert (found["venue"], found["speakers"], found["form"]) == (None, [], "hall")


def test_of_an_internal_document_the_public_data_and_page_say_nothing(tmp_path: Path) -> None:
    written = {
        "plans/会.md": "---\n类型: 通知\n标题: 开会\n日期: 2026-03-02\n范围: 对外\n纪要: 纪要.md\n---\n",
        "plans/纪要.md": "---\n类型: 通知\n标题: 内部纪要\n日期: 2026-03-09\n范围: 对内\n---\n",
    }
    site = load_board(tmp_path, written, audience="public")
    (page,) = [page for page in site.pages if page.title == "开会"]
    assert "纪要" not in PageRenderer(site.catalog).render(page).html
    (asset,) = [asset for asset in site.assets if asset.address == "board.json"]
    assert json.loads(asset.content())["notices"][0]["minutes"] is None


def test_editors_complete_it_and_the_guide_lists_it() -> None:
    schema = front_matter_schema(Settings())
    assert {"会场", "venue", "备注", "note"} <= set(schema["definitions"]["notice"]["properties"])
    assert "会场" in fields_page()


def test_a_new_file_has_a_line_for_it() -> None:
    text = new_text("notice", {"title": "开会", "date": "2026-03-02"})
    assert "\n会场:\n" in text
    assert "\n纪要:" not in text
    assert "\n联系:\n" in text


# Those that there are


@pytest.mark.parametrize("kind", [Document, *TYPES.values()])
def test_only_what_is_for_officers_is_hidden(kind: type[Document]) -> None:
    hidden = {field.chinese for field in declarations(kind) if field.shown is Shown.HIDDEN}
    of_its_own = {"个人信息保留"} if kind is Disclosure else set()
    assert hidden - {"备注"} == {"允许", "网址名", "曾用网址", "撤回", "撤回日期", *of_its_own}


EVERYTHING = {
    "plans/计划.md": "---\n类型: 计划\n标题: 计划\n日期: 2026-01-02\n期间: 2026年\n目标:\n  - 目标甲: 1人\n---\n",
    "plans/总结.md": (
        "---\n类型: 总结\n标题: 总结\n日期: 2026-12-02\n期间: 2026年\n计划: 计划.md\n数据:\n  - 数据甲: 2人\n---\n"
    ),
    "plans/旧.md": "---\n类型: 公开\n标题: 旧公开\n日期: 2026-03-01\n类别: 财务\n责任部门: 财务室\n---\n",
    "plans/公开.md": (
        "---\n类型: 公开\n标题: 新公开\n日期: 2026-03-02\n类别: 财务\n责任部门: 部门甲\n公示期: 2026-03-02 至 2026-03-06\n"
        "公开形式: 形式甲\n张贴地点: 地点甲\n依据: 依据甲\n反馈: 反馈甲\n审核: 审核甲\n取代: 旧.md\n编号: 编号甲\n标签: 标签甲\n"
        "置顶: 是\n发布: 2026-03-02\n撤下: 2027-01-02\n更正说明: 更正甲\n联系: 联系甲\n附件: 表.csv\n---\n内容\n"
    ),
    "plans/表.csv": "甲\n",
    "plans/提案.md": (
        "---\n类型: 提案\n标题: 提案\n日期: 2026-03-02\n届次: 三届二次\n提案人: 提案甲\n附议人: 附议甲\n立案: 立案\n承办: 承办甲\n"
        "期限: 2026-05-02\n答复日期: 2026-04-02\n满意度: 基本满意\n---\n"
    ),
}
PLACES = {
    "plans/ji-hua/": ["2026年", "目标甲", "1人"],
    "plans/zong-jie/": ["对照计划", "计划", "数据甲", "2人"],
    "plans/gong-kai/": [
        "新公开", "2026年3月2日", "工会", "编号甲", "只限内网", "标签甲", "置顶", "有效至", "2027年1月2日", "更正甲", "联系甲", "表.csv",
        "财务", "部门甲", "2026年3月6日", "形式甲", "地点甲", "依据甲", "反馈甲", "审核甲", "旧公开", "发布",
    ],
    "plans/ti-an/": [
        "三届二次", "提案甲", "附议甲", "立案", "承办甲", "2026年5月2日", "2026年4月2日", "基本满意",
    ],
}  # fmt: skip


def test_every_field_that_there_is_stands_on_its_page(tmp_path: Path) -> None:
    """Those with a place of their own too, which no loop over the declarations shows."""
    site = load_board(tmp_path, EVERYTHING)
    assert not site.has_errors
    pages, _ = PageRenderer(site.catalog).make(site.pages, ())
    for address, words in PLACES.items():
        missing = [word for word in words if word not in pages[address].html]
        assert missing == [], address
