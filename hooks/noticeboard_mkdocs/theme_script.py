"""Whether a board needs the theme's own script, which is most of what a first visit would fetch; `frame.js` does what ours needs of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

SCRIPT = "assets/javascripts/bundle."
"""How the address of the theme's script begins."""
_SWITCH = "needs_theme_script"
"""The word by which a look's `main.html` leaves the script out."""

_WITHOUT = frozenset({
    "content.action.edit", "content.action.view", "navigation.footer", "navigation.indexes", "navigation.path", "navigation.prune",
    "navigation.sections", "navigation.tabs", "navigation.tabs.sticky", "navigation.top", "toc.follow", "toc.integrate",
})  # fmt: skip
"""The features of the theme that its styles and `frame.js` serve."""
_WITH = ("pymdownx.tabbed", "pymdownx.blocks.tab")
"""Markdown extensions whose HTML only works with the script."""
_EXTRA = ("annotate", "consent", "version")
"""What below `extra` only the script reads."""
_SEARCHES = frozenset({"search", "material/search"})
_ITS_NAMES = re.compile(r"\b(?:component|document|keyboard|location|screen|tablet|target|viewport)\$")
"""What the script offers to scripts of a board's own."""


def has_theme_search(config: MkDocsConfig) -> bool:
    """Whether the theme's own search is on."""
    return not _SEARCHES.isdisjoint(config.plugins)


def needs_theme_script(config: MkDocsConfig) -> bool:
    """Whether the board has something that only the theme's script does: of mkdocs.yml, its own scripts, or a `main.html` of its own."""
    return (
        not _WITHOUT.issuperset(config.theme.get("features") or [])
        or has_theme_search(config)
        or any(name in config.markdown_extensions for name in _WITH)
        or any(config.extra.get(name) for name in _EXTRA)
        or any(map(_ITS_NAMES.search, _own_scripts(config)))
        or not _look_knows(config)
    )


def _own_scripts(config: MkDocsConfig) -> Iterator[str]:
    """The texts of the scripts that `extra_javascript` names, in docs/ or in a folder of the look."""
    for script in config.extra_javascript:
        for folder in (config.docs_dir, *config.theme.dirs):
            path = Path(folder, str(script))
            if path.is_file():
                yield path.read_text(encoding="utf-8", errors="replace")


def _look_knows(config: MkDocsConfig) -> bool:
    mains = (Path(folder, "main.html") for folder in config.theme.dirs)
    main = next((path for path in mains if path.is_file()), None)
    return main is not None and _SWITCH in main.read_text(encoding="utf-8", errors="replace")
