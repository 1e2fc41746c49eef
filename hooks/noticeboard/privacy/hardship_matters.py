"""Whether a matter or a group of people is spoken of, though a person stands before it: 王丽讲困难职工帮扶政策."""

from __future__ import annotations

from noticeboard.patterns import pattern_of
from noticeboard.privacy.circumstances import GROUP, GROUPS, PETITION, TOPIC
from noticeboard.privacy.conditions import Condition

_GRANT = pattern_of(
    "(?:大病|困难|住院|临时|医疗|特困|低保|金秋|重病)[^，。；]{0,2}(?:补助|救助|慰问|助学金|互助金|补贴)"
)
_GETS = pattern_of("申[请领报]|[获领享得给发放送补]|纳入|符合|因|患|[，,：:（(\\s]|同志|老师|一家")
"""How a person comes to a grant; what else is done about one is done by those who answer for it."""
_BENEFIT = pattern_of("年审|年检|申请(?![条材流表须的])|批|待遇|金|被?取消|证")
"""Behind a kind of people it is what one of them gets: 低保申请."""
_IS_ONE = pattern_of(r"(?:[吃领拿靠办]|享受|属于|[为是属系入成]|[，,（(、\s：:])$")
"""How a person is told to belong to a group: 被列入困难职工."""
IS_MEMBER = pattern_of(
    "(?:属于?|[都均]?[是为系]|列[入为]|成为|认定为|评[定为]为?|确定为)(?:[一二三四]级|本[校院厂]|我[校院厂会]|建档|特殊)?$"
)
"""Behind it a group is named to which the person belongs: 属于低保户."""
_ENDS = pattern_of("(?:[职员][工员]|教?师|家庭)?(?:[，,。；;（(\\s]|$)")
"""Right behind a kind of people that stands right behind a name: 某某某低保户，补助500元."""
_OWN = ("", "的")
"""Between a name and what is the person's own, whatever is done about it: 王某离婚调解."""
_AGAINST = pattern_of("[与和诉][\u4e00-\u9fff]{2,6}")
_ABOUT_OWN = pattern_of(
    "(?:调解|处理|受理|接待|答复|[^，。；：]{0,4}(?:材料|案件|情况|凭证|证明|申请|报销|票据|发票))(?!委员|小组|室|办|制)"
)
_OWN_PETITION = pattern_of(
    "^[，,]?[^，。；]{0,4}$|[向被与和就对到]|申请|提起|实名|要求|诉求|多次|长期|因|反映|的$"
)
_DENIED = pattern_of(
    r"(?:激动|感动|高兴|喜悦|自豪)得?$|(?:[无未零]|没有|防止?|避免|杜绝|严禁|预防|承诺不?|不(?!再)[得准许可要]?)[^，。；\s]{0,2}$"
)
"""What is said not to be, or not to be wanted."""
CLAUSE_END = pattern_of("$|[，,。；;（(]")


def is_matter(sentence: str, circumstance: Condition, gap: str) -> bool:
    """Whether it is a matter or a group of people that is spoken of, though a person stands before it."""
    if not gap and GROUPS.fullmatch(circumstance.written) and _ENDS.match(sentence, circumstance.end):
        return False
    group = GROUP.match(sentence, circumstance.end)
    is_member = IS_MEMBER.search(gap) and not (
        group and gap.endswith("为") and not CLAUSE_END.match(sentence, group.end())
    )
    is_group = group and not is_member
    if is_group or (
        GROUPS.fullmatch(circumstance.written)
        and not (_IS_ONE.search(gap) or IS_MEMBER.search(gap) or _BENEFIT.match(sentence, circumstance.end))
    ):
        return True
    if gap == "为" and not CLAUSE_END.match(sentence, circumstance.end):
        return True
    if gap not in _OWN and _GRANT.match(sentence, circumstance.start) and not _GETS.search(gap):
        return True
    if _DENIED.search(gap) or (PETITION.fullmatch(circumstance.written) and not _OWN_PETITION.search(gap)):
        return True
    own = (gap in _OWN or _AGAINST.fullmatch(gap)) and _ABOUT_OWN.match(sentence, circumstance.end)
    return not own and bool(TOPIC.match(sentence, circumstance.end))


def is_general(sentence: str, circumstance: Condition) -> bool:
    """Whether groups, petitions or matters are spoken of, or what is not: its words alone do not tell of a person."""
    return bool(
        GROUPS.fullmatch(circumstance.written)
        or PETITION.fullmatch(circumstance.written)
        or GROUP.match(sentence, circumstance.end)
        or TOPIC.match(sentence, circumstance.end)
        or _DENIED.search(sentence[: circumstance.start])
    )
