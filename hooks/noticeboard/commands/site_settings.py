"""The site's settings, for commands: apart from what reads a board, which takes longer to load."""

from __future__ import annotations

from pathlib import Path

from noticeboard.commands.common_options import WrongSettings
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.site_file import read_site_file


def settings_of(root: Path) -> Settings:
    """The settings; raises `WrongSettings`."""
    settings, problems = read_site_file(root)
    if problems:
        raise WrongSettings(problems)
    return settings
