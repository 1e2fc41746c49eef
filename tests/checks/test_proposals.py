from textwrap import dedent

import pytest

from boards import load_board, told


def problems(tmp_path, head, body="", **settings):
    text = "\n".join(["---", "类型: 提案", "标题: 一", "日期: 2026-03-04", *head, "---", "", dedent(body)])
    return told(load_board(tmp_path, {"plans/a.md": text}, **settings))


@pytest.mark.parametrize(
    ("seconders", "least", "is_told"),
    [
        ("", 1, True),
        ("附议人: 甲组", 1, False),
        ("附议人: 甲组", 2, True),
        ("附议人: 甲组、乙组", 2, False),
        ("附议人: 低段组3人", 3, False),
        ("附议人: 低段组（三名代表）、甲", 4, False),
        ("附议人: 101室", 2, True),
    ],
)
def test_seconders_that_the_settings_ask(tmp_path, seconders, least, is_told):
    found = problems(tmp_path, filter(None, [seconders]), proposals={"seconders": least})
    line = 5 if seconders else 1
    assert found == ([f"plans/a.md:{line}:1 warning too-few-seconders"] if is_told else [])


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        ("", True),
        ("## 审查意见\n\n略。\n", True),
        ("## 审查意见\n\n已列入计划。\n", False),
        ("## 四、不立案的理由\n\n已列入计划。\n", False),
        ("**审查结果**\n\n已列入计划。\n", False),
        ("不立案理由：已列入计划。\n", False),
        ("## 案由\n\n没有理由。\n", True),
    ],
)
def test_a_declined_proposal_has_its_reason(tmp_path, body, is_told):
    found = problems(tmp_path, ["立案: 不立案"], body)
    assert found == (["plans/a.md:5:1 warning declined-without-reason"] if is_told else [])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("再办: 2026-02-30", "impossible-day"),
        ("再办: 六月", "unreadable-date"),
        ("再办:\n  - 2026-06-12: 很满意", "unknown-choice"),
        ("办理结果: 解决一半", "unknown-choice"),
        ("并案: 没有.md", "reference-missing"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, line, code):
    head = ["立案: 立案", "答复日期: 2026-04-17", "满意度: 不满意", *line.split("\n")]
    found = problems(tmp_path, head, "## 答复\n\n办了。\n")
    assert [item.split(" ")[-1] for item in found if "answer-without" not in item] == [code]


@pytest.mark.parametrize("word", ["已解决", "采纳", " 已落实", "已办结"])
def test_other_words_for_an_outcome_are_its_class(tmp_path, word):
    text = f"---\n类型: 提案\n标题: 一\n日期: 2026-03-04\n办理结果: {word}\n主办: 总务处\n---\n"
    (document,) = load_board(tmp_path, {"plans/a.md": text}).catalog.shown
    assert (document.outcome, document.handler) == ("已解决", "总务处")


def test_a_key_under_two_of_its_names_is_told(tmp_path):
    assert problems(tmp_path, ["承办: 甲", "主办: 乙"]) == ["plans/a.md:6:1 error duplicate-field"]


@pytest.mark.parametrize(
    ("pleased", "further", "lines"),
    [
        ("不满意", ["2026-04-17: 满意"], []),  # On the day itself is no earlier day.
        ("不满意", ["2026-04-16: 满意"], [9]),
        ("不满意", ["2026-05-06: 不满意", "2026-05-06: 满意"], []),
        ("不满意", ["2026-05-06: 不满意", "2026-05-05: 满意"], [10]),
        ("基本满意", ["2026-05-06: 满意"], [9]),
        ("不满意", ["2026-05-06: 满意", "2026-06-01: 满意"], [10]),
    ],
)
def test_further_answers_stand_in_their_order(tmp_path, pleased, further, lines):
    head = ["立案: 立案", "答复日期: 2026-04-17", f"满意度: {pleased}", "再办:"]
    found = problems(tmp_path, [*head, *(f"  - {line}" for line in further)])
    told_of = [line for line in found if line.endswith("round-order")]
    assert [int(line.split(":")[1]) for line in told_of] == lines
