"""Of whatever type a document is, a field that is added to it is read, shown, found, offered and in the data."""

from __future__ import annotations

import json
from dataclasses import make_dataclass
from pathlib import Path

import jsonschema
import pytest

from boards import load_board, told
from noticeboard.build import Site
from noticeboard.content import field_types
from noticeboard.content.documents import TYPES, Document
from noticeboard.content.field_types import Count
from noticeboard.content.fields import Shown, declare
from noticeboard.content.settings.board_settings import Settings
from noticeboard.search.facts import facts_of
from noticeboard.views import PageRenderer
from noticeboard.views.board_json import board_schema
from noticeboard.views.helpers.board_data.documents import list_of
from noticeboard.writing.front_matter_schema import front_matter_schema
from noticeboard.writing.guide_tables import fields_page
from noticeboard.writing.new_document import new_text

REQUIRED = {
    "plan": "期间: 2026年",
    "summary": "期间: 2026年",
    "disclosure": "类别: 财务\n责任部门: 财务室",
    "proposal": "届次: 三届二次",
    "meeting": "届次: 三届二次",
    "notice": "联系: 办公室",
    "service": "情形: 生病\n对象: 会员",
    "register": "种类: 保险",
}
"""What a document of each type cannot do without, besides 标题 and 日期."""


def test_no_type_is_left_out() -> None:
    assert set(REQUIRED) == set(TYPES)


@pytest.fixture(params=sorted(REQUIRED))
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a type whose documents have three new fields: a text, a whole number and numbers with names."""
    fields = [
        ("mentor", str | None, declare("导师", field_types.TEXT, "谁来带。", label="带教人")),
        ("seats", int | None, declare("座位", field_types.COUNT, "坐多少人。", shown=Shown.WALL)),
        ("groups", tuple[Count, ...], declare("各组", field_types.COUNTS, "各组多少人。", default=())),
        ("memo", str | None, declare("备忘", field_types.TEXT, "自己看的。", shown=Shown.HIDDEN)),
    ]
    old = TYPES[request.param]
    # make_dataclass puts the fields in the class and nothing else: it bears the name of the old one.
    new = make_dataclass(old.__name__, fields, bases=(old,), frozen=True, kw_only=True, eq=False)
    monkeypatch.setitem(TYPES, request.param, new)
    return request.param


@pytest.fixture
def site(kind: str, tmp_path: Path) -> Site:
    head = f"类型: {TYPES[kind].label}\n标题: 新栏\n日期: 2026-03-02\n{REQUIRED[kind]}\n"
    text = f"---\n{head}导师: 老师傅<b>\nseats: 40\n各组:\n  - 征集: 3\n备忘: 茶水自备\n---\n内容\n"
    site = load_board(tmp_path, {"plans/甲.md": text})
    assert told(site) == []
    return site


def one(site: Site) -> Document:
    (document,) = site.catalog.shown
    return document


def test_it_is_on_the_page(site: Site) -> None:
    (page,) = [page for page in site.pages if page.source == "plans/甲.md"]
    html = PageRenderer(site.catalog).render(page).html
    for label, text in [("带教人", "老师傅&lt;b&gt;"), ("座位", "40"), ("各组", "征集")]:
        assert f"<dt>{label}</dt>" in html, label
        assert text in html, label
    assert "茶水自备" not in html


def test_it_is_found(site: Site) -> None:
    passages = {passage.label: passage.text for passage in facts_of(site.catalog, one(site))}
    assert (passages["带教人"], passages["座位"]) == ("老师傅<b>", "40")
    assert "征集" in passages["各组"]
    assert "备忘" not in passages


@pytest.mark.slow
def test_it_is_in_the_data_and_in_the_schema_of_the_data(site: Site, kind: str) -> None:
    (asset,) = [asset for asset in site.assets if asset.address == "board.json"]
    data = json.loads(asset.content())
    jsonschema.validate(data, json.loads(board_schema()), format_checker=jsonschema.FormatChecker())
    (found,) = data[list_of(TYPES[kind])]
    assert (found["mentor"], found["seats"]) == ("老师傅<b>", 40)
    assert [(group["name"], group["number"]) for group in found["groups"]] == [("received", 3)]
    assert "memo" not in found


def test_editors_complete_it_and_the_guide_lists_it(kind: str) -> None:
    properties = front_matter_schema(Settings())["definitions"][kind]["properties"]
    assert {"导师", "mentor", "座位", "各组", "备忘"} <= set(properties)
    assert fields_page().count("谁来带。") == 1


def test_a_new_file_has_a_line_for_it(kind: str) -> None:
    lines = new_text(kind, {"title": "新栏", "date": "2026-03-02"}).splitlines()
    assert {"导师:", "座位:", "各组:"} <= set(lines)
