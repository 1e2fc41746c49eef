"""Whether what befell somebody describes the person behind it: 看望因车祸住院的王老师."""

from __future__ import annotations

import re

from noticeboard.patterns import pattern_of
from noticeboard.privacy.circumstances import GROUP, GROUPS, MOURNED, PETITION, TOPIC
from noticeboard.privacy.conditions import Condition
from noticeboard.privacy.forms_of_address import KIN
from noticeboard.privacy.hardship_deeds import acts_beyond_care, acts_in, without_care
from noticeboard.privacy.hardship_words import DOER_LABEL, HELPING
from noticeboard.privacy.persons import PersonMention

_DESCRIBED = pattern_of(
    r"(?:(?:[^，。；：、（）()\s]{0,8}的)?(?:[\u4e00-\u9fff]{0,6}?(?:[组部科处室岗级班校队房厂站所院库店园]|车间|中心|后勤|食堂|总务))?(?:女|男|退休|离休|青年|在职|老|临聘|原)*"
    r"(?:[\u4e00-\u9fff]{1,6}[员工长师]|[\u4e00-\u9fff]{0,6}(?:干事|教师|老师|主席|主任|校长|书记|组长)|[\u4e00-\u9fff]{0,4}(?:职工|员工|工人)|会员|家庭|护士|医生|大夫|保安|保洁员?|厨师|司机|门卫|干部|党员|学生|同志|同事|户|[\u4e00-\u9fff]{0,4}者|患者|病人|老人|夫妇|工友|姐妹|兄弟|[父母]亲|病?患儿?|儿童|孩子|家属|对象|人员))"
    r"|(?:[^，。；：、（）()\s]{0,8})的(?:[\u4e00-\u9fff]{1,6}(?:[组部科处室岗级班校队房厂站所院库店园]|车间|中心|后勤|食堂|总务))?"
)
_KIN_OF = pattern_of(r"[^，。；：、（）()\s]{0,6}[（(](?:系|我校|[\u4e00-\u9fff]{0,6}(?:职工|教师|老师))?")
"""Between a child told of and its parent: 白血病患儿小雨（职工某某之女）."""
_LEADS = pattern_of(
    r"[^，。]{0,4}(?:看望|走访|探望|负责|主持|主讲|带[队领]|牵头|组织|介绍|汇报|陪同|接待|受理|建议|提[出案]|宣[讲传]|讲)"
)
_BECAUSE = pattern_of(r"(?:因为?|由于|鉴于|考虑到|得知|获悉|听说)[^，。、]{0,12}$")
_BEHIND_REASON = pattern_of(
    r"[^，。；]{0,10}，(?:[\u4e00-\u9fff]{0,8}(?:[组部科处室员工师长手]|职工|教师|后勤|食堂))?"
)
_SINCE = pattern_of(
    r"(?:之?后|以[来后])，(?:[\u4e00-\u9fff]{0,6}(?:[组部科处室员工长]|职工|教师|后勤|食堂))?"
)
"""Between what befell somebody at a sentence's beginning and who goes on: 离婚后，收费员某某."""
_HELPER_TOLD_OF = pattern_of("^的[^，]{0,6}(?:医[生师]|大夫|护士)$")
"""Whom it befell though others are helped by them: 住院的护士某某."""
_HELPS = pattern_of("帮扶(?!对象)|专员|专干|联络|协管|宣传员|检查员|审核")
"""Whoever is called so deals with the matter: 困难职工帮扶专员."""
_ANSWERS = pattern_of(
    "找|领队|经[手办]|主持|组[长员]|经理|项目|策划|推荐|责任|联系|咨询|电话|热线|委员|案例|预案|指南|流程|[：（(]|[交报][给至到]?[\u4e00-\u9fff]{2,12}$"
)
"""What says that a name is that of somebody who answers for the matter."""
_FOR_ONE = pattern_of("[给为向对]")
_CLAUSE_BREAK = pattern_of("[，,。！？；;]")
_SHORTEST = 2
_GAP = 26
"""So short a name is at least, and so far apart they stand at most."""


def describes(sentence: str, person: PersonMention, circumstance: Condition) -> bool:
    """The circumstance is an attribute of the person that follows."""
    gap, behind = sentence[circumstance.end : person.start], sentence[person.end :]
    if (_LEADS.match(behind) and not behind.startswith("由")) or "由" in sentence[
        circumstance.start : person.start
    ]:
        return False
    if _BEHIND_REASON.fullmatch(gap) and _BECAUSE.search(sentence[: circumstance.start]):
        return True
    clause = _CLAUSE_BREAK.split(behind)[0]
    if _SINCE.fullmatch(gap) and circumstance.start <= _SHORTEST and not acts_in(clause):
        return True
    if _KIN_OF.fullmatch(gap) and re.match(f"的?(?:{KIN})", behind):
        return True
    described = _DESCRIBED.fullmatch(gap.strip("”’\"' ")) or (
        not gap and (GROUPS.fullmatch(circumstance.written) or MOURNED.fullmatch(circumstance.written))
    )
    others = _HELPER_TOLD_OF.sub("", gap)
    if described and (HELPING.search(others) or _HELPS.search(others)):
        return False
    return bool(described or _undone(sentence, person, circumstance)) and not TOPIC.match(others)


def _undone(sentence: str, person: PersonMention, circumstance: Condition) -> bool:
    """Nobody acts between a circumstance and the person behind it, nor does the person."""
    gap, behind = sentence[circumstance.end : person.start], sentence[person.start + _SHORTEST :]
    clause = _CLAUSE_BREAK.split(behind)[0]
    return not (
        GROUP.match(gap)
        or GROUPS.fullmatch(circumstance.written)
        or PETITION.fullmatch(circumstance.written)
        or len(gap) > _GAP
        or gap.endswith("向")
        or acts_beyond_care(gap)
        or _ANSWERS.search(sentence)
        or acts_in(without_care(clause) if _FOR_ONE.search(sentence[: circumstance.start]) else clause)
        or DOER_LABEL.search(sentence[: person.start])
    )
