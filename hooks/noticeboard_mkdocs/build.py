"""A build that says in Chinese what is wrong with mkdocs.yml: `python -m noticeboard_mkdocs.build <mkdocs.yml> <arguments of mkdocs build>`.

MkDocs loads the hook by that file. Until it can, it would speak for itself.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import mkdocs
from click.exceptions import Abort as ClickAbort
from mkdocs.__main__ import cli
from mkdocs.commands import build as building
from mkdocs.exceptions import Abort as MkDocsAbort
from mkdocs.exceptions import PluginError

from noticeboard.content.settings.site_file import read_config
from noticeboard.problems import Problem
from noticeboard.reports import text_lines
from noticeboard_mkdocs.config import config_problems

_NOT_BUILT = "没有生成网站"
"""What the board's own errors say already."""
_BUILT = re.compile(r"Documentation built in ([\d.]+) seconds")


def main(config_file: Path, arguments: list[str]) -> None:
    """Builds as `mkdocs build` with these arguments does. Faults are told in Chinese: those of the board's settings end it with 2, others of the configuration with 1."""
    # MkDocs sets up its own log when it begins, and ProperDocs, where that stands for it, under its own name.
    logging.getLogger(mkdocs.__name__).setLevel(logging.CRITICAL)
    _stop_at(read_config(config_file)[1], 2)
    _stop_at(config_problems(config_file, strict="--strict" in arguments), 1)
    logging.getLogger(mkdocs.__name__).setLevel(logging.NOTSET)
    logging.getLogger(building.__name__).addFilter(_in_chinese)
    try:
        cli(["build", "--config-file", str(config_file), *arguments], standalone_mode=False)
    except MkDocsAbort as abort:
        # What was wrong has been told; that something was, MkDocs says in English.
        if "strict mode" in str(abort):
            print("有警告，所以停下了（--strict）。", file=sys.stderr)
        elif _NOT_BUILT not in str(abort.__context__):
            print(f"{_NOT_BUILT}。", file=sys.stderr)
        sys.exit(abort.code)
    except PluginError as error:
        # MkDocs turns into an end without a trace what events raise, but not what is raised while it tells of a failure.
        print(f"错误：{error}", file=sys.stderr)
        sys.exit(1)
    except (KeyboardInterrupt, ClickAbort):
        print("停下了，原来的网站没有改动。", file=sys.stderr)
        sys.exit(1)


def _stop_at(problems: Sequence[Problem], code: int) -> None:
    """Ends the program where there are problems."""
    for problem in problems:
        print(*text_lines(problem), sep="\n", file=sys.stderr)
    if problems:
        sys.exit(code)


def _in_chinese(record: logging.LogRecord) -> bool:
    """Turns what MkDocs tells of its course into Chinese; whether it is of use to anybody."""
    message = record.getMessage()
    if message.startswith(("Cleaning site directory", "Building documentation to directory")):
        return False
    if message.startswith("Error building page") and "[Errno " in message:
        # What the system says is told by `Switch.failed`.
        return False
    if found := _BUILT.match(message):
        record.msg, record.args = f"用了 {found[1]} 秒。", ()
    return True


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute(), sys.argv[2:])
