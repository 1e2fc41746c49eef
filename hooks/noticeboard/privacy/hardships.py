"""A person's name beside an illness or a hardship, in a table's row or a list's item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from noticeboard.patterns import pattern_of
from noticeboard.privacy.conditions import conditions_in, places_of_conditions, tells_condition
from noticeboard.privacy.hardship_captions import name_above
from noticeboard.privacy.hardship_forms import names_in_forms
from noticeboard.privacy.hardship_heads import Head, has_reason_head
from noticeboard.privacy.hardship_lines import in_label, in_line_of_words, places_of_cases
from noticeboard.privacy.hardship_rolls import names_in_rolls
from noticeboard.privacy.hardship_sentences import person_in_sentence, tells_of_person, without_works
from noticeboard.privacy.hardship_words import ACTING as _ACTING
from noticeboard.privacy.hardship_words import ACTS, HELPING, simplified
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.privacy.person_names import (
    COMMON_SURNAMES,
    NAME,
    is_name,
    may_be_called,
    with_spaced_names_joined,
)

_NOTHING = pattern_of(
    r"|[-—–/\\]+|无|没有|否|良好|正常|健康|合格|较好|一般|未见异常|(?:退休|结婚|生日|生育|生子|入职|调动|出差|公出|开会|培训|值班|加班|年休|事假|公假|晋升|转正)[^病]*|[0-9.,]+"
)
_HEAD_OF_ITEM = pattern_of(
    r"[ \t\u3000]*(?:[-*+•·]\s+|[0-9]{1,3}[、.)）]\s*|[（(][0-9一二三四五六七八九十]{1,3}[）)]\s*|[①-⑳]\s*)+(?:\[[ xX]?\]\s*)?(?P<text>.*)"
)
_AFTER_NAME = pattern_of(
    r"[*_]*\s*(?:同志|老师|教师|职工|师傅|同学|会员|女士|先生)?\s*(?P<rest>[（(：:，,、；;\s—–\-|因患家被丧本父母夫妻儿女子爱丈住].*)"
)
_BRACKETED = pattern_of(
    r"(?P<name>[\u4e00-\u9fff]{2,4})(?:同志|老师|教师|职工)?[（(](?P<reason>[^（）()]{1,40})[）)]"
)
_GOES_ON = pattern_of("(?![工师员望问给对为和与室组科部])[\u4e00-\u9fff]$")
"""Before what begins in the midst of a word: 不|幸事件."""
_ENTRY = pattern_of(rf"[*_\s]*{NAME}[*_]*\s*[：:（(，,—]")
_OF_DOCTORS = pattern_of(
    "科|医[师生院]|专家|教授|研究|护士|律师|项目|小组|专干|(?:帮扶|资助|救助)(?!对象)|照[顾料]|陪护|服务|志愿"
)
"""Behind a name in brackets it says who helps, not who is ill."""
_CONSULTING = pattern_of("[坐出]诊")
"""Behind the names of doctors stands in brackets what they treat."""
_CALLED = pattern_of(
    rf"(?:困难|特困|患病|生病|住院|大病|重病|低保|残疾|单亲|丧偶|失独|贫困|病故|去世|因病)[^：:，。\n|（(]{{0,12}}[：:]\s*(?P<names>{NAME}(?:(?:[、，,；;]|\s+){NAME})*)"
)
_OF_OFFICE = pattern_of(
    "(?:联络|管理|监督|辅导|调解|服务|宣传)员|小组|窗口|受理|填报|评审|评议|(?:办理|审核|审批|经办|承办|登记|接待|介绍|说明)[人员]"
)
_IN_LIST = pattern_of(
    rf"(?:(?<=[：:；;。])|^)\s*(?P<name>{NAME})\s*[，,（(]\s*(?P<reason>[^，,；;。：:\n（）()]{{2,12}})(?=[；;。）)，,]|$)"
)
_KIND_OF_PEOPLE = pattern_of("(?:老人|职工|教师|家庭|群众|儿童|学生|人员|患者|对象|住户|社区)$")
_LENGTHS = (3, 2, 4)
_BREAK = pattern_of(r"[。！？]")


def find_hardships(reading: NormalizedText) -> Iterator[Span]:
    """One span a row or an item: the name. Masked names (张*三, 张某) and offices are none."""
    text = with_spaced_names_joined(simplified(reading.text))
    told = _lines_that_tell(reading, text)
    if not told and not has_reason_head(text):
        return
    lines = text.split("\n")
    found = {
        number: (start, name) for number, start, name in (*names_in_forms(lines), *names_in_rolls(lines))
    }
    head: Head | None = None
    last = -1
    for number, line in enumerate(lines):
        if not line.lstrip().startswith("|"):
            head, found_at = None, _in_line_without_emphasis(line) if number in told else None
        elif head is None:
            cells = line.split("|")
            head = Head.of(cells)
            # A sheet without a head begins with somebody.
            found_at = None if head.names or head.reasons else _in_row(cells, head)
        elif number not in told and not head.tells:
            found_at = None
        else:
            found_at = _in_row(line.split("|"), head)
        at = number
        if (found_at := found_at or found.get(number)) is None and number in told and head is None:
            at = number - 1 if number < 2 or lines[number - 1].strip() else number - 2
            found_at = name_above(lines[at], line) if at > last else None
        if found_at:
            start, name = found_at
            place, last = reading.lines[at] + start, number
            yield Span(place, _end_of(name, reading.text, place), name[0] + "*" * (len(name) - 1))


def _end_of(name: str, text: str, place: int) -> int:
    """Where a name ends that begins at `place`: blanks between its characters belong to it."""
    for _ in re.sub(r"\s", "", name):
        while text[place : place + 1] in (" ", "\u3000"):
            place += 1
        place += 1
    return place


def _lines_that_tell(reading: NormalizedText, text: str) -> frozenset[int]:
    """The numbers of the lines with anything that may have befallen somebody; most lines have nothing."""
    places = (places_of_conditions(text), places_of_cases(text))
    return frozenset(map(reading.line_of, chain.from_iterable(places)))


def _in_row(cells: Sequence[str], head: Head) -> tuple[int, str] | None:
    reasons = {
        index
        for index, cell in enumerate(cells)
        if (tells_of_person(cell) and not _is_activity(cell) and index not in head.duties)
        or (index in head.reasons and not _NOTHING.fullmatch(cell.strip()))
        or (index in head.absences and re.search("[1-9]", cell))
    }
    if not reasons:
        return _in_cells(cells, head)
    for index, cell in enumerate(cells):
        if index in head.doers:
            continue
        written = cell.strip(" *_\t\u3000")
        if is_name(written) or (index in head.names and _could_be_name(written)):
            if reasons - {index}:
                return _moved((cell.index(written), written), _offset(cells, index))
        elif index in reasons and (inside := _named(cell)):
            return _moved(inside, _offset(cells, index))
    return _in_cells(cells, head)


def _in_cells(cells: Sequence[str], head: Head) -> tuple[int, str] | None:
    """A sentence in a cell."""
    for index, cell in enumerate(cells):
        if (
            index not in head.duties | head.doers
            and tells_condition(cell)
            and (inside := person_in_sentence(cell))
        ):
            return _moved(inside, _offset(cells, index))
    return None


def _is_activity(cell: str) -> bool:
    return bool(_ACTING.search(cell) or HELPING.search(cell))


def _offset(cells: Sequence[str], index: int) -> int:
    return sum(len(cell) + 1 for cell in cells[:index])


def _could_be_name(written: str) -> bool:
    """Below a head that says so, any two to four characters are a name, whatever the surname."""
    return (
        bool(
            re.fullmatch(
                r"[\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff]){1,3}|[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,8}",
                written,
            )
        )
        and "某" not in written
        and not _KIND_OF_PEOPLE.search(written)
    )


def _in_line_without_emphasis(line: str) -> tuple[int, str] | None:
    """The name with its place in `line`, though a word or the name itself is set in bold."""
    # A mask is no emphasis: 王**.
    bare = line.replace("**", "") if line.count("**") % 2 == 0 else line
    found = _in_line(bare)
    if found is None or bare == line:
        return found
    place = line.find(found[1])
    return (place, found[1]) if place >= 0 else (0, line[: len(found[1])])


def _in_line(line: str) -> tuple[int, str] | None:
    """What a line says that is no table's row."""
    line = without_works(line)
    if found := in_label(line):
        return found
    return (
        _in_item(line)
        or _in_entry(line)
        or _in_list(line)
        or _named(line)
        or person_in_sentence(line)
        or _in_words(line)
    )


