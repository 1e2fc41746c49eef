"""The words of one activity where they stand in a body, before anything of them is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from noticeboard.markup.body import items_below
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.links import BodyLink, links_among, links_in
from noticeboard.markup.nodes import Item
from noticeboard.markup.plain import plain_text


@dataclass(frozen=True, slots=True)
class ActivityText:
    """The words of one activity: an item, a clause of a line, or a cell of a table."""

    flat: FlatText
    start: int
    end: int
    line: int
    column: int
    mark: tuple[int, int]
    """Line and column of its box, or of its first word."""
    ticked: bool | None = None
    is_doubtful: bool = False
    """Whether its number is part of its time."""
    links: tuple[BodyLink, ...] = ()
    sub_items: tuple[str, ...] = ()
    ticked_items: tuple[str, ...] = ()
    """Those of the items right below it that are ticked."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """What other cells of its row say."""
    original: str = ""
    """When it was to be, where the cell of its time says so."""
    state: str = ""
    """What became of it, where another cell of its row says so."""
    note: str = ""
    """What its row remarks."""

    @classmethod
    def of_item(
        cls,
        item: Item,
        flat: FlatText,
        end: int,
        start: int = 0,
        *,
        is_first: bool = True,
        alone: bool = False,
    ) -> ActivityText:
        """What stands from `start` to `end` of an item; the first has what stands below it, unless it is `alone`."""
        below = is_first and not alone
        return cls(
            flat,
            start,
            end,
            item.line,
            item.column if is_first else flat.place(start)[1],
            (item.line, item.text_column),
            item.ticked,
            item.marker.doubtful and item.marker.number is None,
            (*links_among(item.parts), *links_in(item.blocks)) if below else (),
            tuple(_plain_items(item)) if below else (),
            tuple(plain_text(child.parts).strip() for child in items_below(item) if child.ticked)
            if below
            else (),
        )

    @classmethod
    def of_line(cls, flat: FlatText, start: int, end: int) -> ActivityText:
        """What stands from `start` to `end` of a line's text, placed where it begins."""
        place = flat.place(start)
        return cls(flat, start, end, *place, place)

    @classmethod
    def of_cell(
        cls,
        flat: FlatText,
        start: int,
        end: int,
        line: int,
        column: int,
        fields: Mapping[str, str],
        original: str = "",
        state: str = "",
        note: str = "",
    ) -> ActivityText:
        """What a cell of a table says, with what other cells of its row say of it: its fields, when it was to be, its state, remarks."""
        return cls(
            flat,
            start,
            end,
            line,
            column,
            flat.place(start),
            fields=fields,
            original=original,
            state=state,
            note=note,
        )


def _plain_items(item: Item) -> Iterator[str]:
    """The texts of the items below an item, of any depth."""
    for child in items_below(item):
        if text := plain_text(child.parts).strip():
            yield text
        yield from _plain_items(child)
