"""What survives of the HTML of a body: the allow-list of elements, attributes, classes and link targets."""

from __future__ import annotations

from typing import Any


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


TAGS = _names(
    """
    a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure
    h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s small span strong sub summary sup
    table tbody td tfoot th thead tr u ul
    """
)
INLINE = _names("a abbr b code del em i ins kbd mark q rp rt ruby s small span strong sub sup u")
"""Those that stand in a line of text and hold some of it."""
ATTRIBUTES = {
    "*": _names("id lang title"),
    "a": _names("href rel"),
    "col": _names("span"),
    "colgroup": _names("span"),
    "details": _names("open"),
    "img": _names("src alt width height"),
    "li": _names("value"),
    "ol": _names("start reversed"),
    "td": _names("colspan rowspan data-label"),
    "th": _names("colspan rowspan scope"),
}
_ALIGNMENTS = _names("align-left align-center align-right")
CLASSES = {
    "a": _names("footnote-ref footnote-backref"),
    "div": _names(
        """
        table-wrap table-cards footnote
        admonition note abstract info tip success question warning failure danger bug example quote
        """
    ),
    "li": _names("activity is-planned is-done is-cancelled is-postponed is-undecided"),
    "ol": _names("list-dunhao list-brackets list-paren list-circled"),
    "p": _names("admonition-title"),
    "span": _names("state box"),
    "td": _ALIGNMENTS,
    "th": _ALIGNMENTS,
    "ul": _names("list-plain"),
}
OPTIONS: dict[str, Any] = {
    "tags": TAGS,
    "clean_content_tags": _names("script style template noscript iframe object svg math"),
    "attributes": ATTRIBUTES,
    "tag_attribute_values": {"div": {"tabindex": _names("0")}},
    "allowed_classes": CLASSES,
    "url_schemes": _names("http https mailto tel"),
    "link_rel": None,
    "strip_comments": True,
}
"""Keyword arguments of `nh3.clean`."""
OPTIONS_FOR_RAW_LINKS = OPTIONS | {"attributes": ATTRIBUTES | {"a": _names("href")}, "link_rel": "noopener"}
"""The same for a body with links in raw HTML, which no one but the cleaner can mark as leading elsewhere."""
