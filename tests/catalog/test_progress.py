from datetime import date

import pytest

from boards import ANY, plan
from noticeboard.catalog.progress import Progress, progress_of


def test_every_planned_activity_is_counted_once(board):
    body = """
    ### 三月

    - [x] 座谈
    - [ ] 走访
    - 球赛（取消：下雨）
    - 讲座（延期至：5月）
    - 春游（待定）

    ### 十二月

    - 总结
    """
    site = board({"plans/a.md": plan(body)}, today=date(2026, 4, 1))
    progress = progress_of(site.catalog.entries)
    assert (progress.total, progress.done, progress.cancelled, progress.postponed) == (6, 1, 1, 1)
    assert (progress.undecided, progress.undecided_overdue, progress.overdue, progress.open) == (0, 1, 1, 1)
    assert progress.percent == 20


def test_what_recurs_is_counted_apart(board):
    site = board({"plans/a.md": plan("### 三月\n\n- 每周三 太极班\n- [x] 每月 对账\n- 8日 座谈\n")})
    progress = progress_of(site.catalog.entries)
    assert (progress.total, progress.done, progress.overdue, progress.routine) == (2, 1, 1, 1)


def test_nothing_planned_is_no_progress():
    progress = progress_of(())
    assert (progress.total, progress.percent) == (0, 0)


@pytest.mark.parametrize(
    ("done", "total", "cancelled", "percent"),
    [(0, 3, 0, 0), (1, 3, 0, 33), (2, 3, 0, 66), (1, 8, 0, 12), (199, 200, 0, 99), (999, 1000, 0, 99), (3, 3, 0, 100),
     (2, 4, 1, 66), (0, 2, 2, 0)],
)  # fmt: skip
def test_per_cent_are_rounded_down_so_that_100_means_all(done, total, cancelled, percent):
    progress = Progress(total, done, cancelled, postponed=0, undecided=0, overdue=0, routine=0)
    assert progress.percent == percent


@pytest.mark.parametrize(
    ("until", "today", "overdue"),
    [
        ("4月、6月", "2026-05-31", False),
        ("4月、6月", "2026-06-30", False),
        ("4月、6月", "2026-07-01", True),
        ("5月", "2026-05-31", False),
        ("5月", "2026-06-01", True),
        ("4月、6月、9月", "2026-09-30", False),
        ("4月、6月、9月", "2026-10-01", True),
    ],
)
def test_what_was_postponed_is_late_after_the_last_of_its_new_months(board, until, today, overdue):
    body = f"### 三月\n\n- 8日 运动会（延期至：{until}）\n"
    (entry,) = board({"plans/a.md": plan(body)}, today=date.fromisoformat(today)).catalog.entries
    assert entry.overdue is overdue


def test_what_is_told_of_is_told_apart_from_what_is_only_ticked(board):
    files = {
        "plans/a.md": plan(
            """
            ### 三月
            - [x] 座谈 → [小结](b.md)
            - [x] 走访 → [照片](c.jpg)
            - [x] 讲座 → [年计划](d.md)
            - [x] 体检 → [别处](https://example.com/x.pdf)
            - [x] 球赛
            - [x] 春游
            - [ ] 登山 → [小结](b.md)
            """
        ),
        "plans/b.md": "---\n类型: 总结\n标题: 小结\n日期: 2026-03-20\n期间: 2026年3月\n计划: a.md\n---\n\n### 三月\n\n- 春游\n",
        "plans/c.jpg": ANY,
        "plans/d.md": plan("### 三月\n- [x] 球赛", title="年计划"),
    }
    catalog = board(files).catalog
    progress = progress_of(catalog.entries_in(catalog.by_path["plans/a.md"]))
    assert (progress.done, progress.recorded, progress.ticked) == (7, 4, 3)
