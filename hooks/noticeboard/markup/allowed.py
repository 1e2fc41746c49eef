"""What survives of the HTML of a body: the allow-list of elements, attributes, classes and link targets."""

from __future__ import annotations

import re
from typing import Any

from noticeboard.markup.ids import authors_id
from noticeboard.markup.wide_tables import STEPS


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
    )
    | {f"wide-{step}" for step in STEPS[1:]},
    "li": _names(
        "activity is-planned is-done is-cancelled is-postponed is-undecided is-overdue is-undecided-overdue is-recurring is-recurring-late"
    ),
    "ol": _names("list-dunhao list-brackets list-paren list-circled list-letter"),
    "p": _names("admonition-title signature"),
    "span": _names(
        """
        state box activity figure note is-done is-cancelled is-postponed is-undecided is-overdue is-undecided-overdue
        is-recurring is-recurring-late
        """
    ),
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

HAND_WRITTEN_TAGS = TAGS | _names("input label section svg path")
_MADE_BY_EXTENSIONS = re.compile(r"__(?:tabbed|codelineno|code|span)[-_][\d_-]+", re.ASCII)
"""Ids with which Markdown extensions join tabs to their labels and lines of code to their numbers."""
_OWN_CLASS = re.compile(r"nb-|md-(?!button\b|icon\b)|mermaid$", re.IGNORECASE)
"""Classes of the site's own parts. Of `mermaid` the theme fetches a script from elsewhere."""
_PLAIN_VALUES = {
    "style": re.compile(r"\s*text-align:\s*(?:left|right|center);?\s*"),
    "role": re.compile(r"doc-[a-z]+|note|img"),
    "type": re.compile(r"checkbox|radio|[1aAiI]"),
    "name": _MADE_BY_EXTENSIONS,
    "for": _MADE_BY_EXTENSIONS,
    "xmlns": re.compile(r"http://www\.w3\.org/2000/svg"),
}
HAND_WRITTEN: dict[str, Any] = OPTIONS | {
    "tags": HAND_WRITTEN_TAGS,
    "clean_content_tags": OPTIONS["clean_content_tags"] - {"svg"},
    "allowed_classes": None,
    "attributes": ATTRIBUTES
    | {
        "*": _names("id lang title class role dir aria-label aria-hidden"),
        "code": _names("data-linenos"),
        "img": ATTRIBUTES["img"] | _names("align loading"),
        "input": _names("type checked disabled id name"),
        "label": _names("for"),
        "ol": ATTRIBUTES["ol"] | _names("type"),
        "path": _names("d"),
        "span": _names("data-linenos"),
        "svg": _names("xmlns viewBox"),
        "td": ATTRIBUTES["td"] | _names("style align"),
        "th": ATTRIBUTES["th"] | _names("style align"),
    },
}
"""The same for a page of docs/, which holds what MkDocs' and the theme's extensions make: tabs, boxes to tick, icons."""


def own_value(tag: str, attribute: str, value: str) -> str | None:
    """What of an attribute's value a page of docs/ may have; None for nothing."""
    if attribute == "id":
        if _MADE_BY_EXTENSIONS.fullmatch(value):
            return value
        return None if tag == "input" else authors_id(value)
    if attribute == "class":
        return " ".join(name for name in value.split() if not _OWN_CLASS.match(name)) or None
    plain = _PLAIN_VALUES.get(attribute)
    return value if plain is None or plain.fullmatch(value) else None
