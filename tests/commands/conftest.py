"""The command line in a small board of its own."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from boards import write
from noticeboard import commands

CONFIG = {"mkdocs.yml": "site_name: 试验\nextra:\n  board:\n    units: [甲校工会, 乙校分工会]\n"}


@pytest.fixture
def run(tmp_path, monkeypatch):
    """`run(*arguments, files=…)`: what `board` says and does in a folder that holds `files`."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795132800")
    monkeypatch.delenv("BOARD_AUDIENCE", raising=False)

    def invoke(*arguments, files=None, **options):
        write(tmp_path, {**CONFIG, **(files or {})})
        monkeypatch.chdir(tmp_path)
        return CliRunner().invoke(commands.board, [str(argument) for argument in arguments], **options)

    return invoke
