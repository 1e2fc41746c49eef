"""Which edits of a disclosure change a figure, and which only type it otherwise."""

from __future__ import annotations

import pytest

from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.documents import Disclosure
from noticeboard.content.sections.figure_changes import FigureChange, figure_changes
from noticeboard.content.sections.figure_values import value_of
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import read_source

_HEAD = "---\n类型: 公开\n标题: 预算\n日期: 2026-03-02\n类别: 财务\n责任部门: 财务室\n---\n\n"

CHANGES = """
300美元→300欧元|300元→300美元|支出元→支出万元|合计元→合计万元|支出美元→支出欧元|300英镑→300韩元|USD300→CNY300|300 USD→300 EUR
叁月份→肆月份|叁月→肆月|叁季度→肆季度|叁人→肆人|伍仟→陆仟|三百→四百|零元→一元|三十余人→四十余人|负三百元→三百元|一等奖→二等奖
第三批→第四批|七折→八折|百分之三→百分之五|300%→300‰|3%→3个百分点|300人→300户|每人300元→每户300元|300斤→300公斤
3小时→3天|5公里→5米|5㎡→5㎥|5km→5m|3K→3M|10³→10⁴|300元以上→300元以下|不超过300元→不少于300元|负300元→300元|-300→300
上午9:00→下午9:00|九点半→九点|3月上旬→3月下旬|6月底→6月初|周三→周四|星期一→星期二|春季学期→秋季学期|正月→腊月
3,5→3.5|1,000→10,00|1.000→1,000|½→¼|Ⅲ级→Ⅱ级|3月5—8日→3月5—9日|5角→5分|五角→五分
3次以上→3次以下|5台以上→5台以内|至少3次→3次以下|三项以上→三项以内|5台设备以上→5台设备以下|一次以上→一次以下|300元含以上→300元以下|20台→20套|20盒→20箱|二十套→二十台
第①批→第②批|方案①→方案②|一个月→两个月|2车间→3车间|一次→两次
收入300元→支出300元|结余：300元→透支：300元|增加5%→减少5%|预算数300元→决算数300元|含税300元→不含税300元|应付300元→已付300元|最高300元→最低300元|新增3人→减少3人
年初余额300元→年末余额300元|期初余额300元→期末余额300元|预算收入300元→决算收入300元|预算支出300元→实际支出300元|同比增长5%→环比增长5%|人均支出300元→户均支出300元
收入增加300元→支出增加300元|收入比上年增加300元→支出比上年增加300元|收入合计（元）：300→支出合计（元）：300|增加了会费收入300元→减少了会费收入300元
3年以上→3年以下|三年以上→三年以下|3个月以上→3个月以下|15日以上→15日以内|3级以上→3级以下|3人以下列席→3人列席|3人以下表决→3人表决|3人以下同行→3人同行|3次以上述职→3次述职|3人以内部门→3人部门
"""
SAME = """
300元→３００元|300美元→300 美元|300圆→300元|300元人民币→300元|人民币300元→300元|1,000元→1000元|1，000→1,000|+300→300|-300→−300|（300）→(300)
叁月份→叁月|叁月份→三月|二〇二六年→二○二六年|三百元→300元|3万元→30000元|壹佰元→一百元|2026-3-2→2026-03-02|2026年03月02日→2026年3月2日
3月05日→3月5日|5日→5号|9:00→09:00|下午3:00→15:00|3：00→3:00|周三→星期三|星期天→礼拜日|300名→300人|不超过300元→至多300元|5千克→5公斤
3%→3％|300－400→300-400|三八节→妇女节|九三学社→民主党派|十分顺利→非常顺利|万无一失→稳妥|一起→共同|多元化→多样化|单元→单位|美元素→新元素
1季度→一季度|一等奖→1等奖|第一时间→马上|一直→始终
2026年度会费→2026年会费|2026年人均→2026年的人均|8点分组→8点开始分组|3月成立→3月新成立|至少3次→3次以上|3次及以上→3次以上|不超过5台→5台以内|至多三项→三项以下|3（含）以上→3以上
一个月→1个月|一名→1名|一次→一批|开展一个→开展|一周→1周|二车间→二分厂|二车间→维修车间|2分厂→2车间|十二支部→十二分会|20台→20个|①植树②登山→①植树②读书③登山
结余300元→余额300元|收入300元→经费收入300元|三名→3名|三天→3天|收入300元→收入共300元|增加了5%→增长5%|收入情况→支出情况|收入与支出相抵后结余300元→支出与收入相抵后结余300元
年初余额300元→期初结余300元|预算收入300元→概算收入300元
2026年预算以下表为准→2026年预算以附表为准|自2026年起以下一年度为准→自2026年起按下一年度为准|2026年4月起以内网公布为准→2026年4月起按内网公布为准
2026年以上级规定为准，支出300元→2026年按上级规定执行，支出300元|5人以上述方案→5人按上述方案|2026年以内部审计为主→2026年主要靠内部审计|2026年度以下列方式公开→2026年度按下列方式公开
3月以上报数为准→3月按上报数为准|3月5日以上次记录为准→3月5日按上次记录为准|二〇二六年以上级规定为准→二〇二六年按上级规定执行|5台设备以内部调配为主→5台设备主要靠内部调配
"""
_TABLE = "| 项 | 数 |\n|---|---|\n| 甲 | {} |\n| 乙 | {} |\n"


def pairs(table: str) -> list[list[str]]:
    return [pair.split("→") for line in table.strip().splitlines() for pair in line.split("|")]


def document(body: str) -> Disclosure:
    read, _ = read_document(read_source("plans/a.md", f"{_HEAD}{body}\n".encode(), KNOWN_KEYS), Settings())
    assert isinstance(read, Disclosure)
    return read


