"""`board publish`: checks, builds, looks at what was built, and only then lets readers see it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import click

from noticeboard.atomic import replace_file
from noticeboard.commands.generator import run_build
from noticeboard.commands.project import (
    audience_option,
    edition_of,
    find_root,
    load_site,
    root_option,
)
from noticeboard.commands.published import (
    NOT_PUBLISHED,
    SWITCHED,
    beijing_now,
    copy_to,
    release_folder,
    telling,
    to_option,
)
from noticeboard.content.repository.history import run_git
from noticeboard.content.repository.paths import kept_places
from noticeboard.content.repository.publication_log import BrokenLog, Content, read_log
from noticeboard.publish.asset_names import name_by_content
from noticeboard.publish.built_site import SiteFinding, files_in_archive, files_of, findings
from noticeboard.publish.mirror import ensure_remote
from noticeboard.publish.publications import contents_of, edited_in_notice
from noticeboard.publish.releases import Release, ReleaseFolder
from noticeboard.publish.site_folder import Refused
from noticeboard.publish.zip_file import beside_archive, write_archive

_MOST_LISTED = 20
ARCHIVE = ".zip"


@click.command(
    short_help="发布到目标文件夹：检查，在旁边生成，核对，再一下子换上去。",
    help="发布到目标：检查，在旁边生成，核对，再一下子换上去。目标是文件夹，网页服务器指到它里面的 current；"
    "写成 .zip 的，打成一个包，解开以后双击 index.html 就能看。哪一步不成，读者看到的都不变。",
)
@click.argument("target", metavar="目标", type=click.Path(path_type=Path))
@click.option("--keep", type=click.IntRange(1), default=5, show_default=True, help="留几次发布，可以退回去。")
@click.option("--strict", is_flag=True, help="有警告、有网址不见了，也停下。")
@click.option("--dry-run", is_flag=True, help="只做到核对，不换上去。")
@click.option(
    "--links/--no-links", default=True, help="current 是不是链接；服务器不认链接的共享盘用 --no-links。"
)
@click.option("--commit-log", is_flag=True, help="把发布记录也放进仓库，提交一次（不推送）。")
@to_option
@audience_option
@root_option
def publish(
    target: Path,
    keep: int,
    strict: bool,
    dry_run: bool,
    links: bool,
    commit_log: bool,
    remote: str | None,
    audience: str | None,
    root: Path | None,
) -> None:
    folder = find_root(root)
    builder = _Builder(folder, edition_of(audience).audience, strict)
    with telling(folder):
        if remote:
            ensure_remote(remote)
        if target.suffix.lower() == ARCHIVE:
            _publish_archive(Path(os.path.abspath(target)), builder, dry_run=dry_run)
            return
        _publish_folder(target, builder, keep, dry_run=dry_run, links=links, remote=remote)
        if commit_log and not dry_run:
            with telling(folder, "网站已经发布，发布记录没有放进仓库"):
                _commit_log(folder, ReleaseFolder(target).log(builder.audience))


@dataclass(frozen=True, slots=True)
class _Builder:
    """Builds a site beside the live one, and ends the command where it may not be published."""

    root: Path
    audience: str
    strict: bool

    def build(
        self, place: Path, before: frozenset[str], *options: str, log: Path | None = None
    ) -> dict[str, Content]:
        """What the documents hold of the site that stands at `place` then; `before` are the addresses that readers know."""
        arguments = ["--strict", *options] if self.strict else options
        if run_build(self.root, "--site-dir", str(place), *arguments, audience=self.audience, log=log) != 0:
            raise click.ClickException(f"{NOT_PUBLISHED}。")
        name_by_content(place)
        site = load_site(self.root, self.audience, log=log)
        _report((*findings(place, site, before), *edited_in_notice(site)), strict=self.strict)
        return contents_of(site)


def _publish_folder(
    target: Path, builder: _Builder, keep: int, *, dry_run: bool, links: bool, remote: str | None
) -> None:
    board = release_folder(target)
    root, audience = builder.root, builder.audience
    with board.opened(kept_places(root), _tell):
        _ensure_same_edition(board.live, audience)
        place = board.next_place(beijing_now())
        try:
            before = files_of(board.current) if board.live else frozenset()
            contents = builder.build(place, before, log=board.log(audience))
            if dry_run:
                click.echo("核对好了，没有换上去（--dry-run）。")
                return
            revision = (run_git(root, "rev-parse", "--short", "HEAD") or "").strip()
            release = board.add(place, audience, revision, contents)
            board.switch(release, links=links)
        finally:
            if board.live is None or board.live.id != place.name:
                board.discard(place)
        with telling(root, SWITCHED.format(release.id)):
            board.log_live(beijing_now())
            click.echo(f"已发布：{release.id}，{release.pages} 页，在 {board.current}。")
            board.prune(keep)
            if remote:
                copy_to(remote, board.target)
                click.echo(f"已传到 {remote}。")


def _publish_archive(place: Path, builder: _Builder, *, dry_run: bool) -> None:
    with beside_archive(place, kept_places(builder.root), _tell) as folder:
        site = folder / "site"
        builder.build(site, files_in_archive(place), "--no-directory-urls")
        if dry_run:
            click.echo("核对好了，没有打包（--dry-run）。")
            return
        write_archive(site, place, folder)
    click.echo(f"已发布：{place}。解开以后，双击里面的 index.html。")


def _tell(sentence: str) -> None:
    click.echo(sentence, err=True)


def _commit_log(root: Path, log: Path) -> None:
    """Keeps the log in the repository too, where whoever has a clone of it can tell whether somebody changed the one outside."""
    kept = root / log.name
    now = read_log(log)
    try:
        known = read_log(kept)
    except BrokenLog as broken:
        raise Refused(f"仓库里的{broken}。网站已经发布，发布记录没有放进仓库。") from broken
    if known.codes != now.codes[: len(known.codes)]:
        raise Refused(
            f"仓库里的 {log.name} 和发布文件夹里的对不上，有一份被改过。网站已经发布，发布记录没有放进仓库。"
        )
    replace_file(kept, now.written())
    done = (
        run_git(root, "add", "--", log.name),
        run_git(root, "commit", "--quiet", "--message", f"发布记录 {now.release}", "--", log.name),
    )
    if None in done:
        click.echo(f"发布记录放进了仓库（{log.name}），没有提交成。请自己提交。", err=True)


def _ensure_same_edition(live: Release | None, audience: str) -> None:
    words = {"internal": "对内版", "public": "对外版"}
    if live is not None and live.audience != audience:
        raise Refused(
            f"那里登的是{words.get(live.audience, live.audience)}，这一次要发布的是{words[audience]}。"
            "两个版要放在两个文件夹里，请换一个文件夹，或者改 --audience。"
        )


def _report(found: tuple[SiteFinding, ...], *, strict: bool) -> None:
    """Tells what was found, and ends the command where that keeps the site from being published."""
    for finding in found[:_MOST_LISTED]:
        click.echo(
            f"{'错误' if finding.is_error else '警告'}：{finding.address}：{finding.message}", err=True
        )
    if len(found) > _MOST_LISTED:
        click.echo(f"还有 {len(found) - _MOST_LISTED} 处。", err=True)
    if any(strict or finding.is_error for finding in found):
        raise click.ClickException(f"核对没有通过，{NOT_PUBLISHED}。")
