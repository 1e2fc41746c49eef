"""Names that leave: on the day after their time no byte of them is in a whole site, its archives unpacked (SPECIFICATION section 21)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest

from noticeboard.content.repository.publication_log import Content, PublicationLog
from site_builds import run_mkdocs
from stand_ins import stand_in, zipped

pytestmark = pytest.mark.site

NAME = "欧阳试验"
WRITTEN = tuple(
    text.encode(encoding)
    for text, encoding in (
        (NAME, "utf-8"),
        (NAME, "gb18030"),
        (NAME, "utf-16-le"),
        (quote(NAME), "ascii"),
        ("".join(f"\\u{ord(sign):04x}" for sign in NAME), "ascii"),
        ("".join(f"&#{ord(sign)};" for sign in NAME), "ascii"),
    )
)
"""The name in every way in which the files of a site may hold it."""
NOTICE = f"""---
类型: 公开
标题: 先进人选公示
日期: 2026-03-02
类别: 评优与考核
责任部门: 校长办公室
公示期: 2026-03-02 至 2026-03-06
个人信息保留: 公示期满后30天
依据: 评选办法
联系: 校长办公室，内线8101
反馈: 到校长办公室反映
曾用网址: plans/2026/old/
附件:
  - 文件: 推荐表.xlsx
    名称: 推荐名单
  - 名单-{NAME}.pdf
  - 名单.zip
  - 办法.txt
---

拟推荐2人，见[推荐表](推荐表.xlsx)，[获奖名单](结果.docx)。

## 名单

| 姓名 | 部门 |
|---|---|
| {NAME} | 一年级组 |

- 3月8日 {NAME}领奖
- ![{NAME}](相.png)

### {NAME}的事迹

见[说明](另一份.docx)。

## 说明

办法见附件。
"""
OTHER = f"---\n类型: 通知\n标题: 通知\n日期: 2026-03-03\n---\n看[名单](名单-{NAME}.pdf)、[表](推荐表.xlsx)和[公示](公示.md)。\n"
ADDRESS = "plans/2026/gong-shi/"


def files() -> dict[str, str | bytes]:
    log = PublicationLog()
    content = Content("f" * 64, {f"名单-{NAME}.pdf": "1" * 64, "办法.txt": "2" * 64})
    log = log.extended(log.lines_for("20260301-080000", "", datetime(2026, 3, 1, 8), {ADDRESS: content}))
    attachments = {
        "推荐表.xlsx": stand_in("a.xlsx", NAME),
        f"名单-{NAME}.pdf": stand_in("a.pdf", NAME),
        "名单.zip": zipped({f"{NAME}.txt": NAME}),
        "结果.docx": stand_in("a.docx", NAME),
        "另一份.docx": stand_in("b.docx", f"{NAME}的事迹"),
        "相.png": stand_in("a.png", NAME),
        "办法.txt": "办法\n",
    }
    return {
        "publications.jsonl": log.written(),
        "plans/2026/公示.md": NOTICE,
        "plans/2026/通知.md": OTHER,
        **{f"plans/2026/{name}": content for name, content in attachments.items()},
    }


def places(data: bytes, name: str) -> Iterator[str]:
    """Where the name stands in a file called `name`, or in what is packed in it."""
    if any(written in data or written in name.encode() for written in WRITTEN):
        yield name
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from places(archive.read(member), f"{name}!{member}")


def built(root: Path, day: datetime) -> set[str]:
    done = run_mkdocs(root, "build", "--quiet", SOURCE_DATE_EPOCH=str(int(day.timestamp())))
    assert done.returncode == 0, done.stderr
    site = root / "site"
    return {
        place
        for path in site.rglob("*")
        if path.is_file()
        for place in places(path.read_bytes(), path.relative_to(site).as_posix())
    }


def test_no_byte_of_a_name_is_left(project):
    root = project(files())
    before = built(root, datetime(2026, 4, 5, 4, tzinfo=UTC))
    assert before >= {
        "board.json",
        "feed.xml",
        "disclosure/feed.xml",
        "disclosure/ledger.csv",
        "disclosure/ledger.xlsx!xl/sharedStrings.xml",
        "search/t/0.js",
        f"{ADDRESS}index.html",
    }
    assert {"xlsx", "docx", "pdf", "zip", "png"} <= {
        place.partition("!")[0].rpartition(".")[2] for place in before
    }
    assert built(root, datetime(2026, 4, 6, 4, tzinfo=UTC)) == set()
    page = (root / "site" / ADDRESS / "index.html").read_text(encoding="utf-8")
    assert "名单登到2026年4月5日" in page
    certificate = (root / "site" / ADDRESS / "certificate/index.html").read_text(encoding="utf-8")
    assert "先进人选公示" in certificate
    assert (root / "site/plans/2026/old/index.html").is_file()
