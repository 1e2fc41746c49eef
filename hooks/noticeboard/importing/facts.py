"""What a document says of itself: its type, unit, day and period. Nothing is guessed: what no word says stays open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from noticeboard.content.notice_period import read_notice_period
from noticeboard.content.settings.board_settings import Settings
from noticeboard.importing.draft import DraftDocument
from noticeboard.markup.body import read_body
from noticeboard.markup.nodes import Label, Paragraph, Signature
from noticeboard.markup.plain import written_lines
from noticeboard.problems import Fault
from noticeboard.times import Period, read_date, read_period

_KINDS = (
    ("proposal", re.compile(r"提案(?!.*(?:总结|通知|公示|公开|情况))")),
    ("summary", re.compile(r"(?:总结|小结)(?:报告)?(?:[（(].{1,20}[）)])?$")),
    ("disclosure", re.compile(r"(?:公示|公开)(?:[（(].{1,20}[）)])?$")),
    ("notice", re.compile(r"(?:通知|通告|公告|倡议书?)(?:[（(].{1,20}[）)])?$")),
    (
        "register",
        re.compile(
            r"(?:合同|协议书?|保险单|保单|台账|荣誉|光荣榜|竞赛(?:结果|成绩))(?:表|册|一览表?)?(?:[（(].{1,20}[）)])?$"
        ),
    ),
    ("plan", re.compile(r"(?:计划|工作要点|工作安排|活动安排)(?:表)?(?:[（(].{1,20}[）)])?$")),
)
_SAMPLE = re.compile(r"(?:范文|范本|模板)[0-9一二三四五六七八九十]{0,2}$")
_CLASS = re.compile(r"集体合同|劳动合同|合同|协议|保险|保单|荣誉|光荣榜|竞赛")
_CLASSES = {"保单": "保险", "光荣榜": "荣誉"}
"""The 种类 that a word of a title means, where it is another word."""
_YEAR = r"20[0-9]{2}"
_DASH = r"\s*[-—–－~～至到]{1,2}\s*"
_PERIODS = (
    re.compile(rf"{_YEAR}\s*年?{_DASH}(?:20)?[0-9]{{2}}\s*年?\s*学年度?\s*(?:第?\s*[一二上下12]\s*学期)?"),
    re.compile(rf"{_YEAR}\s*学年度?\s*(?:第?\s*[一二上下12]\s*学期)?"),
    re.compile(rf"{_YEAR}\s*年\s*[0-9]{{1,2}}\s*月{_DASH}(?:{_YEAR}\s*年|次年|明年)?\s*[0-9]{{1,2}}\s*月"),
    re.compile(rf"{_YEAR}\s*年度?\s*(?:[上下]半年|第?\s*[一二三四1-4]\s*季度)"),
    re.compile(
        rf"{_YEAR}\s*年\s*(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*月份?(?!\s*[0-9一二三四五六七八九十])"
    ),
    re.compile(rf"{_YEAR}\s*年(?:度)?(?!\s*[春秋]|\s*第?[一二上下]?学期)"),
)
_TERM = re.compile(rf"({_YEAR})\s*年?\s*([春秋])季?\s*(?:学期)?")
_CHINESE_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_CHINESE_DAY = re.compile(r"[一二][〇○零0-9一二三四五六七八九]{3}年")
_DAY = re.compile(
    r"(?:日期[：:]\s*)?((?:20|19)[0-9]{2}\s*(?:年|[-./])\s*[0-9一二三四五六七八九十]{1,3}\s*(?:月|[-./])\s*[0-9一二三四五六七八九十]{1,3}\s*日?)"
)
_BELOW_TITLE = re.compile(r"[（(]?\s*((?:20|19)[0-9]{2}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日)\s*[）)]?")
_NOTICE = re.compile(
    r"公示(?:期限?|时间|日期)(?:为|是|[：:]|自|从)*((?:20[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日(?:起)?(?:至|到|[-—–－~～]{1,2})(?:20[0-9]{2}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日|[0-9]{1,2}个工作日)"
)


@dataclass(frozen=True, slots=True)
class _Signed:
    """Who signed, and when."""

    issuer: str
    day: str


def facts_of(part: DraftDocument, settings: Settings) -> Mapping[str, str]:
    """Field name → value as officers type it, for `type`, `title`, `unit`, `date`, `period`, `register_kind`, `notice_period` as far as the text says them."""
    signed = _signed(part.body)
    found = {
        "type": kind_of(part.title),
        "title": part.title,
        "unit": unit_of(f"{signed.issuer}\n{part.title}", settings),
        "date": signed.day,
        "period": period_of(part.title),
    }
    if found["type"] == "disclosure" and (notice := _notice_period(part.body, signed.day)):
        found["notice_period"] = notice
    if found["type"] == "register" and (named := _CLASS.search(part.title)):
        found["register_kind"] = _CLASSES.get(named[0], named[0])
    return {name: value for name, value in found.items() if value}


def _notice_period(body: str, day: str) -> str:
    """The days on which one can object, where a text names them once: 公示期为2026年1月5日至1月9日."""
    found = {days[1] for days in _NOTICE.finditer(re.sub(r"\s", "", body))}
    written = found.pop() if len(found) == 1 else ""
    issued = read_date(day)
    period, faults = read_notice_period(written, None if isinstance(issued, Fault) else issued)
    return written if period and not faults else ""


def kind_of(title: str) -> str:
    """The type that the title's last word names, in English; empty where it names none."""
    named = _SAMPLE.sub("", title.strip())
    return next((kind for kind, rule in _KINDS if rule.search(named)), "")


