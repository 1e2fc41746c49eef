from datetime import date

from boards import plan
from noticeboard.catalog.progress import progress_of


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
    assert (progress.undecided, progress.overdue, progress.open) == (1, 1, 1)
    assert progress.percent == 20


def test_what_recurs_is_counted_apart(board):
    site = board({"plans/a.md": plan("### 三月\n\n- 每周三 太极班\n- [x] 每月 对账\n- 8日 座谈\n")})
    progress = progress_of(site.catalog.entries)
    assert (progress.total, progress.done, progress.overdue, progress.routine) == (2, 1, 1, 1)


def test_nothing_planned_is_no_progress():
    progress = progress_of(())
    assert (progress.total, progress.percent) == (0, 0)
