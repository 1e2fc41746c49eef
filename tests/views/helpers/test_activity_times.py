"""Times as readers see them."""

import pytest

from boards import plan
from noticeboard.views.helpers.activity_times import original_time, when

TIMES = [
    # section, item, when it is, when it was to be
    ("三月", "8日 座谈会", "3月8日（周日）", "2026年3月8日（周日）"),
    ("三月", "8日 14:30 座谈会", "3月8日（周日）14:30", "2026年3月8日（周日）14:30"),
    ("三月", "2日至6日 征文", "3月2日至6日", "2026年3月2日至6日"),
    ("三月", "6日、11日 讲座", "3月6日、11日", "2026年3月6日、11日"),
    ("三月", "下旬 征集提案", "3月下旬", "2026年3月下旬"),
    ("三月", "月底 小结", "3月底", "2026年3月底"),
    ("三月", "月初 开会", "3月初", "2026年3月初"),
    ("全年", "四月上旬 踏青", "四月上旬", "2026年四月上旬"),
    ("三月", "植树", "三月", "2026年3月"),
    ("三月", "下午4：20-5：00 合唱", "3月 16:20–17:00", "2026年3月"),
    ("三月", "每周三下午4：20-5：00 合唱", "每周三 16:20–17:00", "2026年每周三 16:20–17:00"),
    ("上半年", "体检", "上半年", "上半年"),
    ("年底", "考核", "年底", "年底"),
]


@pytest.mark.parametrize(
    ("section", "item", "shown", "original"), TIMES, ids=[item for _, item, _, _ in TIMES]
)
def test_a_time_stands_for_itself_away_from_its_heading(board, section, item, shown, original):
    (entry,) = board({"plans/a.md": plan(f"### {section}\n- [ ] {item}")}).catalog.entries
    assert (when(entry), original_time(entry)) == (shown, original)
