"""The front page: what is still to come, what is new."""

from datetime import date, timedelta

import pytest

from boards import plan
from catalogs import catalog_of, day, disclosure, html_of
from noticeboard.views import PageRenderer, pages_of

TODAY = date(2026, 11, 20)


def context(site):
    home = next(page for page in pages_of(site.catalog) if page.address == "")
    return home.context()


def texts(items):
    return [item.entry.activity.text for item in items]


def week(site):
    """What 本周 shows on the day that the page was built."""
    return texts(context(site)["ahead"][0].shown)


def later(site):
    """What 接下来 shows."""
    return texts(context(site)["ahead"][1].shown)


def test_what_is_over_or_settled_is_not_coming(board):
    body = """
    ### 十一月
    - [ ] 19日 昨天
    - [ ] 20日 今天
    - [x] 27日 提前办了
    - [ ] 27日 下周
    - [ ] 28日 改期（延期至：12月）
    - [ ] 取消的（取消：天气）
    - [ ] 15日至25日 正在办
    - [ ] 当月内
    - [ ] 没定（待定）
    - [ ] 每周三 太极班
    """
    site = board({"plans/a.md": plan(body)}, today=TODAY)
    assert week(site) == ["正在办", "今天", "当月内", "没定"]
    assert later(site) == ["下周"]
    assert context(site)["months"][0].progress.overdue == 1


def test_what_was_postponed_to_this_month_is_coming(board):
    body = """
    ### 十月
    - [ ] 8日 迟来的（延期至：11月）
    - [ ] 9日 有日子的（延期至：11月24日）
    - [ ] 9日 还早的（延期至：12月20日）
    ### 十一月
    - [ ] 8日 同一个月的（延期至：23日）
    - [ ] 8日 已经过了的（延期至：12日）
    """
    site = board({"plans/a.md": plan(body)}, today=TODAY)
    assert week(site) == ["迟来的"]
    assert later(site) == ["同一个月的", "有日子的"]


def test_a_day_is_coming_for_two_weeks_in_this_month_and_the_next(board):
    body = "### 十一月\n- [ ] 29日 三周后\n- [ ] 8日 两周后\n### 十二月\n- [ ] 4日 两周内\n- [ ] 5日 两周外\n- [ ] 不知哪天"
    site = board({"plans/a.md": plan(body)}, today=TODAY)
    assert later(site) == ["三周后", "两周内"]
    early = board({"plans/a.md": plan(body)}, today=date(2026, 11, 1))
    assert later(early) == ["两周后"]


def test_a_week_begins_on_monday_and_what_is_of_this_week_is_not_of_later(board):
    body = "### 十一月\n- [ ] 22日 晚会\n- [ ] 23日 例会"
    site = board({"plans/a.md": plan(body)}, today=date(2026, 11, 16))
    assert (week(site), later(site)) == (["晚会"], ["例会"])
    on_sunday = board({"plans/a.md": plan(body)}, today=date(2026, 11, 22))
    assert (week(on_sunday), later(on_sunday)) == (["晚会"], ["例会"])


def test_a_quiet_time_has_an_end(board):
    site = board({"plans/a.md": plan("### 十二月\n- [ ] 12日 远的\n- [ ] 13日 更远的")}, today=TODAY)
    assert (week(site), later(site)) == ([], ["远的"])


def test_an_old_page_knows_what_comes_next(board):
    body = "### 十二月\n- [ ] 20日 冬至\n- [ ] 不知哪天\n### 一月\n- [ ] 5日 太远"
    home = context(board({"plans/a.md": plan(body, period="2026年12月—2027年1月")}, today=TODAY))
    rows = [
        [(row.entry.activity.text, str(row.shown_from), str(row.last)) for row in part.rows]
        for part in home["ahead"]
    ]
    assert rows == [
        [("冬至", "2026-12-14", "2026-12-20"), ("不知哪天", "2026-12-01", "2026-12-31")],
        [("不知哪天", "2026-12-01", "2026-11-30"), ("冬至", "2026-12-06", "2026-12-13")],
    ]
    assert home["ahead"][0].shown == ()
    assert [str(schedule.month) for schedule in home["months"]] == ["2026-11", "2026-12"]


def test_an_old_page_knows_what_is_shown_from_its_last_day_on(board):
    body = "### 十二月\n- [ ] 20日 冬至\n### 一月\n- [ ] 4日 刚好\n- [ ] 5日 太远"
    home = context(board({"plans/a.md": plan(body, period="2026年12月—2027年1月")}, today=TODAY))
    assert {row.entry.activity.text for part in home["ahead"] for row in part.rows} == {"冬至", "刚好"}


