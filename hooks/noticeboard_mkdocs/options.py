"""What a build is told: the settings in mkdocs.yml, and the edition by the clock and the environment."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.site_file import read_config
from noticeboard.edition import Edition, edition_from
from noticeboard_mkdocs.preview import FaultyInput


def settings_of(config: MkDocsConfig) -> Settings:
    """The board's settings, from the site's configuration. Raises FaultyInput."""
    settings, problems = read_config(Path(config.config_file_path))
    if problems:
        raise FaultyInput(problems)
    return settings


def edition_of(*, drafts: bool) -> Edition:
    """The edition that the environment asks for. Raises PluginError, in Chinese."""
    try:
        return edition_from(os.environ, datetime.now(UTC), drafts=drafts)
    except ValueError as error:
        raise PluginError(str(error)) from error