def _in_words(line: str) -> tuple[int, str] | None:
    """An item of a plan names who does what it says; other short lines are titles, names of files, heads."""
    return None if _HEAD_OF_ITEM.fullmatch(line) else in_line_of_words(line)


def _in_item(line: str) -> tuple[int, str] | None:
    item = _HEAD_OF_ITEM.fullmatch(line)
    if item is None or not tells_condition(item["text"]):
        return None
    start = item.start("text")
    return _moved(_leading(item["text"]) or _named(item["text"]), start)


def _in_entry(line: str) -> tuple[int, str] | None:
    """A line that begins with a name and a colon or bracket is an entry of a list, with or without a mark before it."""
    return _leading(line) if _ENTRY.match(line) else None


def _in_list(line: str) -> tuple[int, str] | None:
    """An entry of a list that goes on in one line: 慰问名单：王丽，癌；李红，骨折."""
    for found in () if _CONSULTING.search(line) else _IN_LIST.finditer(line):
        if may_be_called(found["name"]) and _tells_reason(found["reason"]):
            return found.start("name"), found["name"]
    return None


def _tells_reason(written: str) -> bool:
    """Whether what stands behind a name is what befell it, and not what the person does for others."""
    return tells_of_person(written, groups=True) and not (
        _ACTING.search(written) or _OF_DOCTORS.search(written)
    )


def _moved(found: tuple[int, str] | None, by: int) -> tuple[int, str] | None:
    return found and (found[0] + by, found[1])


def _leading(text: str) -> tuple[int, str] | None:
    """The name that an item begins with, when its first sentence says a reason and not what the person does."""
    bare = text.lstrip("*_ ")
    for length in _LENGTHS:
        after = _AFTER_NAME.match(bare, length)
        if after and is_name(bare[:length]):
            sentence = _BREAK.split(after["rest"])[0]
            reason = min((told.start for told in conditions_in(sentence)), default=None)
            if reason is not None and not _ACTING.search(sentence) and not ACTS.search(sentence, 0, reason):
                return len(text) - len(bare), bare[:length]
    return None


def _named(text: str) -> tuple[int, str] | None:
    """A name with its reason in brackets, or behind 困难职工：."""
    for found in () if _CONSULTING.search(text) else _BRACKETED.finditer(text):
        if _tells_reason(found["reason"]):
            for length in _LENGTHS:
                name = found["name"][-length:]
                start = found.end("name") - len(name)
                if is_name(name) and (name[0] in COMMON_SURNAMES or not _GOES_ON.search(text[:start])):
                    return start, name
    for found in _CALLED.finditer(text):
        first = re.split(r"[、，,；;\s]", found["names"])[0]
        label = text[found.start() : found.start("names")]
        if is_name(first) and not (
            _ACTING.search(label) or HELPING.search(label) or _OF_OFFICE.search(label)
        ):
            return found.start("names"), first
    return None
