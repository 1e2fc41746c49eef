"""The command line: `board check | fix | new | report | build | serve | search | export | verify`. One command, one file; none has logic of its own."""

from __future__ import annotations

import sys
import traceback

import click

from noticeboard.commands import build, check, export, fix, new, report, search, serve, verify

FAULT_OF_OURS = 3


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, help="工会公告栏：检查、生成和预览。")
@click.version_option(package_name="noticeboard", message="%(version)s")
def board() -> None:
    pass


for command in (
    check.check,
    fix.fix,
    new.new,
    report.report,
    build.build,
    serve.serve,
    export.export,
    search.find,
    verify.verify,
):
    board.add_command(command)


def main() -> None:
    """Runs `board`. Exit codes (FORMAT section 8): 0 fine, 1 problems, 2 wrong usage or settings, 3 a fault of ours."""
    try:
        board.main(prog_name="board")
    except Exception:
        traceback.print_exc()
        click.echo("\n程序自己出了错，不是你写的内容有错。请把上面这段话发给维护程序的人。", err=True)
        sys.exit(FAULT_OF_OURS)
