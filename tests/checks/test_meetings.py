import pytest

from boards import load_board, told


def problems(tmp_path, *head, body="", **settings):
    lines = ["---", "类型: 会议", "标题: 一", "日期: 2026-03-20", "届次: 三届二次", *head, "---", "", body]
    return told(load_board(tmp_path, {"plans/a.md": "\n".join(lines)}, **settings))


@pytest.mark.parametrize(
    ("present", "quorum", "is_told"),
    [
        (40, "三分之二以上", False),
        (39, "三分之二以上", True),
        (30, "过半", True),
        (31, "过半", False),
        (1, "", False),
    ],
)
def test_a_quorum_that_the_settings_ask(tmp_path, present, quorum, is_told):
    found = problems(tmp_path, "应到: 60", f"实到: {present}", meetings={"quorum": quorum})
    assert found == (["plans/a.md:7:1 warning no-quorum"] if is_told else [])


@pytest.mark.parametrize(
    "item",
    [
        "某办法：赞成，反对，弃权",
        "某办法：赞成 -5，反对 1",
        "某办法：赞成 58.5",
        "某办法：赞成 5 赞成 6",
        "某办法",
    ],
)
def test_a_vote_that_cannot_be_read_is_told(tmp_path, item):
    found = problems(tmp_path, body=f"## 表决\n\n- {item}\n")
    assert found == ["plans/a.md:10:3 warning vote-not-read"]


@pytest.mark.parametrize(
    "item",
    [
        "某办法（负责：工会；2月30日前）",
        "某办法（延期）",
        "[x] 某办法（取消）",
        "某办法（12月31日前；延期至：10月31日）",
        "某办法（已办结：13月5日）",
    ],
)
def test_a_resolution_that_cannot_be_read_is_told(tmp_path, item):
    found = problems(tmp_path, body=f"## 决议\n\n- {item}\n")
    assert [line.split(" ")[-1] for line in found] == ["resolution-not-read"]


def test_a_section_of_resolutions_without_items_is_told(tmp_path):
    body = "## 决议\n\n大会通过了工会经费预算。\n"
    assert problems(tmp_path, body=body) == ["plans/a.md:8:4 warning resolution-not-read"]


def test_without_settings_nothing_is_asked(tmp_path):
    body = "## 表决\n\n- 某办法：赞成 1，反对 0\n\n## 决议\n\n- 某事\n"
    assert problems(tmp_path, "应到: 60", "实到: 1", body=body) == []


@pytest.mark.parametrize(
    ("counts", "is_told"),
    [
        (
            "征集 10，立案 4，转意见 3，不立案 1，待审 1",
            True,
        ),  # All kinds are there, and one proposal is in none.
        ("征集 10，立案 4，转意见 3，不立案 1，待审 2", False),
        ("征集 10，立案 4，转意见 3，不立案 1，待审 1，并案 1", False),
        ("征集 10，立案 4，转意见 3，不立案 1", False),
        ("征集 10，立案 8，不立案 3", True),
        ("征集 10，答复 11", True),
        ("征集 10，答复 10，满意 9", False),
        ("征集 10，答复 10，满意 9，不满意 2", True),
    ],
)
def test_counts_that_cannot_all_be_true(tmp_path, counts, is_told):
    found = problems(
        tmp_path, "提案数:", *(f"  - {count.replace(' ', ': ')}件" for count in counts.split("，"))
    )
    assert [line.split()[-1] for line in found] == ["counts-sum"] * is_told