@pytest.mark.parametrize(
    ("body", "today", "last"),
    [
        ("### 十一月\n- [ ] 25日前 走访", TODAY, "2026-11-25"),
        ("### 二月\n- [ ] 春节前 走访", date(2026, 2, 2), "2026-02-17"),
    ],
)
def test_what_may_be_done_before_a_day_is_coming_until_that_day(board, body, today, last):
    home = context(board({"plans/a.md": plan(body)}, today=today))
    assert [(row.entry.activity.text, str(row.last)) for row in home["ahead"][0].rows] == [("走访", last)]


def test_a_long_list_is_cut_and_says_so(board):
    body = "### 十一月\n" + "\n".join(f"- [ ] {day}日 第{day}天" for day in range(21, 30))
    site = board({"plans/a.md": plan(body)}, today=TODAY)
    assert week(site) == ["第21天", "第22天"]
    assert later(site) == ["第23天", "第24天", "第25天", "第26天"]
    assert context(site)["ahead"][1].further == 3


def test_what_can_still_be_done_by_a_day_stands_there_until_that_day(board):
    notice = "---\n类型: 通知\n标题: {}\n日期: 2026-11-01\n截止: {}\n---\n\n正文\n"
    files = {
        f"plans/{name}.md": notice.format(name, until)
        for name, until in (("late", "2026-11-19"), ("today", "2026-11-20 17:00"), ("soon", "2026-11-23"))
    }
    assert [item.notice.title for item in context(board(files, today=TODAY))["closing"]] == ["today", "soon"]


def test_what_is_pinned_says_its_deadline_and_stands_once(board):
    notice = "---\n类型: 通知\n标题: 报名\n日期: 2026-11-01\n截止: 2026-11-23\n办法: 交组长\n置顶: 是\n---\n\n正文\n"
    catalog = board({"plans/a.md": notice}, today=TODAY).catalog
    home = html_of(catalog, "")
    pinned, _, rest = (
        home.partition('id="nb-new"')[0].partition("nb-section--pinned")[2].partition("</section>")
    )
    assert "还有3天" in pinned
    assert "交组长" in pinned
    assert "报名" not in rest


def test_what_is_pinned_says_that_its_deadline_has_passed(board):
    notice = "---\n类型: 通知\n标题: 征集\n日期: 2026-11-01\n截止: 2026-11-19\n置顶: 是\n---\n\n正文\n"
    home = html_of(board({"plans/a.md": notice}, today=TODAY).catalog, "")
    assert "已截止" in home.partition("nb-section--pinned")[2].partition("</section>")[0]


def test_the_week_stands_before_what_closes(board):
    notice = "---\n类型: 通知\n标题: 报名\n日期: 2026-11-01\n截止: 2026-11-23\n---\n\n正文\n"
    home = html_of(board({"plans/a.md": notice}, today=TODAY).catalog, "")
    places = [home.index(f'id="nb-{it}"') for it in ("week", "closing", "later", "new")]
    assert places == sorted(places)


def test_what_stands_above_is_not_told_again_as_new(board):
    notice = "---\n类型: 通知\n标题: {}\n日期: 2026-11-01\n{}---\n\n正文\n"
    files = {
        "plans/a.md": notice.format("报名", "截止: 2026-11-23\n"),
        "plans/b.md": notice.format("供暖", ""),
    }
    home = context(board(files, today=TODAY))
    assert [item.title for item in home["new"]] == ["供暖"]


def test_an_empty_board_says_so(board):
    home = html_of(board({}, today=TODAY).catalog, "")
    assert "还没有登过文件。" in home
    assert "全部 0 份" not in home


def test_answers_are_news_for_two_months(board):
    proposal = "---\n类型: 提案\n标题: {}\n日期: 2026-03-01\n届次: 一届一次\n立案: 立案\n承办: 后勤\n答复日期: {}\n答复: 已经办好\n---\n\n案由\n"
    reply = "---\n类型: 通知\n标题: 关于意见的答复\n日期: 2026-11-02\n收到日期: 2026-10-20\n---\n\n正文\n"
    files = {
        "plans/a.md": proposal.format("新的", "2026-11-10"),
        "plans/b.md": proposal.format("旧的", "2026-09-20"),
        "plans/c.md": reply,
    }
    found = context(board(files, today=TODAY))["replies"]
    assert [(item.document.title, item.word) for item in found] == [
        ("新的", "提案已答复"),
        ("关于意见的答复", "意见已答复"),
    ]


def test_the_boards_own_plans_come_first(board):
    files = {
        "plans/a.md": plan("### 十一月\n- 甲", title="分会计划", head="单位: 分会"),
        "plans/b.md": plan("### 十一月\n- 乙", title="工会计划"),
        "plans/c.md": plan("没有活动", title="空计划"),
    }
    home = context(board(files, today=TODAY, units=["工会", "分会"]))
    assert [item.title for item, _ in home["plans"]] == ["工会计划", "分会计划"]


