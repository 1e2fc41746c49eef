"""What stands in the calendars, and how."""

import re
from dataclasses import replace
from datetime import date

import pytest
import vobject

from boards import plan
from noticeboard.views.calendar_feed import Agenda
from views.calendars import events, files, ics, in_beijing, titles, told, uids


@pytest.fixture
def events_of(board):
    """`events_of(body)`: the events of a plan for 2026."""
    return lambda body, **options: events(board({"plans/2026/a.md": plan(body, **options)}))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- 3月8日 座谈会", [("座谈会", "03-08", "03-09")]),
        ("- 12月31日 联欢会", [("联欢会", "12-31", "01-01")]),
        ("- 3月8日 14:30–16:00 座谈会", [("座谈会", "03-08 14:30", "03-08 16:00")]),
        ("- 3月8日 7:30 健步走", [("健步走", "03-08 07:30", "03-08 08:30")]),
        ("- 3月8日 23:30 值班", [("值班", "03-08 23:30", "03-09 00:30")]),
        ("- 三八 座谈会", [("座谈会", "03-08", "03-09")]),
        ("- 6月10日、11日 读书会", [("读书会", "06-10", "06-11"), ("读书会", "06-11", "06-12")]),
        ("- 6月10日至12日 球赛", [("球赛", "06-10", "06-13")]),
        ("- 6月10日至12日 16:20 球赛", [("（16:20）球赛", "06-10", "06-13")]),
        ("### 三月\n\n- 中旬 座谈会", [("（3月中旬）座谈会", "03-11", "03-21")]),
        ("### 二月\n\n- 下旬 走访", [("（2月下旬）走访", "02-21", "03-01")]),
        ("- 11月底 盘点", [("（11月底）盘点", "11-26", "12-01")]),
        ("### 三月\n\n- 植树", [("（3月内）植树", "03-01", "04-01")]),
        ("### 三月份：绿化月\n\n- 14:30 植树", [("（3月内，14:30）植树", "03-01", "04-01")]),
        ("### 3—4月\n\n- 读书", [("（3—4月）读书", "03-01", "05-01")]),
        ("- 3月和9月 体检", [("（3月和9月）体检", "03-01", "04-01"), ("（3月和9月）体检", "09-01", "10-01")]),
        ("### 第一季度\n\n- 走访", [("（第一季度）走访", "01-01", "04-01")]),
        ("- 国庆期间 慰问", [("（国庆期间）慰问", "10-01", "11-01")]),
        ("### 三月\n\n- ~~运动会~~（取消：下雨）", [("（已取消，3月内）运动会", "03-01", "04-01")]),
        ("- 3月8日 16:00 运动会（取消）", [("（已取消）运动会", "03-08 16:00", "03-08 17:00")]),
        ("### 三月\n\n- 植树（待定）", [("（过期未定，3月内）植树", "03-01", "04-01")]),
        ("- [x] 3月8日 座谈会", [("座谈会", "03-08", "03-09")]),
        (
            "- 3月8日 运动会（延期至：5月）",
            [("（已延期至5月）运动会", "03-08", "03-09"), ("（延期至5月）运动会", "05-01", "06-01")],
        ),
        (
            "- 3月8日 运动会（改期至：5月20日 14:30）",
            [
                ("（已延期至5月20日 14:30）运动会", "03-08", "03-09"),
                ("（延期至5月20日 14:30）运动会", "05-20 14:30", "05-20 15:30"),
            ],
        ),
        (
            "### 三月\n\n- 8日 运动会（延期至：20日）",
            [("（已延期至20日）运动会", "03-08", "03-09"), ("（延期至20日）运动会", "03-20", "03-21")],
        ),
        (
            "- 3月8日 运动会（延期至：5月中旬）",
            [("（已延期至5月中旬）运动会", "03-08", "03-09"), ("（延期至5月中旬）运动会", "05-11", "05-21")],
        ),
        ("### 3—5月\n\n- 读书", [("（3—5月）读书", "03-01", "06-01")]),
        ("### 3—6月\n\n- 读书", []),
        ("### 上半年\n\n- 体检", []),
        ("### 全年\n\n- 读书", []),
        ("- 待定 春游", []),
        ("- 适时 春游（延期至：5月）", [("（延期至5月）春游", "05-01", "06-01")]),
        ("- 每月 出简报", []),
        ("- 每季度 审计", []),
    ],
)
def test_when_and_how_an_activity_stands_in_the_calendar(events_of, body, expected):
    assert [told(event) for event in events_of(body)] == expected


