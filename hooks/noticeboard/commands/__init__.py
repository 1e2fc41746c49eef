"""The command line: `board init | upgrade | check | fix | new | import | report | build | serve | publish | releases | rollback | next-change | hub | search | overdue | export | export-docx | verify`. One command, one file; none has logic of its own."""

from __future__ import annotations

import sys
import traceback
from importlib import import_module
from pathlib import Path

import click

from noticeboard.commands.chinese import in_chinese, speak_chinese
from noticeboard.system_errors import describe

FAULT_OF_OURS = 3
_COMMANDS = {
    "init": "init.init",
    "upgrade": "upgrade.upgrade",
    "check": "check.check",
    "fix": "fix.fix",
    "new": "new.new",
    "import": "import.import_files",
    "report": "report.report",
    "build": "build.build",
    "serve": "serve.serve",
    "publish": "publish.publish",
    "releases": "releases.releases",
    "rollback": "rollback.rollback",
    "next-change": "next_change.next_change",
    "hub": "hub.hub",
    "export": "export.export",
    "export-docx": "export_docx.export_docx",
    "search": "search.find",
    "overdue": "overdue.overdue",
    "verify": "verify.verify",
}
"""Name → where its command is, in the order in which the help lists them."""


class _Commands(click.Group):
    """Loads only the command that is asked for: to load them all takes longer than to check a board that has not changed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context | None, cmd_name: str) -> click.Command | None:
        module, _, name = _COMMANDS.get(cmd_name, "").partition(".")
        return in_chinese(getattr(import_module(f"{__name__}.{module}"), name)) if module else None


speak_chinese()


@click.group(
    cls=_Commands,
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="工会公告栏：检查、生成和预览。",
)
@click.version_option(package_name="noticeboard", message="%(version)s")
def board() -> None:
    pass


def main() -> None:
    """Runs `board`. Exit codes (SPECIFICATION section 10): 0 fine, 1 problems, 2 wrong usage or settings, 3 a fault of ours."""
    try:
        board.main(prog_name="board")
    except OSError as error:
        click.echo(f"读写文件出了错：{describe(error, Path.cwd())}。", err=True)
        sys.exit(1)
    except Exception:
        traceback.print_exc()
        click.echo("\n程序自己出了错，不是你写的内容有错。请把上面这段话发给维护程序的人。", err=True)
        sys.exit(FAULT_OF_OURS)
