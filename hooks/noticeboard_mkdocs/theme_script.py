"""Whether a board needs the theme's own script, which is most of what a first visit would fetch; `frame.js` does what ours needs of it."""

from __future__ import annotations

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


def needs_theme_script(config: MkDocsConfig) -> bool:
    """Whether mkdocs.yml asks for something that only the theme's script does, or a `main.html` of the board's own loads it."""
    features = config.theme.get("features") or []
    plugins = {name.rpartition("/")[2] for name in config.plugins}
    return (
        not _WITHOUT.issuperset(features)
        or "search" in plugins
        or any(name in config.markdown_extensions for name in _WITH)
        or not _look_knows(config)
    )


def _look_knows(config: MkDocsConfig) -> bool:
    mains = (Path(folder, "main.html") for folder in config.theme.dirs)
    main = next((path for path in mains if path.is_file()), None)
    return main is not None and _SWITCH in main.read_text(encoding="utf-8", errors="replace")
