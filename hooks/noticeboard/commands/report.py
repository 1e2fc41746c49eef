"""`board report`: what a change of the files changes for readers, as the comment under a pull request."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from noticeboard.build import load
from noticeboard.commands.project import edition_of, find_root, root_option, settings_of
from noticeboard.content.revision import extract
from noticeboard.content.site_file import read_site_file
from noticeboard.reports.comment import to_comment
from noticeboard.reports.comparison import compare


@click.command(help="说明从 REV 到现在，读者会看到什么变化：哪些公开、哪些月份、哪些问题。写成 Markdown。")
@click.option(
    "--base", "revision", metavar="REV", default="origin/main", show_default=True, help="和哪一版比较。"
)
@click.option("--preview", default="", help="预览网站的地址，写了就有链接。")
@root_option
def report(revision: str, preview: str, root: Path | None) -> None:
    folder = find_root(root)
    settings, edition = settings_of(folder), edition_of(drafts=True)
    with tempfile.TemporaryDirectory() as name:
        if not extract(folder, revision, Path(name)):
            raise click.UsageError(f"git 里找不到“{revision}”这一版。")
        old_settings, _ = read_site_file(Path(name))
        before = load(Path(name), old_settings, edition)
    after = load(folder, settings, edition)
    click.echo(to_comment(compare(before, after), preview=_with_slash(preview)), nl=False)


def _with_slash(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""
