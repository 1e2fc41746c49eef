"""What the detectors find, and what they let pass. No number is anybody's."""

from __future__ import annotations

import random

import pytest
from benchmarks.persons import look_alikes, positives

from noticeboard.checks.personal.registry import PERSONAL
from noticeboard.privacy import home_addresses
from noticeboard.privacy.bank_cards import passes_luhn
from noticeboard.privacy.identity_numbers import check_digit, is_identity_number
from noticeboard.privacy.normalized_text import NormalizedText

ID = "110101199003077715"
CARD = "6222021234567890128"
TABLE = "| 姓名 | {} |\n| --- | --- |\n| 张某 | {} |"


def found(text: str) -> dict[str, list[str]]:
    """Check → what it takes for personal data, as written."""
    reading = NormalizedText.of(text)
    spans = {check.code: [text[span.start : span.end] for span in check.find(reading)] for check in PERSONAL}
    return {check: texts for check, texts in spans.items() if texts}


@pytest.mark.parametrize(
    "text",
    [
        ID, f"身份证号{ID}", f"身份证：{ID}，", f"（{ID}）", f"G{ID}", f"{ID[:6]} {ID[6:14]} {ID[14:]}", f"{ID[:6]}-{ID[6:14]}-{ID[14:]}",
        "1101 0119 9003 0777 15", "110101－1990－0307－7715", "110101199003\n077715", "110101 1990-03-07 7715", "|".join(ID), "身份证号：1101011990030777", "身份证号 11010519491231002Y",
        f"身份证号码为{ID[:-1]}6", TABLE.format("身份证号", ID[:-1]), "911105199003077710",
        f"1.{ID}", f"12345 {ID}", f"第{ID}号", "１１０１０１１９９００３０７７７１５", TABLE.format("编号", ID), f"证件编号：{ID}", f"{ID}张某",
    ],
)  # fmt: skip
def test_identity_numbers(text: str) -> None:
    assert list(found(text)) == ["identity-number"]


@pytest.mark.parametrize(
    "text",
    [
        "110***********7715",
        "110101********7715",
        "1101011990****7715",
        "110101xxxxxxxx7715",
        "11010119900307****",
    ],
)
def test_masks_that_leave_too_much(text: str) -> None:
    assert list(found(text)) == ["masked-identity-number"]


def test_the_last_sign_may_be_an_x() -> None:
    number = next(n for n in (f"11010119900307{i:03}" for i in range(1000)) if check_digit(n) == "X")
    assert is_identity_number(number + "X")
    assert found(f"{number}X") == {"identity-number": [f"{number}X"]}
    assert found(f"{number}x。") == {"identity-number": [f"{number}x"]}


@pytest.mark.parametrize(
    "text",
    [
        ID[:-1] + "6", f"{ID}1", f"9{ID}", f"1.5{ID}", "110101199013077715", "990101199003077715", "110************715", "110***************", "11*************715",
        "6222 **** **** 0128", "2026-03-08 2026-03-09 2026-03-10", "2020-12-12—2019-08-09 2016-03-13", "20260308 20260309 20260310",
    ],
)  # fmt: skip
def test_what_is_no_identity_number(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize("text", ["110101900307771", "身份证：110101 900307 771", "证号340702650815123"])
def test_numbers_of_fifteen_digits(text: str) -> None:
    assert list(found(text)) == ["identity-number"]


@pytest.mark.parametrize(
    "text",
    [
        "110101901307771",
        "110101900307771元",
        "订单号110101900307771",
        "1101019003077712",
        "￥110101900307771",
    ],
)
def test_other_numbers_of_fifteen_digits(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    "text",
    [CARD, f"卡号：{CARD}", "6222 0212 3456 7890 128", "6222-0212-3456-7890-128", "4111111111111111", "5555 5555 5555 4444", TABLE.format("银行卡号", CARD)],
)  # fmt: skip
def test_bank_cards(text: str) -> None:
    assert list(found(text)) == ["bank-card"]


@pytest.mark.parametrize(
    "text",
    [CARD[:-1] + "9", f"{CARD}5", f"订单号：{CARD}", f"{CARD}.00", f"A{CARD}", "6222 **** **** 0128", "尾号 0128", "0000000000000000", "2026030812345678", TABLE.format("流水号", CARD), f"对公账户：{CARD}", f"户名：晨光小学工会委员会\n账号：{CARD}"],
)  # fmt: skip
def test_what_is_no_bank_card(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "13800000000", "电话13800000000", "138-0000-0000", "138 0000 0000", "138.0000.0000", "+86 13800000000", "8613800000000", "008613800000000", "tel:13800000000", "TEL13800000000",
        "2026-03-08 13800000000", "1.13800000000 数学组", "13800000000/13900000000", "13800000000、13900000000", "13800000000@example.org", "张老师13800000000（微信同号）",
        TABLE.format("联系电话", "13800000000"), "１３８００００００００", "手机_13800000000.xlsx",
    ],
)  # fmt: skip
def test_mobile_numbers(text: str) -> None:
    assert list(found(text)) == ["mobile-number"]


