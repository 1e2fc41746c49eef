"""Forms filled in line by line: a name behind 姓名： and, a few lines off, what is wrong behind 困难类别：."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from noticeboard.patterns import pattern_of
from noticeboard.privacy.conditions import tells_condition
from noticeboard.privacy.person_names import begins_word, is_name, likeness, may_be_name

_FIELD = pattern_of(
    r"[\s>*+-]*(?:\*\*)?(?P<label>[\u4e00-\u9fff（）()]{2,10})(?:\*\*)?(?:\s*[：:]\s*|\s+)(?:\*\*)?\s*(?:[\u4e00-\u9fff0-9]{2,8}[班组部科室处队院系厂站店园所间心]\s+)?(?P<value>[^\s，。；、（(*]+).*"
)
_PART = pattern_of(r"[^；;。，,\t]+")
"""Fields may follow each other in one line."""
_CELL = pattern_of(r"(?<=\|)[\s*]*([^|\s*]*)[^|]*")
_PERSON = pattern_of(
    r"(?:职工|教师|会员|本人|患者|申请人|受助人|户主|逝者|死者|伤者|受处分人|公示对象|当事人|当事职工)?(?:姓名|名字)|申请人|受助人|受助职工|困难职工|患者|(?:帮扶|救助|慰问|资助|补助|走访|看望|探望)(?:对象|人员|职工)|对象|当事人|[男女]方|职工|教师|员工|会员"
)
_REASON = pattern_of(
    r"(?:致?困难?|致贫|申请|救助|补助|帮扶|慰问|资助|患病|健康|身体|家庭|残疾|信访|诉求|处分|处理)(?:的)?(?:类别|类型|原因|理由|事由|缘由|情况|状况|困难|等级|程度|内容)|(?:所?患)?(?:疾病|病种|病名|病情)(?:名称|诊断)?|诊断(?:结果)?"
)
_NOTHING = pattern_of(
    r"[无否/／—–\-_]+|良好|正常|健康|一般|没有|见附件|略|本人签[字名]|（?签[字名]|请?填写?.*|[0-9].*"
)
_VAGUE = ("事由", "原因", "情况")
"""What stands behind them tells whether it befell somebody."""
_NEAR = 8
_SHORT = 24
"""A longer line without a colon is no field."""


def names_in_forms(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Each name of a form that says what is wrong: the number of its line, where it begins in it, and the name."""
    if not any(map(_PERSON.search, lines)):
        return
    person: tuple[int, int, str] | None = None
    reason = -_NEAR
    for number, line in enumerate(lines):
        for label, start, value in _fields(line):
            if _PERSON.fullmatch(label) and (is_name(value) or _is_labelled(value)):
                person = number, start, value
            elif (_REASON.fullmatch(label) and not _NOTHING.fullmatch(value)) or (
                label in _VAGUE and tells_condition(value)
            ):
                reason = number
        if person and abs(person[0] - reason) < _NEAR:
            yield person
            person, reason = None, -_NEAR


def _is_labelled(value: str) -> bool:
    """Whether a word that a label calls a person may be one, however rare the surname."""
    return may_be_name(value) and not begins_word(value) and likeness(value) > 0


def _fields(line: str) -> Iterator[tuple[str, int, str]]:
    """Each label of a line, where its value begins, and the value's first word; in a table's row a value is the next cell."""
    if line.startswith("|"):
        cells = list(_CELL.finditer(line))
        for label, value in pairwise(cells):
            yield label[1], value.start(1), value[1]
        return
    if len(line) > _SHORT and not ("：" in line or ":" in line):
        return
    for part in _PART.finditer(line):
        if field := _FIELD.fullmatch(part[0]):
            yield field["label"], part.start() + field.start("value"), field["value"]
