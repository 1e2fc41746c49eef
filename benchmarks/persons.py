"""A seeded generator of personal data as officers type them, and of texts that only look alike. No one is real."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from noticeboard.privacy.bank_cards import passes_luhn
from noticeboard.privacy.identity_numbers import check_digit, is_identity_number

_REGIONS = [
    "110101",
    "110108",
    "120103",
    "130102",
    "140105",
    "150102",
    "210203",
    "220104",
    "230103",
    "310104",
    "320106",
    "330106",
    "340104",
    "350203",
    "360102",
    "370203",
    "410105",
    "420106",
    "430104",
    "440106",
    "450103",
    "460105",
    "500103",
    "510107",
    "520103",
    "530103",
    "540102",
    "610113",
    "620102",
    "630103",
    "640104",
    "650103",
]
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰秀珍建国志文丹红鑫宇晨雪梅春燕海波婷云飞倩佳慧颖琳"
)
_ESTATES = ("幸福小区", "阳光花园", "和平家园", "翠竹苑", "学府公寓", "建设新村", "枫林嘉园", "教师家属院")
_STREETS = ("学院路", "建设街", "人民路", "解放大街", "文化巷", "和平路", "青年路", "长江道")
_REASONS = (
    "患胃癌",
    "肺癌手术",
    "尿毒症透析",
    "车祸住院",
    "丈夫病故",
    "家庭困难",
    "低保",
    "单亲家庭",
    "儿子白血病",
    "脑梗后偏瘫",
    "母亲去世",
    "房屋火灾",
    "患乳腺癌",
    "二级残疾",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A text, the id of the check that should find something in it (empty: none), and what it shows."""

    text: str
    kind: str
    about: str


def positives(count: int, chance: random.Random) -> Iterator[Sample]:
    """`count` texts with personal data, of all kinds in turn, in all the settings in which they are typed."""
    for number in range(count):
        kind, about, make = _DATA[number % len(_DATA)]
        written = make(chance)
        yield Sample(chance.choice(_SETTINGS[kind])(written, chance), kind, f"{about}")


def look_alikes(count: int, chance: random.Random) -> Iterator[Sample]:
    """`count` texts without personal data: masked ones, and numbers, places and names of other things."""
    for number in range(count):
        about, make = _OTHERS[number % len(_OTHERS)]
        yield Sample(make(chance), "", about)


def _digits(count: int, chance: random.Random) -> str:
    return "".join(chance.choices(string.digits, k=count))


def _day(chance: random.Random, first: int = 1945, last: int = 2019) -> date:
    return date(first, 1, 1) + timedelta(days=chance.randrange((last - first) * 365))


def _name(chance: random.Random) -> str:
    while True:
        name = chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2, 2))))
        if name not in ("高明", "马云", "明华", "文明", "平静", "任明"):
            return name


def _identity(chance: random.Random) -> str:
    first = f"{chance.choice(_REGIONS)}{_day(chance):%Y%m%d}{_digits(3, chance)}"
    last = check_digit(first)
    return first + (last.lower() if chance.random() < 0.3 else last)


def _identity_parted(chance: random.Random) -> str:
    number, sign = _identity(chance), chance.choice(" -")
    return sign.join((number[:6], number[6:14], number[14:]))


def _identity_wide(chance: random.Random) -> str:
    return _identity(chance).translate({ord(digit): 0xFEE0 + ord(digit) for digit in string.digits})


def _old_identity(chance: random.Random) -> str:
    return f"{chance.choice(_REGIONS)}{_day(chance, 1930, 1985):%y%m%d}{_digits(3, chance)}"


def _with_luhn(first: str) -> str:
    return next(first + digit for digit in string.digits if passes_luhn(first + digit))


def _card(chance: random.Random) -> str:
    start, length = chance.choice(
        (
            ("6222", 19),
            ("6217", 19),
            ("6228", 19),
            ("6225", 16),
            ("6259", 16),
            ("4367", 16),
            ("5187", 16),
            ("9558", 19),
        )
    )
    return _with_luhn(start + _digits(length - 5, chance))


def _card_parted(chance: random.Random) -> str:
    number, sign = _card(chance), chance.choice(" -\u3000")
    return sign.join(number[place : place + 4] for place in range(0, len(number), 4))


def _mobile(chance: random.Random) -> str:
    return "1" + chance.choice("3456789") + _digits(9, chance)