def period_of(title: str) -> str:
    """The period that a title names: 2026年, 2025—2026学年第一学期. 2026年春季学期 is the second term."""
    if term := _TERM.search(title):
        year = int(term[1])
        first = year - 1 if term[2] == "春" else year
        return f"{first}—{first + 1}学年第{'二' if term[2] == '春' else '一'}学期" if "学期" in title else ""
    for rule in _PERIODS:
        found = rule.search(title)
        if found and isinstance(read_period(found[0]), Period):
            return " ".join(found[0].split())
    return ""


def period_in(year: str, values: Mapping[str, str], title: str) -> str:
    """The period that `year`, which somebody gave, makes of what the title says; empty where it leaves it as it is.

    A title that speaks of a school year or a term has a period of its own, which a year alone does not settle.
    """
    has_year = year in values.get("period", "")
    return "" if not year or has_year or re.search("学年|学期", title) else f"{year}年"


def unit_of(text: str, settings: Settings) -> str:
    """The unit that a text names by its whole name, the longest of them; the only one of a board that has one."""
    names = [unit.name for unit in settings.all_units]
    if len(names) == 1:
        return names[0]
    named = [name for name in names if name in text]
    longest = max(named, key=len, default="")
    # 晨光小学工会 stands in 晨光小学工会东校区分会 too; two that do not hold each other leave it open.
    return longest if all(name in longest for name in named) else ""


def _signed(body: str) -> _Signed:
    """The signature at the end; the day may also stand in brackets right below the title."""
    issuer = day = ""
    lines = list(_signature(body))
    for line in lines:
        found = _day_in(line)
        day = found or day
        if not found or _DAY.sub("", line.translate(_CHINESE_DIGITS)).strip():
            issuer = issuer or line
    return _Signed(issuer, day or _day_below_title(body))


def _signature(body: str) -> Iterator[str]:
    for block in read_body(body).blocks:
        if isinstance(block, Signature):
            for _, _, text in written_lines(block.parts):
                yield text.strip()


def _day_below_title(body: str) -> str:
    first = next(iter(read_body(body).blocks), None)
    text = (
        "".join(line for _, _, line in written_lines(first.parts))
        if isinstance(first, Paragraph | Label)
        else ""
    )
    found = _BELOW_TITLE.fullmatch(text.strip())
    return _iso(found[1]) if found else ""


def _day_in(line: str) -> str:
    """The day of a line, written out in whatever numbers: 2026-01-10."""
    plain = _CHINESE_DAY.sub(lambda year: year[0].translate(_CHINESE_DIGITS), line)
    found = _DAY.search(plain)
    return _iso(found[1]) if found else ""


def _iso(written: str) -> str:
    day = read_date("".join(written.split()))
    return "" if isinstance(day, Fault) else day.isoformat()
