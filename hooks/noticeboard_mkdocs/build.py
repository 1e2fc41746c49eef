"""A build that says in Chinese what is wrong with mkdocs.yml: `python -m noticeboard_mkdocs.build <mkdocs.yml> <arguments of mkdocs build>`.

MkDocs loads the hook by that file. Until it can, it would speak for itself.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from mkdocs.__main__ import cli

from noticeboard.reports import text_lines
from noticeboard_mkdocs.config import config_problems


def main(config_file: Path, arguments: list[str]) -> None:
    # MkDocs sets up its own log when it begins.
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    problems = config_problems(config_file, strict="--strict" in arguments)
    for problem in problems:
        print(*text_lines(problem), sep="\n", file=sys.stderr)
    if problems:
        sys.exit(1)
    logging.getLogger("mkdocs").setLevel(logging.NOTSET)
    cli(["build", "--config-file", str(config_file), *arguments], prog_name="mkdocs")


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute(), sys.argv[2:])
