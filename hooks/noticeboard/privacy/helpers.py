"""Who helps others: doctors, lawyers, rescuers, donors. What is told beside their names befell those others."""

from __future__ import annotations

from noticeboard.patterns import pattern_of

_HELPER = pattern_of(
    "(?:医生|护士)(?!长|(?:[（(][^（）()]{0,10}[）)])?(?:自己|本人)|被|因|患|查出|疑似|确诊|感染|怀孕|住院|生病|请假|请了|家)|医师|大夫|教授|律师|专家|咨询师|老板|经理|法官|教练|讲师|院士|烈士|博士|调解员|记者|代表|委员|团队|工作室"
)
"""Who helps or is known to everybody; behind a surname no colleague is meant."""
_HALF = pattern_of("医[生师]|护士|律师|教[授练师]|专家|老师|师傅|同志|女士|先生|[兄弟]弟|姐[姐妹]")
"""Of it no given name ends with the first half."""
_BEFORE = pattern_of(
    r"(?:医[生师]|兽医|大夫|护士|(?:营养|治疗|康复|理疗|管理|心理|培训|催眠)师|教授|律师|专家|咨询师|教练|讲师|院士|烈士|博士|记者|主讲|嘉宾|导师)[：:\s]?$"
    r"|(?P<rescuer>(?<!的)(?:志愿者|义工|捐[^，。；\s]{0,2}者|[民交辅巡特]警|法官|消防[员官]|消防(?:班|队|站)长|救[援生护]队?员|(?:抢险|救援|救护)队[员长]))$"
)
"""Rescuers are those whom all see helping, and who tell of themselves as others do."""
_TOLD_OF = pattern_of(
    "(?:慰问|看望|探[望视]|走访|吊唁|休养|住院|去世|受伤|生病)(?!患者|病人|伤者|群众|职工)[^，。；]{0,20}的[^，。；的]{0,6}(?:医[生师]|大夫|护士)$"
)
"""Helpers whom it befell themselves: 看望住院的护士某某."""
_FARTHEST_TOLD_OF = 40
_FARTHEST = 8
_BEFALLS = pattern_of(
    "[^。；]{0,16}(?:被(?![评选授推聘任誉称邀])|因病|不幸|请[了病产丧长]{0,2}假|查出|确诊|罹|处分|扣罚|受伤|工伤)"
)
"""What befalls helpers too: 护士某某被针头扎伤."""
_BEFALLS_RESCUER = pattern_of(
    "[^。；]{0,16}(?:住院|手术|去世|[病逝]逝|牺牲|走了|离婚|骨折|[摔跌扭]|癌|瘤|[透化]疗|怀孕|流产|自己|家[里中]|的?(?:父|母|爸|妈|妻|丈夫|爱人|儿子|女儿|老[伴公婆]))"
)
"""What befalls rescuers besides; of a doctor it tells what he treats."""


def names_helper(sentence: str, end: int) -> bool:
    """Whether a surname that ends at `end` is that of a helper: 张医生."""
    return _HELPER.match(sentence, end) is not None


def goes_on_as_helper(sentence: str, end: int) -> bool:
    """Whether what looks like a name up to `end` is followed by a word for a helper, or ends in the midst of one."""
    return names_helper(sentence, end) or _HALF.match(sentence, end - 1) is not None


def is_helper(sentence: str, start: int, end: int) -> bool:
    """Whether the name between `start` and `end` is a helper's, of whom nothing is told that befell him."""
    role = _BEFORE.search(sentence[max(0, start - _FARTHEST) : start])
    return not (
        role is None
        or _BEFALLS.match(sentence, end)
        or (role["rescuer"] and _BEFALLS_RESCUER.match(sentence, end))
        or _TOLD_OF.search(sentence, max(0, start - _FARTHEST_TOLD_OF), start)
    )
