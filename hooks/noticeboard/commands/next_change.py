"""`board next-change`: the next day on which the board changes by itself, and what changes."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from noticeboard.commands.project import audience_option, find_root, load_site, root_option
from noticeboard.publish import next_change as coming
from noticeboard.reports import text_lines


@click.command("next-change", help="没有人改动，公告栏下一次是哪一天会变，变什么：那一天要重新发布。")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出的格式。")
@audience_option
@root_option
def next_change(style: str, audience: str | None, root: Path | None) -> None:
    site = load_site(find_root(root), audience)
    if site.has_errors:
        for problem in site.problems:
            if problem.is_error:
                click.echo("\n".join(text_lines(problem)), err=True)
        raise click.ClickException("有文件写错了，说不准哪一天会变。请先改好。")
    found = coming.next_change(site)
    if style == "json":
        values = {"day": found.day.isoformat(), "reasons": [asdict(reason) for reason in found.reasons]}
        click.echo(json.dumps(values, ensure_ascii=False, indent=2))
        return
    click.echo(f"{found.day:%Y-%m-%d} 会变：")
    for reason in found.reasons:
        place = f"（{reason.path}{f':{reason.line}' if reason.line else ''}）" if reason.path else ""
        click.echo(f"  {reason.what}：{reason.title}{place}")
