"""Ids of elements that an author may choose."""

from __future__ import annotations

import re

_OURS = re.compile(r"nb-|fn-|fnref[0-9]*-|_|(?:board|location|document|name|window|self|top|parent|frames|status|history|"
    r"navigator|screen|opener|origin|event|external|forms|images|links|scripts|body|head|title|cookie|domain|referrer|url|"
    r"all|children|attributes|length|closed)$", re.IGNORECASE)  # fmt: skip
"""Ids that are the templates', the renderer's footnotes' or the theme's (`__search`), and names that scripts look up."""


def authors_id(id: str) -> str:
    """An id as it may stand on a page for which an author chose it: ours are ours alone."""
    return f"s-{id}" if _OURS.match(id) else id
