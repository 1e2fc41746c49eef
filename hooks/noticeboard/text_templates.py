"""Texts that are filled in from `templates/`: Markdown, front matter, YAML and reports, which are no pages of the site."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, PackageLoader, StrictUndefined


def text_environment(**filters: Callable[..., object]) -> Environment:
    """Templates by their path in `templates/`; a name that nothing fills is an error. Nothing is escaped: these are texts."""
    environment = Environment(
        loader=PackageLoader("noticeboard", "templates"),
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    environment.filters.update(filters)
    return environment
