"""Names that leave: nothing of what was declared as names is on the site when its time is over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from boards import write
from catalogs import day, disclosure
from noticeboard.build import load
from noticeboard.catalog.retention import names_of, without_names
from noticeboard.content.field_types import Attachment
from noticeboard.content.quantities.retentions import Retention, read_retention
from noticeboard.content.settings.board_settings import Settings
from noticeboard.edition import Edition
from noticeboard.markup.body import read_body
from noticeboard.markup.links import links_of
from noticeboard.problems import Fault
from noticeboard.publish.next_change import next_change
from noticeboard.views import PageRenderer

HEAD = (
    "类型: 公开\n标题: 先进人选公示\n日期: 2026-03-02\n类别: 评优与考核\n责任部门: 校长办公室\n"
    "公示期: 2026-03-02 至 2026-03-06\n依据: 评选办法\n联系: 校长办公室，内线8101\n反馈: 到校长办公室反映\n"
)
TEXT = f"""---
{HEAD}个人信息保留: 公示期满后30天
附件:
  - 文件: 名单.xlsx
    名称: 推荐名单
  - 办法.txt
---

拟推荐2人，见[推荐表](名单.xlsx)。

## 名单

| 姓名 | 部门 |
|---|---|
| 欧阳试验 | 一年级组 |

另有：诸葛样本。

## 说明

办法见附件。
"""
LAST = date(2026, 4, 5)


def site_on(tmp_path, today: date, text: str = TEXT, settings: Settings | None = None):
    files = {
        "mkdocs.yml": "site_name: 板\n",
        "plans/2026/公示.md": text,
        "plans/2026/名单.xlsx": "欧阳试验",
        "plans/2026/办法.txt": "办法",
        "plans/2026/通知.md": "---\n类型: 通知\n标题: 通知\n日期: 2026-03-03\n---\n看[名单](名单.xlsx)和[公示](公示.md)。\n",
    }
    folder = tmp_path / today.isoformat()
    return load(write(folder, files), settings or Settings(), Edition(today))


def everything(site) -> str:
    renderer = PageRenderer(site.catalog)
    pages = [renderer.render(page).html for page in site.pages]
    assets = [
        asset.made().decode("utf-8", "replace") if asset.content else asset.source for asset in site.assets
    ]
    return "\n".join([*pages, *assets])


@pytest.mark.slow
@pytest.mark.parametrize("name", ["欧阳试验", "诸葛样本", "名单.xlsx"])
def test_names_are_there_for_their_time_and_nowhere_after_it(tmp_path, name):
    assert name in everything(site_on(tmp_path, LAST))
    assert name not in everything(site_on(tmp_path, LAST + timedelta(1)))


def test_all_else_stays(tmp_path):
    before, after = site_on(tmp_path, LAST), site_on(tmp_path, LAST + timedelta(1))
    old, new = before.catalog.by_path["plans/2026/公示.md"], after.catalog.by_path["plans/2026/公示.md"]
    html = everything(after)
    assert "拟推荐2人，见推荐表。" in html
    assert "名单登到2026年4月5日" in html
    assert "办法见附件" in html
    assert "看名单和" in html
    assert new.digest == old.digest
    assert new.body.count("\n") == old.body.count("\n")
    assert [it.name for it in new.attachments] == ["办法.txt"]
    assert after.catalog.published_files == ("plans/2026/办法.txt",)


def test_the_next_change_names_the_day(tmp_path):
    told = next_change(site_on(tmp_path, LAST))
    assert told.day == LAST + timedelta(1)
    assert [(reason.what, reason.path) for reason in told.reasons] == [("名单撤下", "plans/2026/公示.md")]


@pytest.mark.slow
def test_the_settings_say_it_for_all(tmp_path):
    settings = Settings.model_validate({"disclosure": {"names_kept": "期满即撤"}})
    text = TEXT.replace("个人信息保留: 公示期满后30天\n", "")
    assert "诸葛样本" in everything(site_on(tmp_path, date(2026, 3, 6), text, settings))
    assert "诸葛样本" not in everything(site_on(tmp_path, date(2026, 3, 7), text, settings))
    assert "诸葛样本" in everything(site_on(tmp_path, date(2030, 3, 8), text))


def shown(body: str, **fields):
    """The text of a disclosure with `body` when its names have left."""
    given = disclosure(
        period=("2026-03-02", "2026-03-06"), names_kept=Retention("即撤"), body=body, tree=read_body(body),
        links=links_of(body), **fields,
    )  # fmt: skip
    (found,) = without_names([given], day("2026-03-07"), None)
    return found.body


SAID = "公示期满，名单登到2026年3月6日，已经撤下。"


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("前\n\n## 获奖名单\n甲\n乙\n\n## 后\n后", f"前\n\n## 获奖名单\n{SAID}\n\n\n## 后\n后"),
        ("### 二、名单（按笔画）\n\n- 甲\n", f"### 二、名单（按笔画）\n{SAID}\n\n"),
        ("## 名单\n### 一年级\n甲\n# 完\n", f"## 名单\n{SAID}\n\n# 完\n"),
        ("名单：甲、乙、丙、丁、戊、己\n\n完\n", f"{SAID}\n\n完\n"),
        ("**名单**\n\n甲\n\n**说明**\n\n乙\n", f"{SAID}\n\n\n\n**说明**\n\n乙\n"),
        ("名单\n===\n甲\n", f"{SAID}\n\n\n"),
        ("## 名单", SAID),
        ("## 评选办法\n名单由各组推荐。\n", "## 评选办法\n名单由各组推荐。\n"),
    ],
)
def test_sections_of_names(body, after):
    assert shown(body) == after


def test_links_of_every_kind_go_with_the_file():
    attachments = (Attachment("plans/名单.pdf", "名单", 1, 1),)
    body = '见[名 单](名单.pdf "a")，![图](名单.pdf)。\n\n[另一种][1]\n\n[1]: 名单.pdf\n\n<a href="名单.pdf">又</a>\n'
    assert "名单.pdf" not in shown(body, attachments=attachments)


def test_without_a_period_nothing_leaves():
    assert (
        names_of(disclosure(body="## 名单\n甲\n", tree=read_body("## 名单\n甲\n")), Retention("", 0, 1))
        is None
    )


@pytest.mark.parametrize(
    ("text", "months", "days"),
    [
        ("公示期满后30天", 0, 30),
        ("期满后三个月", 3, 0),
        ("公示结束后半年撤下", 6, 0),
        ("30日", 0, 30),
        ("公示期满后 2 周", 0, 14),
        ("公示期满即撤", 0, 0),
        ("期满后立即删除", 0, 0),
    ],
)
def test_lengths(text, months, days):
    assert read_retention(text) == Retention(text, months, days)


@pytest.mark.parametrize("text", ["适当的时候", "长期", "公示期满后100年", "0天", "三十", "年底"])
def test_no_lengths(text):
    found = read_retention(text)
    assert isinstance(found, Fault) or text == "三十"


def test_a_month_ends_on_its_last_day():
    assert Retention("", 1).last_day(date(2026, 1, 31)) == date(2026, 2, 28)
