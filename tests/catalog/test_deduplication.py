import pytest

from boards import plan
from noticeboard.catalog.progress import progress_of
from noticeboard.times import Month

MARCH = Month(2026, 3)


def in_march(board, first: str, second: str):
    files = {
        "plans/a.md": plan(f"### 三月\n\n- {first}\n"),
        "plans/b.md": plan(f"### 三月\n\n- {second}\n", title="乙"),
    }
    return board(files).catalog.schedule(MARCH).entries


def test_what_two_plans_say_alike_stands_once(board):
    (entry,) = in_march(board, "[x] 8日 座谈会（地点：礼堂）", "[x] 8日　座谈会")
    assert [document.path for document in (entry.document, *(it.document for it in entry.also))] == [
        "plans/a.md",
        "plans/b.md",
    ]


def test_what_they_say_differently_stands_twice(board):
    for other in (
        "~~8日 14:30 座谈会~~",
        "[x] 9日 14:30 座谈会",
        "[x] 8日 14:30 茶话会",
        "[x] 8日 15:00 座谈会",
    ):
        assert len(in_march(board, "[x] 8日 14:30 座谈会", other)) == 2, other


@pytest.mark.parametrize(("first", "second"), [("8日", "8日 14:30"), ("8日 14:30", "8日")])
def test_the_one_that_gives_the_time_of_day_stands_for_both(board, first, second):
    (entry,) = in_march(board, f"{first} 座谈会", f"{second} 座谈会")
    assert entry.activity.time.clock == "14:30"
    assert {document.path for document in (entry.document, *(it.document for it in entry.also))} == {
        "plans/a.md",
        "plans/b.md",
    }


def test_what_stands_for_both_stands_at_its_day(board):
    files = {
        "plans/a.md": plan("### 三月\n\n- 上旬 座谈会（同：[乙](b.md)）\n- 7日 登山\n"),
        "plans/b.md": plan("### 三月\n\n- 8日 14:30 座谈会\n", title="乙"),
    }
    entries = board(files).catalog.schedule(MARCH).entries
    assert [entry.activity.text for entry in entries] == ["登山", "座谈会"]


def test_two_units_hold_two_meetings(board):
    files = {
        "plans/a.md": plan("### 三月\n\n- 8日 座谈会\n"),
        "plans/b.md": plan("### 三月\n\n- 8日 座谈会\n", title="乙", head="单位: 乙"),
    }
    assert len(board(files, units=["甲", "乙"]).catalog.schedule(MARCH).entries) == 2


BRANCH = {"units": [{"name": "工会"}, {"name": "分会", "parent": "工会"}]}
HOW = (
    "（同：[年](a.md#{})）",
    "（地点：礼堂；同：[年](a.md#{})）",
    "（地点：礼堂）同：[年](a.md#{})",
    " → 同：[年](a.md#{})",
    "，同: [年](./a.md)",
    "（同：[年](<a.md>)）",
    "\n  同：[年](a.md#{})",
    "\n  - 同: [年](a.md#{})。",
    "（地点：礼堂）\n  - 同：[年](a.md)\n  - 要求：人人参加",
    "\n  地点：礼堂；同：[年](a.md#{})；负责：甲组",
    "\n  同：[年（度](a.md#{})",
)


@pytest.mark.parametrize("how", HOW)
def test_what_officers_have_joined_is_one_activity(board, how):
    year = plan("### 三月\n- [ ] 上旬 青年教师教学比武\n- [ ] 座谈会")
    anchor = board({"plans/a.md": year}).catalog.entries[0].activity.anchor
    term = plan(f"### 三月\n- [x] 8日 教学比武{how.format(anchor)}", title="乙", head="单位: 分会")
    site = board({"plans/a.md": year, "plans/b.md": term}, **BRANCH)
    assert [problem.code for problem in site.problems] == []
    catalog = site.catalog
    joined, other = catalog.schedule(MARCH).entries
    assert (joined.document.path, joined.activity.text, other.activity.text) == (
        "plans/b.md",
        "教学比武",
        "座谈会",
    )
    assert [entry.key for entry in joined.also] == [("plans/a.md", anchor)]
    assert joined.reports == ()
    assert catalog.schedule(MARCH).progress.total == 2
    assert {entry.state.value for entry in (joined, *joined.also)} == {"done"}
    assert progress_of(catalog.of_year(2026)).done == 1