def _mobile_parted(chance: random.Random) -> str:
    number, sign = _mobile(chance), chance.choice(" -.")
    return sign.join((number[:3], number[3:7], number[7:]))


def _mobile_abroad(chance: random.Random) -> str:
    return chance.choice(("+86", "+86 ", "86-", "0086", "（+86）")) + _mobile(chance)


def _passport(chance: random.Random) -> str:
    if chance.random() < 0.3:
        return "E" + chance.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") + _digits(7, chance)
    return chance.choice("EG") + chance.choice("345678") + _digits(7, chance)


def _dwelling(chance: random.Random) -> str:
    house, unit, room = (
        chance.randint(1, 40),
        chance.randint(1, 6),
        chance.randint(1, 18) * 100 + chance.randint(1, 4),
    )
    return chance.choice(
        (
            f"{chance.choice(_ESTATES)}{house}号楼{unit}单元{room}室",
            f"{chance.choice(_ESTATES)}{house}栋{room}",
            f"{chance.choice(_STREETS)}{house}号院{unit}号楼{unit}单元{room}",
            f"{chance.choice(_STREETS)}{house}弄{unit}号{room}室",
            f"{chance.choice(_ESTATES)}{house}-{unit}-{room}",
            f"家住{chance.choice(_STREETS)}{house}号",
            f"家庭住址：{chance.choice(_STREETS)}{house}号",
            f"{house}幢{unit}单元{room}室",
        )
    )


_DATA: tuple[tuple[str, str, Callable[[random.Random], str]], ...] = (
    ("identity-number", "identity number", _identity),
    ("identity-number", "identity number, parted", _identity_parted),
    ("identity-number", "identity number, full width", _identity_wide),
    ("identity-number", "identity number of 15 digits", _old_identity),
    ("bank-card", "bank card", _card),
    ("bank-card", "bank card, parted", _card_parted),
    ("mobile-number", "mobile number", _mobile),
    ("mobile-number", "mobile number, parted", _mobile_parted),
    ("mobile-number", "mobile number with its country", _mobile_abroad),
    ("passport-number", "passport", _passport),
    ("home-address", "home address", _dwelling),
    ("hardship", "name and reason", _name),
)


def _sentence(label: str) -> Callable[[str, random.Random], str]:
    return lambda written, chance: (
        f"{_name(chance)}，{label}{chance.choice(('：', ':', ' ', ''))}{written}{chance.choice(('。', '，请核对。', '（本人）', ''))}"
    )


def _cell(label: str) -> Callable[[str, random.Random], str]:
    return lambda written, chance: (
        f"| 序号 | 姓名 | {label} | 备注 |\n| --- | --- | --- | --- |\n| 1 | {_name(chance)} | {written} | 已核 |"
    )


def _bare(written: str, chance: random.Random) -> str:
    return chance.choice(
        (
            written,
            f"（{written}）",
            f"“{written}”",
            f"{_name(chance)}{written}",
            f"{written} {_name(chance)}",
            f"\n- {written}\n",
        )
    )


def _after_a_day(written: str, chance: random.Random) -> str:
    return f"{_day(chance, 2020, 2027)} {written}"


def _list_item(name: str, chance: random.Random) -> str:
    reason = chance.choice(_REASONS)
    return chance.choice(
        (
            f"- {name}：{reason}，补助3000元",
            f"1. {name}，{reason}",
            f"（2）{name}（{reason}）",
            f"1、{name}老师 {reason}",
            f"- {name}因{reason}",
        )
    )


def _row(name: str, chance: random.Random) -> str:
    head = chance.choice(("困难原因", "事由", "致困原因", "补助原因", "备注"))
    return f"| 姓名 | {head} | 金额 |\n| --- | --- | --- |\n| {name} | {chance.choice(_REASONS)} | 2000 |"


def _title(name: str, chance: random.Random) -> str:
    """A title, or the name of a file or a sheet."""
    return chance.choice(
        (
            f"标题: 困难补助 {name} {chance.choice(('尿毒症', '肺癌', '丧偶', '离异'))}",
            f"关于{name}同志信访事项的答复",
            f"{name}病困补助申请表",
            f"困难职工{name}",
            f"{name}丧葬补助",
            f"来访人：{name}；事由：工资待遇",
            f"职工{name}患肝炎住院",
            f"{name}同志的父亲去世",
        )
    )