@pytest.mark.parametrize(
    ("body", "rules", "days"),
    [
        (
            "### 三月\n\n- 每周三 16:20–17:00 合唱排练",
            ["FREQ=WEEKLY;COUNT=4;INTERVAL=1"],
            ["03-04", "03-11", "03-18", "03-25"],
        ),
        ("### 三月\n\n- 双周五 合唱排练", ["FREQ=WEEKLY;COUNT=2;INTERVAL=2"], ["03-06", "03-20"]),
        (
            "### 三月\n\n- 每周二、周四 7:00 合唱排练",
            ["FREQ=WEEKLY;COUNT=5;INTERVAL=1", "FREQ=WEEKLY;COUNT=4;INTERVAL=1"],
            ["03-03", "03-05", "03-10", "03-12", "03-17", "03-19", "03-24", "03-26", "03-31"],
        ),
        (
            "- 3月和5月 每周三 合唱排练",
            ["FREQ=WEEKLY;COUNT=4;INTERVAL=1"] * 2,
            ["03-04", "03-11", "03-18", "03-25", "05-06", "05-13", "05-20", "05-27"],
        ),
        (
            # Off until the 7th, and the Saturday behind is worked.
            "### 十月\n\n- 工作日 16:30 合唱排练",
            [
                *["FREQ=WEEKLY;COUNT=4;INTERVAL=1"] * 2,
                None,
                *["FREQ=WEEKLY;COUNT=3;INTERVAL=1"] * 3,
            ],
            [f"10-{day:02}" for day in (8, 9, 10, *range(12, 17), *range(19, 24), *range(26, 31))],
        ),
        ("### 3—5月\n\n- 每月15日 合唱排练", [None] * 3, ["03-15", "04-15", "05-15"]),
        ("### 3—5月\n\n- 每月第一个周一 合唱排练", [None] * 3, ["03-02", "04-06", "05-04"]),
    ],
)
def test_a_recurrence_is_a_rule_where_weeks_are_even_and_else_its_days(events_of, body, rules, days):
    found = events_of(body)
    assert [
        event.contents["rrule"][0].value if "rrule" in event.contents else None for event in found
    ] == rules
    told_days = sorted(day for event in found for day in _days_of(event))
    assert told_days == days
    assert len(set(uids(found))) == len(found)


def _days_of(event) -> list[str]:
    if not event.rruleset:
        return [in_beijing(event.dtstart.value)[:5]]
    # An all-day series comes back as midnights without a zone.
    return [f"{day:%m-%d}" if day.tzinfo is None else in_beijing(day)[:5] for day in event.rruleset]


def test_a_recurrence_stays_while_its_last_day_is_not_over_for_a_year(board):
    year = {"plans/a.md": plan("- 每周三 排练", period="2025年")}
    assert len(events(board(year, today=date(2026, 12, 30)))) == 1
    assert events(board(year, today=date(2027, 1, 2))) == []
    month = {"plans/a.md": plan("### 十月\n- 每周三 排练（至10月14日）", period="2026年")}
    assert len(events(board(month, today=date(2027, 10, 15)))) == 1
    assert events(board(month, today=date(2027, 10, 16))) == []


def test_a_month_postponed_across_the_new_year(events_of):
    found = events_of("- 12月18日 联欢（延期至：1月）", period="2025—2026学年第一学期")
    assert [event.dtstart.value for event in found] == [date(2025, 12, 18), date(2026, 1, 1)]


def test_what_is_over_for_more_than_a_year_is_left_out(board):
    files = {"plans/a.md": plan("- 11月18日 秋游\n- 11月21日 登山\n", period="2025年")}
    found = events(board(files, today=date(2026, 11, 21)))
    assert [event.summary.value for event in found] == ["登山"]


@pytest.mark.parametrize(
    ("item", "status", "transparent"),
    [
        ("3月8日 16:00 座谈", None, False),
        ("[x] 3月8日 16:00 座谈", None, False),
        ("3月8日 16:00 座谈（取消：下雨）", "CANCELLED", True),
        ("3月8日 16:00 座谈（延期）", None, True),
        ("3月8日 16:00 座谈（待定）", "TENTATIVE", False),
        ("3月8日 座谈", None, True),
    ],
)
def test_status_and_whether_a_reader_is_busy(events_of, item, status, transparent):
    (event,) = events_of(f"- {item}")
    contents = {name: lines[0].value for name, lines in event.contents.items()}
    assert contents.get("status") == status
    assert contents.get("transp") == ("TRANSPARENT" if transparent else None)


