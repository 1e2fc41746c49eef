"""`board build`: the whole site, into the site folder."""

from __future__ import annotations

from pathlib import Path

import click

from noticeboard.commands.generator import ensure_hook, run_build
from noticeboard.commands.project import audience_option, find_root, output_folder, root_option, settings_of


@click.command(help="生成网站。有错误就停下，原来的网站不动。")
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
    settings_of(folder)
    arguments = ["--strict"] if strict else []
    if site_dir is not None:
        arguments += ["--site-dir", str(output_folder(folder, site_dir))]
    if directory_urls is not None:
        arguments.append("--use-directory-urls" if directory_urls else "--no-directory-urls")
    ensure_hook(folder)
    raise click.exceptions.Exit(run_build(folder, *arguments, audience=audience))