_SETTINGS: dict[str, tuple[Callable[[str, random.Random], str], ...]] = {
    "identity-number": (_sentence("身份证号"), _cell("身份证号码"), _bare, _sentence("证件号码")),
    "bank-card": (_sentence("卡号"), _cell("银行卡号"), _bare, _sentence("工资卡"), _after_a_day),
    "mobile-number": (
        _sentence("手机"),
        _cell("联系电话"),
        _bare,
        _sentence("电话"),
        _sentence("微信同号"),
        _after_a_day,
    ),
    "passport-number": (_sentence("护照号"), _cell("护照号码"), _bare),
    "home-address": (_sentence(""), _cell("住址"), lambda written, chance: f"慰问品送到{written}。"),
    "hardship": (_list_item, _row, _title),
}


def _not_identity(chance: random.Random) -> str:
    while True:
        number = f"{chance.choice(_REGIONS)}{_day(chance):%Y%m%d}{_digits(4, chance)}"
        if not is_identity_number(number):
            return number


def _not_card(chance: random.Random) -> str:
    while True:
        number = chance.choice(("6222", "6217", "4367", "5187")) + _digits(chance.choice((12, 15)), chance)
        if not passes_luhn(number):
            return number


def _credit_code(chance: random.Random) -> str:
    return f"统一社会信用代码{chance.choice(('12', '81', '91', '52'))}{_digits(6, chance)}{_digits(9, chance)}{chance.choice('0123456789ABCDEFGHJKLMNPQRTUWXY')}"


