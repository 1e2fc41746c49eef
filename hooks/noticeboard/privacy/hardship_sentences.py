"""Sentences that tell what befell a person: subject and circumstance belong together, and nobody acts between them.

A sentence tells it in one of three ways: the person comes first (王老师的母亲昨天去世), the circumstance describes the person
(看望因车祸住院的王老师), or the circumstance is a label before names (住院慰问：王丽).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from noticeboard.patterns import pattern_of
from noticeboard.privacy.circumstances import GROUP, GROUPS, PETITION, TOPIC
from noticeboard.privacy.conditions import Condition, conditions_in
from noticeboard.privacy.forms_of_address import GOES_ON, KIN
from noticeboard.privacy.hardship_besides import NO_CASES, stands_beside
from noticeboard.privacy.hardship_deeds import (
    acts_beyond_care,
    acts_in,
    is_others,
    last_honour,
    serves,
    without_care,
)
from noticeboard.privacy.hardship_descriptions import describes
from noticeboard.privacy.hardship_matters import CLAUSE_END, IS_MEMBER, is_matter
from noticeboard.privacy.hardship_words import ACTS, DOER_LABEL, REMEMBERED
from noticeboard.privacy.persons import Edges, PersonMention, persons_in

_SENTENCE = pattern_of(
    rf"(?:[^。！？；;\n]|[。！？；;](?=\s?(?:{GOES_ON}|(?:申请|补助|慰问)?(?:理由|事由|原因|缘由)[：:]))){{1,300}}"
)
"""A sentence, and those behind it that go on about somebody: …了王老师。其母…, 签收人：王丽；理由：…; one without an end is parted, so that a long line costs no more than it must."""
_WORKS = pattern_of("《[^《》\n]*》")
"""Titles of books, films and songs tell of nobody here."""
_OF_OTHERS = pattern_of(
    r"工会|学校|[各全]|单位|公司|凡|如有?|若|或|请(?!假|病)|其[他余]|另|我们|大家|领导|团队|[0-9一二三四五六七八九十两]+[名位户人](?!要|说|逼)"
)
"""Who else a clause may speak of."""
_FOR_PERSON = pattern_of(
    r"(?:来到|走进|前往|[给为对向将与帮]|看望|慰问|探望|探视|走访|帮扶|救助|资助|得知|获悉|调解(?!员))了?[^，。；：、\s]{0,8}$"
)
_NAMES_FOLLOW = pattern_of(
    r"[^，。；：:（）()\n]{0,12}(?:名单|人员|对象|职工|教师|慰问|补助|救助|理赔|探望|探视|病人|患者|者|情况|如下|的?有|赔付|帮扶)?(?:名单)?\s*(?:[：:]|[为是系](?!了))\s*[^，。；：:（）()\n]{0,8}"
    r"|的(?:有|是|为|包括)[：:]?[^，。；：:（）()\n]{0,4}"
    r"|[^，。；：:（）()\n]{0,6}[0-9一二两三四五六七八九十]+[人名位户例]\s*[（(：:]\s*"
)
_LISTED = pattern_of(
    rf"[\u4e00-\u9fff]?(?:{KIN})|" r"[\u4e00-\u9fff]?(?:$|[、，,。（(；\s0-9]|同志|老师|师傅|等|夫妇)"
)
_LIST = pattern_of("汇总|统计|登记|台账|一览|明细|记录|公示|签收")
"""What a list is called; the names in it do nothing."""
_EQUALS = pattern_of("[为是系](?=[^为是系]*$)")
_CONTACT = pattern_of("电话|热线|邮箱|信箱")
_GIVEN = pattern_of("^[\u4e00-\u9fff]?(?:慰问|救助|补助|帮扶|探望)金?[（(]|办理$")
"""What a person was given, with the reason in brackets: 王丽慰问（癌症）; and what one does oneself: 办理离婚."""
_IS = pattern_of("^[\u4e00-\u9fff]?(?:诊断|确诊|初诊|复诊)?[为系是][^，。；]{0,6}$")
"""Before an illness at a clause's end it says which one it is: 某某某为活动性肺结核."""
_VISITED = pattern_of("(?:看望|慰问|走访|探望|照[顾料])了?(?=[其他她]|患|生病|住院|瘫|病)")
"""Whoever is visited there is of the person's family: 来到王丽家中，看望其患病的母亲."""
_ASKS = pattern_of(
    "[，,]?(?:多次|实名|再次|长期|联名)?(?:要求(?![做各全])|请求|反映|诉|投诉|举报|控告|状告|申请)"
)
"""Whoever petitions, whatever it is about."""
_BY = pattern_of("[由经][^，。；\\s]{0,8}$")
_FARTHEST = 104
_SHORTEST = 2
_MOST_PERSONS = 20
_NEAREST = 6
"""So many persons of a sentence are looked at, and so many conditions on each side of one."""
_GAP = 26
_MOST_CLAUSES = 4
_OCCASION = pattern_of(
    "[^，。；]{1,12}(?:中|时(?![间常刻])|期间|途中|之际)(?![^，。；]{0,6}(?:得知|了解|发现|看[到望]|提|说|强|指|职工|会员))"
)
"""While somebody did something it befell him: 在检查中摔下平台."""
_SOURCE = pattern_of("[据听][^，。；]{1,8}(?:讲|说|介绍|反映|透露|称|反馈)[，:：]")
"""From whom it is known."""
_OWN_ROLE = pattern_of("^[\u4e00-\u9fff]?(?:医生|护士)|医[生师](?=[说讲建让诊判要嘱认怀])")
_OPENS = pattern_of(
    r"[^，。；：、（(]{0,12}[（(【]\s*(?:关于|对|系|姓名[：:]?|当事人[：:]?|本人|(?:[^，。；：、（(]{0,6}[\u4e00-\u9fff]))?"
)
_CLOSES = pattern_of(
    rf"\s*[）)】]|的?(?:{KIN})[^（(）)]{{0,8}}[）)]|，(?:[男女]|[0-9]{{1,2}}岁)[^（(）)]{{0,8}}[）)]"
)
_CLAUSE_BREAK = pattern_of("[，,。！？；;]")
_IN_NAMES = "炎"
"""The only sign of an illness that people are called by: 夏侯炎."""


