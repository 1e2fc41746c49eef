"""`board overdue`: one line for an activity, with every file in which it stands."""

from __future__ import annotations

import json

from boards import plan

FILES = {
    "plans/a.md": plan("### 三月\n- [ ] 8日 球赛\n- [ ] 9日 别的", title="年度", head="单位: 甲校工会"),
    "plans/b.md": plan(
        "### 三月\n- [ ] 9日 篮球赛\n  同：[年度](a.md)", title="学期", head="单位: 乙校分工会"
    ),
}


def test_one_activity_of_two_plans_is_one_line_that_names_both(run):
    done = run("overdue", files=FILES)
    lines = [line for line in done.output.splitlines() if line.startswith("plans/")]
    assert len(lines) == 2
    assert lines[0].startswith("plans/a.md:")
    assert "球赛" in lines[0]
    assert "（同一项：plans/b.md:" in lines[0]
    assert "同一项" not in lines[1]
    assert "逾期 2 项" in done.output


def test_either_unit_is_told_of_it(run):
    for unit in ("甲校工会", "乙校分工会"):
        done = run("overdue", "--unit", unit, files=FILES)
        assert "plans/a.md:" in done.output
        assert "plans/b.md:" in done.output


def test_programs_get_both_places(run):
    done = run("overdue", "--format", "json", files=FILES)
    found = json.loads(done.stdout)
    assert [[item["path"] for item in activity["also"]] for activity in found] == [["plans/b.md"], []]
