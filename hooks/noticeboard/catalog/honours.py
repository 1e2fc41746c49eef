"""Honours by year and level, and the results of competitions: what registers list (SPECIFICATION section 18)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Register
from noticeboard.content.sections.register_items import RegisterItem
from noticeboard.times import PeriodKind

_LEVELS = (
    "世界|国际",
    "国家|全国|中华",
    "省|自治区|直辖市",
    "市|地区|州",
    "区|县",
    "镇|乡|街道|系统|集团|局",
    "",
)
"""From the highest down; what names none of them, 校级 and 厂级 too, stands last."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An item of a register, with the register."""

    register: Register
    item: RegisterItem


@dataclass(frozen=True, slots=True)
class YearOfHonours:
    """The honours of one year, or school year, the highest level first."""

    title: str
    """2026年, 2025—2026学年."""
    start: date
    honours: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Competition:
    """A register that tells places, in its order."""

    register: Register
    places: tuple[RegisterItem, ...]


def honours_of(catalog: Catalog) -> tuple[YearOfHonours, ...]:
    """All honours by year, the newest year first."""
    years: dict[tuple[date, str], list[Listed]] = {}
    for register in catalog.of_type(Register):
        for item in register.items:
            if item.honour:
                years.setdefault(_year(register, item), []).append(Listed(register, item))
    return tuple(
        YearOfHonours(title, start, tuple(sorted(found, key=_rank)))
        for (start, title), found in sorted(years.items(), reverse=True)
    )


def competitions_of(catalog: Catalog) -> tuple[Competition, ...]:
    """All registers that tell places, the newest first."""
    found = (
        Competition(register, tuple(item for item in register.items if item.place))
        for register in catalog.of_type(Register)
    )
    return tuple(competition for competition in found if competition.places)


def level_rank(level: str) -> int:
    """0 for the highest level; that of what is named first counts: 省级 before 市级."""
    return next(rank for rank, words in enumerate(_LEVELS) if re.search(words, level))


def _year(register: Register, item: RegisterItem) -> tuple[date, str]:
    period = item.year or (register.period if not item.signed else None)
    if period and period.kind in (PeriodKind.YEAR, PeriodKind.SCHOOL_YEAR):
        return period.start.first, period.title
    year = period.start.year if period else (item.signed or register.date).year
    return date(year, 1, 1), f"{year}年"


def _rank(listed: Listed) -> tuple[int, str, int]:
    return level_rank(listed.item.level), listed.register.path, listed.item.line


def counted(years: Iterable[YearOfHonours]) -> int:
    """How many honours there are."""
    return sum(len(year.honours) for year in years)
