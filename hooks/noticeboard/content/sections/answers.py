"""What a proposal's text says of its answers and of why it was declined (SPECIFICATION section 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.content.sections.named_sections import labelled, says_something, sections_named
from noticeboard.markup.body import Body
from noticeboard.patterns import pattern_of

_ANSWER = pattern_of(
    r"(?![^:]*(?:未|待|对|请|收到|征求|是否)[^:]*(?:答复|回复))[^,。:;]{0,15}(?:答复|回复)"
    r"(?:意见|内容|情况|全文|结果|如下)*(?:\([^()]*\))?"
)
"""总务处的答复, 二、答复意见; not 提案人对答复的意见, 尚未答复."""
_LINE = pattern_of(rf"(?:{_ANSWER.pattern}):(?P<text>.+)", re.DOTALL)
_REASON = pattern_of(
    rf"(?:(?:提案)?(?:审查|审核|立案)(?:组)?(?:意见|结果|情况|说明|结论)?|(?:不予?立案的?)?(?:理由|原因|说明)|(?:未|不予?)立案(?:情况)?(?:的)?(?:理由|原因|说明)|{_ANSWER.pattern})"
)
_REASON_LINE = pattern_of(rf"(?:{_REASON.pattern}):(?P<text>.+)", re.DOTALL)


def answers_in(body: Body) -> tuple[str, ...]:
    """The texts of the answers, the first one first; those that say nothing yet are left out."""
    return tuple(_texts(body, _ANSWER, _LINE))


def has_reason(body: Body) -> bool:
    """Whether the text says why the proposal was declined."""
    return any(True for _ in _texts(body, _REASON, _REASON_LINE))


def _texts(body: Body, title: re.Pattern[str], line: re.Pattern[str]) -> Iterator[str]:
    found = [(section.line, section.text) for section in sections_named(body, title)]
    for block in body.blocks:
        if said := labelled(block, line):
            found.append((block.line, said["text"]))
    yield from (text for _, text in sorted(found) if says_something(text))
