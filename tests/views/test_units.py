"""A unit's page: what comes next there, and what is late."""

from boards import plan
from catalogs import page_of, text_of, tree_of


def context(board, **bodies: str):
    files = {f"plans/{name}.md": plan(body) for name, body in bodies.items()}
    return page_of(board(files).catalog, "units/gong-hui/").context()


def texts(entries) -> list[str]:
    return [entry.activity.text for entry in entries]


def test_what_two_plans_say_alike_stands_once(board):
    page = context(
        board,
        a="- 11月25日 座谈会\n- 11月5日 球赛\n- 11月26日 登山",
        b="- 11月25日 14:30 座谈会\n- 11月5日 球赛",
    )
    assert texts(page["coming"]) == ["座谈会", "登山"]
    assert [entry.activity.time.clock for entry in page["coming"]] == ["14:30", None]
    assert texts(page["overdue"]) == ["球赛"]


def test_what_is_long_overdue_is_counted_and_told_where_it_stands(board):
    page = context(
        board,
        a="### 一月\n- 走访\n- 慰问\n### 七月\n- 疗休养\n### 九月\n- 表彰\n### 十月\n- 登山\n### 上半年\n- 清查",
    )
    assert texts(page["overdue"]) == ["表彰", "登山"]
    assert [(page.title, page.address, page.anchor, page.count) for page in page["overdue_before"]] == [
        ("2026年7月", "months/2026/07/", "nb-overdue", 1),
        ("2026年1月", "months/2026/01/", "nb-overdue", 2),
        ("2026年内", "months/2026/", "nb-loose", 1),
    ]
    assert page["overdue_count"] == 6


def test_targets_stand_by_the_plan_that_ends_last(board):
    files = {
        "plans/年.md": plan(period="2026年", head="目标:\n  - 甲: 1人"),
        "plans/月.md": plan(period="2026年3月", title="月计划", head="目标:\n  - 乙: 1人"),
        "plans/旧.md": plan(period="2025年", title="旧计划", head="目标:\n  - 丙: 1人"),
        "plans/更旧.md": plan(period="2024年", title="更旧的计划", head="目标:\n  - 丁: 1人"),
    }
    page = page_of(board(files).catalog, "units/gong-hui/").context()
    assert [target.amount.name for target in page["targets"]] == ["甲", "乙", "丙"]


def test_documents_are_a_tap_away_and_a_long_list_ends(board):
    files = {f"plans/{number}.md": plan(title=f"第{number}份计划书", period="2024年") for number in range(70)}
    folds = folds_of(tree_of(board(files).catalog, "units/gong-hui/"))
    assert list(folds) == ["计划 70 份"]
    assert folds["计划 70 份"].count("计划书") == 60
    assert "再早的，见档案" in folds["计划 70 份"]


def test_what_is_due_and_late_stands_open_before_all_else(board):
    files = {"plans/a.md": plan("- 11月25日 座谈会\n- 11月5日 球赛", head="目标:\n  - 甲: 1人")}
    tree = tree_of(board(files).catalog, "units/gong-hui/")
    assert [section.get("aria-labelledby") for section in tree.iter("section")][:3] == [
        "nb-coming", "nb-overdue", "nb-current",
    ]  # fmt: skip
    assert list(folds_of(tree)) == ["计划 1 份", "目标和结果 1 项"]


def test_what_the_counts_mean_is_told_once_a_page_and_only_inside(board):
    files = {f"plans/{name}.md": plan(f"- [x] 11月5日 {name}组球赛") for name in "甲乙"}
    for address in ("units/gong-hui/", "units/", "months/2026/11/", "plans/jia/"):
        assert text_of(tree_of(board(files).catalog, address)).count("有记录：") == 1, address
    public = {path: text.replace("标题:", "范围: 对外\n标题:") for path, text in files.items()}
    assert "有记录：" not in text_of(tree_of(board(public, audience="public").catalog, "months/2026/11/"))


def folds_of(tree) -> dict[str, str]:
    """What is folded up, by what is left to see."""
    return {text_of(fold.find("summary")): text_of(fold) for fold in tree.iter("details")}