@pytest.mark.parametrize(
    "text",
    [
        "138****0000", "138xxxx0000", "0571-88000000", "（010）62000000", "内线8203", "400-800-0000", "12800000000", "138000000001", "AB13800000000", "13800000000.5", "13800000000元", "13800000000 万元",
        "￥13800000000", "订单号：13800000000", "学号 13800000000", "QQ：13800000000", "第13800000000号", "https://example.org/13800000000", "0.13800000000", "1500 3000 200", "1300 1400 150 2600", "共1500000 2000人", "13800000000人", "13800000000 人", "| 1|3|8|0|0|0|0|0|0|0|0|", "13 15 18 20 22 25", "SN-13800000000-01",
        TABLE.format("工号", "13800000000"), TABLE.format("金额（元）", "13800000000"),
    ],
)  # fmt: skip
def test_what_is_no_mobile_number(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "E12345678",
        "护照号EA1234567",
        "G12345678",
        "护照：E20260308",
        "护照 P1234567",
        TABLE.format("通行证", "C12345678"),
    ],
)
def test_passports(text: str) -> None:
    assert list(found(text)) == ["passport-number"]


@pytest.mark.parametrize(
    "text",
    [
        "E1234567",
        "E123456789",
        "AE12345678",
        "X-E12345678",
        "E12345678-01",
        "E20260308",
        "型号G12345678",
        "E12******8",
        "C12345678",
        "G1234次",
    ],
)
def test_what_is_no_passport(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "学院路15号院3号楼2单元501室", "幸福小区12号楼3单元401", "阳光花园3幢502室", "家住幸福街12号", "家庭住址：建国路88号", "延安路100弄5号302室", "枫林嘉园3-5-204",
        "3号楼2单元501", "李家村3组12号", "送到张家村12号", "家庭住址：馨香园15-3-1549", "住东城国际20-1-618", TABLE.format("住址", "建国路88号"), TABLE.format("家庭住址", "3-2-501"),
    ],
)  # fmt: skip
def test_home_addresses(text: str) -> None:
    assert list(found(text)) == ["home-address"]


@pytest.mark.parametrize(
    "text",
    [
        "文化路12号", "行政楼203室", "3号楼201教室", "教学楼3号楼2层", "幸福小区活动室", "第三单元 45分钟", "2单元测验90分", "中关村12号楼", "家住幸福街**号", "家住幸福小区", "邮寄地址：青石路43号机械厂工会（收）", "通讯地址：学院路12号晨光小学", "编号15-3-1549", "会议室2-1-301",
        "| 单位 | 地址 |\n| --- | --- |\n| 晨光小学 | 文化路12号 |",
    ],
)  # fmt: skip
def test_what_is_no_home_address(text: str) -> None:
    assert found(text) == {}


def test_whose_place_it_is_is_read_just_before_it() -> None:
    here = "平江路88号3幢502室"
    assert found(f"单位地址：{here}") == found(f"晨光公司在这里办公，地址：{here}") == {}
    assert list(found(f"单位地址：{'说' * 500}{here}")) == ["home-address"]
    post = "通讯地址：青石路12号，"
    assert list(found(f"晨光小学，{post * 3}")) == ["home-address"]
    assert found(f"{post * 3}晨光小学") == {}


def test_many_places_in_one_line_look_back_a_little_each(monkeypatch) -> None:
    looked = []

    class Watched:
        def search(self, text: str, start: int, end: int) -> None:
            looked.append(end - start)

    monkeypatch.setattr(home_addresses, "_OF_OFFICE", Watched())
    reading = NormalizedText.of("平江路88号3幢502室，" * 300)
    assert len(list(home_addresses.find_home_addresses(reading))) == 300
    assert (len(looked), max(looked)) == (300, 120)


@pytest.mark.parametrize(
    "text",
    [
        "王丽华，1985年3月2日出生", "王丽华 女 1985-03-02出生", "出生日期：19850302（王丽华）", "王丽华的生日是1985年3月2日",
        "| 姓名 | 出生日期 |\n| --- | --- |\n| 张某 | 1985.3.2 |",
    ],
)  # fmt: skip
def test_birth_dates(text: str) -> None:
    assert list(found(text)) == ["birth-date"]


