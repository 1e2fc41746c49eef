"""`board report`: what a change of the files changes for readers, as the comment under a pull request."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from noticeboard.build import load
from noticeboard.commands.project import edition_of, find_root, root_option, settings_of
from noticeboard.content.repository.history import has_repository, missing_history, run_git
from noticeboard.content.repository.published import FIRST, earlier_commit
from noticeboard.content.revision import extract
from noticeboard.content.settings.site_file import read_site_file
from noticeboard.reports.comment import to_comment
from noticeboard.reports.comparison import compare


@click.command(help="说明从一个版本到现在，读者会看到什么变化：哪些公开、哪些月份、哪些问题。写成 Markdown。")
@click.option(
    "--base",
    "revision",
    metavar="版本",
    help="和哪一版比较；默认是主分支，没有主分支的是上一次发布，再没有的是上一次提交；从那以后没有改动的，是再前一次提交。",
)
@click.option("--head", metavar="版本", help="说明哪一版，只从 git 里读；默认是文件夹里现在的文件。")
@click.option("--preview", default="", help="预览网站的地址，写了就有链接。")
@root_option
def report(revision: str | None, head: str | None, preview: str, root: Path | None) -> None:
    folder = find_root(root)
    with tempfile.TemporaryDirectory() as name:
        before = Path(name, "before")
        after = folder
        if head is not None:
            after = Path(name, "after")
            _extract(folder, head, after)
        # A history that is not whole does not tell which commit is published.
        base, called = ("", "") if missing_history(folder) else earlier_commit(folder, head)
        if revision is not None:
            base, called = revision, revision
        elif called == FIRST:
            click.echo("这是第一次提交，以前没有可以比较的版本。")
            return
        _extract(folder, base, before)
        settings, edition = settings_of(after), edition_of(drafts=True)
        old_settings, _ = read_site_file(before)
        comparison = compare(load(before, old_settings, edition), load(after, settings, edition))
    text = to_comment(comparison, preview=_with_slash(preview), base=_words_of(folder, base, called))
    click.echo(text, nl=False)


def _words_of(folder: Path, commit: str, called: str) -> str:
    """Which one it is, for a reader: 上一次提交（1a2b3c4，2026-03-08）."""
    facts = run_git(
        folder, "show", "--no-patch", "--format=%h，%cs", "--end-of-options", f"{commit}^{{commit}}"
    )
    return f"{called}（{facts.strip()}）" if facts and facts.strip() else called


def _extract(folder: Path, revision: str, target: Path) -> None:
    target.mkdir()
    if not revision or not extract(folder, revision, target):
        named = f"“{revision}”这一版" if revision else "以前的版本"
        raise click.UsageError(f"git 里找不到{named}。{_why_missing(folder)}")


def _why_missing(folder: Path) -> str:
    if not has_repository(folder):
        return "这个文件夹没有用 git 管理，没有以前的版本可以比较。"
    missing = missing_history(folder)
    return f"{missing}。" if missing else ""


def _with_slash(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""
