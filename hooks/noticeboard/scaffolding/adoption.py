"""The repository's sample → a board of one's own, in the same repository: what changes in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from noticeboard.scaffolding.board_files import filled, hand_written, quoted
from noticeboard.scaffolding.init_answers import Answers, settings_of
from noticeboard.scaffolding.program_files import program_files

SAMPLE = "晨光小学工会"
"""Whose board the repository's sample is."""
_BOARD = re.compile(r"^  board:\n(?:    .*\n)+", re.MULTILINE)
_SITE_NAME = re.compile(r"^site_name:.*\n", re.MULTILINE)
_SITE_URL = re.compile(r"^site_url:.*\n", re.MULTILINE)
_SECTION = re.compile(r"^(\s*- ).*(: disclosure/index\.md)$", re.MULTILINE)
_FAVICON = re.compile(r"^  favicon:.*\n", re.MULTILINE)


def adopted_files(site_file: str, answers: Answers) -> Mapping[str, bytes]:
    """Path → content of what the repository has afterwards instead of the sample's; `site_file` is its mkdocs.yml.

    The documents of the sample are not among them: they go.
    """
    settings = settings_of(answers)
    follow = (".vscode/", "docs/assets/", "plans/")
    own = {
        path: data for path, data in program_files(settings, answers.forge).items() if path.startswith(follow)
    }
    return {"mkdocs.yml": adopted(site_file, answers).encode(), **hand_written(answers, settings), **own}


def adopted(site_file: str, answers: Answers) -> str:
    """The sample's mkdocs.yml with the names, the address and the settings of another organisation."""
    settings = settings_of(answers)
    board = "  board:\n" + filled("settings.yml", answers, settings).decode()
    address = f"site_url: {quoted(answers.address)}\n" if answers.address else ""
    icons = f"  favicon: {quoted(answers.logo_path)}\n  logo: {quoted(answers.logo_path)}\n"
    changes = [
        (_SITE_NAME, f"site_name: {quoted(answers.organisation + '公告栏')}\n"),
        (_SITE_URL, address),
        (_BOARD, board),
        *([(_FAVICON, icons)] if answers.logo else []),
    ]
    for pattern, text in changes:
        site_file = pattern.sub(lambda _, text=text: text, site_file, count=1)  # type: ignore[misc]  # Mypy infers no lambda with a default.
    name = quoted(settings.disclosure_name)
    return _SECTION.sub(lambda found: f"{found[1]}{name}{found[2]}", site_file, count=1)
