from decimal import Decimal

import pytest

from noticeboard.content.amounts import read_amount


@pytest.mark.parametrize(
    ("text", "number", "unit", "approximate", "comparison"),
    [
        ("≥95%", "95", "%", False, "≥"),
        ("＞＝95％", "95", "%", False, "≥"),
        ("不低于 90%", "90", "%", False, "≥"),
        ("≤7000元", "7000", "元", False, "≤"),
        ("不超过1.5万元", "15000", "元", False, "≤"),
        ("278人次", "278", "人次", False, ""),
        ("10万余元", "100000", "元", True, ""),
        ("10余万元", "100000", "元", True, ""),
        ("近3000元", "3000", "元", True, ""),
        ("约12.5亿元", "1250000000", "元", True, ""),
        ("1,234 人", "1234", "人", False, ""),
        ("３２户", "32", "户", False, ""),
        ("20人以上", "20", "人", False, "≥"),
        ("20人左右", "20", "人", True, ""),
        ("每人3条", "3", "条", False, ""),
        ("0元", "0", "元", False, ""),
        ("2百人", "200", "人", False, ""),
        ("100%", "100", "%", False, ""),
    ],
)
def test_a_number_is_derived_and_what_was_written_is_kept(text, number, unit, approximate, comparison):
    amount = read_amount("指标", text)
    assert (amount.text, amount.number, amount.unit) == (text, Decimal(number), unit)
    assert (amount.approximate, amount.comparison) == (approximate, comparison)


@pytest.mark.parametrize("text", ["全部完成", "3至5人", "2/3", "", "95%以上的20人", "一批"])
def test_what_holds_no_single_number_gives_none(text):
    assert read_amount("指标", text).number is None
    assert read_amount("指标", text).text == text
