"""A link behind a resolution is no part of its words, and its words are no link."""

from datetime import date

import pytest

from noticeboard.content.resolutions import resolutions_in
from noticeboard.markup.body import read_body


@pytest.mark.parametrize(
    ("item", "text", "owner"),
    [
        ("汇总规划的意见并公布（负责：校办；4月30日前）→ [采纳情况](a.md)", "汇总规划的意见并公布", "校办"),
        ("收集意见 → [通知](a.md)", "收集意见", ""),
        ("建立意见箱制度（负责：工会）[见证](a.md)", "建立意见箱制度", "工会"),
        ("修车棚，见[通知](a.md)", "修车棚", ""),
        ("修车棚（负责：总务处），见《[通知](a.md)》", "修车棚", "总务处"),
        ("修车棚 见 [通知](a.md)", "修车棚", ""),
    ],
)
def test_words_and_links(item, text, owner):
    (found,) = resolutions_in(read_body(f"## 决议\n\n- {item}\n"), date(2026, 3, 20))
    assert (found.text.strip("，"), found.owner) == (text, owner)
