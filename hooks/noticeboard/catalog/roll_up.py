"""The figures of units added up to the units above them (SPECIFICATION section 15)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.periods import Span, shape_of, span_of
from noticeboard.catalog.same_activities import words_of
from noticeboard.content.documents import Summary
from noticeboard.content.quantities.amounts import Amount
from noticeboard.content.settings.board_settings import Unit
from noticeboard.times import Period, PeriodKind


@dataclass(frozen=True, slots=True)
class RolledUp:
    """One figure of one period, of a unit and of those below it."""

    period: Period
    name: str
    own: Amount | None
    """What the unit itself reports: that may hold what those below it did."""
    parts: tuple[tuple[Unit, Decimal], ...]
    """What each child reports, or those below it together."""
    unit: str
    """What it is counted in."""
    approximate: bool

    @property
    def total(self) -> Decimal:
        """Of the children; what the unit itself reports is not in it."""
        return sum((number for _, number in self.parts), Decimal(0))


_Key = tuple[str, tuple[str, str]]
_Figures = Mapping[_Key, Amount]


def rolled_up(catalog: Catalog, unit: Unit) -> tuple[RolledUp, ...]:
    """The figures that units below `unit` report, of the newest period of each kind; shares and 每人 cannot be added."""
    if not unit.children:
        return ()
    figures = _by_span(catalog)
    newest = _newest_spans(catalog, unit)
    return tuple(
        found for period in newest for found in _of_span(catalog, unit, period, figures[span_of(period)])
    )


def _by_span(catalog: Catalog) -> Mapping[Span, Mapping[str, _Figures]]:
    """Period → unit → its figures; the newest summary tells first."""
    found: dict[Span, dict[str, dict[_Key, Amount]]] = defaultdict(lambda: defaultdict(dict))
    for summary in catalog.of_type(Summary):
        if summary.date <= catalog.today:
            for amount in summary.results:
                key = words_of(amount.name), amount.measure
                found[span_of(summary.period)][summary.unit].setdefault(key, amount)
    return found


def _newest_spans(catalog: Catalog, unit: Unit) -> list[Period]:
    below = set(catalog.settings.below(unit))
    newest: dict[object, Period] = {}
    for summary in catalog.of_type(Summary):
        period = summary.period
        if summary.unit in below and period.kind is not PeriodKind.MONTH and summary.date <= catalog.today:
            known = newest.setdefault(shape_of(period), period)
            if known.start < period.start:
                newest[shape_of(period)] = period
    return sorted(
        newest.values(), key=lambda period: (-period.end.year, -period.end.number, -len(period.months))
    )


def _of_span(
    catalog: Catalog, unit: Unit, period: Period, figures: Mapping[str, _Figures]
) -> Iterator[RolledUp]:
    keys = dict.fromkeys(
        key
        for name in catalog.settings.below(unit)
        for key in figures.get(name, {})
        if not key[1][1] and key[1][0] != "%"
    )
    for key in keys:
        own = figures.get(unit.name, {}).get(key)
        parts = tuple(
            (catalog.units[child], total)
            for child in unit.children
            if (total := _total(catalog, child, key, figures)) is not None
        )
        named = next(
            figures[name][key] for name in catalog.settings.below(unit) if key in figures.get(name, {})
        )
        about = any(
            figures[name][key].approximate
            for name in catalog.settings.below(unit)
            if key in figures.get(name, {})
        )
        if parts:
            yield RolledUp(period, named.name, own, parts, named.unit, about)


def _total(catalog: Catalog, name: str, key: _Key, figures: Mapping[str, _Figures]) -> Decimal | None:
    """What a unit reports, else what those below it report together; None where nobody does."""
    own = figures.get(name, {}).get(key)
    if own is not None and own.number is not None:
        return own.number
    parts = [_total(catalog, child, key, figures) for child in catalog.units[name].children]
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if known else None
