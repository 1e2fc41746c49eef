"""What a board publishes and a hub reads, made by the program itself, or by hand where a test wants it otherwise."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from boards import load_board, plan
from noticeboard.build import Site
from noticeboard.search.index import index_assets
from noticeboard.search.texts import texts_of

PUBLIC_FILES = {
    "plans/2026/计划.md": plan(
        "### 十一月\n\n- 8日 14:30 职工篮球赛（地点：体育馆）\n- 读书分享会\n", head="范围: 对外"
    ),
    "plans/2026/评优.md": "---\n类型: 公开\n标题: 先进推荐公示\n日期: 2026-11-18\n范围: 对外\n类别: 职称评聘与奖惩\n"
    "责任部门: 校长办公室\n依据: 校务会议决定\n反馈: 投入一楼意见箱\n联系: 办公室，内线8001\n公示期: 2026-11-18 至 2026-11-24\n---\n\n推荐两人，听取意见。\n",
}


def publish(folder: Path, files: dict[str, str], *, directory_urls: bool = True, **settings: Any) -> Site:
    """Writes what a hub reads of the public edition of a board into `folder`."""
    source = folder.with_name(f"{folder.name}-source")
    shutil.rmtree(source, ignore_errors=True)
    site = load_board(source, files, audience="public", **settings)
    board = next(asset for asset in site.assets if asset.address == "board.json")
    texts = texts_of(site.catalog, ())
    for asset in (
        board,
        *index_assets(texts, site.settings, site.edition.today, directory_urls=directory_urls),
    ):
        place = folder / asset.address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(asset.made())
    return site


def change(folder: Path, edit: Callable[[Any], object]) -> None:
    """Lets `edit` change the data of the board in `folder`."""
    place = folder / "board.json"
    data = json.loads(place.read_bytes())
    edit(data)
    place.write_text(json.dumps(data), encoding="utf-8")


def list_of(folder: Path, *rows: str) -> Path:
    """A list of boards, one `name,address,source` each."""
    place = folder / "boards.csv"
    place.write_text("\n".join(["名称,网址,来源", *rows]) + "\n", encoding="utf-8")
    return place
