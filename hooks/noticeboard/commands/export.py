"""`board export`: every page as Markdown plus files, for another generator."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click

from noticeboard.commands.project import audience_option, find_root, load_site, output_folder, root_option
from noticeboard.content.repository.paths import kept_places
from noticeboard.content.settings.site_file import named_by
from noticeboard.publish.export import export_site
from noticeboard.publish.export_config import write_config
from noticeboard.publish.site_folder import replacing
from noticeboard.reports import summary_line, text_lines
from noticeboard.system_errors import describe


@click.command(
    short_help="把每一页写成 Markdown，连同附件、样式放进一个文件夹，供别的生成器使用。",
    help="把每一页写成 Markdown，连同附件、样式、脚本和 mkdocs.yml 放进一个文件夹，供别的生成器使用；怎么用写在里面的 README.md。",
)
@click.argument("target", metavar="文件夹", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--directory-urls/--no-directory-urls", default=True, help="链接以 / 结尾，还是以 index.html 结尾。"
)
@audience_option
@root_option
def export(target: Path, directory_urls: bool, audience: str | None, root: Path | None) -> None:
    folder = find_root(root)
    target = output_folder(folder, target)
    site = load_site(folder, audience)
    for problem in site.problems:
        for line in text_lines(problem):
            click.echo(line, err=True)
    if site.has_errors:
        click.echo(f"{summary_line(site.problems)}没有导出。", err=True)
        raise click.exceptions.Exit(1)
    if target.exists() and any(target.iterdir()):
        raise click.UsageError(f"文件夹“{target}”不是空的，请换一个，或先清空。")
    try:
        with replacing(target, kept_places(folder)) as new:
            count = export_site(site, new / "docs", directory_urls=directory_urls)
            write_config(folder, new, _looks(folder), directory_urls=directory_urls)
    except OSError as error:
        raise click.ClickException(f"读写文件出了错，没有导出。{describe(error, folder)}。") from error
    click.echo(f"已导出 {count} 页到 {target}。")


def _looks(root: Path) -> Iterator[Path]:
    """The folders of the look: the one that comes with the program, then the board's own."""
    spec = find_spec("noticeboard_mkdocs.theme")
    yield from map(Path, (spec and spec.submodule_search_locations) or ())
    if own := named_by(root).look:
        yield root / own