def test_notices_that_are_open_or_still_to_come_are_on_the_front_page(board):
    head = "类型: 公开\n类别: 财务\n责任部门: 财务处\n日期: 2026-11-16"
    files = {
        f"plans/{name}.md": f"---\n{head}\n标题: {name}\n公示期: {period}\n{more}---\n\n正文。\n"
        for name, period, more in (
            ("open", "2026-11-16 至 2026-11-20", ""),
            ("later", "2026-11-21 至 2026-11-30", ""),
            ("ended", "2026-11-16 至 2026-11-19", ""),
            ("gone", "2026-11-16 至 2026-11-20", "撤下: 2026-11-19\n"),
        )
    }
    notices = context(board(files, today=TODAY))["notices"]
    assert {
        state.value: [record.document.title for record in records] for state, records in notices.items()
    } == {
        "open": ["open"],
        "upcoming": ["later"],
    }


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


@pytest.mark.parametrize(("new_days", "settings"), [(14, {}), (1, {"new_days": 1}), (30, {"new_days": 30})])
def test_the_last_of_the_new_days_counts_and_the_day_before_does_not(board, new_days, settings):
    last = TODAY - timedelta(days=new_days)
    days = {f"new{number}": last.isoformat() for number in range(5)}
    days |= {"old": (last - timedelta(days=1)).isoformat()}
    found = [item.title for item in context(board(notices(days), today=TODAY, **settings))["new"]]
    assert sorted(found) == [f"通知new{number}" for number in range(5)]


def test_what_bears_a_day_to_come_is_not_new_yet(board):
    notice = "---\n类型: 通知\n标题: {}\n日期: {}\n---\n\n正文\n"
    site = board(
        {
            "plans/a.md": notice.format("明天的", "2026-11-21"),
            "plans/b.md": notice.format("今天的", "2026-11-20"),
        },
        today=TODAY,
    )
    assert [document.title for document in context(site)["new"]] == ["今天的"]


def test_next_month_is_said_also_where_it_has_no_page(board):
    """Whoever opens the page of last month then reads 12月, not what is over."""
    site = board({"plans/a.md": plan("### 十一月\n- 8日 会", period="2026年11月")}, today=TODAY)
    home = next(page for page in site.pages if page.address == "")
    html = PageRenderer(site.catalog).render(home).html
    assert 'data-month="2026-12" hidden' in html
    assert "months/2026/12/" not in html
    assert ">12月没有安排活动</li>" in html


def test_long_lists_are_folded_and_lose_nothing():
    period = ("2026-11-18", "2026-11-24")
    catalog = catalog_of(
        *(disclosure(f"d{number}", "2026-11-18", period=period) for number in range(12)),
        today=day("2026-11-20"),
    )
    _, _, rest = html_of(catalog, "").partition('data-notices="open"')
    shown, _, folded = rest.partition("</section>")[0].partition("<details")
    assert (shown.count("<li"), folded.count("<li")) == (4, 8)
    assert "还有 8 份" in folded


@pytest.mark.parametrize(("plans", "is_full"), [(8, False), (9, True)])
def test_a_board_of_many_plans_keeps_its_front_page_short(board, plans, is_full):
    files = {
        f"plans/{number}.md": plan("### 三月\n\n- 8日 会\n", title=f"计划{number}") for number in range(plans)
    }
    home = context(board(files, today=TODAY))
    assert (home["is_full"], len(home["new"]) == 2) == (is_full, is_full)


@pytest.mark.parametrize(
    ("body", "comes"),
    [
        ("### 九月\n- 10日 教师节表彰\n- 20日 球赛", ["教师节表彰"]),
        ("### 九月\n- 迎新\n- 20日 球赛", ["迎新"]),
        ("### 六月\n- 10日 讲座\n### 十月\n- 上旬 登山\n### 十二月\n- 31日 联欢", ["登山"]),
        ("### 六月\n- 10日 讲座", []),
    ],
)
def test_a_long_vacation_has_an_end_too(board, body, comes):
    site = board({"plans/a.md": plan(body)}, today=date(2026, 7, 8))
    assert (week(site), later(site)) == ([], comes)


def test_days_stand_before_parts_of_the_month_and_months(board):
    body = "### 十一月\n- 下旬 征集建议\n- 月底 盘点\n- 27日 球赛\n- 整理台账\n- 25日 回访"
    site = board({"plans/a.md": plan(body)}, today=date(2026, 11, 23))
    assert week(site) == ["回访", "球赛", "征集建议", "盘点", "整理台账"]


def test_what_bears_a_day_to_come_is_neither_pinned_nor_closing_yet(board):
    head = "---\n类型: 通知\n标题: {}\n日期: 2026-11-{}\n截止: 2026-12-01\n置顶: {}\n---\n正文\n"
    files = {
        "plans/a.md": head.format("将来的", 21, "是"),
        "plans/b.md": head.format("将截止的", 21, "否"),
        "plans/c.md": head.format("今天的", 20, "否"),
    }
    found = context(board(files))
    assert found["pinned"] == []
    assert [item.notice.title for item in found["closing"]] == ["今天的"]
