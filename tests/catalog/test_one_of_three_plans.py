"""One activity that three plans name, two of them by the same words and the third by 同: it is known, counted and shown once."""

import json

import pytest

from boards import load_board, plan
from catalogs import asset_of, day
from noticeboard.catalog.deduplication import deduplicate
from noticeboard.catalog.progress import progress_of

FILES = {
    "plans/学年.md": plan(
        "### 三月\n- 8日 三八活动\n- 义务植树", period="2025—2026学年", title="学年", head=""
    ),
    "plans/学期.md": plan(
        "### 三月\n- 8日 三八活动\n- 义务植树", period="2025—2026学年第二学期", title="学期"
    ),
    "plans/月.md": plan(
        "### 三月\n- 8日 庆三八活动（同：[学年](学年.md)）\n- 12日 义务植树", period="2026年3月", title="月"
    ),
    "plans/总结.md": (
        "---\n类型: 总结\n标题: 小结\n日期: 2026-03-31\n期间: 2026年3月\n计划: 月.md\n---\n"
        "### 三月\n- 8日 庆三八活动，参加42人\n- 12日 义务植树（150棵）\n"
    ),
}


@pytest.mark.parametrize(
    ("today", "states"),
    [
        ("2026-03-08", {"三八": {"planned"}, "月植树": {"planned"}, "植树": {"planned"}}),
        ("2026-03-09", {"三八": {"overdue"}, "月植树": {"planned"}, "植树": {"planned"}}),
        ("2026-03-13", {"三八": {"overdue"}, "月植树": {"overdue"}, "植树": {"planned"}}),
        ("2026-03-31", {"三八": {"done"}, "月植树": {"done"}, "植树": {"planned"}}),
        ("2026-04-01", {"三八": {"done"}, "月植树": {"done"}, "植树": {"overdue"}}),
    ],
)
def test_its_state_and_its_count(tmp_path, today, states):
    catalog = load_board(tmp_path, FILES, today=day(today)).catalog
    found: dict[str, set[str]] = {}
    for entry in (it for it in catalog.entries if it.planned):
        name = "三八" if "三八" in entry.activity.text else "植树"
        if name == "植树" and entry.document.title == "月":
            name = "月植树"
        found.setdefault(name, set()).add(entry.state.value)
    assert found == states
    planned = [entry for entry in catalog.entries if entry.planned]
    assert progress_of(deduplicate(planned)).due == 3
    assert progress_of(deduplicate(reversed(planned))).due == 3
    (unit,) = json.loads(asset_of(catalog, "board.json").made())["units"]
    late = [name for name, state in states.items() if state == {"overdue"}]
    assert unit["late"] == len(late)
