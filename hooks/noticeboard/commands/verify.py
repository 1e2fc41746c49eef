"""`board verify`: whether a downloaded ledger, a code on paper, or a log of publications is what it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from noticeboard.build import Site
from noticeboard.commands.project import audience_option, find_root, load_site, root_option
from noticeboard.content.repository.publication_log import LOG_ENDING, BrokenLog, PublicationLog, read_log
from noticeboard.publish.verification import (
    FEWEST_SIGNS,
    SOURCE,
    NotALedger,
    RowChange,
    compare,
    find_code,
    find_document,
    read_code,
    read_ledger,
)
from noticeboard.views.helpers.day_words import chinese_date

_CODE_OF_PAPER = re.compile(r"(https?://[^#?]+)(?:\?[^#]*)?#c=([0-9a-f]{12,64})")
_WORDS = {RowChange.CHANGED: "改过", RowChange.GONE: "没有了", RowChange.NEW: "新增"}


@click.command(
    short_help="核对下载的公开台账、纸上的核对码、发布记录，是不是原来的。",
    help="核对。目标是下载的公开台账（CSV 或 Excel），或者一份公开上的核对码。"
    "纸上的二维码扫出来的网址也可以。"
    "核对码对不上时，后面写那份公开的编号或路径，就说出它是不是改过。"
    "目标也可以是发布记录（publications.jsonl）：查它有没有断；后面写公示证明上发布记录的核对码，就说出记录是不是原来的那一份。"
    "原文的核对码按文字算，换行、编码不同不算改过；附件的按文件的字节算。"
    "全都一样，结束代码是 0；有不一样的，是 1。",
)
@click.argument("target", metavar="目标")
@click.argument("document", metavar="[文件]", required=False)
@audience_option
@root_option
def verify(target: str, document: str | None, audience: str | None, root: Path | None) -> None:
    place, code = Path(target), read_code(target)
    if told := _CODE_OF_PAPER.fullmatch(target.strip()):
        # What a QR code on paper leads to: the page, and the code of the text that was printed.
        site = load_site(find_root(root), audience)
        name = document or next((path for path in _paths(told[1]) if find_document(path, site)), None)
        same = _verify_code(told[2], name, site)
    elif place.suffix == LOG_ENDING:
        same = _verify_log(place, document)
    elif place.is_file():
        same = _verify_file(place, load_site(find_root(root), audience))
    elif code is not None:
        same = _verify_code(code, document, load_site(find_root(root), audience))
    else:
        raise click.UsageError(
            f"“{target}”不是台账文件，也不是核对码。核对码至少要有前 {FEWEST_SIGNS} 位，带空格请加引号。"
        )
    raise click.exceptions.Exit(0 if same else 1)


def _paths(address: str) -> Iterator[str]:
    """What may be the board's own part of an address, the longest first."""
    path = address.partition("://")[2].partition("/")[2].removesuffix("index.html")
    while path:
        yield path
        path = path.partition("/")[2]


def _verify_log(place: Path, typed: str | None) -> bool:
    if not place.is_file():
        raise click.UsageError(f"找不到发布记录“{place}”。")
    try:
        log = read_log(place)
    except BrokenLog as broken:
        click.echo(f"不一样　{broken}。")
        return False
    except OSError as error:
        raise click.UsageError(f"“{place.name}”打不开。") from error
    if not log.lines:
        click.echo("发布记录是空的。")
        return typed is None
    click.echo(
        f"发布记录共 {len(log.lines)} 行，从 {chinese_date(log.lines[0].at)} 到 {chinese_date(log.lines[-1].at)}，"
        f"一行接一行，没有断开；最后一行的核对码是 {log.head}。"
    )
    if typed is None:
        return True
    code = read_code(typed)
    if code is None:
        raise click.UsageError(f"“{typed}”不是核对码。核对码至少要有前 {FEWEST_SIGNS} 位，带空格请加引号。")
    number = next((number for number, found in enumerate(log.codes, 1) if found.startswith(code)), None)
    if number:
        click.echo(f"一样　这是第 {number} 行的核对码：这一行和它前面的，都没有改过。")
        return True
    versions = tuple(_versions(log, code))
    for version in versions:
        click.echo(f"记录里有　{version}")
    if not versions:
        click.echo("不一样　记录里没有这个核对码：记录换过、改过，或者这个核对码不是从这份记录来的。")
    return bool(versions)


def _versions(log: PublicationLog, code: str) -> Iterator[str]:
    """Where and when texts were up whose code begins with `code`, in words."""
    for address, stays in log.stays.items():
        for stay in stays:
            if stay.content.text.startswith(code):
                until = f"到 {chinese_date(stay.until)}" if stay.until else "起，现在还登着"
                yield f"{address} 从 {chinese_date(stay.since)} {until}，登的是这一版。"


def _verify_file(place: Path, site: Site) -> bool:
    try:
        rows = read_ledger(place.read_bytes())
    except (NotALedger, OSError) as error:
        raise click.UsageError(f"“{place.name}”：{error}") from error
    findings = compare(rows, site)
    for finding in findings:
        details = f"：{'；'.join(finding.details)}" if finding.details else ""
        click.echo(f"{_WORDS[finding.verdict]}　《{finding.title}》（{finding.path}）{details}")
    counts = [
        f"{_WORDS[verdict]} {count} 份"
        for verdict in RowChange
        if (count := sum(finding.verdict is verdict for finding in findings))
    ]
    click.echo(f"台账共 {len(rows)} 份，{'、'.join(counts) or '和仓库全都一样'}。")
    return not findings


def _verify_code(code: str, name: str | None, site: Site) -> bool:
    record = find_document(name, site) if name else None
    if name and record is None:
        raise click.UsageError(f"没有编号或路径是“{name}”的公开。")
    matches = [
        match for match in find_code(code, site) if record is None or match.record.document is record.document
    ]
    for match in matches:
        document = match.record.document
        what = match.name if match.name == SOURCE else f"附件“{match.name}”"
        click.echo(f"一样　《{document.title}》（{match.record.number}，{document.path}）的{what}没有改过。")
        if match.earlier:
            click.echo(f"这是以前的算法或另一种换行算出的核对码，内容相同；现在的是 {match.digest}。")
    if matches:
        return True
    if record is not None:
        click.echo(
            f"不一样　《{record.document.title}》（{record.document.path}）改过，原文现在的核对码是 {record.document.digest}。"
        )
    elif versions := tuple(_versions(site.catalog.publications, code)):
        for version in versions:
            click.echo(f"以前的一版　{version}")
    else:
        click.echo("不一样　现在没有哪份公开的原文或附件是这个核对码：它改过，撤掉了，或者不是这里的。")
    return False
