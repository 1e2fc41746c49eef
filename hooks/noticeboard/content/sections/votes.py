"""The votes of a session: `- 2026年工会经费预算：赞成 58，反对 1，弃权 2`, or a table (SPECIFICATION section 14)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from noticeboard.content.quantities.shares import Share
from noticeboard.content.quantities.whole_numbers import NUMBER, whole_number
from noticeboard.content.sections.section_lines import SectionLine, lines_of
from noticeboard.markup.body import Body
from noticeboard.patterns import pattern_of

_SECTION = pattern_of(
    r"(?:大会|会议|议案|审议(?:和|及|并|与|、)?|举手|(?:无记名)?投票|无记名)*(?:表决|票决|投票)(?:的|和|及|与|、|情况|结果|事项|内容|票数|统计)*"
)
_WORDS = {
    "for": "赞成|同意|赞同", "against": "反对|不同意|不赞成|否决", "abstain": "弃权|保留意见",
    "invalid": "无效|废票", "present": "实到|参加表决|到会|收回|投票", "expected": "应到",
}  # fmt: skip
_WORD = pattern_of(
    "|".join(rf"(?P<{name}>{words})" for name, words in reversed(_WORDS.items()) if name != "for")
    + rf"|(?<!不)(?P<for>{_WORDS['for']})"
)
_LABELLED = pattern_of(
    rf"(?P<none>无)?(?P<word>不同意|不赞成|{'|'.join(_WORDS.values())})(?:的)?(?:票数|票|人数|代表|有效票)?\s*(?:为|是|有|[:=])?\s*(?P<number>{NUMBER}(?![\d.]))?(?:\s*[票人名张])?"
)
_NUMBERED = pattern_of(
    rf"(?P<number>{NUMBER})\s*[票人名张]?\s*(?P<word>不同意|不赞成|{'|'.join(_WORDS.values())})(?:票|人)?"
)
_BAD_NUMBER = pattern_of(r"(?:赞成|同意|反对|弃权)[^,。;、]{0,4}?(?:[-−]\s*\d|\d+\s*\.\s*\d|\d+\s*%)")
_RESULT = pattern_of(
    r"(?P<failed>未(?:获|能)?通过|不通过|没有通过|未获通过|否决)|(?P<passed>(?:全票|一致|全体一致|鼓掌|举手)?(?:表决)?通过)"
)
_TAIL = pattern_of(r"[\s:：，,、;；（(—-]+$")


@dataclass(frozen=True, slots=True)
class Vote:
    """One matter that was voted on; a number is None where it was not written."""

    subject: str
    line: int
    column: int
    counts: dict[str, int] = field(default_factory=dict)
    """By the keys `for`, `against`, `abstain`, `invalid`, `present`, `expected`."""
    passed: bool | None = None
    """Whether the officer says that it passed; None where nothing is said."""
    fault: str = ""
    """What could not be read, in Chinese."""

    @property
    def cast(self) -> int:
        """All votes that were counted."""
        return sum(self.counts.get(key, 0) for key in ("for", "against", "abstain", "invalid"))


def votes_in(body: Body) -> tuple[Vote, ...]:
    """The votes of all sections of them, those that could not be read too."""
    return tuple(_votes(body))


def has_passed(vote: Vote, rule: Share | None, expected: int | None, present: int | None) -> bool | None:
    """Whether `vote` passed by the settings' rule; None where there is no rule, or a number is missing."""
    if rule is None or "for" not in vote.counts or vote.fault:
        return None
    valid = sum(vote.counts.get(key, 0) for key in ("for", "against", "abstain"))
    whole = {
        "expected": vote.counts.get("expected", expected),
        "present": vote.counts.get("present", present),
        "valid": valid,
    }[rule.base]
    return None if not whole else rule.is_reached(vote.counts["for"], whole)


def _votes(body: Body) -> Iterator[Vote]:
    for line in lines_of(body, _SECTION):
        vote = _of_row(line) if line.cells is not None else _of_text(line)
        if vote is not None:
            yield vote


def _of_row(line: SectionLine) -> Vote | None:
    cells = line.cells or {}
    if re.fullmatch(r"合\s*计|总\s*计|", line.text) and not any(list(cells.values())[1:2]):
        return None
    counts: dict[str, int] = {}
    faults: list[str] = []
    passed = None
    for head, cell in list(cells.items())[1:]:
        found = _WORD.search(unicodedata.normalize("NFKC", head))
        if found and found.lastgroup and cell not in ("", "-", "—", "/"):
            value = whole_number(re.sub(r"\s*[票人名张]$", "", unicodedata.normalize("NFKC", cell)))
            if value is None:
                faults.append(f"“{head}”写的是“{cell}”，不是整数")
            else:
                counts[found.lastgroup] = value
        elif not found and (result := _RESULT.search(cell)):
            passed = bool(result["passed"])
    if "for" not in counts and not faults and passed is None:
        faults.append("没有读到赞成的票数")
    return Vote(line.text, line.line, line.column, counts, passed, "；".join(faults))


def _of_text(line: SectionLine) -> Vote | None:
    text = unicodedata.normalize("NFKC", line.text)
    if _BAD_NUMBER.search(text):
        return Vote(line.text, line.line, line.column, {}, None, "票数应当是整数")
    tokens = _tokens(text)
    has_words = re.search("赞成|反对|弃权", text) is not None
    if line.is_paragraph and not (has_words and tokens):
        return None
    start = tokens[0][0] if tokens else len(text)
    result = _RESULT.search(text, tokens[-1][1] if tokens else 0)
    passed = bool(result["passed"]) if result else None
    if not tokens and result:
        start = result.start()
    subject = _TAIL.sub("", line.text[:start] if len(line.text) == len(text) else text[:start]) or line.text
    counts, fault = _counted(tokens)
    if "for" not in counts and not fault and passed is None:
        fault = "没有读到赞成的票数"
    return Vote(subject.strip(), line.line, line.column, counts, passed, fault)


def _tokens(text: str) -> list[tuple[int, int, str, str, bool]]:
    """Start, end, word, number as written, whether it says 无; numbers stand before all words or behind them."""
    behind = [
        (found.start(), found.end(), found["word"], found["number"] or "", bool(found["none"]))
        for found in _LABELLED.finditer(text)
        if found["number"] or found["none"]
    ]
    before = [
        (found.start(), found.end(), found["word"], found["number"], False)
        for found in _NUMBERED.finditer(text)
    ]
    before += [item for item in behind if before and item[4]]
    bare = [found for found in _LABELLED.finditer(text) if not (found["number"] or found["none"])]
    if before and len(before) >= len(behind) and (not behind or before[0][0] < behind[0][0]):
        return before
    if behind or not bare:
        empty = [(found.start(), found.end(), found["word"], "", False) for found in bare if behind]
        return sorted(behind + [item for item in empty if item[0] > behind[0][0]])
    return [(found.start(), found.end(), found["word"], "", False) for found in bare] if len(bare) > 1 else []


def _counted(tokens: list[tuple[int, int, str, str, bool]]) -> tuple[dict[str, int], str]:
    counts: dict[str, int] = {}
    for _, _, word, number, is_none in tokens:
        name = next(key for key, words in _WORDS.items() if word in words.split("|"))
        value = 0 if is_none else whole_number(number) if number else None
        if value is None:
            return counts, f"“{word}”后面没有数"
        if name in counts:
            return counts, f"“{word}”写了两次"
        counts[name] = value
    return counts, ""