@pytest.mark.parametrize(
    "text",
    [
        "王丽华，1985年出生", "1985年3月2日出生的会员", "本规定自2026年3月2日生效，李明负责", "王丽华1985年3月2日入会",
        "| 姓名 | 出生年月 |\n| --- | --- |\n| 张某 | 1985-03 |", "| 项目 | 出生日期 |\n| --- | --- |\n| 填写 | 1985-03-02 |",
    ],
)  # fmt: skip
def test_what_is_no_birth_date(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "加微信 wlh19880302（王丽华）", "王丽华 QQ：12345678", "联系人：王丽华，微信号：zhang_san-1", "| 姓名 | 微信号 |\n| --- | --- |\n| 张某 | wlh1988 |",
        "| 序号 | 项目 |\n| --- | --- |\n| 1 | 春游 |\n\n名单：\n| 姓名 | QQ |\n| --- | --- |\n| 张某 | 12345678 |",
        *(f"王丽华{word}：wlh19880302" for word in ("微信", "微信ID", "wx", "VX", "vx号", "WeChat", "weixin", "扣扣", "扣扣号", "企鹅号", "加V信", "加v")),
        *(f"王丽华{word}：12345678" for word in ("QQ", "Q Q", "qq号码", "QQ联系")),
    ],
)  # fmt: skip
def test_social_accounts(text: str) -> None:
    assert list(found(text)) == ["social-account"]


@pytest.mark.parametrize(
    "text",
    [
        "QQ群：12345678，联系人王丽华", "微信公众号：chenguang_gh，李明负责", "微信号：chenguang_gh", "QQ邮箱 12345678@qq.com（王丽华）",
        "企业微信：chenguang（李明）", "微信支付 2026 年度账单，李明",
    ],
)  # fmt: skip
def test_what_is_no_social_account(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("| 姓名 | 困难原因 |\n| --- | --- |\n| 张伟 | 患胃癌 |", "张伟"),
        ("| 职工姓名 | 病情 |\n| --- | --- |\n| 妫海 | 待查 |", "妫海"),
        ("| 部门 | 说明 |\n| --- | --- |\n| 王秀英 | 乳腺癌手术 |", "王秀英"),
        ("| 姓名 | 事由 |\n| --- | --- |\n| 欧阳明 | 住院 |", "欧阳明"),
        ("| 事项 | 金额 |\n| --- | --- |\n| 慰问王丽华（住院） | 500 |", "王丽华"),
        ("- 张伟：患胃癌，补助3000元", "张伟"),
        ("1. 李建国，丈夫去世", "李建国"),
        ("（1）张伟因病住院", "张伟"),
        ("- [x] 王丽华（乳腺癌）", "王丽华"),
        ("- 困难职工：张伟、李娜", "张伟"),
        ("- 张 伟：家庭困难", "张 伟"),
        ("张伟老师因病住院，工会前往慰问。", "张伟"),
        ("职工王小芳患乳腺癌住院。", "王小芳"),
        ("王小明老师的母亲去世，工会送去慰问。", "王小明"),
        ("退休教师常玉兰因脑梗住院。", "常玉兰"),
        ("得知孔令伟的爱人患病，工会前往看望。", "孔令伟"),
        ("慰问名单：龙金花，帕金森病；甲，低保户", "龙金花"),
        ("萧红因车祸骨折。", "萧红"),
        ("| 姓名 | 年龄 | 体检结果 |\n| --- | --- | --- |\n| 李小梅 | 35 | 乳腺增生 |", "李小梅"),
        ("| 姓名 | 事由 |\n| --- | --- |\n| 阎明 | 直系亲属去世 |", "阎明"),
        ("李丽，离婚；甲，丧偶", "李丽"),
    ],
)
def test_names_beside_a_reason(text: str, name: str) -> None:
    assert found(text) == {"hardship": [name]}


@pytest.mark.parametrize(
    "text",
    [
        "| 姓名 | 困难原因 |\n| --- | --- |\n| 张*伟 | 患胃癌 |",
        "| 姓名 | 困难原因 |\n| --- | --- |\n| 张某 | 患胃癌 |",
        "| 姓名 | 困难原因 |\n| --- | --- |\n| 张伟 | 无 |",
        "| 姓名 | 荣誉 |\n| --- | --- |\n| 张伟 | 先进工作者 |",
        "| 困难帮扶 | 15户 | 13,400 |",
        "- 高血压、糖尿病患者请提前告知",
        "- 5日 困难会员走访（负责：王芳；人数：11）",
        "- 李明：负责困难职工走访",
        "- 张伟主讲：高血压的预防",
        "- 金秋助学，困难学生每人1000元",
        "张伟老师看望住院职工，工会主席李明走访困难职工。",
        "慰问患病职工12人，住院职工30人次",
        "李明负责信访、投诉的受理；信访接待日：每月5日，王芳接待。",
        "邀请医院专家王明讲解高血压预防，常见病、孔子学院、汤药费",
        "| 姓名 | 事由 |\n| --- | --- |\n| 王明 | 出差 |",
        "| 姓名 | 体检结果 |\n| --- | --- |\n| 李小梅 | 未见异常 |",
        "张某因病住院，王某某同志去世。",
    ],
)
def test_no_name_beside_a_reason(text: str) -> None:
    assert found(text) == {}


