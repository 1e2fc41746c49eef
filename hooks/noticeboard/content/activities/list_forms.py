"""What is told of a list as a whole: its poor signs, and items that alone have no time."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from noticeboard.content.activities import poor_forms
from noticeboard.markup.body import items_below
from noticeboard.markup.nodes import Item
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.problems import Edit, Problem

_MOSTLY = 3, 4
"""So many of so many items have a time in a list where one without is told."""
_FEWEST = 3
_TIME_INSIDE = pattern_of("[0-9一二三四五六七八九十]月|节|[上下]半年|学期|[寒暑]假")


class ListForms:
    """The items of the list that is being read."""

    def __init__(self) -> None:
        self._items: list[tuple[Item, bool]] = []

    def note(self, item: Item, is_read: bool) -> None:
        """Note an item, and whether activities were read of it."""
        self._items.append((item, is_read))

    def note_read(self, item: Item) -> None:
        """Note that activities were read of an item after all."""
        self._items = [(one, is_read or one is item) for one, is_read in self._items]

    def undated(self) -> list[Item]:
        """The few items without a time in a list of which the others say theirs."""
        read = sum(is_read for _, is_read in self._items)
        is_mostly = read >= _FEWEST and read * _MOSTLY[1] >= len(self._items) * _MOSTLY[0]
        return [item for item, is_read in self._items if not is_read] if is_mostly else []

    def problems(self, path: str, *, is_dated: bool, reported: Container[int] = ()) -> list[Problem]:
        """What is wrong with the list, which ends here; `is_dated` says that a heading gives its time.

        `reported` are the lines of items of which something was reported already.
        """
        undated = self.undated()
        items, self._items = self._items, []
        read = [item for item, is_read in items if is_read]
        if not read:
            return []
        found = _signs(path, [item for item, _ in items])
        if not is_dated:
            found += [
                _without_time(path, item)
                for item in undated
                if item.line not in reported and _TIME_INSIDE.search(plain_text(item.parts))
            ]
        return found


def _without_time(path: str, item: Item) -> Problem:
    return poor_forms.item_without_time(plain_text(item.parts)).at(path, item.line, item.text_column)


def _signs(path: str, items: Sequence[Item]) -> list[Problem]:
    every = [one for item in items for one in (item, *items_below(item))]
    # A box that is glued to its dash is told by its own check.
    poor = [
        one for one in every if one.marker.is_poor and not (one.marker.is_glued and one.ticked is not None)
    ]
    if not poor:
        return []
    edits = [(item.line, _edit(item)) for item in poor]
    first = poor[0]
    sign = first.marker.good_sign.strip() + " " * (first.marker.number is None)
    fault = poor_forms.glued_dash() if first.marker.is_glued else poor_forms.list_marker(sign)
    line, edit = edits[0]
    problem = fault.at(path, line, first.column)
    return [replace(problem, edit=edit, edits_below=tuple(edits[1:]))]


def _edit(item: Item) -> Edit:
    """The good sign, and the good box, for what stands before the text."""
    box = "" if item.ticked is None else "[x] " if item.ticked else "[ ] "
    end = item.parts[0].column if item.parts else item.text_column
    return Edit(item.column, end, item.marker.good_sign + box)
