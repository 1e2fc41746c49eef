"""Documents that were taken back: a page says so, and nothing else of them gets out."""

from __future__ import annotations

import json
from datetime import date

import pytest

from boards import load_board, plan, told
from noticeboard.search.index import index_assets
from noticeboard.search.texts import texts_of
from noticeboard.views import PageRenderer
from noticeboard.views.ledger import table_of
from repositories import Repository

SECRET = "zqxsecret"
WITHDRAWN = f"""---
类型: 公开
标题: 评优名额
日期: 2026-10-10
类别: 财务
责任部门: 财务室
依据: {SECRET}
标签: {SECRET}
附件: {SECRET}.csv
数据: [{SECRET}: 3人]
撤回: 名额<算错>了
撤回日期: 2026-10-12
---

## {SECRET}

[{SECRET}](别的.md)
"""
OTHER = "---\n类型: 通知\n标题: 别的\n日期: 2026-10-11\n---\n\n见[评优](公开.md)。另见[计划](计划.md)。\n"
FILES = {
    "plans/公开.md": WITHDRAWN,
    f"plans/{SECRET}.csv": "甲,1\n",
    "plans/别的.md": OTHER,
    "plans/计划.md": plan(f"### 12月\n\n- 8日 {SECRET}\n", head=f"撤回: 重复了\n目标: [{SECRET}: 3户]"),
}


def everything(site) -> dict[str, str]:
    """Address → text of all pages and files, the search's index among them."""
    pages, assets = PageRenderer(site.catalog).make(site.pages, site.assets)
    index = index_assets(texts_of(site.catalog, ()), site.settings, site.edition.today, directory_urls=True)
    found = {address: page.html for address, page in pages.items()}
    found |= {address: content.decode("utf-8", "replace") for address, content in assets.items()}
    found |= {asset.address: "" for asset in site.assets if asset.source}
    return found | {asset.address: str(asset.made()) for asset in index}


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_nothing_but_its_page_and_its_line_is_left(tmp_path, audience):
    files = {path: text.replace("\n日期: ", "\n范围: 对外\n日期: ", 1) for path, text in FILES.items()}
    site = load_board(tmp_path, files, audience=audience)
    assert len(site.catalog.withdrawals) == 2
    found = everything(site)
    assert "评优名额" in found["plans/gong-kai/"]
    assert [address for address, text in found.items() if SECRET in text or SECRET in address] == []


def test_its_page_says_when_and_why(board):
    site = board(FILES)
    assert told(site) == []
    found = everything(site)
    page = found["plans/gong-kai/"]
    assert '已于<time datetime="2026-10-12">2026年10月12日</time>撤回' in page or "2026年10月12日" in page
    assert "名额&lt;算错&gt;了" in page
    assert "评优名额" in page
    # Links to it lead there.
    assert 'href="../gong-kai/"' in found["plans/bie-de/"]
    assert 'href="../ji-hua/"' in found["plans/bie-de/"]
    months = [address for address in found if address.startswith("months/2026/12/")]
    assert months == []


def test_the_data_lists_it_apart(board):
    site = board(FILES)
    data = json.loads(everything(site)["board.json"])
    assert [document["title"] for document in data["documents"]] == ["别的"]
    assert data["activities"] == data["targets"] == data["disclosures"] == data["plans"] == []
    (first, second) = data["withdrawn"]
    assert first | {"number": ""} == {
        "id": "plans/gong-kai/", "type": "disclosure", "title": "评优名额", "date": "2026-10-10", "unit": "工会", "number": "",
        "withdrawn_on": "2026-10-12", "reason": "名额<算错>了",
    }  # fmt: skip
    assert (second["type"], second["withdrawn_on"], second["number"]) == ("plan", None, None)