def without_works(line: str) -> str:
    """`line`, as long as before, without the titles of books, films and songs."""
    return _WORKS.sub(lambda found: "《" + "\u3000" * (len(found[0]) - 2) + "》", line)


def person_in_sentence(line: str) -> tuple[int, str] | None:
    """Where the first person of `line` stands of whom it tells such a thing, and the name."""
    line = without_works(line)
    if REMEMBERED.search(line):
        return None
    return next(((mention.start, mention.name) for mention in _circumstances_of(line)), None)


def tells_of_person(cell: str, *, groups: bool = False) -> bool:
    """Whether a cell without a name tells what befell the person of its row, and not what one does or a matter; with `groups`, also a kind of people."""
    return any(
        not (
            (GROUPS.fullmatch(told.written) and not groups)
            or GROUP.match(cell, told.end)
            or TOPIC.match(cell, told.end)
            or ACTS.search(cell, 0, told.start)
        )
        for told in conditions_in(cell)
    )


def _circumstances_of(line: str) -> Iterator[PersonMention]:
    for found in _SENTENCE.finditer(line):
        sentence = found[0]
        circumstances = sorted(conditions_in(sentence), key=lambda told: told.start)
        edges = Edges(
            frozenset(told.start for told in circumstances),
            frozenset(told.opens for told in circumstances if told.opens < told.end),
        )
        for person in islice(persons_in(sentence, edges), _MOST_PERSONS) if circumstances else ():
            if _is_condition(person, circumstances):
                continue
            if any(_tells(sentence, person, told) for told in _nearest(person, circumstances)):
                yield PersonMention(found.start() + person.start, found.start() + person.end, person.name)


def _is_condition(person: PersonMention, circumstances: Sequence[Condition]) -> bool:
    """Whether what looks like a name is itself what befalls somebody: 高坠."""
    place = bisect_right(circumstances, person.start, key=lambda told: told.start)
    told = circumstances[place - 1]
    return place > 0 and told.opens == told.end and person.end <= told.end


def _nearest(person: PersonMention, circumstances: Sequence[Condition]) -> Sequence[Condition]:
    """Those nearest on both sides: so that a sentence full of them costs no more than it must."""
    place = bisect_left(circumstances, person.start, key=lambda told: told.start)
    return circumstances[max(0, place - _NEAREST) : place + _NEAREST]


def _tells(sentence: str, person: PersonMention, circumstance: Condition) -> bool:
    return _belongs(sentence, person, circumstance) or stands_beside(sentence, person, circumstance)