def test_what_a_problem_shows_is_masked() -> None:
    for text in (ID, CARD, "13800000000", "E12345678"):
        (span,) = (span for check in PERSONAL for span in check.find(NormalizedText.of(text)))
        assert span.shown.strip("*") == text[: len(span.shown.strip("*"))]
        assert span.shown.count("*") >= 6


def test_luhn() -> None:
    assert passes_luhn("79927398713")
    assert not passes_luhn("79927398710")
    assert not passes_luhn("0000000000000000")


@pytest.mark.parametrize("seed", [7, 8])
def test_generated_data(seed: int) -> None:
    """The measurement that `make bench` prints, on numbers of other seeds."""
    chance = random.Random(seed)
    data, others = list(positives(1200, chance)), list(look_alikes(2000, chance))
    assert sum(sample.kind in found(sample.text) for sample in data) >= 0.995 * len(data)
    assert sum(bool(found(sample.text)) for sample in others) <= 0.005 * len(others)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "1" * 50_000,
        "1 " * 30_000,
        "| 1" * 30_000,
        "张伟" * 20_000 + "癌",
        "单元" * 20_000,
        "138-" * 20_000,
        "| 病" * 20_000,
        "| 张伟 | 13800000000 | 病 |\n" * 10_000,
    ],
)
def test_long_texts_are_no_trouble(text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    "text",
    [
        "标题: 困难补助 王小明 尿毒症", "标题: 关于王小明同志信访事项的答复", "王小明离婚案调解情况", "王小明病困补助申请表", "困难职工王小明",
        "李秀英丧葬补助", "李秀英慰问（癌症）", "关于对李秀英反映问题的答复", "关于李秀英同志实名举报的核查情况", "刘建国家中失火", "沉痛悼念张国强同志",
        "陈建华与妻子协议离婚", "因离婚纠纷，陈建华来访", "来访人：陈建华；事由：工资待遇", "| 姓名 | 信访事由 |\n|---|---|\n| 陈建华 | 工资待遇 |",
        "| 来访人 | 日期 |\n|---|---|\n| 陈建华 | 3月5日 |", "王小明/白血病/5000", "王小明——白血病", "尿毒症：王小明", "患者王小明，女，45岁",
        "张秀兰同志因丈夫病逝生活困难", "慰问患病职工张秀兰、李国庆", "看到了骨折的李国庆老师", "为身患重病的李国庆捐款倡议书", "李国庆 母丧", "李国庆（丧父）",
        "李国庆丧母慰问金500", "张秀兰 离异", "关于李国庆投诉食堂问题的处理", "李国庆抑郁症请假", "欧阳明月 肺癌", "Wang Xiaoming 尿毒症", "張麗華 離婚",
        "職工陳建國患肝癌住院", "傅敏 肺癌", "常乐，丧偶", "汤敏肝硬化", "萧敬，脑梗", "阎立新信访答复", "孔 德 明，尿毒症",
    ],
)  # fmt: skip
def test_a_name_beside_a_hardship_in_titles_labels_and_sentences(text: str) -> None:
    assert list(found(text)) == ["hardship"]


@pytest.mark.parametrize(
    "text",
    [
        "标题: 关于开展信访接待日活动的通知", "信访接待日安排：王小明 主席 3月5日", "信访接待人：王小明", "困难教职工帮扶资金管理办法", "大病救助金申请流程",
        "| 日期 | 接待人 |\n|---|---|\n| 3月5日 | 王小明 |", "单位大病互助金支出明细", "健康讲座：高血压防治 主讲 王小明", "- 5月 困难职工走访（李敏）",
        "工会主席王小明走访慰问困难职工", "提案：关于增加大病救助金的提案 提案人 王小明", "| 提案人 | 反映问题 |\n|---|---|\n| 王小明 | 食堂 |",
        "投诉电话：王小明 0571-88000000", "纪念孙中山先生逝世周年", "困难职工周转金", "困难职工明白卡发放", "李敏老师手术刀般的教学", "汤圆制作活动",
        "傅里叶变换讲座", "萧山区困难职工帮扶中心", "常见病预防讲座", "全员大病互助参保", "钟点工投诉", "丁香园 肝癌 科普", "王某某 尿毒症", "傅某 肺癌",
        "张桂梅同志先进事迹报告会", "职工来信来访登记制度", "反映问题清单：食堂、停车",
    ],
)  # fmt: skip
def test_who_deals_with_hardships_is_no_case_of_one(text: str) -> None:
    assert found(text) == {}
