"""A notice that says in its text until when one can sign up, and has no 截止 by which readers are reminded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at
from noticeboard.content.documents import Document, Notice
from noticeboard.content.quantities.due_days import read_due
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level
from noticeboard.times.numerals import GAP, NUMBER, fold, number

_DAY = rf"(?:(?:\d{{4}}{GAP}年|[今明]年)?{GAP}{NUMBER}{GAP}月(?:份)?{GAP}{NUMBER}{GAP}[日号]|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}})"
_NEAR_DAY = rf"(?:(?:本月|当月|这个月|(?<=[请于在])){GAP}{NUMBER}{GAP}[日号]|(?<![月\d]){NUMBER}{GAP}号|[本这下]个?(?:周|星期|礼拜)[一二三四五六日天])"
"""A day that only the notice's own tells: 本月20日, 20号, 下周三. 3日前 may be three days ago."""
_WEEKDAY = r"(?:[ ]?\((?:周|星期|礼拜)[一二三四五六日天]\)|[ ]?(?:周|星期)[一二三四五六日天])?(?:[ ]?\(含(?:当[日天])?\))?"


def _clock_at(place: int) -> str:
    return (
        rf"(?:{GAP}(?P<half{place}>上午|中午|下午|傍晚|晚上?)?{GAP}(?P<hour{place}>{NUMBER})"
        rf"{GAP}[:时点](?P<minute{place}>半|\d{{2}}|{NUMBER})?(?:分|整)?)?"
    )


_ASKED = "(?:报名|报送|报到?表|回复|回执|提交|上交|交表|征集|征求意见|申报|申请|登记|反馈|填报|填写|问卷|缴费|投稿|推荐)"
_BEFORE = r"(?:下班|放学|午饭)?(?:之前|以前|前(?![期夕后来往面列者两三]))(?!的)"
_FOUND = pattern_of(
    # 12月11日17:00前, 11月20日截止
    rf"(?P<day1>{_DAY}|{_NEAR_DAY}){_WEEKDAY}{_clock_at(1)}{GAP}(?:{_BEFORE}|截止|止(?=[。;,)\s]|$|{_ASKED}))"
    # 报送截止时间为12月18日, 截至11月20日下午5点
    rf"|截[止至](?:报名)?(?:时间|日期|日)?[为是在到至于:]{{0,2}}{GAP}(?P<day2>{_DAY}){_WEEKDAY}{_clock_at(2)}"
    # 报名:11月10日至11月20日17:00
    rf"|{_ASKED}(?:时间|日期|期限)?[为是:]{GAP}(?:[自从]?{_DAY}{_WEEKDAY}{_clock_at(4)}{GAP}(?:至|到|-){GAP})"
    rf"(?P<day3>{_DAY}){_WEEKDAY}{_clock_at(3)}"
    # 问卷填写到11月20日结束
    rf"|{_ASKED}[^。;\n]{{0,12}}?[到至]{GAP}(?P<day4>{_DAY}){_WEEKDAY}{_clock_at(5)}{GAP}(?:为止|结束)"
    # 参赛名单最晚11月20日交
    rf"|(?:最晚|最迟|不晚于|不迟于){GAP}(?:于|在)?{GAP}(?P<day5>{_DAY}){_WEEKDAY}{_clock_at(6)}",
    re.MULTILINE,
)
_OURS = pattern_of(
    r"[^,。;\n]{0,8}(?:已经?(?:结束|截止)|答复|公布|公开|公示|完成|到位|兑现|办结|整改|发放|送达|开放|通车|竣工)"
)
"""What the union or the school is to do by a day, and nobody else."""
_FARTHEST = 200
"""Days to a deadline; what lies behind is the day of something else, or of last year."""


@document_check("deadline-in-text", Level.NOTICE)
def deadline_in_text(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Notice) or document.deadline is not None or document.is_reply:
        return
    # Of a notice with errors the date may be missing.
    if document.date is None:
        return
    text = fold(document.text)
    for found in _FOUND.finditer(text, len(document.head)):
        until = "" if _OURS.match(text, found.end()) else _until(found, document.date)
        if until:
            message = f"正文里写着“{document.text[found.start() : found.end()].strip()}”，开头没有写“截止”，首页和日历不会提醒大家。"
            yield finding_at(
                document, found.start(), message, f"是报名、回复的期限，请在开头加一行“截止: {until}”。"
            )
            return


def _until(found: re.Match[str], since: date) -> str:
    """The 截止 to write; empty where the day is none to come."""
    place = next(place for place in "12345" if found[f"day{place}"])
    day = _near_day(found[f"day{place}"], since) or read_due(found[f"day{place}"], since)
    if day is None or not 0 <= (day - since).days <= _FARTHEST:
        return ""
    at = {"4": 5, "5": 6}.get(place, place)
    clock = _clock(found[f"half{at}"], found[f"hour{at}"], found[f"minute{at}"])
    return f"{day.isoformat()}{clock}"


def _near_day(written: str, since: date) -> date | None:
    """The day of 下周三, 本月20日 or 20号 for a notice of the day `since`; None for what says its month."""
    if found := _IN_WEEK.fullmatch(written):
        monday = since - timedelta(days=since.weekday() - (7 if written.startswith("下") else 0))
        return monday + timedelta(days="一二三四五六日".index(found["day"].replace("天", "日")))
    if (found := _IN_MONTH.fullmatch(written)) is None:
        return None
    try:
        return since.replace(day=number(found["day"]))
    except ValueError:
        return None


_IN_WEEK = pattern_of(r"[本这下]个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_IN_MONTH = pattern_of(rf"(?:本月|当月|这个月)?{GAP}(?P<day>{NUMBER}){GAP}[日号]")


def _clock(half: str | None, hour: str | None, minute: str | None) -> str:
    """`` 17:00``; empty without an hour, or with one that no clock shows."""
    if hour is None:
        return ""
    hours = number(hour)
    minutes = (
        30 if minute == "半" else number(minute) if minute and not minute.isdigit() else int(minute or 0)
    )
    if half and half[0] in "下傍晚" and hours < 12:
        hours += 12
    return f" {hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else ""
