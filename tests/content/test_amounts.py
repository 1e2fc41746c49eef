from decimal import Decimal

import pytest

from noticeboard.content.quantities.amounts import read_amount


@pytest.mark.parametrize(
    ("text", "number", "unit", "approximate", "comparison"),
    [
        ("≥95%", "95", "%", False, "≥"),
        ("九成六", "96", "%", False, ""),
        ("达到9成5以上", "95", "%", False, "≥"),
        ("约七成半", "75", "%", True, ""),
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


@pytest.mark.parametrize(
    ("text", "number", "unit", "per", "comparison"),
    [
        ("每人至少3条", "3", "条", "每人", "≥"),
        ("每个职工至少提3条", "3", "条", "每人", "≥"),
        ("人均3条", "3", "条", "每人", ""),
        ("3条/人", "3", "条", "每人", ""),
        ("3条每人", "3", "条", "每人", ""),
        ("每个班组完成5项", "5", "项", "每班组", ""),
        ("日均30人次", "30", "人次", "每日", ""),
        ("每月2项", "2", "项", "每月", ""),
        ("达95%以上", "95", "%", "", "≥"),
        ("达到90%", "90", "%", "", "≥"),
        ("控制在7000元以内", "7000", "元", "", "≤"),
        ("要达到单独建会企业的40%以上的目标", "40", "%", "", "≥"),
        ("百分之九十五以上", "95", "%", "", "≥"),
        ("九成以上", "90", "%", "", "≥"),
        ("超过300人次", "300", "人次", "", ">"),
        ("不足300人", "300", "人", "", "<"),
        ("大于等于5次", "5", "次", "", "≥"),
        ("500人+", "500", "人", "", "≥"),
        ("￥3000", "3000", "元", "", ""),
        ("-300元", "-300", "元", "", ""),
    ],
)
def test_what_it_is_counted_by_and_held_against(text, number, unit, per, comparison):
    amount = read_amount("指标", text)
    assert (amount.number, amount.unit) == (Decimal(number), unit)
    assert (amount.per, amount.comparison) == (per, comparison)


@pytest.mark.parametrize(
    ("text", "number", "unit", "approximate"),
    [
        ("三个", "3", "个", False),
        ("二十四个", "24", "个", False),
        ("十余万元", "100000", "元", True),
        ("一百余万元", "1000000", "元", True),
        ("百余人", "100", "人", True),
        ("十几人", "10", "人", True),
        ("三千零二十元", "3020", "元", False),
        ("十二点五万元", "125000", "元", False),
        ("3万5千元", "35000", "元", False),
        ("1亿2千万元", "120000000", "元", False),
        ("壹万贰仟元整", "12000", "元整", False),
        ("十佳教师3人", "3", "人", False),
        ("230件余", "230", "件", True),
        ("300元多", "300", "元", True),
        ("278人次（其中困难职工30户）", "278", "人次", False),
        ("1，234.50元", "1234.5", "元", False),
    ],
)
def test_numbers_in_chinese_signs_and_mixed_ones(text, number, unit, approximate):
    amount = read_amount("指标", text)
    assert (amount.number, amount.unit, amount.approximate) == (Decimal(number), unit, approximate)


@pytest.mark.parametrize(
    ("text", "low", "high", "is_open"),
    [
        ("278人", "278", "278", False),
        ("近300人", "200", "300", True),
        ("300余人", "300", "400", False),
        ("230余人", "230", "240", False),
        ("10余万元", "100000", "200000", False),
        ("10万余元", "100000", "110000", False),
        ("约300人", "200", "400", False),
        ("300人以上", "300", None, False),
        ("超过300人", "300", None, True),
        ("不足300人", None, "300", True),
        ("达300人", "300", "300", False),
    ],
)
def test_how_much_it_can_be(text, low, high, is_open):
    span = read_amount("指标", text).span
    assert (span.low, span.high) == tuple(None if end is None else Decimal(end) for end in (low, high))
    assert span.is_open is is_open


@pytest.mark.parametrize(
    ("one", "other"),
    [("3人", "3名"), ("5%", "5个百分点"), ("每天2次", "日均2次"), ("每位职工2条", "人均2条")],
)
def test_words_for_the_same_unit_are_one_measure(one, other):
    assert read_amount("", one).measure == read_amount("", other).measure


@pytest.mark.parametrize(
    ("one", "other"), [("3人", "3人次"), ("3户", "3人"), ("每人3条", "3条"), ("每月3条", "每人3条")]
)
def test_other_units_are_others(one, other):
    assert read_amount("", one).measure != read_amount("", other).measure


def test_numbers_are_exact():
    assert read_amount("", "0.1万元").number * 3 == read_amount("", "0.3万元").number


@pytest.mark.parametrize(
    "text",
    [
        "全部完成", "3至5人", "2/3", "", "95%以上的20人", "一批", "统一办理", "三八妇女节活动", "第3名", "第三", "一等奖", "数百人",
        "几十人", "一万二", "三百五", "两三个", "3—5次", "3:2", "278人次，慰问金10万元", "5月20日", "12345678901234567元", "翻一番",
        "四个半", "1,23,4", "全覆盖", "1.2.3",
    ],
)  # fmt: skip
def test_what_holds_no_single_number_gives_none(text):
    assert read_amount("指标", text).number is None
    assert read_amount("指标", text).text == text