def test_a_disclosure_stays_a_line_of_the_ledger_under_its_number(board):
    before = board(
        {
            **FILES,
            "plans/公开.md": WITHDRAWN.replace("撤回", "更正说明", 1).replace("撤回日期: 2026-10-12\n", ""),
        }
    )
    (row,) = table_of(before.catalog).rows
    after = board(FILES)
    (line,) = table_of(after.catalog).rows
    assert line[:5] == row[:5]
    assert (line[15], line[18], line[19]) == ("已撤回", "", "")
    assert "已撤回" in everything(after)["disclosure/ledger/"]


def test_without_a_field_the_day_is_that_of_the_commit(tmp_path):
    repository = Repository(tmp_path)
    text = WITHDRAWN.replace("撤回日期: 2026-10-12\n", "")
    repository.commit("2026-10-10", "登出", {"plans/公开.md": text.replace("撤回: 名额<算错>了\n", "")})
    repository.commit("2026-10-13", "撤回", {"plans/公开.md": text})
    repository.commit("2026-10-20", "改别的", {"plans/公开.md": text.replace("财务室", "财务科")})
    (withdrawal,) = load_board(tmp_path, {}).catalog.withdrawals
    assert withdrawal.day == date(2026, 10, 13)


def test_what_is_no_longer_shown_to_anyone_has_no_page(board):
    draft = WITHDRAWN.replace("撤回: ", "草稿: 是\n撤回: ")
    later = WITHDRAWN.replace("撤回: ", "发布: 2027-01-01\n撤回: ")
    inside = WITHDRAWN.replace("撤回: ", "范围: 对内\n撤回: ")
    for text in (draft, later):
        assert board({"plans/公开.md": text}).catalog.withdrawals == ()
    assert board({"plans/公开.md": inside}, audience="public").catalog.withdrawals == ()


@pytest.mark.parametrize(
    "lines",
    ["撤回:", "撤回: 是", "撤回: 。。。", "withdrawn: yes", "撤回: 2026-10-12", "撤回日期: 2026-10-12", "撤回: 算错了\n撤回日期: 2026-10-09", "撤回: 算错了\n撤回日期: 2026-12-01"],
)  # fmt: skip
def test_a_withdrawal_needs_a_reason_and_a_day_that_can_be(board, lines):
    text = OTHER.replace("日期: 2026-10-11", f"日期: 2026-10-11\n{lines}").replace(
        "见[评优](公开.md)。另见[计划](计划.md)。", ""
    )
    assert [line.rpartition(" ")[2] for line in told(board({"plans/别的.md": text}))] == [
        "withdrawal-incomplete"
    ]


@pytest.mark.parametrize(
    ("days", "codes"),
    [("2026-11-16 至 2026-11-27", ["withdrawn-in-notice"]), ("2026-10-12 至 2026-10-16", [])],
)
def test_a_running_notice_period_is_told(board, days, codes):
    text = WITHDRAWN.replace("撤回: ", f"公示期: {days}\n反馈: 工会\n联系: 8203\n撤回: ")
    site = board(
        {"plans/公开.md": text, f"plans/{SECRET}.csv": "甲,1\n", "plans/别的.md": OTHER.partition("见")[0]}
    )
    assert [problem.code for problem in site.problems if problem.level.value != "notice"] == codes


def test_taking_back_is_no_change_of_figures(tmp_path):
    repository = Repository(tmp_path)
    standing = WITHDRAWN.replace("撤回: 名额<算错>了\n撤回日期: 2026-10-12\n", "").replace(
        "](别的.md)", "](#a) 93,412.50"
    )
    repository.commit("2026-10-10", "登出", {"plans/公开.md": standing, f"plans/{SECRET}.csv": "甲,1\n"})
    bare = "\n".join(WITHDRAWN.partition("\n## ")[0].replace(f"附件: {SECRET}.csv\n", "").splitlines()) + "\n"
    site = load_board(tmp_path, {"plans/公开.md": bare})
    assert "published-changed" not in {problem.code for problem in site.problems}
