"""The front page: what is still to come, what is new."""

from datetime import date

from boards import plan
from noticeboard.views import pages_of

TODAY = date(2026, 11, 20)


def context(site):
    home = next(page for page in pages_of(site.catalog) if page.address == "")
    return home.context()


def texts(entries):
    return [entry.activity.text for entry in entries]


def test_what_is_over_or_settled_is_not_coming(board):
    body = """
    ### 十一月
    - [ ] 19日 昨天
    - [ ] 20日 今天
    - [x] 27日 提前办了
    - [ ] 27日 下周
    - [ ] 28日 改期（延期至：12月）
    - [ ] 取消的（取消：天气）
    - [ ] 当月内
    - [ ] 没定（待定）
    """
    home = context(board({"plans/a.md": plan(body)}, today=TODAY))
    assert texts(home["coming"]) == ["今天", "下周", "当月内", "没定"]
    assert home["progress"].overdue == 1


def test_what_was_postponed_to_this_month_is_coming(board):
    body = "### 十月\n- [ ] 8日 迟来的（延期至：11月）"
    assert texts(context(board({"plans/a.md": plan(body)}, today=TODAY))["coming"]) == ["迟来的"]


def test_the_next_month_counts_for_two_weeks(board):
    body = "### 十二月\n- [ ] 4日 两周内\n- [ ] 5日 两周外\n- [ ] 不知哪天"
    assert texts(context(board({"plans/a.md": plan(body)}, today=TODAY))["coming"]) == ["两周内"]


def test_a_long_list_is_cut_and_says_so(board):
    body = "### 十一月\n" + "\n".join(f"- [ ] {day}日 第{day}天" for day in range(21, 30))
    home = context(board({"plans/a.md": plan(body)}, today=TODAY))
    assert len(home["coming"]) == 6
    assert home["further"] == 3


def notices(days):
    return {
        f"plans/{name}.md": f"---\n类型: 通知\n标题: 通知{name}\n日期: {day}\n---\n\n正文。\n"
        for name, day in days.items()
    }


def test_new_are_those_of_the_last_days_but_never_too_few(board):
    days = {"a": "2026-11-19", "b": "2026-10-01", "c": "2026-09-01", "d": "2026-08-01", "e": "2026-07-01"}
    assert [item.title for item in context(board(notices(days), today=TODAY))["new"]] == [
        "通知a", "通知b", "通知c", "通知d",
    ]  # fmt: skip


def test_new_are_never_too_many_and_never_pinned_or_expired(board):
    days = {f"n{day}": f"2026-11-{day:02}" for day in range(8, 20)}
    files = notices(days) | {
        "plans/pinned.md": "---\n类型: 通知\n标题: 置顶的\n日期: 2026-11-20\n置顶: 是\n---\n\n正文。\n",
        "plans/expired.md": "---\n类型: 通知\n标题: 撤下的\n日期: 2026-11-20\n撤下: 2026-11-19\n---\n\n正文。\n",
    }
    home = context(board(files, today=TODAY))
    assert [item.title for item in home["new"]] == [f"通知n{day}" for day in range(19, 11, -1)]
    assert [item.title for item in home["pinned"]] == ["置顶的"]
