"""A person's name beside an illness or a hardship in what is no sentence: titles, names of files and sheets, labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.privacy.hardship_words import ACTING, GENERIC, REMEMBERED, says_reason
from noticeboard.privacy.names import NAME, is_name

_COMMON = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹"
    "孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃戴莫孔汤傅常萧阎"
)
"""Surnames that begin few other words: what is not parted from its neighbours is a name only with one of these."""
_TITLE = "同志|老师|教师|师傅|女士|先生|同学|主任|校长|书记"
_LABELLED = re.compile(
    rf"(?:来访|信访|上访|投诉|举报|反映|申诉)(?:人|者|职工|教师)(?:姓名)?\s*[：:]\s*(?P<name>{NAME})"
    rf"|(?:患者|病人|逝者|死者|亡者)(?:姓名)?\s*[：:]?\s*(?P<ill>{NAME})(?=$|[\s，。、；：,;（(）)】]|{_TITLE})"
)
_BEFORE = re.compile(
    r"(?:患病|生病|住院|病困|重病|大病|残疾|单亲|丧偶|失独|离异|离婚|骨折|去世|病故|逝世|已故|上访|信访|术后|身?患[^，。者]{0,7}?[病症癌瘤炎折]|特困|困难)"
    r"的?(?:女|男|退休|离休)?(?:教职工|职工|教师|老师|会员|员工|工人|患者|学生|干部|党员|同志)?"
    r"|(?:悼念|哀悼|讣告[：:]?)"
)
_BEHIND = re.compile(rf"$|[\s，。、；：！,;）)】_—\-.|]|{_TITLE}|等|一家|捐|的|和|及|与")
_BEGINS = re.compile(
    r"(?:^|(?<=[\s_—\-（(“《/.0-9#*：:、，])|(?<=关于|职工|教师|老师|会员|员工|慰问|探望|补助|救助|资助))(?=[\u4e00-\u9fff]{3})"
    r"|(?<=[对为给])(?=[\u4e00-\u9fff]{3})"
)
_CASE = re.compile(
    rf"(?:{_TITLE}|职工)?的?(?:病困|特困|困难(?:补助|救助|申请|慰问|证明|情况)|大病|重病|丧葬|抚恤|丧[父母夫妻偶子女]|[父母夫妻]丧|[父母]亡|失独|单亲|离婚|离异|低保|残疾"
    r"|信访|上访|投诉|实名举报|举报|反映(?:的|问题)|来信|来访|病假|病故|病逝|去世|逝世|住院|手术(?!刀)|(?:慰问)?[（(][丧病癌]"
    r"|患(?!者)|[\u4e00-\u9fff]{0,4}(?:癌|瘤|白血病|尿毒症|抑郁症|糖尿病|心脏病|肝炎|肝硬化|骨折|脑梗|中风|瘫痪))"
)
_TOKEN = re.compile(r"[^\s，,、；;：:（）()【】\[\]《》“”\"'/|_—–\-+*~`#.。！<>]+")
_LATIN = re.compile(
    r"\b(?:Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu|Guo|He|Lin|Luo|Gao|Zheng|Liang|Xie|Song|Tang|Han|Feng|Deng|Cao|Fu|Xiao)"
    r"\s+[A-Z][a-z]+(?:\s?[A-Z]?[a-z]+)?\b"
)
_PETITION = re.compile("来访|来信|信访|上访|反映|举报|投诉|患者|病人|逝者|死者|亡者")
_LONGEST = 60
_LENGTHS = (3, 2, 4)

Name = tuple[int, str]
"""Where it begins in its line, and the name."""


def says_petition(text: str) -> bool:
    """Whether a text names a petition."""
    return _PETITION.search(text) is not None


def in_label(line: str) -> Name | None:
    """Behind a label that says what became of the person: 来访人：某某某, 患者某某某."""
    for found in _LABELLED.finditer(line):
        group = "name" if found["name"] else "ill"
        if is_name(found[group]) and not ACTING.search(line[: found.start()]):
            return found.start(group), found[group]
    return None


def in_reference(line: str) -> Name | None:
    """A name that stands without a blank beside the reason: 困难职工某某某, 关于某某某同志信访事项的答复."""
    return next(iter((*_behind_reason(line), *_before_case(line))), None)


def in_line_of_words(line: str) -> Name | None:
    """A word of a short line that is a name, and another one that is a reason: 困难补助 某某某 尿毒症."""
    if len(line) > _LONGEST or ACTING.search(line) or "。" in line:
        return None
    words = [(found.start(), found[0]) for found in _TOKEN.finditer(line)]
    reasons = [word for _, word in words if says_reason(GENERIC.sub("", word)) and not is_name(word)]
    if not reasons:
        return None
    names = [(start, word) for start, word in words if _is_plain_name(word)]
    latin = _LATIN.search(line)
    return names[0] if names else (latin.start(), latin[0]) if latin else None


def _behind_reason(line: str) -> Iterator[Name]:
    if REMEMBERED.search(line):
        return
    for found in _BEFORE.finditer(line):
        for length in _LENGTHS:
            name = line[found.end() : found.end() + length]
            if _is_certain(name, length) and _BEHIND.match(line, found.end() + length):
                yield found.end(), name
                break


def _before_case(line: str) -> Iterator[Name]:
    if ACTING.search(line):
        return
    for found in _BEGINS.finditer(line):
        for length in _LENGTHS:
            name = line[found.start() : found.start() + length]
            if _is_certain(name, length) and _CASE.match(line, found.start() + length):
                yield found.start(), name
                break


def _is_certain(name: str, length: int) -> bool:
    return (
        len("".join(name.split())) == length
        and name[0] in _COMMON
        and name[-1] not in "因患的病丧母父离信上"
        and is_name(name)
    )


def _is_plain_name(word: str) -> bool:
    return is_name(word) and (len(word) > 2 or word[0] in _COMMON)