def test_three_plans_make_one_activity_in_whatever_months_they_name_it(board):
    files = {
        "plans/a.md": plan("### 三月\n- 春季登山"),
        "plans/b.md": plan("### 四月\n- 春季登山活动（同：[甲](a.md)）", title="乙"),
        "plans/c.md": plan("### 四月\n- 5日 登山（同：[乙](b.md)）", title="丙"),
    }
    catalog = board(files).catalog
    assert len({entry.counted_as for entry in catalog.entries}) == 1
    assert len(catalog.of_year(2026)) == 1
    assert [entry.document.path for entry in catalog.schedule(Month(2026, 4)).entries] == ["plans/c.md"]


NOT_FOUND = (
    "座谈会（同：年度计划）",
    "座谈会（同：[自己](b.md)）",
    "座谈会\n  同：年度计划",
    "座谈会\n  - 同：[没有的](a.md#a-aaaaaaaa)",
    "座谈会（同：[没有的](a.md#a-aaaaaaaa)）",
    "没有的事情（同：[年](a.md)）",
    "座谈会（同：[总结](c.md)）",
)


@pytest.mark.parametrize("item", NOT_FOUND)
def test_who_joins_to_nothing_is_told(board, item):
    files = {
        "plans/a.md": plan("### 三月\n- 座谈会"),
        "plans/b.md": plan(f"### 五月\n- {item}", title="乙"),
        "plans/c.md": "---\n类型: 通知\n标题: 丙\n日期: 2026-03-01\n---\n\n正文\n",
    }
    found = [problem for problem in board(files).problems if problem.code == "same-not-found"]
    assert [(problem.path, problem.line) for problem in found] == [("plans/b.md", 9)]


def suggested(board, first, second, head="", **settings):
    files = {"plans/a.md": plan(first), "plans/b.md": plan(second, title="乙", head=head)}
    site = board(files, **settings)
    return [problem for problem in site.problems if problem.code == "same-activity"]


ALIKE = (
    ("### 三月\n- 上旬 教学比武，由十月延期", "### 三月\n- 8日 14:30 教学比武，由十月延期"),
    ("### 三月\n- 教职工消防疏散演练", "### 三月\n- 13日 消防疏散演练"),
    ("### 三月\n- 8日 妇女节座谈会", "### 三月\n- 8日 三八妇女节座谈会"),
    ("### 三月\n- 教工 春季运动会", "### 三月\n- 教工春季运动大会"),
    ("### 三月至四月\n- 植树活动一次", "### 四月\n- 植树活动"),
)


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_what_looks_like_one_activity_is_told_with_the_words_to_write(board, first, second):
    (problem,) = suggested(board, first, second)
    assert (problem.path, problem.level.value) == ("plans/b.md", "notice")
    words = problem.hint.partition("“")[2].partition("”")[0]
    assert suggested(board, first, second + words) == []
    assert len(suggested(board, first, second, "单位: 分会", **BRANCH)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("### 三月\n- 8日 工会例会", "### 三月\n- 15日 工会例会"),
        ("### 三月\n- 第一季度提案进度通报", "### 三月\n- 第二季度提案进度通报"),
        ("### 三月\n- 东校区安全检查", "### 三月\n- 西校区安全检查"),
        ("### 三月\n- 每周三 太极班", "### 三月\n- 太极班"),
        ("### 三月\n- 座谈", "### 三月\n- 座谈提案"),
        ("### 三月\n- 教学比武", "### 四月\n- 教学比武"),
        ("### 三月\n- 8日 座谈会甲组", "### 三月\n- 8日 座谈会甲组"),
    ],
)  # fmt: skip
def test_what_is_not_one_activity_is_not_told(board, first, second):
    assert suggested(board, first, second) == []


def test_units_beside_each_other_are_not_compared(board):
    units = {"units": [*BRANCH["units"], {"name": "另一分会", "parent": "工会"}]}
    files = {
        "plans/a.md": plan("### 三月\n- 消防疏散演练", head="单位: 另一分会"),
        "plans/b.md": plan("### 三月\n- 教工消防疏散演练", title="乙", head="单位: 分会"),
    }
    assert [it.code for it in board(files, **units).problems] == []


@pytest.mark.parametrize("behind", ["", "，由二月延期", "，从2月推迟而来", "；原定二月改期"])
def test_what_was_postponed_is_counted_at_its_new_time(board, behind):
    body = f"### 二月\n- 教学比武（延期至：3月）\n### 三月\n- 8日 教学比武{behind}"
    catalog = board({"plans/a.md": plan(body)}).catalog
    assert progress_of(catalog.entries).total == 1
    assert [len(part) for part in (catalog.schedule(MARCH).entries, catalog.schedule(MARCH).arriving)] == [
        1,
        0,
    ]
