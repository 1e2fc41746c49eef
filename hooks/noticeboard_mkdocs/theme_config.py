"""The theme `noticeboard`: the board's look on top of Material, with what mkdocs.yml would otherwise have to name."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_theme_dir

NAME = "noticeboard"


def complete(config: MkDocsConfig) -> None:
    """Adds the theme's styles and Markdown extensions before those of mkdocs.yml, so that the latter win.

    Other themes are left alone: their mkdocs.yml names all that it wants.
    """
    if config.theme.name != NAME:
        return
    config.extra_css = [*config.theme["extra_css"], *config.extra_css]
    for extension, options in config.theme["markdown_extensions"].items():
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)
        config.mdx_configs[extension] = {**options, **config.mdx_configs.get(extension, {})}


def own_folders(config: MkDocsConfig) -> tuple[Path, ...]:
    """The folders of the look that are written for boards: the board's own first, then the theme's."""
    theirs = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    ours = [Path(get_theme_dir(NAME))] if config.theme.name == NAME else []
    return (*theirs, *ours)
