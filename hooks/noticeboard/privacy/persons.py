"""Where a sentence speaks of one person: by a full name, by a surname with a role (王老师), or by a nickname (老赵)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard.patterns import pattern_of
from noticeboard.privacy.foreign_names import FOREIGN_NAME
from noticeboard.privacy.forms_of_address import KIN, ROLE, addressed_in
from noticeboard.privacy.frequent_words import FREQUENT_WORDS
from noticeboard.privacy.given_names import GIVEN
from noticeboard.privacy.helpers import goes_on_as_helper, is_helper, names_helper
from noticeboard.privacy.ordinary_words import (
    BEGIN_WORDS,
    CALLED_SO,
    END_WORDS,
    NO_GIVEN,
    NO_SUBJECTS,
    WHOLE_WORDS,
)
from noticeboard.privacy.person_names import (
    DOUBLE_SURNAMES,
    ETHNIC_UNPARTED,
    SURNAMES,
    begins_word,
    likeness,
    may_be_name,
    surname_of,
)
from noticeboard.privacy.surnames import PARTICLES, RARE

_ALL = "".join(sorted(set(SURNAMES)))
_DOUBLE = "|".join(sorted(DOUBLE_SURNAMES))
_ROLE = pattern_of(ROLE)
_PARTED = r"(?:^|[\s，。；：、！？“”\"‘’（）()【】〔〕《》*_|>/—\-:;,.0-9])"
_TITLE = (
    "职工|教师|老师|师傅|会员|员工|[病校战工师学室牌邻]友|实习生|同志|学生|干部|党员|工人|保安|保洁|厨师|司机|门卫|帮厨|[厂校村队]医|护士长?|医[生师]|药师|会计|出纳|干事|患者|病人|患儿|同事|工友|常委|对象|主席|主任|书记|委员|退休|离休|姐妹|兄弟|邻居|室友|母亲|妈妈|产妇|孕妇"
    "|主管|总监|助理|专员|领班|经理|教授|柜员|客服|顾问|当事人|(?:反映|报告|借款|举报|投诉|信访|申诉|仲裁|检讨|被申请|起诉|保证|担保|责任|户|死|伤)[人者主]|调度|采购|统计|质检|核算|文员|文书|绘图|测量|[队组室科部厂站班间店场]的|申请人|受助人|来访人|户主|本人|前任|原任|护工|学徒|遗孀|遗属|老人|青年|所属"
    "|[甲乙丙]方|前台|(?<=[一-鿿])(?:[员师长工手医士警]|[班组科部处室房厂站队所院校店库间栋楼股段岗社团矿场港园堂司企层村镇局坊]|车间|中心|后勤|食堂|总务|分会|支部|舍区|小区|[部区]域?)"
)
_COUNTED = pattern_of(
    "[0-9一二三四五六七八九十百两几多每第余数][张万项周段双包台支班米石车单户章路步季枚成]$"
)
"""A surname that counts something: 24张躺椅, 第二周起."""
_APPOINTED = pattern_of("同志[任为]$")
"""王强同志任食堂主任: no surname."""
_PARTED_BEHIND = pattern_of(r"[\s，。；：、！？（()）】_|/—.]|$")
_LED_BY = (
    "愿|说起|提起|的有|祝愿|惊[悉闻]|获知|感谢|时|看望|慰问|探望|探视|走访|帮助|得知|获悉|资助|救助|帮扶|吊唁|悼念|哀悼|关于|由于|因为|给予|以及|其中|鉴于|听说|答复|来到|最近|近日|日前|昨天|今天|上午|下午|本月|上月|上周|本周|目前|同意|认定"
    "|自|从|按|经|据|凭|帮|替|跟|同|连|除|轮到|找到|派|其中有|现有|包括|及|劝|接到|收到|我叫|[他她]叫|名叫|查明|查实|核实|证实|经查|安慰|照顾|陪护|护送|终止|解除|[对因给为向谈由与和的了请是将被把致叫让家户岗找缴者女男听经]"
)
_BEFORE = pattern_of(rf"(?P<parted>{_PARTED})$|(?P<title>{_TITLE})$|(?P<led>{_LED_BY})$")
_POINTS = {"parted": 2, "title": 3, "led": 2}
"""How much what stands before a name tells that one begins."""
_BEHIND = pattern_of(
    rf"(?:{ROLE}|(?:医生|护士)(?=[被因患])|的?(?:{KIN})|[（(）)！!？?，,、：:；;。.|\s*_]|$|等|[与和](?:妻子|丈夫|爱人|前[妻夫])|(?:[左右双]?[手腿脚臂腰颈眼]|脚踝|膝盖|手臂|手腕|小腿|腰部|颈椎|腰椎|眼睛)|[因患被身突不确住病做已经也正曾现欠刚跟所说称][^人口]|于[0-9一二三四五六七八九十昨今前上本]|在[^职任]|长期|多次|经常|一直|最近|近日|[是系]|募?捐|伸出|渡过|送|体检|疑似|反映|向|查出|检出|感染|遭|须|需|申[请领]|下班|凌晨|今晨|昨[天晚日夜]|前[天日]|[上下本]个?(?:[月周]|星期|学期|半年)|今[天早晨日]|[去今]年|近期|[月年](?:收入|薪|工资)|办理|家(?![长具园务])|一[家户]|所[写寄述言]|生前|自己|工资|名下|账户|没[有能]?|[把将让叫给跟]|听|怕|心|走[了得]|上了|得知|出[现了]|[昨前][天夜晚日儿]|早[上晨产]|午|晚上|中途|当场|突|骑|夜|正在|又|还|仍|每|至今|至|尚|涉|违|擅|无故|私|迟|旷|酒|打架|患|罹|查|诊|手术|化|透|流|怀|孕|产|育|欠|贷|负|借|办了|补[办交领]|领|享|靠|吃|退|举|控|告|申|信|来[访信]|两口|夫妻|夫妇|全家|的)"
)
_CALLED = pattern_of("(?:[我他她](?:名?叫|是)|名叫|全名叫?|本名)$")
_END_OF_NAME = pattern_of("[，。、；（(\\s]|$|[是的]")
_ADDRESSED = pattern_of("(?:同志|女士|先生|同学)(?!们)")
"""What is said of one person only: 同志 behind a name, but 老师 behind 数学 too."""
_TEACHER = pattern_of("老师|师傅|大姐|主任|书记|班长|组长")
_NO_NAMES = pattern_of("[员工长师委部级组队办科室位体大方年休间关岗轻老]$|[男女各老]")
"""What describes comrades instead of naming one: 党员同志, 车间同志."""
_UNLIKELY = -5
_SURELY = pattern_of(
    "(?:确诊|患(?![者儿难])|查出|罹患|突发|怀孕|流产|离婚|去世|病[逝故]|住院|受伤"
    "|因(?:[病患父母妻夫工酒打盗旷违家]|车祸)|被(?:[拘判处扣罚撞砸烫]|开除|辞退|通报|确诊)|得分|[跟和与](?:丈夫|妻子|老[公婆]|爱人|前[夫妻]|婆婆)"
    "|的(?:[父母爸妈妻岳]|丈夫|爱人|老伴|儿子|女儿|公公|婆婆|爷爷|奶奶))"
)
"""What is told of one person: between a title and it, nearly every word is a name: 队员平安确诊."""
_NO_PERSONS = NO_SUBJECTS | BEGIN_WORDS
_SELDOM = frozenset(RARE + PARTICLES)
_RULE = pattern_of("[^，,。；;]{1,10}的(?:[，,、；;]|$)")
"""职工路上受伤的，按工伤办理: a rule, and nobody's case."""
_ETHNIC = pattern_of(r"[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff·]{2,5}(?=的|[，、因患（(]|同志|老师|$)")
_SURNAME = pattern_of(rf"(?:{_DOUBLE}|[{_ALL}])(?=[\u4e00-\u9fff])")
_HAN = pattern_of(r"[\u4e00-\u9fff]+")
_FARTHEST_BEFORE = 8
"""So far back it is looked what stands before a name."""
_ENOUGH = 5
"""So many points make a name."""
_SPOILS = 2
"""So many are lost for each frequent word over one of its edges: 兽医班|连夜."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Where in a sentence what befell somebody starts and ends: a name may stand right before or behind it."""

    starts: frozenset[int]
    ends: frozenset[int]


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person at `start` up to `end` of a sentence; `end` stands behind the role."""

    start: int
    end: int
    name: str


def persons_in(sentence: str, edges: Edges) -> Iterator[PersonMention]:
    """Each person once, in no order; `edges` are those of what befell somebody.

    Helpers (张医生), masked names (张某) and words that only begin like a name are none.
    """
    named: set[int] = set()
    for start, name in _names_in(sentence, edges):
        if named.isdisjoint(range(start, start + len(name))):
            named.update(range(start, start + len(name)))
            yield PersonMention(start, _behind_role(sentence, start + len(name)), name)
    for start, end in addressed_in(sentence, edges.starts):
        if start not in named and not names_helper(sentence, end):
            yield PersonMention(start, _behind_role(sentence, end), sentence[start:end])


def _behind_role(sentence: str, place: int) -> int:
    found = _ROLE.match(sentence, place)
    return found.end() if found else place


def _names_in(sentence: str, edges: Edges) -> list[tuple[int, str]]:
    """What may be a name and where it begins, the likeliest first; they may overlap."""
    found = [
        (_points(sentence, candidate.start(), name, edges), candidate.start(), name)
        for candidate in _SURNAME.finditer(sentence)
        for name in _readings(sentence, candidate.start(), len(candidate[0]))
    ]
    for names in (_ETHNIC, ETHNIC_UNPARTED, FOREIGN_NAME):
        found += [(_ENOUGH, ethnic.start(), ethnic[0]) for ethnic in names.finditer(sentence)]
    found.sort(key=lambda entry: (-entry[0], entry[1]))
    return [(start, name) for points, start, name in found if points >= _ENOUGH]


def _readings(sentence: str, start: int, surname: int) -> Iterator[str]:
    """The names of three and of two characters, or with a double surname of four and three, that begin at `start`; 钱多多 is no 钱多."""
    doubled = (
        sentence[start + surname : start + surname + 1] == sentence[start + surname + 1 : start + surname + 2]
    )
    for length in (surname + 2,) if doubled else (surname + 2, surname + 1):
        name = sentence[start : start + length]
        if len(name) == length and _HAN.fullmatch(name):
            yield name


def _points(sentence: str, start: int, name: str, edges: Edges) -> int:
    """How much speaks for a name at `start`: the name itself, and what stands on both sides."""
    end = start + len(name)
    before = sentence[max(0, start - _FARTHEST_BEFORE) : start]
    led = _BEFORE.search(before)
    if (
        not may_be_name(name)
        or name[-2:] in NO_GIVEN
        or name[0] == name[2:]
        or _is_part_of_role(sentence, start, end)
    ):
        return 0
    if _is_called(sentence, before, name, end):
        return _ENOUGH
    seldom = name[0] in _SELDOM and (name[:2] in _NO_PERSONS or name[:2] in FREQUENT_WORDS)
    if not FREQUENT_WORDS.isdisjoint((name, name[1:])) and name not in CALLED_SO:
        return 0
    if name in NO_SUBJECTS or (seldom and not (led and _is_whole(sentence, start, name, edges, led))):
        return 0
    shows_person = (
        led
        and (led["title"] or (led["parted"] is not None and name in CALLED_SO))
        and _befalls_somebody(sentence, start, name)
    )
    return max(_ENOUGH * bool(shows_person), _likely_points(sentence, start, name, edges, led))


def _befalls_somebody(sentence: str, start: int, name: str) -> bool:
    """Whether what stands behind a title and before what befell somebody is a name, and no word that says when or where; nor is it a rule."""
    end = start + len(name)
    return (
        _SURELY.match(sentence, end) is not None
        and not _RULE.match(sentence, end)
        and (
            name in CALLED_SO
            or (name[:2] not in _NO_PERSONS and not begins_word(sentence[start : start + 4]))
        )
        and (name in CALLED_SO or name[0] not in _SELDOM)
        and sentence[max(0, start - 1) : start + 1] not in END_WORDS
    )


def _likely_points(sentence: str, start: int, name: str, edges: Edges, led: re.Match[str] | None) -> int:
    """How much speaks for a name that neither the sentence calls one nor a title and what befell it stand around."""
    end = start + len(name)
    before = sentence[max(0, start - _FARTHEST_BEFORE) : start]
    titled = bool(led and led["title"])
    goes_on = end not in edges.starts and sentence[end - 1 : end + 1] in FREQUENT_WORDS
    behind = not goes_on and bool(
        _BEHIND.match(sentence, end) or end + sentence.startswith("的", end) in edges.starts
    )
    whole = led is not None and _is_whole(sentence, start, name, edges, led)
    if (
        (begins_word(sentence[start : start + 4]) and not (whole and behind))
        or _APPOINTED.search(before + sentence[start])
        or _COUNTED.search(before + sentence[start])
        or (end not in edges.starts and is_helper(sentence, start, end))
    ):
        return 0
    ends_word = sentence[max(0, start - 1) : start + 1]
    if ends_word in END_WORDS and not (led and (len(led["title"] or "") > 1 or likeness(name) > 2)):
        return 0
    if name[0] in PARTICLES and (
        start + 1 in edges.starts
        or not (((led or start in edges.ends) and behind) or (titled and _is_usual(name) and name[0] != "和"))
    ):
        return 0
    if surname_of(name) in RARE and not (
        (titled and (behind or _is_usual(name)) and GIVEN.issuperset(name[1:]))
        or (led and (behind or end in edges.starts) and _is_usual(name))
    ):
        return 0
    if name in CALLED_SO and not (led and (titled or led["parted"])):
        return 0
    alone = bool(led and led["parted"] and _PARTED_BEHIND.match(sentence, end))
    both = titled * (behind + (end in edges.starts)) + alone
    before_it = _POINTS[led.lastgroup or ""] if led else 2 * (start in edges.ends)
    points = likeness(name) + before_it + 2 * behind + both + (titled and _is_usual(name))
    # In the midst of a text, what is not made as names are is mostly a word: 工作马虎，被扣了奖金.
    if not led and start not in edges.ends and not _is_usual(name):
        points -= surname_of(name) not in DOUBLE_SURNAMES
    return points - _SPOILS * (
        goes_on + (ends_word in FREQUENT_WORDS) + (name[:2] in FREQUENT_WORDS and not _is_usual(name))
    )


def _is_usual(name: str) -> bool:
    """Whether a given name of two characters is made of what given names are made of."""
    given = name[len(surname_of(name)) :]
    return len(given) > 1 and GIVEN.issuperset(given)


def _is_whole(sentence: str, start: int, name: str, edges: Edges, led: re.Match[str]) -> bool:
    """Whether a name that begins like a word is made as names are, and no word goes on in it: 司机时光荣, but not 任期怀|孕."""
    end = start + len(name)
    return (
        _is_usual(name)
        and name[:2] not in NO_SUBJECTS
        and name[:3] not in WHOLE_WORDS
        and edges.starts.isdisjoint(range(start + 1, end))
        and bool(led["title"] or (led["parted"] is not None and _SURELY.match(sentence, end)))
    )


def _is_part_of_role(sentence: str, start: int, end: int) -> bool:
    """Whether it is the name of a helper, or a surname with a role: 张医|生, 王|老师."""
    return bool(
        re.match(f"{ROLE}|本人", sentence[start + 1 :])
        or re.match(f"{ROLE}|工程师|[询医药技]师", sentence[max(0, start - 1) :])
        or goes_on_as_helper(sentence, end)
    )


def _is_called(sentence: str, before: str, name: str, end: int) -> bool:
    """Whether the sentence says that it is a name, whatever else the word may mean: 她叫某某, 某某同志."""
    if name in CALLED_SO and _TEACHER.match(sentence, end) and _BEFORE.search(before):
        return True
    if _CALLED.search(before):
        return bool(_END_OF_NAME.match(sentence, end))
    return bool(
        _ADDRESSED.match(sentence, end)
        and _BEFORE.search(before)
        and not _NO_NAMES.search(name)
        and name not in NO_SUBJECTS
        and likeness(name) > _UNLIKELY
    )
