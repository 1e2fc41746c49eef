"""Whether a result reaches a target, and by how much."""

from decimal import Decimal

import pytest

from noticeboard.catalog.verdicts import Verdict, judge
from noticeboard.content.quantities.amounts import read_amount


@pytest.mark.parametrize(
    ("target", "result", "verdict", "difference"),
    [
        ("≥95%", "93%", "missed", "-2"),
        ("≥95%", "95%", "reached", "0"),
        ("≥95%", "96.5%", "reached", "1.5"),
        ("达95%以上", "95%", "reached", "0"),
        (">95%", "95%", "missed", "0"),
        ("≤7000元", "0.7万元", "reached", "0"),
        ("≤7000元", "7000.01元", "missed", "0.01"),
        ("<3次", "3次", "missed", "0"),
        ("=3次", "4次", "missed", "1"),
        ("=3次", "三次", "reached", "0"),
        ("6个", "7个", "reached", "1"),
        ("6个", "五个", "missed", "-1"),
        ("0起", "0起", "reached", "0"),
        ("0起", "1起", "missed", "1"),
        ("十余万元", "12万元", "reached", "20000"),
        ("十余万元", "9万元", "missed", "-10000"),
        ("约30条", "26条", "unclear", "-4"),
        ("约30条", "19条", "missed", "-11"),
        ("≥300人次", "近300人次", "missed", "0"),
        ("≥300人次", "300余人次", "reached", "0"),
        ("≥305人次", "300余人次", "unclear", "-5"),
        ("≥300人次", "约300人次", "unclear", "0"),
        ("≥300人次", "约500人次", "reached", "200"),
        ("≤300人次", "300余人次", "unclear", "0"),
        ("≤300人次", "近300人次", "reached", "0"),
        ("≥300人次", "250人次以上", "unclear", "-50"),
        ("≥300人次", "超过300人次", "reached", "0"),
        ("≤8000元", "达7000元", "reached", "-1000"),
        ("每人3条", "人均2.5条", "missed", "-0.5"),
        ("每人3条", "300条", "other-unit", None),
        ("300人", "300人次", "other-unit", None),
        ("30名", "31人", "reached", "1"),
        ("≥95%", "全覆盖", "no-number", None),
        ("全覆盖", "95%", "no-number", None),
    ],
)
def test_verdicts(target, result, verdict, difference):
    found = judge(read_amount("指标", target), read_amount("指标", result))
    assert found.verdict == verdict
    assert found.difference == (None if difference is None else Decimal(difference))


@pytest.mark.parametrize(
    ("result", "verdict"), [("9万元", "unclear"), ("10万元", "reached"), ("11万元", "unclear")]
)
def test_of_a_bare_cost_nobody_knows_which_way_is_meant(result, verdict):
    assert judge(read_amount("慰问支出", "10万元"), read_amount("慰问支出", result)).verdict == verdict


@pytest.mark.parametrize(
    ("target", "result", "verdict"),
    [
        ("≥10次", "6次", "so-far"),
        ("≥10次", "10次", "reached"),
        ("≤10次", "6次", "so-far"),
        ("≤10次", "11次", "missed"),
    ],
)
def test_half_of_the_time_settles_only_what_cannot_change(target, result, verdict):
    found = judge(read_amount("指标", target), read_amount("指标", result), is_partial=True)
    assert found.verdict is Verdict(verdict)
