"""Lists of Python-Markdown's tree → lists with the markers that were typed."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from noticeboard.markup.docs_lines import MARK, Items
from noticeboard.markup.lists import BOXES, LIST_CLASSES, Marker


def mark_lists(parent: etree.Element, listing: etree.Element, items: Items) -> None:
    """Makes several of a list whose items have markers of several kinds, and numbers them as was typed."""
    lists: list[etree.Element] = []
    style, following = None, None
    for item in list(listing):
        marker = _take_marker(item, items)
        if marker is None:
            return
        if not lists or marker.style is not style:
            lists.append(_list_of(marker))
            style = marker.style
        elif marker.number != following:
            item.set("value", str(marker.number))
        following = None if marker.number is None else marker.number + 1
        lists[-1].append(item)
    if lists:
        index = list(parent).index(listing)
        lists[-1].tail = listing.tail
        parent[index : index + 1] = lists


def _take_marker(item: etree.Element, items: Items) -> Marker | None:
    """Takes the mark off an item's text; its marker."""
    paragraph = item[0] if not (item.text or "").strip() and len(item) and item[0].tag == "p" else None
    holder = item if paragraph is None else paragraph
    text = (holder.text or "").lstrip()
    mark = MARK.match(text)
    if mark is None:
        return None
    marker, ticked, _ = items.found[int(mark[1])]
    holder.text = text[mark.end() :]
    if ticked is not None:
        box = etree.Element("span", {"class": "box"})
        box.text, box.tail, holder.text = BOXES[ticked], f" {holder.text}", None
        holder.insert(0, box)
    if paragraph is not None and sum(child.tag == "p" for child in item) == 1:
        _unwrap(item, paragraph)
    return marker


def _unwrap(item: etree.Element, paragraph: etree.Element) -> None:
    """Takes an item's own text out of its paragraph: there is no other that it must stand apart from."""
    item.remove(paragraph)
    item.text = paragraph.text
    for index, child in enumerate(paragraph):
        item.insert(index, child)


def _list_of(marker: Marker) -> etree.Element:
    listing = etree.Element("ul" if marker.number is None else "ol")
    listing.text = listing.tail = "\n"
    if marker.style in LIST_CLASSES:
        listing.set("class", LIST_CLASSES[marker.style])
    if marker.number not in (None, 1):
        listing.set("start", str(marker.number))
    return listing
