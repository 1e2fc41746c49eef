"""The deadlines of notices, in the front matter and in prose; services to be reviewed."""

from datetime import date

import pytest

NOTICE = "---\n类型: 通知\n标题: 篮球赛报名\n日期: 2026-11-10\n{}---\n\n{}\n"


def told(board, body="正文", head="", day=date(2026, 11, 20)):
    site = board({"plans/a.md": NOTICE.format(head, body)}, today=day)
    return [(problem.line, problem.level.value, problem.code, problem.hint) for problem in site.problems]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "until"),
    [
        ("报名：11月20日17:00前", "2026-11-20 17:00"),
        ("12月11日前由小组长汇总。", "2026-12-11"),
        ("报送截止时间为12月18日。", "2026-12-18"),
        ("报名截止日期：2026年11月20日下午5点", "2026-11-20 17:00"),
        ("请于１１月２０日（周五）１６：３０之前回复", "2026-11-20 16:30"),
        ("十一月二十日以前交表", "2026-11-20"),
        ("报名时间：11月12日至11月20日", "2026-11-20"),
        ("名单1月5日前交工会", "2027-01-05"),
        ("截至2026-11-30，过期不候", "2026-11-30"),
        ("意见征集11月25日截止", "2026-11-25"),
        ("于11月20日上午九点半前报体育组", "2026-11-20 09:30"),
        ("于11月20日下午12:30前报体育组", "2026-11-20 12:30"),
        ("于11月20日中午12点前报体育组", "2026-11-20 12:00"),
        ("于11月20日晚上8点前报体育组", "2026-11-20 20:00"),
        ("请于11月20日下班前交到办公室", "2026-11-20"),
        ("请在11月20日（含）之前回复", "2026-11-20"),
        ("即日起至11月20日止报名", "2026-11-20"),
        ("问卷填写到11月20日17:30结束", "2026-11-20 17:30"),
        ("征求意见到2026年11月20日为止", "2026-11-20"),
        ("参赛名单最晚11月20日12点交", "2026-11-20 12:00"),
        ("有意者本月20日前到工会登记", "2026-11-20"),
        ("想参加的20号之前说一声", "2026-11-20"),
        ("请下周三前报名", "2026-11-18"),
        ("请在本周五下午4点前报名", "2026-11-13 16:00"),
    ],
)
def test_a_deadline_in_prose_is_told_with_the_line_to_write(board, body, until):
    ((line, level, code, hint),) = told(board, f"各位会员：\n\n{body}")
    assert (line, level, code) == (9, "notice", "deadline-in-text")
    assert f"“截止: {until}”" in hint
    assert told(board, body, f"截止: {until}\n") == []


@pytest.mark.parametrize(
    "body",
    [
        "11月27日13:30开赛，前三名有奖。",
        "10月1日前入会的会员都可以参加，10月1日前后领取会员卡",
        "以2026年11月1日前期登记为准",
        "13月40日前交",
        "活动时间：11月27日至11月28日",
        "上一次是11月20日，前来参加的有30人",
        "转教务处，11月30日前答复",
        "采纳情况12月5日前公布",
        "慰问金11月30日前由分工会发放",
        "报名11月20日前已经结束",
        "11月20日前的票据不再报销",
        "3日前已经通知各组",
        "到3号楼前集合",
        "活动到11月20日结束",
    ],
)
def test_other_days_are_no_deadlines(board, body):
    assert told(board, body) == []


@pytest.mark.parametrize(
    "head",
    [
        "截止: 2026-11-09\n",
        "截止: 2025-11-20 17:00\n",
        "截止: 2026-11-20\n撤下: 2026-11-19\n",
        "截止: 2026-11-20 17:00\n撤下: 2026-11-20 08:00\n",
    ],
)
def test_a_deadline_out_of_order_is_an_error(board, head):
    ((line, level, code, _),) = told(board, head=head)
    assert (line, level, code) == (5, "error", "deadline-order")


@pytest.mark.parametrize(
    "head",
    ["截止: 2026-11-10\n", "截止: 2026-11-20 17:00\n撤下: 2026-11-20\n", "截止: 2026-11-20\n撤下: 2026-11-20 08:00\n"],
)  # fmt: skip
def test_a_deadline_on_the_first_or_the_last_day_is_in_order(board, head):
    assert told(board, head=head) == []


@pytest.mark.parametrize(("day", "count"), [(date(2026, 3, 1), 0), (date(2026, 3, 2), 1)])
def test_a_service_is_to_be_reviewed_after_its_day(board, day, count):
    service = "---\n类型: 办事\n标题: 法律咨询\n日期: 2025-03-01\n情形: 纠纷\n对象: 会员\n复核: 2026-03-01\n---\n\n正文\n"
    site = board({"plans/a.md": service}, today=day)
    assert [(it.line, it.code) for it in site.problems] == [(7, "service-review")] * count
