"""A person's name beside an illness or a hardship in what is no sentence: titles, names of files and sheets, labels."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.patterns import pattern_of
from noticeboard.privacy.conditions import tells_condition
from noticeboard.privacy.forms_of_address import KIN
from noticeboard.privacy.hardship_sentences import tells_of_person
from noticeboard.privacy.hardship_words import (
    ACTING,
    ACTS,
    DOER_LABEL,
    GENERIC,
    HELPING,
)
from noticeboard.privacy.person_names import COMMON_SURNAMES, NAME, is_name, likeness

_TITLE = "同志|老师|教师|师傅|女士|先生|同学|主任|校长|书记"
_LABELLED = pattern_of(
    rf"(?:来访|来信|信访|上访|投诉|举报|反映|申诉|仲裁申请)(?:人|者|职工|教师)(?:姓名)?\s*(?:[：:]\s*(?P<name>{NAME})|(?P<bare>{NAME})(?=[，,]|反映|称|来[电信访]|要求|诉|状告|向|因|不服|多次|再次|提))"
    rf"|(?:来访|来信|信访|上访|投诉|举报|反映|申诉)人\s*[：:]?[^，。；：:\n]{{0,8}}?[员工师士长](?P<titled>{NAME})(?=[，,。]|$)"
    rf"|(?:信访|来信|来访)件?[^，。；：\n]{{0,8}}[：:]\s*(?P<writer>{NAME})(?=反映|要求|投诉|不服)"
    rf"|(?:患者|病人|逝者|死者|亡者)(?:姓名)?\s*[：:]?\s*(?P<ill>{NAME})(?=$|[\s，。、；：,;（(）)】]|{_TITLE})"
    rf"|(?:匿名|举报|告状|投诉|联名|控告)[信帖材][^，。；：\n]{{0,8}}(?:系|由|是|为|出自)[^，。；：\n]{{0,8}}?(?P<author>{NAME})(?=所|写|寄|投|之手|发|带头|起草)"
    rf"|(?:反映|投诉|举报|上访|来访)[^，。；：\n]{{0,8}}的[^，。；：\n]{{0,8}}(?:有|是|为)\s*[：:]?\s*(?P<petitioner>{NAME})(?=[、，,。]|$)"
)
_SIGNED = pattern_of(
    rf"(?:请假|感谢|检讨|保证|申请|求助|具结|立据)人\s*[：:]\s*(?P<name>{NAME})(?=$|[\s，。；])"
)
_OF_SELF = pattern_of("因|我|本人")
_SIGNATURE = pattern_of(
    rf"[。！]\s*(?:[\u4e00-\u9fff]{{1,9}}[班组部科室处队院系厂站店园所间心][ \u3000]+)?(?P<name>{NAME})\s*$"
)
"""A unit and a name, or a name alone, at the end of a line."""
_OF_MINE = pattern_of(rf"我的?(?:{KIN})|我[患病得住做动因被]")
_IDEAS = pattern_of("合理化|建议|提案|金点子")
_TOKEN = pattern_of(r"[^\s，,、；;：:（）()【】\[\]《》“”\"'/|_—–\-+*~`#.。！<>]+")
_LATIN = pattern_of(
    r"\b(?:Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu|Guo|He|Lin|Luo|Gao|Zheng|Liang|Xie|Song|Tang|Han|Feng|Deng|Cao|Fu|Xiao)"
    r"\s+[A-Z][a-z]+(?:\s?[A-Z]?[a-z]+)?\b"
)
_CASES = pattern_of("困难|来访|来信|信访|上访|反映|举报|投诉|患者|病人|逝者|死者|亡者|申诉|仲裁|[*]{2}")
_GIVEN = pattern_of("慰问|送温暖|探[望视]|看望|[救补资帮][助扶]|发放|捐|领取|申请|为|送|公[示布]")
"""What a list of cases may be called by, though somebody does it."""
_LONGEST = 60
_LONGEST_SIGNATURE = 24
_FARTHEST = 300
"""So far back it is looked what a label belongs to."""

Name = tuple[int, str]
"""Where it begins in its line, and the name."""


def places_of_cases(text: str) -> Iterator[int]:
    """Where a petition, a death or a hardship is spoken of at all, and where words are set in bold."""
    return (found.start() for found in _CASES.finditer(text))


def in_label(line: str) -> Name | None:
    """Behind a label that says what became of the person: 来访人：某某某, 患者某某某."""
    for found in _LABELLED.finditer(line):
        group = next(
            group
            for group in ("name", "bare", "titled", "writer", "ill", "author", "petitioner")
            if found[group]
        )
        if (
            is_name(found[group])
            and not _IDEAS.search(line, max(0, found.start() - _FARTHEST), found.start())
            and not ACTING.search(line, max(0, found.start() - _FARTHEST), found.start())
        ):
            return found.start(group), found[group]
    return _signed(line)


def _signed(line: str) -> Name | None:
    """Whoever signed what he writes of himself: 因父病危，请假五天。请假人：某某某."""
    for found in _SIGNED.finditer(line):
        first = max(0, found.start() - _FARTHEST)
        told = tells_condition(line[first : found.start()])
        of_self = found[0].startswith("申请人") or _OF_SELF.search(line, first, found.start())
        if told and of_self and is_name(found["name"]):
            return found.start("name"), found["name"]
    signature = _SIGNATURE.search(line, max(0, len(line) - _LONGEST_SIGNATURE))
    if signature and is_name(signature["name"]):
        letter = line[max(0, signature.start() - _FARTHEST) : signature.start()]
        if _OF_MINE.search(letter) and tells_condition(letter):
            return signature.start("name"), signature["name"]
    return None


def in_line_of_words(line: str) -> Name | None:
    """A word of a short line that is a name, and another one that is a reason: 困难补助 某某某 尿毒症."""
    if (
        len(line) > _LONGEST
        or "。" in line
        or ACTING.search(line)
        or HELPING.search(line)
        or ACTS.search(_GIVEN.sub("", line))
    ):
        return None
    words = [(found.start(), found[0]) for found in _TOKEN.finditer(line)]
    reasons = [
        word for _, word in words if tells_of_person(GENERIC.sub("", word), groups=True) and not is_name(word)
    ]
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


def _is_plain_name(word: str) -> bool:
    return is_name(word) and (len(word) > 2 or word[0] in COMMON_SURNAMES or likeness(word) > 1)
