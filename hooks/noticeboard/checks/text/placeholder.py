"""What a template left to be filled in, and nobody did."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, is_in_dated_field, line_of, matches_outside_code
from noticeboard.content.documents import Document, Plan, Summary
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level
from noticeboard.times import Context, read_leading

_UNITS = (
    "年|月|日|届|次|期|街道|镇|乡|村|社区|学校|小学|中学|单位|公司|工会|同志|老师|人|元|名|户|份|市|县|区|省"
)
_PLACEHOLDER = pattern_of(
    r"(?<![0-9A-Za-z])[12][0-9Oo○〇](?:[0-9]?[xX×ｘＸ*＊？?_＿]{1,2}|[xX×ｘＸ*＊？?_＿][0-9])\s?(?=年|[-/.][0-9xX×]|〕|】|\]|学年)"
    rf"|(?<![0-9A-Za-z×*])(?:[xｘ]{{2,4}}|[XＸ]{{2,4}}|×{{2,4}}|[*＊]{{2,4}}(?![^*\n]*\*\*)|[○〇]{{2,4}})(?={_UNITS})"
    rf"|(?<![0-9A-Za-z×])[xXｘＸ×](?=月[xXｘＸ×]日|月份|年[xXｘＸ×])|(?<=[xXｘＸ×]月)[xXｘＸ×](?=日)"
    rf"|(?<![_＿])(?:_{{2,}}|＿{{2,}})(?={_UNITS})"
    rf"|(?<![0-9A-Za-z年月日号点时～~])[~～](?=年(?!月))"
    r"|[（(【](?:请?填写|此处填写|待填|填写?[^）)】\n]{1,10}|写一段[^）)】\n]{0,200})[）)】]"
)
_BLANK = pattern_of(r"[xX×ｘＸ*＊_＿○〇0-9Oo]\\?[xX×ｘＸ*＊？?_＿○〇]|[~～]年|[xX×ｘＸ][年月]")
_TO_WRITE = ("填", "写一段")
"""A quick look: every placeholder has a blank or one of these words."""
_FORM = pattern_of(r"签名|签字|盖章|回执|填表|姓名|电话")
_BOLD = pattern_of(r"__(?=\S)[^_\n]*[^_\s]__")
_READ_AS_TIME = pattern_of(r"[ \t\u3000]*(?:#+|[-*+]|[0-9]+[.、）)])[ \t\u3000]*(?:\[.?\]\s*)?")

_NEAR = 1
"""Blanks with no more between them, ``__年__月``, are one place."""
_FAR = 200
"""Behind so many characters nothing begins a line."""


@document_check("placeholder", Level.ERROR)
def placeholder(document: Document, context: CheckContext) -> Iterator[Finding]:
    if document.draft or not (
        _BLANK.search(document.text) or any(word in document.text for word in _TO_WRITE)
    ):
        return
    reported_to = -_NEAR - 1
    meant: set[tuple[int, bool]] = set()
    for found in matches_outside_code(document, _PLACEHOLDER):
        place = finding_at(document, found.start(), "", "")
        # Whole lines are looked at once, not for every blank in them.
        kind = (place.line, _is_line(found[0]))
        if found.start() <= reported_to + _NEAR:
            reported_to = found.end()
            continue
        if kind in meant or is_in_dated_field(document, found.start()):
            continue
        line = line_of(document.text, found.start())
        if _is_line(found[0]) and _is_meant(line):
            meant.add(kind)
            continue
        if (
            place.column < _FAR
            and isinstance(document, Plan | Summary)
            and _is_reported_as_time(line, place, document)
        ):
            continue
        reported_to = found.end()
        shown = document.text[found.start() : found.end() + 2].partition("\n")[0]
        yield finding_at(document, found.start(), f"“{shown}”没有填。", "请对照原件填上。")


def _is_line(written: str) -> bool:
    return "_" in written or "＿" in written


def _is_meant(line: str) -> bool:
    """Blanks of a form to print, and words in bold (``__全体人员__``)."""
    return _FORM.search(line) is not None or any(
        not set(bold[0].strip("_")) <= set("年月日") for bold in _BOLD.finditer(line)
    )


def _is_reported_as_time(line: str, place: Finding, document: Plan | Summary) -> bool:
    """Whether the reader of times tells of it: 20XX年3月8日, but not 20XX年我们, and nothing that an activity keeps as text."""
    lead = _READ_AS_TIME.match(line)
    if lead is None or lead.end() != place.column - 1:
        return False
    rest = line[lead.end() :]
    if any(item.line == place.line and item.text[:3] == rest[:3] for item in document.activities):
        return False
    time = read_leading(rest, Context(document.period))
    return time is not None and bool(time.faults)
