"""A preview that also begins while mkdocs.yml cannot be used: `python -m noticeboard_mkdocs.serve <mkdocs.yml> <address:port>`.

MkDocs loads the hook by that file. Until it can, the preview is one page that says what is wrong with it.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from pathlib import Path

import mkdocs
from click.exceptions import Abort
from mkdocs.__main__ import cli
from mkdocs.livereload import LiveReloadServer

from noticeboard.problems import Problem
from noticeboard.reports import text_lines
from noticeboard_mkdocs.config import config_problems
from noticeboard_mkdocs.preview import Preview


def main(config_file: Path, address: str) -> None:
    """Previews at `address` (host:port), and waits while the configuration has faults."""
    while True:
        problems = config_problems(config_file)
        if problems:
            _wait(config_file, address, problems)
            continue
        try:
            cli(
                ["serve", "--livereload", "--dev-addr", address, "--config-file", str(config_file)],
                standalone_mode=False,
            )
        except (Exception, SystemExit):
            # The file may have become worse since it was looked at.
            if not config_problems(config_file):
                raise
        else:
            return


def _wait(config_file: Path, address: str, problems: tuple[Problem, ...]) -> None:
    """Shows `problems` until there are none."""
    host, _, port = address.rpartition(":")
    with tempfile.TemporaryDirectory() as folder:
        server = LiveReloadServer(lambda: None, host.strip("[]"), int(port), root=folder)
        preview = Preview()

        def look(problems: tuple[Problem, ...]) -> None:
            for problem in problems:
                print(*text_lines(problem), sep="\n", file=sys.stderr, flush=True)
            preview.fail(problems)

        def look_again() -> None:
            found = config_problems(config_file)
            if found:
                look(found)
            else:
                server.shutdown(wait=False)

        preview.attach(server, config_file)
        server.builder = look_again
        look(problems)
        print(f"预览：{server.url}（改好 {config_file.name} 以后自动接着来）", file=sys.stderr, flush=True)
        try:
            server.serve()
        finally:
            server.shutdown()


def run() -> None:
    """Previews as the arguments of the program say: configuration, address."""
    # MkDocs sets up its own log when it begins; before that, only what is wrong is of interest.
    logging.getLogger(mkdocs.__name__).setLevel(logging.CRITICAL)
    try:
        main(Path(sys.argv[1]).absolute(), sys.argv[2])
    except (KeyboardInterrupt, Abort):
        sys.exit(0)


if __name__ == "__main__":
    run()
