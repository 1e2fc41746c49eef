"""通知: which of them hold, which are over, and which are none."""

from datetime import date

from boards import load_board
from catalogs import text_of, tree_of


def notice(title: str, day: str, *lines: str) -> str:
    return "\n".join(
        ["---", "类型: 通知", f"标题: {title}", f"日期: {day}", *lines, "---", "", "请各位知悉。", ""]
    )


def sections(root, files: dict[str, str], today=date(2026, 6, 20)) -> dict[str, str]:
    catalog = load_board(root, files, today=today).catalog
    found = tree_of(catalog, "notices/").findall(".//section")
    return {text_of(section.find("h2")): text_of(section) for section in found}


def test_replies_to_opinions_have_a_page_of_their_own(tmp_path):
    files = {
        "plans/a.md": notice("停水通知", "2026-06-18"),
        "plans/b.md": notice("关于空调的答复", "2026-06-18", "收到日期: 2026-06-10"),
    }
    shown = "".join(sections(tmp_path, files).values())
    assert "停水通知" in shown and "空调" not in shown


def test_those_that_hold_are_told_apart_from_those_that_are_over(tmp_path):
    files = {
        "plans/a.md": notice("报名", "2026-06-01", "截止: 2026-06-20"),
        "plans/b.md": notice("体检", "2026-06-01", "截止: 2026-06-19"),
        "plans/c.md": notice("停电", "2026-06-01", "撤下: 2026-06-19"),
        "plans/d.md": notice("旧事", "2025-01-05"),
    }
    found = sections(tmp_path, files)
    holding = next(text for title, text in found.items() if title.startswith("有效"))
    assert "报名" in holding
    assert not any(title in holding for title in ("体检", "停电", "旧事"))
    over = "".join(text for text in found.values() if text != holding)
    assert all(title in over for title in ("体检", "停电", "旧事"))
