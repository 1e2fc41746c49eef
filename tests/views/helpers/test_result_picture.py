"""The one result with a picture on the front page."""

from datetime import date

import pytest

from noticeboard.views import pages_of
from noticeboard.views.helpers.result_picture import newest_picture

TODAY = date(2026, 11, 20)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


def told(text: str, day: str = "2026-11-10", head: str = "类型: 通知") -> str:
    return f"---\n{head}\n标题: 某事\n日期: {day}\n---\n\n正文。\n\n{text}\n"


def shown(board, **files):
    """What is shown of documents, named a, b …, beside some pictures."""
    everything = {
        "plans/附件/图.png": PNG,
        "plans/附件/大图.jpg": b"\xff\xd8\xff" + bytes(100_000),
        "plans/附件/空的.png": b"",
        "plans/附件/表.pdf": b"%PDF-1.4\n",
        **{f"plans/{name}.md": text for name, text in files.items()},
    }
    found = newest_picture(board(everything, today=TODAY).catalog)
    return found and (found.document.path, found.path, found.text)


def test_the_newest_one_with_a_picture_is_shown(board):
    assert shown(
        board,
        a=told("![旧的](附件/图.png)", "2026-10-01"),
        b=told("![新的](附件/图.png)", "2026-11-01", "类型: 总结\n期间: 2026年10月"),
        c=told("没有图", "2026-11-19"),
    ) == ("plans/b.md", "plans/附件/图.png", "新的")


@pytest.mark.parametrize(
    "text",
    [
        "没有图",
        "![](附件/图.png)",
        "![  ](附件/图.png)",
        "![大](附件/大图.jpg)",
        "![空](附件/空的.png)",
        "![没有](附件/没有.png)",
        "![别处](http://photos.example/a.png)",
        "![别处](//photos.example/a.png)",
        "![数据](data:image/png;base64,AAAA)",
        "![外面](../../a.png)",
        "![表](附件/表.pdf)",
        "[图](附件/图.png)",
        "`![图](附件/图.png)`",
    ],
)
def test_what_is_no_picture_of_its_own_to_show(board, text):
    assert shown(board, a=told(text)) is None


def test_a_later_picture_serves_where_the_first_is_too_large(board):
    found = shown(board, a=told("![大](附件/大图.jpg)\n\n![小 <b>](附件/图.png)"))
    assert found is not None
    assert found[1] == "plans/附件/图.png"


@pytest.mark.parametrize(
    ("day", "head"),
    [
        ("2026-09-20", "类型: 通知"),
        ("2026-11-21", "类型: 通知"),
        ("2026-11-10", "类型: 通知\n撤下: 2026-11-19"),
        ("2026-11-10", "类型: 通知\n草稿: 是"),
        ("2026-11-10", "类型: 计划\n期间: 2026年11月"),
    ],
)
def test_what_is_old_or_not_current_is_not_shown(board, day, head):
    assert shown(board, a=told("![图](附件/图.png)", day, head)) is None
    home = next(page for page in pages_of(board({}, today=TODAY).catalog) if page.address == "")
    assert home.context()["picture"] is None
