"""`board search`: what a reader who types the same would find."""

from __future__ import annotations

import json
from pathlib import Path

import click

from noticeboard.commands.project import audience_option, edition_of, find_root, load_site, root_option
from noticeboard.content.documents import TYPES
from noticeboard.reports import text_lines
from noticeboard.search.matching import SearchHit, search
from noticeboard.search.query import terms_of
from noticeboard.search.snippets import snippet
from noticeboard.search.sources import texts_of_site
from noticeboard.search.texts import PAGE_LABEL


@click.command(
    "search", help="按网站上的规则搜索，列出找到的文件。几个词都要有；“引号”里的话可以跨过标点；-词 不要有。"
)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出的格式。")
@click.option(
    "--limit", type=click.IntRange(min=0), default=20, show_default=True, help="最多列出几份，0 是全部。"
)
@audience_option
@root_option
@click.argument("words", metavar="词", nargs=-1, required=True)
def find(style: str, limit: int, audience: str | None, root: Path | None, words: tuple[str, ...]) -> None:
    site = load_site(find_root(root), audience)
    if site.has_errors:
        for problem in site.problems:
            for line in text_lines(problem):
                click.echo(line, err=True)
        raise click.exceptions.Exit(1)
    terms = terms_of(" ".join(words))
    hits = search(texts_of_site(site), terms, edition_of(audience).today)
    shown = hits[:limit] if limit else hits
    if style == "json":
        click.echo(json.dumps([_values(hit) for hit in shown], ensure_ascii=False, indent=2))
        return
    for hit in shown:
        facts = [
            TYPES[hit.text.type].label if hit.text.type in TYPES else PAGE_LABEL,
            hit.text.unit,
            str(hit.text.day or ""),
        ]
        click.echo(f"{click.style(hit.text.title, bold=True)}  {' · '.join(filter(None, facts))}")
        click.echo(f"  {hit.text.source}")
        for passage in hit.passages[:1]:
            click.echo(
                f"  {snippet(passage.text, terms, lambda match: click.style(f'【{match}】', fg='red'))}"
            )
    click.echo(f"找到 {len(hits)} 份。" if terms else "请写要找的字，标点和空格不算。", err=True)


def _values(hit: SearchHit) -> dict[str, object]:
    text = hit.text
    return {
        "title": text.title,
        "type": text.type,
        "date": text.day.isoformat() if text.day else None,
        "unit": text.unit,
        "source": text.source,
        "url": text.address
        + (f"#{hit.passages[0].anchor}" if hit.passages and hit.passages[0].anchor else ""),
        "text": hit.passages[0].text if hit.passages else text.title,
    }
