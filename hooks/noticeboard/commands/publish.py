"""`board publish`: checks, builds, looks at what was built, and only then lets readers see it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from noticeboard.commands.generator import run_build
from noticeboard.commands.project import (
    audience_option,
    edition_of,
    find_root,
    load_site,
    output_folder,
    root_option,
)
from noticeboard.commands.published import release_folder, telling
from noticeboard.content.history import run_git
from noticeboard.content.paths import kept_places
from noticeboard.edition import BEIJING
from noticeboard.publish.archive import write_archive
from noticeboard.publish.built_site import Finding, files_in_archive, files_of, findings
from noticeboard.publish.releases import Release
from noticeboard.publish.site_folder import Refused

_MOST_TOLD = 20
ARCHIVE = ".zip"


@click.command(
    help="发布到 TARGET：检查，在旁边生成，核对，再一下子换上去。TARGET 是文件夹，网页服务器指到它里面的 current；"
    "写成 .zip 的，打成一个包，解开以后双击 index.html 就能看。哪一步不成，读者看到的都不变。"
)
@click.argument("target", metavar="TARGET", type=click.Path(path_type=Path))
@click.option("--keep", type=click.IntRange(1), default=5, show_default=True, help="留几次发布，可以退回去。")
@click.option("--strict", is_flag=True, help="有警告、有网址不见了，也停下。")
@click.option("--dry-run", is_flag=True, help="只做到核对，不换上去。")
@click.option(
    "--links/--no-links", default=True, help="current 是不是链接；服务器不认链接的共享盘用 --no-links。"
)
@audience_option
@root_option
def publish(
    target: Path, keep: int, strict: bool, dry_run: bool, links: bool, audience: str | None, root: Path | None
) -> None:
    folder = find_root(root)
    audience = edition_of(audience).audience

    def build(place: Path, before: frozenset[str], *options: str) -> None:
        arguments = ["--strict", *options] if strict else options
        if run_build(folder, "--site-dir", str(place), *arguments, audience=audience) != 0:
            raise click.ClickException("没有发布，读者看到的网站没有改动。")
        _tell(findings(place, load_site(folder, audience), before), strict=strict)

    with telling(folder):
        if target.suffix.lower() == ARCHIVE:
            _publish_archive(output_folder(folder, target.parent) / target.name, build, dry_run=dry_run)
        else:
            _publish_folder(folder, target, build, audience, keep, dry_run=dry_run, links=links)


def _publish_folder(
    root: Path,
    target: Path,
    build: Callable[..., None],
    audience: str,
    keep: int,
    *,
    dry_run: bool,
    links: bool,
) -> None:
    board = release_folder(target)
    with board.opened(kept_places(root), lambda sentence: click.echo(sentence, err=True)):
        _ensure_same_edition(board.live, audience)
        place = board.next_place(datetime.now(UTC).astimezone(BEIJING).replace(tzinfo=None))
        try:
            build(place, files_of(board.current) if board.live else frozenset())
            if dry_run:
                click.echo("核对好了，没有换上去（--dry-run）。")
                return
            release = board.add(
                place, audience, (run_git(root, "rev-parse", "--short", "HEAD") or "").strip()
            )
            board.switch(release, links=links)
        finally:
            if board.live is None or board.live.id != place.name:
                board.discard(place)
        click.echo(f"已发布：{release.id}，{release.pages} 页，在 {board.current}。")
        board.prune(keep)


def _publish_archive(place: Path, build: Callable[..., None], *, dry_run: bool) -> None:
    with tempfile.TemporaryDirectory(prefix=f".{place.name}.", dir=place.parent) as folder:
        site = Path(folder) / "site"
        build(site, files_in_archive(place), "--no-directory-urls")
        if dry_run:
            click.echo("核对好了，没有打包（--dry-run）。")
            return
        write_archive(site, place)
    click.echo(f"已发布：{place}。解开以后，双击里面的 index.html。")


def _ensure_same_edition(live: Release | None, audience: str) -> None:
    words = {"internal": "对内版", "public": "对外版"}
    if live is not None and live.audience != audience:
        raise Refused(
            f"那里登的是{words.get(live.audience, live.audience)}，这一次要发布的是{words[audience]}。"
            "两个版要放在两个文件夹里，请换一个文件夹，或者改 --audience。"
        )


def _tell(found: tuple[Finding, ...], *, strict: bool) -> None:
    """Tells what was found, and ends the command where that keeps the site from being published."""
    for finding in found[:_MOST_TOLD]:
        click.echo(
            f"{'错误' if finding.is_error else '警告'}：{finding.address}：{finding.message}", err=True
        )
    if len(found) > _MOST_TOLD:
        click.echo(f"还有 {len(found) - _MOST_TOLD} 处。", err=True)
    if any(strict or finding.is_error for finding in found):
        raise click.ClickException("核对没有通过，没有发布，读者看到的网站没有改动。")
