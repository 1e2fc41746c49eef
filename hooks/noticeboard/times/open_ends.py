"""What 前, 起, 后 and 左右 make of a time (SPECIFICATION section 3, rule 10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from noticeboard.problems import Fault
from noticeboard.times import faults
from noticeboard.times.bounds import Bound
from noticeboard.times.months import Month
from noticeboard.times.phrases import Dates, Holiday, Phrase, Reach, Stretch
from noticeboard.times.resolved import Resolved
from noticeboard.times.time import Context, Precision, Time

_VACATIONS = frozenset({Reach.WINTER, Reach.SUMMER, Reach.VACATIONS})


def bounded(resolved: Resolved, phrase: Phrase, text: str, context: Context) -> Resolved:
    """`resolved` with what the word beside the time says; a deadline gets its last day."""
    time = resolved.time
    if time is None or phrase.bound is None or resolved.end is not None:
        # 12月元旦前: where the month wins, 元旦前 is left in the title and bounds nothing.
        return resolved
    time = replace(time, bound=phrase.bound)
    if phrase.bound is not Bound.BEFORE or time.precision is Precision.RECURRING or not time.months:
        return replace(resolved, time=time)
    match phrase.what:
        case Holiday() as holiday:
            return replace(resolved, time=_before_festival(time, holiday, context))
        case Dates() as dates if not dates.are_months:
            return replace(resolved, time=replace(time, deadline=time.end))
        case Stretch(reach=Reach.YEAR | Reach.SCHOOL):
            return replace(resolved, time=replace(time, deadline=time.months[-1].last))
        case Stretch() | Dates():
            return _before_months(resolved, time, phrase, text, context)
    return replace(resolved, time=replace(time, deadline=time.end))


def _before_festival(time: Time, holiday: Holiday, context: Context) -> Time:
    """春节前 is in the festival's month and no later than its day.

    Where that month follows the period, or begins it, the month before the festival is meant: 元旦前 is in December.
    """
    days = [festival.on(month.year) for month in time.months for festival in holiday.festivals]
    day = min(day for day in days if Month.of(day) in time.months)
    period = context.period
    if period is not None and day == period.start.first and holiday.year is None:
        day = min(festival.on(day.year + 1) for festival in holiday.festivals)
    before = Month.of(day).plus(-1)
    if period is None or Month.of(day) in period or before not in period:
        return replace(time, deadline=day)
    return replace(time, precision=Precision.MONTH, months=(before,), deadline=before.last)


def _before_months(resolved: Resolved, time: Time, phrase: Phrase, text: str, context: Context) -> Resolved:
    """暑假前 and 第二季度前 end before the first of their months begins, where that is in the document's period."""
    first, section = time.months[0], context.section
    before = first.plus(-1)
    in_section = section.months if section and section.precision.is_month_like else ()
    if isinstance(phrase.what, Stretch) and in_section and in_section[-1] in (before, first):
        # 寒假前 below 一月 is in January.
        return replace(resolved, time=section, end=phrase.start)
    is_inside = context.period is None or before in context.period
    if in_section and before not in in_section and first in in_section:
        is_inside = False
    if is_inside or _is_vacation(phrase):
        month = before if is_inside else first
        time = replace(time, precision=Precision.MONTH, months=(month,))
    deadline = time.months[-1].last
    doubt = _doubt(phrase, text, deadline)
    return replace(resolved, time=replace(time, deadline=deadline), faults=(*resolved.faults, *doubt))


def _is_vacation(phrase: Phrase) -> bool:
    return isinstance(phrase.what, Stretch) and phrase.what.reach in _VACATIONS


def _doubt(phrase: Phrase, text: str, deadline: date) -> tuple[Fault, ...]:
    """暑假前 is before it begins; 6月前 and 第二季度前 may include the month."""
    if isinstance(phrase.what, Stretch) and phrase.what.reach in (
        *_VACATIONS,
        Reach.TERM,
        Reach.TERM_BY_NAME,
    ):
        return ()
    return (faults.unclear_deadline(text[phrase.start : phrase.end], deadline, phrase.start),)
