"""`board hub`: one site of many boards."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from noticeboard.edition import edition_from
from noticeboard.hub.board_list import BadInput, read_list
from noticeboard.hub.boards import read_boards
from noticeboard.hub.build import write_hub
from noticeboard.publish.site_folder import Refused, replacing
from noticeboard.system_errors import describe


@click.command(
    short_help="把许多公告栏的对外版汇总成一个网站，一个搜索。",
    help="把许多公告栏的对外版汇总成一个网站：各单位、逐月活动、公示、一个搜索，每一条都连到它自己的公告栏。"
    "清单是一张 CSV 表，第一行是“名称,网址,来源”，下面一行一个公告栏；来源是生成好的文件夹、里面的 board.json，或者发布的 ZIP 包。"
    "文件夹是汇总好的网站，整个换上去；有一个公告栏读不成，就什么也不动。",
)
@click.argument("listing", metavar="清单", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("target", metavar="文件夹", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", default="工会公告栏汇总", show_default=True, help="网站的名称。")
def hub(listing: Path, target: Path, title: str) -> None:
    try:
        today = edition_from(os.environ, datetime.now(UTC)).today
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    try:
        listed = read_list(listing)
        boards = read_boards(listed)
        with replacing(target, [listing, *(item.source for item in listed)]) as new:
            count = write_hub(boards, title, today, new)
    except BadInput as bad:
        for sentence in bad.sentences:
            click.echo(sentence, err=True)
        raise click.ClickException("没有汇总，原来的网站没有改动。") from None
    except Refused as refused:
        raise click.ClickException(str(refused)) from None
    except OSError as error:
        raise click.ClickException(
            f"读写文件出了错，没有汇总，原来的网站没有改动。{describe(error, Path.cwd())}。"
        ) from error
    documents = sum(len(board.data.documents) for board in boards)
    click.echo(f"汇总了 {len(boards)} 个公告栏，{documents} 份文件，{count} 页，在 {target}。")
