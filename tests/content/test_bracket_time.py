"""The time in an item's bracket, and the bare words beside it."""

from __future__ import annotations

import pytest

from noticeboard.content.activities.activity_reader import read_activities
from noticeboard.times import Context, Period, read_period


def read(item: str, heading: str = "三月"):
    period = read_period("2026年")
    assert isinstance(period, Period)
    return read_activities(f"### {heading}\n\n- {item}\n", path="a.md", kind="plan", context=Context(period))


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (
            "“三八”妇女节系列活动（3月5日下午4:00，大礼堂，女工委负责）",
            ("“三八”妇女节系列活动", "2026-03-05", "16:00", "大礼堂", "女工委"),
        ),
        (
            "[ ] 座谈（３月５日 16：00；地点：二楼会议室）",
            ("座谈", "2026-03-05", "16:00", "二楼会议室", None),
        ),
        ("座谈（时间：3月5日，地点：大礼堂）", ("座谈", "2026-03-05", None, "大礼堂", None)),
        ("座谈（大礼堂，三月五日）", ("座谈", "2026-03-05", None, "大礼堂", None)),
        ("座谈(3月5日下午4点 大礼堂 由女工委负责)", ("座谈", "2026-03-05", "16:00", "大礼堂", "女工委")),
        ("8日 座谈（下午4:00，大礼堂）", ("座谈", "2026-03-08", "16:00", "大礼堂", None)),
        ("☐ 座谈（5日，每人一句话）", ("座谈（每人一句话）", "2026-03-05", None, None, None)),
        (
            "8日 检查（一季度、二季度、三季度没有结果）",
            ("检查（一季度、二季度、三季度没有结果）", "2026-03-08", None, None, None),
        ),
        ("座谈（大礼堂）", ("座谈（大礼堂）", "None", None, None, None)),
        ("气排球赛（每个分会一支队伍）", ("气排球赛（每个分会一支队伍）", "None", None, None, None)),
        (
            "学《工会法》（2021年12月24日修正）",
            ("学《工会法》（2021年12月24日修正）", "None", None, None, None),
        ),
        ("学《工会法》（2021年12月24日）", ("学《工会法》（2021年12月24日）", "None", None, None, None)),
        ("春游（取消：3月5日下雨）", ("春游", "None", None, None, None)),
    ],
)
def test_bracket(item: str, said: tuple[str | None, ...]) -> None:
    (activity,), problems = read(item)
    time = activity.time
    # A box of another kind belongs to the reading of items.
    text = activity.text.removeprefix("☐ ")
    assert (text, str(time.start), time.clock, activity.place, activity.leader) == said
    assert problems == ()


@pytest.mark.parametrize(
    ("item", "day", "code"),
    [
        ("8日 座谈（3月5日，大礼堂）", "2026-03-08", "time-contradiction"),
        ("三八 座谈（3月5日）", "2026-03-08", "time-contradiction"),
        ("4月 座谈（3月5日）", "None", "time-contradiction"),
        ("座谈（4月5日，大礼堂）", "2026-04-05", "outside-section"),
        ("座谈（3月35日，大礼堂）", "None", "impossible-day"),
    ],
)
def test_contradiction_is_told(item: str, day: str, code: str) -> None:
    (activity,), problems = read(item)
    assert str(activity.time.start) == day
    assert code in [problem.code for problem in problems]


def test_outside_sections_a_bracket_in_the_period_makes_an_activity() -> None:
    (activity,), problems = read("评优（12月10日，会议室）", "其他")
    assert (str(activity.time.start), activity.place, problems) == ("2026-12-10", "会议室", ())
    assert read("学习（2021年3月）", "其他") == ((), ())


@pytest.mark.parametrize("text", ["会员档案电子化，由一月延期", "学习延期的办法", "防止延期通知"])
def test_words_that_only_sound_like_a_state_are_not_told(text: str) -> None:
    period = read_period("2026年")
    assert isinstance(period, Period)
    body = f"- 3月8日 {text}"
    assert read_activities(body, 1, path="a.md", kind="plan", context=Context(period=period))[1] == ()