_OTHERS: tuple[tuple[str, Callable[[random.Random], str]], ...] = (
    ("18 digits with another check digit", lambda c: f"登记表第{_not_identity(c)}号"),
    ("19 digits, one more than an identity number", lambda c: f"{_identity(c)}{c.choice('23456789')}"[-19:] if c.random() < 0 else f"材料{_identity(c)[:17]}{c.choice('012')}{_digits(4, c)}"),
    ("masked identity number", lambda c: f"{_identity(c)[:3]}************{_identity(c)[-3:]}"),
    ("identity number, all but its region masked", lambda c: f"{_identity(c)[:2]}****************"),
    ("masked mobile number", lambda c: f"{_mobile(c)[:3]}****{_mobile(c)[-4:]}"),
    ("masked mobile number with x", lambda c: f"{_mobile(c)[:3]}xxxx{_mobile(c)[-4:]}"),
    ("masked card", lambda c: f"6222 **** **** {_digits(4, c)}"),
    ("card with another check digit", lambda c: f"{_not_card(c)}"),
    ("case number", lambda c: f"（{_day(c, 2015, 2027):%Y}）京{_digits(4, c)}民初{_digits(5, c)}号"),
    ("case number of 18 digits", lambda c: f"案号{_digits(6, c)}{_day(c, 2015, 2027):%Y%m%d}{_digits(4, c)}"),
    ("document number", lambda c: f"晨工〔{_day(c, 2015, 2027):%Y}〕{c.randint(1, 99)}号，登记号{_day(c, 2015, 2027):%Y%m%d}{_digits(6, c)}"),
    ("amounts", lambda c: f"共支出{c.randint(10**10, 10**11 - 1)}元，结余{c.randint(10**6, 10**9)}.{_digits(2, c)}元"),
    ("amount with a comma", lambda c: f"{c.randint(1, 99)},{_digits(3, c)},{_digits(3, c)}.{_digits(2, c)}元"),
    ("amount of eleven digits in a currency", lambda c: f"￥1{c.choice('3456789')}{_digits(9, c)}"),
    ("days in a row", lambda c: " ".join(f"{_day(c, 2015, 2027):%Y%m%d}" for _ in range(3))),
    ("days in a row with dashes", lambda c: f"{_day(c, 2015, 2027)}—{_day(c, 2015, 2027)} {_day(c, 2015, 2027)}"),
    ("a day and a clock time", lambda c: f"{_day(c, 2015, 2027):%Y%m%d}{c.randint(10, 23)}{c.randint(10, 59)}{c.randint(10, 59)}"),
    ("office telephone", lambda c: f"联系：0{c.choice(('10', '21', '571', '755'))}-{c.randint(2, 8)}{_digits(7, c)}转{_digits(4, c)}"),
    ("office telephone in brackets", lambda c: f"（0{c.choice(('571', '755', '451'))}）{c.randint(2, 8)}{_digits(7, c)}"),
    ("service number", lambda c: f"400-{_digits(3, c)}-{_digits(4, c)}，12345，95588"),
    ("inner line", lambda c: f"工会办公室，内线{_digits(4, c)}"),
    ("order number", lambda c: f"订单号：1{c.choice('3456789')}{_digits(9, c)}"),
    ("invoice number", lambda c: f"发票代码{_digits(12, c)}，发票号码{_digits(8, c)}"),
    ("credit code", _credit_code),
    ("product with a mobile's digits", lambda c: f"型号AB1{c.choice('3456789')}{_digits(9, c)}"),
    ("decimal", lambda c: f"0.{_digits(12, c)}，3.1{_digits(11, c)}"),
    ("student number", lambda c: f"学号：{_day(c, 2015, 2027):%Y}{_digits(8, c)}"),
    ("web address", lambda c: f"https://www.example.org/{_day(c, 2015, 2027):%Y%m}/1{c.choice('3456789')}{_digits(9, c)}.html"),
    ("hexadecimal digest", lambda c: "".join(c.choices("0123456789abcdef", k=40))),
    ("long count", lambda c: f"第{_digits(c.choice((12, 13, 14, 20, 22)), c)}条"),
    ("passport's letter before a day", lambda c: f"教室E{_day(c, 2015, 2027):%Y%m%d}"),
    ("masked passport", lambda c: f"E12******{_digits(1, c)}"),
    ("model", lambda c: f"型号G{_digits(8, c)}，批次X{_digits(8, c)}"),
    ("train", lambda c: f"乘坐G{c.randint(1, 9999)}次，{c.randint(1, 16)}车{c.randint(1, 20)}A座"),
    ("office", lambda c: f"行政楼{c.randint(101, 620)}室，教学楼{c.randint(1, 5)}层，{c.randint(1, 9)}号楼{c.randint(1, 5)}层会议室"),
    ("organisation's address", lambda c: f"晨光小学，{c.choice(_STREETS)}{c.randint(1, 300)}号"),
    ("teaching unit", lambda c: f"第{c.choice('一二三四')}单元{c.randint(2, 12)}课时，{c.randint(2, 6)}单元测验{c.randint(60, 100)}分"),
    ("estate without a door", lambda c: f"{c.choice(_ESTATES)}活动室，{c.choice(_ESTATES)}门口集合"),
    ("illness without a name", lambda c: f"- {c.choice(('高血压', '糖尿病', '心脏病'))}、{c.choice(('癌症', '尿毒症', '白血病'))}患者请提前告知"),
    ("hardship in totals", lambda c: f"| 困难会员走访 | {c.randint(2, 60)}户 | {c.randint(1000, 90000)} |\n| 生病住院慰问 | {c.randint(2, 60)}人 | {c.randint(1000, 90000)} |"),
    ("masked name beside a reason", lambda c: f"| 姓名 | 困难原因 |\n| --- | --- |\n| {_name(c)[0]}*{c.choice(_GIVEN)} | {c.choice(_REASONS)} |"),
    ("who is in charge", lambda c: f"- {c.randint(1, 28)}日 困难会员走访（地点：校外；负责：{_name(c)}；人数：{c.randint(2, 20)}）"),
    ("names without a reason", lambda c: f"| 姓名 | 部门 | 荣誉 |\n| --- | --- | --- |\n| {_name(c)} | 数学组 | 先进工作者 |"),
    ("who speaks of illness", lambda c: f"- {_name(c)}主讲：糖尿病、高血压的预防"),
    ("table of numbers", lambda c: f"| 项目 | 数量 | 单价 |\n| --- | ---: | ---: |\n| 桌椅 | {_digits(4, c)} | {_digits(5, c)}.00 |"),
    ("numbers of the same account", lambda c: f"支票{_digits(8, c)}、{_digits(8, c)}、{_digits(8, c)}"),
    ("bar code", lambda c: f"条码69{_digits(11, c)}"),
    ("who receives petitions", lambda c: f"信访接待日安排：{_name(c)} 主席 {c.randint(1, 12)}月{c.randint(1, 28)}日"),
    ("rules of hardships", lambda c: f"标题: {c.choice(('困难教职工帮扶', '大病救助', '伤残抚恤', '职工来信来访'))}{c.choice(('管理办法', '工作方案', '申请流程'))}"),
    ("book number", lambda c: f"ISBN 978-7-{_digits(3, c)}-{_digits(5, c)}-{_digits(1, c)}"),
)  # fmt: skip
