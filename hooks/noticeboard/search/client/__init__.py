"""The reader's side of search: parts of one script, joined and published with every site."""

from __future__ import annotations

from pathlib import Path

from rjsmin import jsmin

from noticeboard.views.helpers.page import Asset

ADDRESS = "assets/javascripts/search.js"

_PARTS = ("files", "writing", "index", "search", "results", "box", "header_box", "page_filters", "start")
"""In the order in which they need each other. Nothing in them is newer than ES2017: old phones' browsers stay old."""
_WHOLE = """(function () {
"use strict";
if (window.boardSearch) return;
%s
})();
"""


def client_asset() -> Asset:
    """The script, without comments and indents."""
    return Asset(ADDRESS, _script)


def _script() -> bytes:
    parts = (Path(__file__).with_name(f"{name}.js").read_text(encoding="utf-8") for name in _PARTS)
    return f"{jsmin(_WHOLE % ''.join(parts))}\n".encode()
