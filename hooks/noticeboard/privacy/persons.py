"""Where a sentence speaks of one person: by a full name, by a surname with a role (王老师), or by a nickname (老赵)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard.privacy.person_names import COMMON_SURNAMES, DOUBLE_SURNAMES, SURNAMES, begins_word, is_name

ROLE = "老师|师傅|同志|女士|先生|教师|职工|同学|(?:副|教导|总务|政教|德育|年级|支部)?(?:主任|主席|校长|书记)|组长|班长|园长|大姐|阿姨|大爷|大叔|老人|夫妇"
KIN = (
    "父亲|母亲|父母|双亲|爸爸|妈妈|爸|妈|妻子|丈夫|爱人|老伴儿?|老公|老婆|配偶|对象|遗属|遗孀|独子|儿子|女儿|孩子|小孩|宝宝|子女|之[女子妻父母夫]|家属|家人|亲属|弟弟|妹妹|哥哥|姐姐|岳父|岳母|公公|婆婆"
    "|公婆|祖父|祖母|外公|外婆|爷爷|奶奶|姥姥|姥爷|孙子|孙女|外孙女?|侄[子女]|媳妇|女婿|家中|家里|家庭|本人"
)
"""Of whom a person's family consists: what befalls them befalls the person."""
_HELPER = "医生(?!被|因|患|查出)|医师|大夫|护士(?!被|因|患|查出)|教授|律师|专家|咨询师|老板|经理|法官|教练|讲师|院士|烈士|博士|调解员|记者|代表|委员|团队|工作室"
"""Who helps or is known to everybody; behind a surname no colleague is meant."""
_HELPER_BEFORE = re.compile(
    r"(?:医[生师]|大夫|护士|教授|律师|专家|咨询师|教练|讲师|院士|烈士|博士|记者|主讲|嘉宾|导师|劳模|模范|英雄)[：:\s]?$"
)
_ALL = "".join(sorted(set(SURNAMES)))
_COMMON = "".join(sorted(COMMON_SURNAMES))
_DOUBLE = "|".join(sorted(DOUBLE_SURNAMES))
_BY_ROLE = re.compile(
    rf"(?:小(?=[{_COMMON}]))?(?:{_DOUBLE}|[{_ALL}])(?=(?:老师|师傅|大姐|阿姨|大爷|大叔|女士|先生|同志|(?:副|教导|总务|政教|德育|年级|支部)?(?:主任|主席|校长|书记)|姐(?![妹夫])))"
)
"""A surname alone, told whose by the role behind it."""
_NICKNAME = re.compile(
    rf"(?:^|(?<![\u4e00-\u9fff大中从在最太更较变缩弱])|(?<=[工卫安厨洁师员友事邻的了给为对叫和与班机]))[老小](?=[{_COMMON}])(?![小老](?:[高黄金马周田程段余夏江史钟许任章毛龙雷林罗]))[{_COMMON}]"
    r"(?=[因患住病被募得上昨前今近的在突中去查做家（(，、\s]|$|师傅|同志|两口|[爸妈]|爱人|父亲|母亲|老婆|丈夫|妻子)"
    rf"|(?<=[组室科处部])[老小][{_COMMON}](?!期|年|组|学|时|考|校|会|金库|[\u4e00-\u9fff]?长)"
)
_STARTS = re.compile(
    r"(?:^|(?<=[\s，。；：、！？“”\"‘（()【】〔*_|>/—\-:;,.0-9)）])"
    r"|(?<=职工|教师|老师|会员|员工|同志|学生|干部|党员|工人|保安|保洁|厨师|司机|门卫|校医|主席|主任|书记|校长|组长|委员|看望|慰问|探望|探视|走访|帮助|得知|获悉|资助|救助|帮扶|吊唁|悼念|哀悼|关于|由于|因为|给予|以及|常委|对象|会计|出纳|退休|离休|同事|患者|病人|患儿|师傅)|(?<=申请人|当事人|受助人|来访人)"
    r"|(?<=本人|同意|认定|车间|干事|工友|姐妹|兄弟|邻居|室友)|(?<=查明|查实|核实|证实|经查)|(?<=聘工|电工|厨工|洁工|木工|校工|时工|其中|鉴于|听说|答复|来到|最近|近日|日前|昨天|今天|上午|下午|本月|上月|上周|本周|目前|母亲|妈妈)|(?<=[对因给为向由与和的了让请是组部科处室岗班家员师户女男者听经将被致帮叫])|(?<=[电木瓦焊钳车护厨临女员校职民技特油漆洁]工)|(?<=[班组部科校园厂队院所站处局会家店]长)|(?<=户主)|(?<=[卫安保车消纠巡勤]队))(?=[\u4e00-\u9fff]{2})"
)
_STRONG_BEFORE = re.compile(
    r"(?:^|[\s，。；：、（(*_|>:;,0-9.)）]|职工|教师|老师|会员|员工|同志|学生|干部|党员|工人|保安|保洁|厨师|司机|门卫|会计|出纳|干事|患者|病人|母亲|妈妈|看望|慰问|探望|探视|帮助|资助|救助|帮扶|给予|[组户岗者的长席任记委主人员队帮叫]|[电木瓦焊钳车护厨临女员校职民技特油漆洁]工)$"
)
_STRONG_BEHIND = re.compile(
    rf"(?:{ROLE}|(?:医生|护士)(?=[被因患])|的?(?:{KIN})|[（(）)！!？?，,、：:；;。|\s*_]|$|等|[与和](?:妻子|丈夫|爱人|前[妻夫])|(?:脚踝|膝盖|手臂|手腕|小腿|腰部|颈椎|腰椎|眼睛)|[因患被身突不确住病做已经也正曾现][^人口]|于[0-9一二三四五六七八九十]|在[^职任]|长期|多次|经常|一直|最近|近日|[是系]|募?捐|伸出|渡过|送|体检|疑似|反映|向|查出|检出|感染|遭|须|需|申[请领]|下班|凌晨|今晨|昨[天晚日夜]|前[天日]|上[月周]|[去今]年|近期|办理|家(?![长具园务])|一家|生前|[0-9男女])"
)
_ETHNIC = re.compile(r"[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff·]{2,5}(?=的|[，、因患（(]|同志|老师|$)")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_CALLED = re.compile(
    "(?:职工|教师|老师|师傅|会员|员工|同志|党员|工人|患者|病人|司机|门卫|保安|厨师|会计|出纳|干部|干事|本人|工友|车间|同意|认定|[班组科部处队厂校院园站所]长|护士长|[管保炊教采收发材安技质检]员|[电木瓦焊钳车护厨女校技]工)$"
)
_PARTICLES = "和于向从应时"
"""Surnames that mostly are something else."""
_PARTED = re.compile(r"(?:^|[\s，。；：、（(*_|>:;,0-9.)）])$")
_BEFORE = 8
"""So far back it is looked what stands before a name."""
_LENGTHS = (3, 2)
_NOT_LAST = "为因患被的病丧离住信上突身在不做确也已经与和及向得家受曾近今于查检申获现从把将等到，"
"""What is not the end of a given name when it goes on behind it."""
_NOT_SECOND = "[因患被的了与和及向等到]"


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person at `start` up to `end` of a sentence; `end` stands behind the role."""

    start: int
    end: int
    name: str


def persons_in(sentence: str, follows: re.Pattern[str]) -> Iterator[PersonMention]:
    """Each person once, in no order; `follows` is what stands behind a person's name and nothing else.

    Helpers (张医生), masked names (张某) and words that only begin like a name are none.
    """
    named: set[int] = set()
    for found in _STARTS.finditer(sentence):
        if name := _name_at(sentence, found.start(), follows):
            named.update(range(found.start(), found.start() + len(name)))
            yield PersonMention(found.start(), _behind_role(sentence, found.start() + len(name)), name)
    for pattern in (_BY_ROLE, _NICKNAME):
        for found in pattern.finditer(sentence):
            if found.start() not in named and not re.match(_HELPER, sentence[found.end() :]):
                yield PersonMention(found.start(), _behind_role(sentence, found.end()), found[0])


def _behind_role(sentence: str, place: int) -> int:
    found = re.compile(f"(?:{ROLE})").match(sentence, place)
    return found.end() if found else place


def _name_at(sentence: str, start: int, follows: re.Pattern[str]) -> str:
    """The name that begins at `start`; empty for none, as for a surname with a role."""
    if re.match(ROLE, sentence[start + 1 :]) or sentence[max(0, start - 1) : start + 1] == "师傅":
        return ""
    if ethnic := _ETHNIC.match(sentence, start):
        return ethnic[0]
    if sentence[start : start + 2] in DOUBLE_SURNAMES:
        lengths: tuple[int, ...] = (4, 3)
    elif sentence[start] in SURNAMES:
        lengths = _LENGTHS
    else:
        return ""
    for length in sorted(lengths, key=lambda length: not re.match(ROLE, sentence[start + length :])):
        name = sentence[start : start + length]
        if _HAN.fullmatch(name) and len(name) == length and _stands(sentence, start, name, follows):
            return name
    return ""


def _stands(sentence: str, start: int, name: str, follows: re.Pattern[str]) -> bool:
    end = start + len(name)
    if (
        re.match(_HELPER, sentence[end:])
        or re.match(_HELPER, sentence[start + 1 :])
        or _HELPER_BEFORE.search(sentence[max(0, start - _BEFORE) : start])
        or begins_word(sentence[start : start + 4])
    ):
        return False
    if not is_name(name) or re.search(_NOT_SECOND, name[1:]):
        return False
    if name[-1] in _NOT_LAST and not _STRONG_BEHIND.match(sentence, end):
        return False
    behind = _STRONG_BEHIND.match(sentence, end) or follows.match(
        sentence, end + sentence.startswith("的", end)
    )
    before = _STRONG_BEFORE.search(sentence[max(0, start - 2) : start])
    if name[0] in _PARTICLES and not (behind and _PARTED.search(sentence[max(0, start - _BEFORE) : start])):
        return False
    if name[0] in COMMON_SURNAMES or name[:2] in DOUBLE_SURNAMES:
        return bool(behind or before or len(name) > 2)
    if len(name) > 2 and _CALLED.search(sentence[max(0, start - _BEFORE) : start]):
        return True
    owns = re.match(rf"的?(?!本人|家庭|对象)(?:{KIN})", sentence[end:])
    return bool(behind and (before or owns or re.match(ROLE, sentence[end:]) or len(name) > 2))
