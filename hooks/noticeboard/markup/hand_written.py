"""A page of docs/ as MkDocs has rendered it → HTML that is safe to put on a page."""

from __future__ import annotations

import re

import nh3
from markupsafe import Markup, escape

from noticeboard.markup import allowed
from noticeboard.markup.html_elements import ELEMENTS
from noticeboard.markup.render import without_lost_pictures
from noticeboard.markup.urls import is_whole, leaves

_INPUT = re.compile(r'<input((?: [a-z]+="[^"]*")*)>')
_NO_TAG = re.compile(
    r"""<!--(?:-?>|.*?(?:-->|--!>|\Z))|</?(?P<name>[a-zA-Z][^\s/>]*)(?P<rest>(?:=\s*(?:"[^"]*"|'[^']*')|[^>])*+)>""",
    re.DOTALL,
)
_ASSIGNED = re.compile(r"""[^\s"'<>/=]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)""")
_FLAGS = frozenset(
    [
        "allowfullscreen", "async", "autofocus", "autoplay", "checked", "compact", "controls", "defer", "disabled", "download", "hidden",
        "ismap", "loop", "markdown", "multiple", "muted", "noshade", "nowrap", "open", "readonly", "required", "reversed", "selected",
    ]
)  # fmt: skip
"""Attributes that have no value."""
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

    cleaned = nh3.clean(_NO_TAG.sub(_as_text, html), attribute_filter=value_of, **allowed.HAND_WRITTEN)
    return without_lost_pictures(_INPUT.sub(_choice, cleaned) if "<input" in cleaned else cleaned)


def clean_title(html: str) -> str:
    """The text of a title as HTML: themes print titles as they come."""
    return str(escape(Markup(html).striptags()))


def _as_text(found: re.Match[str]) -> str:
    """What nobody has meant as a tag is text: `git clone <url>`, `a<b then c>d`."""
    name = found["name"]
    if name is None or (name.lower() in ELEMENTS and not _has_words(found["rest"])):
        return found[0]
    return f"&lt;{found[0][1:]}"


def _has_words(rest: str) -> bool:
    """Whether something stands in a tag that is no attribute of any element."""
    return any(
        "-" not in word and word.lower() not in _FLAGS
        for word in _ASSIGNED.sub(" ", rest).replace("/", " ").split()
    )


def _link(written: str) -> str | None:
    if written.startswith("#"):
        return f"#{allowed.own_value('a', 'id', written[1:])}"
    return written if is_whole(written) or not leaves(written) else None


def _choice(found: re.Match[str]) -> str:
    """Tabs and boxes to tick are inputs; one of another type is a field of a form."""
    return found[0] if _CHOICE.search(found[1]) else ""
