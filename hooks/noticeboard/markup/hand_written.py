"""A page of docs/ as MkDocs has rendered it → HTML that is safe to put on a page."""

from __future__ import annotations

import re

import nh3
from markupsafe import Markup, escape

from noticeboard.markup import allowed
from noticeboard.markup.render import without_lost_pictures
from noticeboard.markup.urls import is_whole, leaves

_INPUT = re.compile(r'<input((?: [a-z]+="[^"]*")*)>')
_CHOICE = re.compile(r' type="(?:checkbox|radio)"')


def clean_page(html: str) -> str:
    """`html` with what Markdown and its extensions make, and nothing that runs, loads from elsewhere, or takes what is ours."""
    ids: set[str] = set()

    def value_of(tag: str, attribute: str, value: str) -> str | None:
        if attribute == "src":
            return None if leaves(value) else value
        if attribute == "href":
            return _link(value)
        kept = allowed.own_value(tag, attribute, value)
        if attribute == "id" and kept is not None:
            if kept in ids:
                return None
            ids.add(kept)
        return kept

    cleaned = nh3.clean(html, attribute_filter=value_of, **allowed.HAND_WRITTEN)
    return without_lost_pictures(_INPUT.sub(_choice, cleaned) if "<input" in cleaned else cleaned)


def clean_title(html: str) -> str:
    """The text of a title as HTML: themes print titles as they come."""
    return str(escape(Markup(html).striptags()))


def _link(written: str) -> str | None:
    if written.startswith("#"):
        return f"#{allowed.own_value('a', 'id', written[1:])}"
    return written if is_whole(written) or not leaves(written) else None


def _choice(found: re.Match[str]) -> str:
    """Tabs and boxes to tick are inputs; one of another type is a field of a form."""
    return found[0] if _CHOICE.search(found[1]) else ""
