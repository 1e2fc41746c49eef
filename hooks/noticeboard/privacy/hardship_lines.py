"""A person's name beside an illness or a hardship in what is no sentence: titles, names of files and sheets, labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.privacy.hardship_words import (
    ACTING,
    DOER_LABEL,
    GENERIC,
    HELPING,
    KIN,
    REASON,
    REMEMBERED,
    says_reason,
)
from noticeboard.privacy.names import COMMON_SURNAMES, DOUBLE_SURNAMES, NAME, is_name

_FOUND_OUT = "(?:确诊|(?:体检|检查|筛查)?(?:查出|检出|发现)|诊断|评定|鉴定|得|[有系属患])[为出有了]?"
"""How what somebody has became known."""
_TITLE = "同志|老师|教师|师傅|女士|先生|同学|主任|校长|书记"
_LABELLED = re.compile(
    rf"(?:来访|信访|上访|投诉|举报|反映|申诉)(?:人|者|职工|教师)(?:姓名)?\s*[：:]\s*(?P<name>{NAME})"
    rf"|(?:患者|病人|逝者|死者|亡者)(?:姓名)?\s*[：:]?\s*(?P<ill>{NAME})(?=$|[\s，。、；：,;（(）)】]|{_TITLE})"
)
_BEFORE = re.compile(
    r"(?:患病|生病|住院|病困|重病|大病|残疾|单亲|丧偶|失独|离异|离婚|骨折|丧[父母夫妻偶]|病[重危]|[重受摔烧]伤|化疗|放疗|透析|病休|患[癌病]|去世|病故|逝世|已故|上访|信访|术后|身?患[^，。者]{0,7}?[病症癌瘤炎折]|特困|困难)"
    r"的?(?:[\u4e00-\u9fff]{1,4}[组室部科处])?(?:女|男|退休|离休)?老?(?:教职工|职工|教师|老师|会员|员工|工人|患者|学生|干部|党员|同志|同事)?"
    r"|(?:悼念|哀悼|讣告[：:]?)"
)
_BEHIND = re.compile(rf"$|[\s，。、；：！,;）)】_—\-.|]|{_TITLE}|[0-9]|等|一家|捐|送|的|和|及|与")
_PARTED = re.compile(r"$|[、，。；送]")
_BEGINS = re.compile(
    r"(?:^|(?<=[\s_—\-（(“《/.0-9#*：:、，])|(?<=关于|职工|教师|老师|会员|员工|慰问|探望|补助|救助|资助))(?=[\u4e00-\u9fff]{3})"
    r"|(?<=[对为给])(?=[\u4e00-\u9fff]{3})"
)
_CASE = re.compile(
    rf"(?:{_TITLE}|职工)?的?(?:病困|特困|困难(?:补助|救助|申请|慰问|证明|情况)|大病|重病|丧葬|抚恤|丧[父母夫妻偶子女]|[父母夫妻]丧|[父母]亡|失独|单亲|离婚|离异|低保|残疾"
    r"|信访|上访|投诉|实名举报|举报|反映(?:的|问题)|来信|来访|病假|病故|病逝|去世|逝世|住院|手术(?!刀)|(?:慰问)?[（(][丧病癌]"
    rf"|(?:被|经|近日|因|已|的)?(?:{_FOUND_OUT})?(?:乙肝(?!疫苗)|艾滋病?(?![防宣日检])|流产|[^，。；]{{0,3}}(?:残疾(?!人|学生|儿童|职工|孩子)|级残|结节|息肉|囊肿|增生))"
    r"|(?:因[^，。；]{1,8})?被?(?:列入|列为|纳入|认定为|评定为|评为)[^，。；]{0,6}(?:困难|低保|特困|贫困)(?![^，。；]{0,6}(?:先进|优秀|帮扶|工作))"
    r"|患(?!者)|[\u4e00-\u9fff]{0,4}(?:癌|瘤|白血病|尿毒症|抑郁症|糖尿病|心脏病|肝炎|肝硬化|骨折|脑梗|中风|瘫痪))"
)
_BEGINS_CLAUSE = re.compile(
    r"(?:^|(?<=[\s，。；：:、（(.因对给为向由与])|(?<=职工|教师|老师|会员|员工|同志|慰问|看望|探望|探视|给予|由于|关于)|(?<=申请人))"
    r"(?=[\u4e00-\u9fff]{3})"
)
_CLAUSE = re.compile(rf"(?:[，,](?:其|他的|她的)?(?={KIN}))?[^，,。；;：:！!\n]{{0,30}}")
_NEAR_REASON = re.compile(
    rf"(?P<between>.{{0,10}}?)(?:(?:{REASON.pattern})(?![的人防科药险津慰知宣筛预患论讲专])|困难(?:补助|救助|证明|申请|情况))"
)
_PLACES = ("区", "县", "市", "省", "镇", "乡", "州")
"""Behind what looks like a name it is one of a place: 萧山区."""
_BEGINS_DEED = ("设", "诗", "照", "讲", "论", "代", "带", "主")
"""What is taken for the end of a name and begins what the person does: 李明设计."""
_DONE_FOR_OTHERS = re.compile(
    r"[讲论诗评获设照护参捐险询防看慰访责带组宣主帮代领科送探陪向建介写画演办管审查筹读唱编研说问谈撰资《]|作品|支教|[地山]区|学习|提[出案供]|关[心爱于]|发放"
)
_TOKEN = re.compile(r"[^\s，,、；;：:（）()【】\[\]《》“”\"'/|_—–\-+*~`#.。！<>]+")
_LATIN = re.compile(
    r"\b(?:Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu|Guo|He|Lin|Luo|Gao|Zheng|Liang|Xie|Song|Tang|Han|Feng|Deng|Cao|Fu|Xiao)"
    r"\s+[A-Z][a-z]+(?:\s?[A-Z]?[a-z]+)?\b"
)
_CASES = re.compile("困难|来访|来信|信访|上访|反映|举报|投诉|患者|病人|逝者|死者|亡者")
_LONGEST = 60
_LENGTHS = (3, 2, 4)

Name = tuple[int, str]
"""Where it begins in its line, and the name."""


def says_case(text: str) -> bool:
    """Whether a petition, a death or a hardship is spoken of at all."""
    return _CASES.search(text) is not None


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
    if len(line) > _LONGEST or "。" in line or ACTING.search(line) or HELPING.search(line):
        return None
    words = [(found.start(), found[0]) for found in _TOKEN.finditer(line)]
    reasons = [word for _, word in words if says_reason(GENERIC.sub("", word)) and not is_name(word)]
    if not reasons:
        return None
    names = [
        (start, word)
        for start, word in words
        if (_is_plain_name(word) or (start == words[0][0] and is_name(word)))
        and not DOER_LABEL.search(line[:start])
    ]
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
            if found[0][-1] in "的师工员事" and is_name(name) and _PARTED.match(line, found.end() + length):
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
        and (name[0] in COMMON_SURNAMES or name[:2] in DOUBLE_SURNAMES)
        and name[-1] not in "因患被老的病丧母父离信上为"
        and is_name(name)
    )


def _is_plain_name(word: str) -> bool:
    return is_name(word) and (len(word) > 2 or word[0] in COMMON_SURNAMES)