def _belongs(sentence: str, person: PersonMention, circumstance: Condition) -> bool:
    if circumstance.start - person.end > _FARTHEST or person.start - circumstance.end > _FARTHEST:
        return False
    if circumstance.written == _IN_NAMES and person.start < circumstance.start < person.end:
        return False
    # How long a given name is, nobody can tell for certain: 李明走访, 闫妮血小板低.
    if circumstance.start >= person.start + _SHORTEST:
        return _befell(sentence, person, circumstance)
    if circumstance.start < person.start and person.end <= circumstance.end:
        return _is_within(sentence, person, circumstance)
    return circumstance.end <= person.start and (
        describes(sentence, person, circumstance)
        or _labels(sentence, person, circumstance)
        or _is_bracketed(sentence, person, circumstance)
    )


def _is_within(sentence: str, person: PersonMention, circumstance: Condition) -> bool:
    """The person stands between the two words of it: 扣发某某某三季度奖金."""
    return not (
        _BY.search(sentence[: person.start])
        or DOER_LABEL.search(sentence[: person.start])
        or TOPIC.match(sentence, circumstance.end)
        or acts_in(sentence[person.end : circumstance.end])
    )


def _befell(sentence: str, person: PersonMention, circumstance: Condition) -> bool:
    """The person comes first, and nobody acts in between."""
    before, gap = sentence[: person.start], sentence[person.end : circumstance.start]
    deed = sentence[min(person.end, person.start + _SHORTEST) : circumstance.start]
    if circumstance.opens < circumstance.end and ACTS.match(sentence, circumstance.start):
        return False
    if DOER_LABEL.search(before) or is_matter(sentence, circumstance, gap) or not _is_near(gap):
        return False
    deed = _OWN_ROLE.sub("", _OCCASION.sub("", _SOURCE.sub("", deed)))
    deed = _VISITED.sub("", _GIVEN.sub("", deed))
    if not ACTS.search(_CLAUSE_BREAK.split(sentence[circumstance.end :])[0]):
        deed = IS_MEMBER.sub("", deed)
    if CLAUSE_END.match(sentence, circumstance.end):
        deed = _IS.sub("", deed)
    if _FOR_PERSON.search(before):
        deed = without_care(deed)
    if PETITION.match(circumstance.written) and _ASKS.match(sentence, person.end):
        return True
    if last_honour(sentence) >= circumstance.end or is_others(gap):
        return False
    *earlier, last = _CLAUSE_BREAK.split(deed)
    return not (acts_in(last) or any(map(serves, earlier)))


_PARTICULAR = pattern_of(
    "[男女汉]族?|[0-9一二三四五六七八九十]{1,3}岁|[\u4e00-\u9fff]{0,4}[工员师长]|党员|[0-9]{4}年[^，。]{0,6}[生入]?[^，。]{0,4}"
)
"""What is said of a person before what befell: 男，52岁，翻砂工."""


def _is_near(gap: str) -> bool:
    """Whether it goes on about the same person, over a few clauses at most."""
    clauses = [clause for clause in _CLAUSE_BREAK.split(gap) if not _PARTICULAR.fullmatch(clause)]
    near = len(gap) <= _GAP * max(1, len(clauses)) and len(clauses) <= _MOST_CLAUSES
    return near and not any(_OF_OTHERS.match(clause) for clause in clauses[1:])


def _is_bracketed(sentence: str, person: PersonMention, circumstance: Condition) -> bool:
    """A matter whose person stands in brackets: 处分决定（某某某）."""
    gap = sentence[circumstance.end : person.start]
    return not GROUPS.fullmatch(circumstance.written) and bool(
        _OPENS.fullmatch(gap)
        and _CLOSES.match(sentence, person.end)
        and not TOPIC.match(gap)
        and not acts_beyond_care(gap)
        and not NO_CASES.search(gap)
    )


def _labels(sentence: str, person: PersonMention, circumstance: Condition) -> bool:
    """The circumstance heads a list of names."""
    between = sentence[circumstance.end : person.start]
    return bool(
        _NAMES_FOLLOW.fullmatch(between)
        and _LISTED.match(sentence, person.start + _SHORTEST)
        and not TOPIC.match(between)
        and not acts_beyond_care(sentence[: circumstance.start])
        and not acts_beyond_care(_LIST.sub("", _EQUALS.sub("", between)))
        and not NO_CASES.search(between)
        and not _CONTACT.search(sentence, person.end)
    )
