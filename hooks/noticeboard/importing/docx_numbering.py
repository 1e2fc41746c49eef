"""The automatic numbers of a Word file, as Word shows them (ECMA-376-1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from noticeboard.importing.docx_styles import NumberReference, Styles
from noticeboard.importing.number_formats import written
from noticeboard.importing.xml_tree import XmlElement

LEVELS = 9
_PLACE = re.compile("%([1-9])")
_LARGEST = 999_999_999
_DEEPEST = 5
"""Lists that may take their levels from each other's style."""


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list (17.9.6)."""

    start: int = 0
    form: str = "decimal"
    custom: str = ""
    """The pattern of the form ``custom``."""
    text: str = ""
    """``%1.%2``, in which a number stands for the level's."""
    restart: int | None = None
    """A level's 1-based number at which it begins anew: any deeper than it does not count; 0 for never, None for each."""
    is_legal: bool = False
    """Whether the numbers of all levels are digits here (17.9.4)."""
    style: str = ""
    """The style whose paragraphs stand at this level."""

    @classmethod
    def of(cls, element: XmlElement) -> ListLevel:
        """A level as `w:lvl` declares it (ECMA-376, part 1, section 17.9.6)."""
        # What Word 2007 did not know stands beside what it knew.
        form = element.child("AlternateContent", "Choice", "numFmt") or element.child("numFmt")
        restart = element.value("lvlRestart")
        return cls(
            _whole(element.value("start"), 0),
            form.attributes.get("val", "decimal") if form else "decimal",
            form.attributes.get("format", "") if form else "",
            element.value("lvlText") or "",
            _whole(restart, 0) if restart is not None else None,
            element.is_on("isLgl") or False,
            element.value("pStyle") or "",
        )


@dataclass(frozen=True, slots=True)
class _NumberedList:
    """``w:num``: an abstract list, with what is different in this one."""

    id: str
    abstract: str
    starts: Mapping[int, int]
    levels: Mapping[int, ListLevel]


@dataclass(slots=True)
class Numbering:
    """Counts paragraph by paragraph, from the first to the last."""

    styles: Styles
    abstracts: Mapping[str, Mapping[int, ListLevel]]
    lists: Mapping[str, _NumberedList]
    unknown: set[str] = field(default_factory=set)
    """Forms of numbers that were met and are not known."""
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    """Abstract list → the number that each level stands at; all lists of it count on together."""
    _begun: set[tuple[str, int]] = field(default_factory=set)
    """Lists and levels whose own start was taken."""

    @classmethod
    def of(cls, part: XmlElement, styles: Styles) -> Numbering:
        """All lists of a part numbering.xml (ECMA-376, part 1, section 17.9)."""
        abstracts = {
            element.attributes.get("abstractNumId", ""): element for element in part.each("abstractNum")
        }
        lists = {found.id: found for found in map(_list, part.each("num"))}
        levels = {key: _levels_of(key, abstracts, lists, styles) for key in abstracts}
        return cls(styles, levels, lists)

    def next(self, reference: NumberReference | None, style_id: str) -> tuple[str, int]:
        """The number of the next paragraph, and how deep it stands; empty without one, ``-`` for a bullet.

        `reference` is what the paragraph itself says, `style_id` its style.
        """
        inherited = self.styles.number(style_id)
        list_id = reference.list_id if reference else None
        level = reference.level if reference else None
        if list_id is None and inherited:
            list_id = inherited[0].list_id
        found = self.lists.get(list_id or "")
        if found is None or found.abstract not in self.abstracts:
            return "", 0
        if level is None and inherited and inherited[0].list_id == list_id:
            level = inherited[0].level
        if level is None:
            level = self._level_of_style(found, style_id)
        return self._count(found, level or 0)

    def _level_of_style(self, found: _NumberedList, style_id: str) -> int | None:
        """The level that names the style, or one that it is based on, as its own."""
        levels = self.abstracts[found.abstract]
        for style in self.styles.chain(style_id):
            for level in range(LEVELS):
                if self._level(found, levels, level).style == style.id:
                    return level
        return None

    def _level(self, found: _NumberedList, levels: Mapping[int, ListLevel], level: int) -> ListLevel:
        return found.levels.get(level) or levels.get(level) or ListLevel()

    def _count(self, found: _NumberedList, level: int) -> tuple[str, int]:
        levels = self.abstracts[found.abstract]
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        own = [self._level(found, levels, index) for index in range(LEVELS)]
        self._begin(found, counts, level)
        for index in range(level):
            if counts[index] is None:
                counts[index] = found.starts.get(index, own[index].start)
        before = counts[level]
        counts[level] = (
            found.starts.get(level, own[level].start) if before is None else min(before + 1, _LARGEST)
        )
        for index in range(level + 1, LEVELS):
            restart = own[index].restart
            if restart is None or level < restart:
                counts[index] = None
        return self._shown(own, counts, level), level

    def _begin(self, found: _NumberedList, counts: list[int | None], level: int) -> None:
        """A list with a start of its own begins anew where it is first used."""
        for index in found.starts:
            if index <= level and (found.id, index) not in self._begun:
                self._begun.add((found.id, index))
                counts[index:] = [None] * (LEVELS - index)

    def _shown(self, own: list[ListLevel], counts: list[int | None], level: int) -> str:
        here = own[level]
        if here.form == "bullet":
            return "-"

        def number(found: re.Match[str]) -> str:
            index = int(found[1]) - 1
            form = "decimal" if here.is_legal and own[index].form != "none" else own[index].form
            count = counts[index]
            return self._written(own[index].start if count is None else count, form, own[index].custom)

        return _PLACE.sub(number, here.text).strip()

    def _written(self, number: int, form: str, custom: str) -> str:
        shown = written(number, form, custom)
        if shown is None:
            self.unknown.add(form)
        return str(number) if shown is None else shown


def _list(element: XmlElement) -> _NumberedList:
    starts: dict[int, int] = {}
    levels: dict[int, ListLevel] = {}
    for override in element.each("lvlOverride"):
        index = _whole(override.attributes.get("ilvl"), 0)
        if (start := override.value("startOverride")) is not None:
            starts[index] = _whole(start, 0)
        if (own := override.child("lvl")) is not None:
            levels[index] = ListLevel.of(own)
    return _NumberedList(
        element.attributes.get("numId", ""), element.value("abstractNumId") or "", starts, levels
    )


def _levels_of(
    key: str, abstracts: Mapping[str, XmlElement], lists: Mapping[str, _NumberedList], styles: Styles
) -> Mapping[int, ListLevel]:
    """The levels of an abstract list, which may be those of the list of a style (17.9.21)."""
    for _ in range(_DEEPEST):
        element = abstracts.get(key, XmlElement(""))
        link = element.value("numStyleLink")
        reference = styles.number(link) if link else None
        linked = lists.get(reference[0].list_id or "") if reference else None
        if linked is None:
            return {
                _whole(level.attributes.get("ilvl"), 0): ListLevel.of(level) for level in element.each("lvl")
            }
        key = linked.abstract
    return {}


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isascii() and value.isdecimal() and len(value) < 10 else otherwise
