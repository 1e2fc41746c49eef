"""A person and what befell somebody in one sentence where nobody acts at all: it tells of that person, in whatever order."""

from __future__ import annotations

from functools import lru_cache

from noticeboard.patterns import pattern_of
from noticeboard.privacy.conditions import Condition
from noticeboard.privacy.hardship_deeds import OFFICERS_DO, acts_in, is_others, last_honour
from noticeboard.privacy.hardship_matters import is_general
from noticeboard.privacy.hardship_words import DOER_LABEL, HELPING
from noticeboard.privacy.persons import PersonMention

_TURNED_TO = pattern_of("[向由交找请]$|[报交送发][至到给]?[\u4e00-\u9fff]{0,8}$|经理$")
NO_CASES = pattern_of(
    r"冠军|亚军|季军|名次|标兵|先进|优秀|最美|教练|领队|志愿|窗口|受理|填报|评审|评议|(?:办理|审核|审批|经办|承办|登记|接待)[人员]|小组(?=名单|成员|[：:])|负责|责任|联系|[主报]讲|委员|组长|主任|主席|电话|热线|签名|承诺|捐|成员|理事|代办|管理员|裁判|医务|联络员"
)
"""What says of the names behind a label that they are those of others."""
_FARTHEST = 104
_SHORTEST = 2
"""So far apart they may stand; and so long a name is at least."""


def stands_beside(sentence: str, person: PersonMention, circumstance: Condition) -> bool:
    """Nobody acts anywhere in the sentence: wherever the person stands in it, it tells of that person."""
    if person.end <= circumstance.start:
        gap = sentence[person.end : circumstance.start]
    else:
        gap = sentence[circumstance.end : person.start]
    return (
        bool(gap)
        and len(gap) <= _FARTHEST
        and len(person.name) >= _SHORTEST
        and not is_general(sentence, circumstance)
        and not _is_turned_to(sentence, person)
        and not _somebody_acts(sentence)
        and not is_others(gap)
    )


@lru_cache(maxsize=1)
def _somebody_acts(sentence: str) -> bool:
    """Asked of one sentence again and again."""
    return bool(
        acts_in(sentence)
        or HELPING.search(sentence)
        or last_honour(sentence) >= 0
        or NO_CASES.search(sentence)
    )


def _is_turned_to(sentence: str, person: PersonMention) -> bool:
    """Whether the person deals with the matter: 病假条交某某."""
    before = sentence[: person.start]
    return bool(
        _TURNED_TO.search(before)
        or DOER_LABEL.search(before)
        or OFFICERS_DO.search(sentence, person.start + _SHORTEST)
    )
