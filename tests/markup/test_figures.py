"""What no line may break: a figure that one reads at a glance."""

import pytest

from noticeboard.markup.figures import figures_in, unbroken, width


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("1,234,567.89元", ["1,234,567.89元"]),
        ("¥-1,234.50 和 -12%", ["¥-1,234.50", "-12%"]),
        ("１２，３４５．６０元", ["１２，３４５．６０元"]),
        ("2026年3月8日14:30–16:00", ["2026年3月8日14:30", "16:00"]),
        ("二〇二六年三月八日", ["二〇二六年三月八日"]),
        ("1 234 567元", ["1 234 567元"]),
        ("第8次", []),
        ('<a href="/2026/12345/">看&#12345;</a>', []),
        ("1" * 28, ["1" * 28]),
        ("1" * 29, []),
    ],
)
def test_figures_are_kept_whole(html: str, marked: list[str]) -> None:
    spans = unbroken(html).split('<span class="figure">')[1:]
    assert [span.partition("</span>")[0] for span in spans] == marked


def test_what_is_no_figure_stays_as_it_was() -> None:
    html = '<p title="12345">甲 &amp; 乙</p>'
    assert unbroken(html) == html


def test_figures_and_their_room() -> None:
    assert figures_in("预算 10,000元，占 12.5%") == ["10,000元", "12.5%"]
    assert width("12元") == pytest.approx(2.24)