def test_what_an_event_tells(events_of):
    item = "- 3月8日 14:30 座谈会（地点：大礼堂；负责：女工委员；参加：女教师；类别：女职工）"
    (event,) = events_of(item, title="2026年计划")
    assert event.location.value == "大礼堂"
    assert event.categories.value == ["女职工"]
    assert event.description.value.split("\n") == [
        "状态：逾期没有结果",
        "单位：工会",
        "负责：女工委员",
        "参加：女教师",
        "计划：2026年计划",
        "没有写结束时间，这里按一小时显示。",
    ]


def test_an_arrival_tells_where_it_comes_from(events_of):
    before, arrival = events_of("- 3月8日 运动会（延期至：5月；原因：下雨）")
    assert "原定" not in before.description.value
    assert arrival.description.value.split("\n") == [
        "状态：逾期没有结果", "单位：工会", "原定：3月8日（周日）", "说明：下雨", "计划：工会计划",
    ]  # fmt: skip


def test_only_plans_are_in_the_calendar(board):
    summary = "---\n类型: 总结\n标题: 总结\n日期: 2026-12-20\n期间: 2026年\n---\n\n### 三月\n\n- 8日 座谈会\n"
    assert events(board({"plans/a.md": summary}, today=date(2026, 12, 31))) == []


PLANS = {
    "plans/a.md": plan(
        """
        ### 十一月

        - 5日 球赛
        - 25日 14:30 座谈会（类别：谈心）
        - 每周三 排练

        ### 十二月

        - 8日 读书会（取消：下雪）
        - 下旬 慰问
        - 参观（待定）
        """
    ),
    "plans/b.md": plan(
        "- 12月8日 消防演练（延期至：次年1月）", period="2026年2月—2027年1月", head="单位: 东校区"
    ),
}


UNITS = {"organisation": "一小工会", "units": ["一小工会", {"name": "东校区", "slug": "east"}]}


def test_every_unit_and_category_has_its_calendar_and_every_month_and_activity_to_come(board):
    site = board(PLANS, **UNITS)
    activities = {address for address in files(site) if address.startswith("plans/")}
    assert set(files(site)) - activities == {
        "calendar.ics",
        "units/yi-xiao-gong-hui/calendar.ics",
        "units/east/calendar.ics",
        "categories/recreation/calendar.ics",
        "categories/tan-xin-dbf1d3/calendar.ics",
        "categories/care/calendar.ics",
        "categories/learning/calendar.ics",
        "categories/other/calendar.ics",
        "months/2026/11/calendar.ics",
        "months/2026/12/calendar.ics",
        "months/2027/01/calendar.ics",
    }
    assert titles(site, "units/east/calendar.ics") == ["（已延期至1月）消防演练", "（延期至1月）消防演练"]
    assert titles(site, "categories/tan-xin-dbf1d3/calendar.ics") == ["座谈会"]
    assert titles(site, "months/2027/01/calendar.ics") == ["（已延期至1月）消防演练", "（延期至1月）消防演练"]
    told_by_files = sorted(title for address in activities for title in titles(site, address))
    assert told_by_files == sorted(
        [
            "座谈会",
            "排练",
            "（已取消）读书会",
            "（12月下旬）慰问",
            "（待定，12月内）参观",
            "（已延期至1月）消防演练",
            "（延期至1月）消防演练",
        ]
    )


def test_an_activity_is_in_each_of_its_files_as_the_same_bytes(board):
    found = files(board(PLANS, **UNITS))
    event = re.compile(rb"BEGIN:VEVENT.*?END:VEVENT\r\n", re.DOTALL)
    every = set(event.findall(found["calendar.ics"]))
    assert len(every) == 8
    for raw in found.values():
        assert set(event.findall(raw)) <= every


def test_the_file_of_an_activity_lies_where_its_page_is(board):
    site = board(PLANS, **UNITS)
    (entry,) = (entry for entry in site.catalog.entries if entry.activity.text == "慰问")
    address = f"plans/a/{entry.activity.anchor}.ics"
    assert titles(site, address) == ["（12月下旬）慰问"]
    whole = vobject.readOne(ics(site, address).decode())
    assert whole.contents["x-wr-calname"][0].value == "慰问"


def test_what_two_plans_of_a_unit_say_stands_once(board):
    both = {"plans/a.md": plan("- 12月8日 读书会"), "plans/b.md": plan("- 12月8日 14:30 读书会")}
    site = board(both)
    assert [told(event) for event in events(site)] == [("读书会", "12-08 14:30", "12-08 15:30")]
    assert titles(site, "months/2026/12/calendar.ics") == ["读书会"]


