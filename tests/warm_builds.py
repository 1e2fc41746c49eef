"""What each build in tests would load or compile anew: loaded once, by the process that builds are forks of."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pypinyin  # noqa: F401
from jinja2 import TemplateAssertionError
from mkdocs.theme import Theme

import noticeboard_mkdocs.door  # noqa: F401
import site_builds  # noqa: F401
from noticeboard.catalog.catalog import build_catalog
from noticeboard.content.repository.files import Files
from noticeboard.content.repository.history import History
from noticeboard.content.settings.board_settings import Settings
from noticeboard.views import PageRenderer
from noticeboard.views.board_json import board_schema
from noticeboard.views.helpers.template_cache import of_theme


def _compile_templates() -> None:
    catalog = build_catalog((), Settings(), date(2026, 1, 1), Files(), History())
    PageRenderer(catalog).make([], [])
    environment = Theme("material").get_env()
    environment.bytecode_cache = of_theme(environment)
    for name in environment.list_templates(["html"]):
        # Of the theme's own plugins, which bring the filters.
        with suppress(TemplateAssertionError):
            environment.get_template(name)


_compile_templates()
board_schema()
