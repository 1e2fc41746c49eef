"""What goes with exported pages: a configuration for other generators, the look, and how to use them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from noticeboard.content.repository.files import address_of_page
from noticeboard.content.settings.site_file import config_of
from noticeboard.text_templates import text_environment

_THEME_FILE = "mkdocs_theme.yml"
_OURS = ("extends", "extra_css", "markdown_extensions")
"""Keys of the look's own file that are no options of the theme beneath it."""
_SCRIPTS = (
    "assets/javascripts/notice-state.js",
    "assets/javascripts/compare.js",
    "assets/javascripts/ledger.js",
    "assets/javascripts/search.js",
)
"""What the look's template loads where a page needs it; elsewhere these do nothing."""
_KEPT = ("site_name", "site_description", "site_url", "repo_url", "edit_uri", "copyright")


def write_config(root: Path, target: Path, looks: Iterable[Path], *, directory_urls: bool) -> None:
    """Writes mkdocs.yml and README.md into `target`, whose docs/ holds the pages, and the look's files into docs/assets.

    `looks` are the folders of the look, the board's own last. Raises OSError.
    """
    config = config_of(root)
    theme: dict[str, Any] = {}
    for look in looks:
        _copy_assets(look / "assets", target / "docs/assets")
        if (look / _THEME_FILE).is_file():
            theme |= yaml.safe_load((look / _THEME_FILE).read_text(encoding="utf-8"))
    own = config.get("theme")
    options = {key: value for key, value in theme.items() if key not in _OURS}
    if isinstance(own, Mapping):
        options |= {key: value for key, value in own.items() if key not in ("name", "custom_dir")}
    written = {
        **{key: config[key] for key in _KEPT if key in config},
        "use_directory_urls": directory_urls,
        "docs_dir": "docs",
        "theme": {"name": "material", **options},
        "extra_css": _joined(theme.get("extra_css"), config.get("extra_css")),
        "extra_javascript": _there(_joined(_SCRIPTS, config.get("extra_javascript")), target / "docs"),
        "plugins": [],
        "markdown_extensions": ["attr_list"],
        **({"nav": _nav(config["nav"], target / "docs")} if isinstance(config.get("nav"), list) else {}),
    }
    text = yaml.safe_dump(written, allow_unicode=True, sort_keys=False)
    (target / "mkdocs.yml").write_text(text, encoding="utf-8", newline="\n")
    told = text_environment().get_template("export_readme.md").render()
    (target / "README.md").write_text(told, encoding="utf-8", newline="\n")


def _copy_assets(source: Path, place: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, place, dirs_exist_ok=True)


def _joined(*lists: object) -> list[str]:
    """The texts of some lists, each once."""
    return list(
        dict.fromkeys(
            item for one in lists if isinstance(one, list | tuple) for item in one if isinstance(item, str)
        )
    )


def _there(paths: Iterable[str], folder: Path) -> list[str]:
    return [path for path in paths if (folder / path).is_file()]


def _nav(item: Any, docs: Path) -> Any:
    """A navigation with each page's path as it is exported: `guide/plan.md` is `guide/plan/index.md`."""
    if isinstance(item, dict):
        return {title: _nav(inner, docs) for title, inner in item.items()}
    if isinstance(item, list):
        return [_nav(inner, docs) for inner in item]
    if isinstance(item, str) and item.endswith(".md") and not urlsplit(item).scheme:
        exported = f"{address_of_page(item)}index.md"
        return exported if (docs / exported).is_file() else item
    return item
