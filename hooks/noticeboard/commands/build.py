"""`board build`: the whole site, into the site folder."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

import click

from noticeboard.commands.common_options import audience_option, edition_of, find_root, root_option
from noticeboard.publish.last_build import UNCHANGED, Wanted, last_build


@click.command(help="生成网站。有错误就停下，原来的网站不动；内容没有变，就什么也不做。")
@click.option("--strict", is_flag=True, help="有警告也停下。")
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="网站放到哪个文件夹。")
@click.option(
    "--directory-urls/--no-directory-urls",
    default=None,
    help="链接以 / 结尾，还是以 index.html 结尾（不用服务器也能打开）；默认照 mkdocs.yml。",
)
@audience_option
@root_option
def build(
    strict: bool, site_dir: Path | None, directory_urls: bool | None, audience: str | None, root: Path | None
) -> None:
    folder = find_root(root)
    wanted = Wanted(os.path.abspath(site_dir) if site_dir else None, directory_urls)
    if _is_built(folder, wanted, audience, strict=strict):
        click.echo(UNCHANGED)
        return
    # Loaded only now: that takes longer than all that was done so far.
    anew = import_module("noticeboard.commands.build_anew")
    raise click.exceptions.Exit(anew.build_site(folder, wanted, audience, strict=strict))


def _is_built(root: Path, wanted: Wanted, audience: str | None, *, strict: bool) -> bool:
    """Whether the site is there already; then its warnings are told again. A strict build ends with them."""
    built = last_build(root, wanted, edition_of(audience))
    if built is None or (strict and built.warnings):
        return False
    for line in built.warnings:
        click.echo(line, err=True)
    return True