def test_calendars_are_called_what_they_hold(board):
    site = board(PLANS, **UNITS)
    names = {
        "calendar.ics": "一小工会",
        "units/east/calendar.ics": "东校区",
        "categories/other/calendar.ics": "一小工会 其他",
        "months/2026/12/calendar.ics": "一小工会 2026年12月",
    }
    for address, name in names.items():
        whole = vobject.readOne(ics(site, address).decode())
        assert whole.contents["x-wr-calname"][0].value == name


def test_events_lead_to_their_page_where_the_site_knows_its_address(board):
    files = {"plans/a.md": plan("- 3月8日 座谈会"), "plans/b.md": NOTICE_UNTIL}
    catalog = board(files).catalog
    assert b"\r\nURL:" not in Agenda(catalog).whole()
    raw = Agenda(replace(catalog, site_url="http://oa.example/gonghui")).whole()
    urls = {event.url.value for event in vobject.readOne(raw.decode()).contents["vevent"]}
    (entry,) = catalog.entries
    anchor = entry.activity.anchor
    assert urls == {f"http://oa.example/gonghui/plans/a/#{anchor}", "http://oa.example/gonghui/plans/b/"}


def test_lines_are_folded_and_end_as_the_rfc_wants(board):
    site = board({"plans/a.md": plan(f"- 3月8日 {'很长的名称' * 40}🎉👨‍👩‍👧（地点：{'大礼堂' * 60}）")})
    lines = ics(site).split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode()
    (event,) = events(site)
    assert event.summary.value == "很长的名称" * 40 + "🎉👨‍👩‍👧"
    assert event.location.value == "大礼堂" * 60


NOTICE_UNTIL = (
    "---\n类型: 通知\n标题: 报名\n日期: 2026-03-01\n截止: 2026-12-01\n办法: 报名\n---\n\n请报名。\n"
)


NASTY = "一,二;三:\\n\\\r\nEND:VEVENT\nUID:y\u2028四\x85五\x00\x07\x1b\x7f\ud800“六”🎉"


CLEAN = "一,二;三:\\n\\ END:VEVENT UID:y 四 五“六”🎉"


def test_text_cannot_add_properties_or_events(board):
    """The reader refuses most of it; the calendar does not count on that."""
    (entry,) = board({"plans/a.md": plan("- 3月8日 座谈会")}).catalog.entries
    nasty = replace(
        entry,
        document=replace(entry.document, title=NASTY, unit=NASTY),
        activity=replace(entry.activity, text=NASTY, place=NASTY, leader=NASTY),
        category=NASTY,
    )
    raw = Agenda(board({}).catalog).calendar(NASTY, [nasty])
    assert raw.count(b"\r\nBEGIN:VEVENT\r\n") == raw.count(b"\r\nUID:") == 1
    assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028]", raw.decode())
    whole = vobject.readOne(raw.decode())
    assert whole.contents["x-wr-calname"][0].value == CLEAN
    event = whole.vevent
    assert (event.summary.value, event.location.value, event.categories.value) == (CLEAN, CLEAN, [CLEAN])
    assert event.description.value.split("\n") == [
        "状态：逾期没有结果", f"单位：{CLEAN}", f"负责：{CLEAN}", f"计划：{CLEAN}",
    ]  # fmt: skip


def test_an_empty_board_still_has_its_calendar(board):
    whole = vobject.readOne(ics(board({})).decode())
    assert whole.version.value == "2.0"
    # A calendar without any component is none (RFC 5545 section 3.6).
    assert whole.vtimezone.tzid.value == "Asia/Shanghai"
    assert whole.contents["x-wr-calname"][0].value == "工会"


def test_only_a_few_properties_are_used(events_of, board):
    """DOMAIN of old phones: one line that they do not know makes some refuse the whole file."""
    body = "- 3月8日 14:30 座谈（地点：礼堂）\n- 3月9日 运动会（取消：下雨）\n- 3月 植树（延期至：5月）\n- 3月 每周三 排练"
    names = {name for event in events_of(body) for name in event.contents}
    assert names == {
        "uid", "dtstamp", "dtstart", "dtend", "summary", "description", "location", "categories", "status",
        "transp", "rrule", "sequence",
    }  # fmt: skip


def test_what_goes_on_at_an_item_of_its_own_stands_at_its_new_time_once(board):
    body = "### 三月\n\n- 8日 球赛（延期至：4月；延期至：5月20日）\n\n### 四月\n\n- 球赛（原定3月8日）\n\n### 五月\n\n- 20日 球赛"
    site = board({"plans/a.md": plan(body)}, today=date(2026, 4, 10))
    assert titles(site, "calendar.ics") == ["（已延期至5月20日）球赛", "球赛"]