def changes(before: str, after: str) -> tuple[FigureChange, ...]:
    return figure_changes(document(before), document(after))


PLACES = ("本项{}。", "共支出{}，用于活动。", _TABLE.replace("乙 | {}", "乙 | 无"))


@pytest.mark.parametrize("place", PLACES)
def test_what_makes_it_another_amount(place: str) -> None:
    silent = [pair for pair in pairs(CHANGES) if not changes(*map(place.format, pair))]
    assert silent == []


@pytest.mark.parametrize("place", PLACES)
def test_what_only_types_it_otherwise(place: str) -> None:
    told = [pair for pair in pairs(SAME) if changes(*map(place.format, pair))]
    assert told == []


@pytest.mark.parametrize(
    ("before", "after", "is_told"),
    [
        ("（300）", "300", True),
        ("（300）", "-300", False),
        ("（1）", "1", False),
        ("（1,200.50）", "1,200.50", True),
    ],
)
def test_a_number_in_brackets_in_a_cell_is_below_nothing(before: str, after: str, is_told: bool) -> None:
    assert bool(changes(_TABLE.format(before, "无"), _TABLE.format(after, "无"))) is is_told


def test_brackets_in_a_sentence_say_nothing() -> None:
    assert changes("到会（300）。", "到会300。") == ()


@pytest.mark.parametrize("typed", ["（{}）", "{}、400", "{}. 另"])
def test_a_number_in_a_line_is_no_marker_of_an_item(typed: str) -> None:
    assert changes(f"到会{typed.format(300)}", f"到会{typed.format(301)}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (_TABLE.format("300", ""), _TABLE.format("", "300")),
        (_TABLE.format("300", "无"), _TABLE.format("无", "300")),
        ("慰问支出300元。\n\n文体支出。", "慰问支出。\n\n文体支出300元。"),
        (
            "## 慰问\n\n支出300元。\n\n## 文体\n\n支出200元。",
            "## 慰问\n\n支出200元。\n\n## 文体\n\n支出300元。",
        ),
        (
            "| 项 | 一月 | 二月 |\n|---|---|---|\n| 甲 | 300 | |",
            "| 项 | 一月 | 二月 |\n|---|---|---|\n| 甲 | | 300 |",
        ),
    ],
)
def test_a_figure_that_went_to_another_name(before: str, after: str) -> None:
    assert len(changes(before, after)) == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- 甲 300元\n- 乙 200元", "- 乙 200元\n- 甲 300元"),
        ("共 300 元，比上年增加。", "共 300 元，\n比上年增加。"),
        ("慰问支出300元。", "走访慰问支出300元。"),
        (_TABLE.format("300", "无"), "| 项 | 数 |\n|---|---|\n| 甲 | 300 |\n"),
    ],
)
def test_lines_that_moved_and_rows_without_figures(before: str, after: str) -> None:
    assert changes(before, after) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("| 项目 | 收入（元） |\n|---|---|\n| 甲 | 300 |", "| 项目 | 支出（元） |\n|---|---|\n| 甲 | 300 |"),
        ("| 项目 | 金额 |\n|---|---|\n| 会费收入 | 300 |", "| 项目 | 金额 |\n|---|---|\n| 会费支出 | 300 |"),
        ("| 项 | 数 |\n|---|---|\n| 预算收入 | 300 |", "| 项 | 数 |\n|---|---|\n| 决算收入 | 300 |"),
        ("| 项 | 数 |\n|---|---|\n| 年初结余 | 300 |", "| 项 | 数 |\n|---|---|\n| 年末结余 | 300 |"),
        ("| 项 | 预算数 |\n|---|---|\n| 甲 | 300 |", "| 项 | 决算数 |\n|---|---|\n| 甲 | 300 |"),
        ("| 项 | 预算金额 |\n|---|---|\n| 甲 | 300 |", "| 项 | 决算金额 |\n|---|---|\n| 甲 | 300 |"),
        ("| 项 | 年初余额 |\n|---|---|\n| 甲 | 300 |", "| 项 | 年末余额 |\n|---|---|\n| 甲 | 300 |"),
        (
            "| 项 | 收入金额（元） |\n|---|---|\n| 甲 | 300 |",
            "| 项 | 支出金额（元） |\n|---|---|\n| 甲 | 300 |",
        ),
        ("- 本年结余 300 元", "- 本年亏损 300 元"),
        ("**收入**：300元", "**支出**：300元"),
    ],
)
def test_a_name_that_became_its_opposite(before: str, after: str) -> None:
    assert len(changes(before, after)) == 1


def test_a_result_whose_name_became_its_opposite() -> None:
    was, now = (
        read_document(
            read_source(
                "plans/a.md",
                _HEAD.replace("责任部门", f"数据:\n  会费{word}: 300元\n责任部门").encode(),
                KNOWN_KEYS,
            ),
            Settings(),
        )[0]
        for word in ("收入", "支出")
    )
    assert isinstance(was, Disclosure) and isinstance(now, Disclosure)
    assert [(change.old, change.new) for change in figure_changes(was, now)] == [("收入", "支出")]


@pytest.mark.parametrize("struck", ["~~300元~~", "<del>300元</del>", "<s>300元</s>"])
@pytest.mark.parametrize("place", PLACES)
def test_a_figure_that_was_struck_out(place: str, struck: str) -> None:
    assert changes(place.format("300元"), place.format(struck))
    assert changes(place.format("300元"), place.format(f"{struck}200元"))


@pytest.mark.parametrize("figure", [f"1.{'0' * 5000}1", f"{'1' * 5000}.10", f"1.{'0' * 5000}", "1" * 200_000])
def test_a_figure_of_thousands_of_digits_is_read(figure: str) -> None:
    assert value_of(figure).startswith("1")
