"""Seeded attachments of every kind that boards have: workbooks, documents, PDF, CSV, archives."""

from __future__ import annotations

import io
import random
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import xlsxwriter

from noticeboard.inspection.readers import read_files

_WORDS = (
    "工会小组",
    "教职工运动会",
    "经费预算",
    "劳动保护",
    "合理化建议",
    "校务公开",
    "读书活动",
    "困难帮扶",
    "体检安排",
    "值班表",
)


def write_attachments(count: int, seed: int = 20261121) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of `count` attachments; every kind in turn, with some fifty rows, paragraphs or a page each."""
    chance = random.Random(seed)
    makers = (_workbook, _document, _pdf, _workbook, _table, _archive)
    for number in range(count):
        ending, data = makers[number % len(makers)](chance)
        yield f"附件{number:03}.{ending}", data


def _line(chance: random.Random) -> list[str]:
    return [
        chance.choice(_WORDS),
        str(chance.randint(1, 5000)),
        f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        chance.choice(_WORDS),
    ]


def _workbook(chance: random.Random) -> tuple[str, bytes]:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        for name in ("汇总", "明细"):
            sheet = book.add_worksheet(name)
            for number in range(60):
                sheet.write_row(number, 0, _line(chance))
        sheet.hide()
    return "xlsx", target.getvalue()


def _document(chance: random.Random) -> tuple[str, bytes]:
    document = docx.Document()
    for _ in range(40):
        document.add_paragraph("，".join(_line(chance)) * 2)
    table = document.add_table(rows=0, cols=4)
    for _ in range(15):
        for cell, text in zip(table.add_row().cells, _line(chance), strict=True):
            cell.text = text
    target = io.BytesIO()
    document.save(target)
    return "docx", target.getvalue()


def _pdf(chance: random.Random) -> tuple[str, bytes]:
    return "pdf", page_of([" ".join(_line(chance)[1:3]) for _ in range(40)])


def page_of(lines: list[str]) -> bytes:
    """A PDF of one page, put together by hand: the smallest that every reader opens. The lines are ASCII."""
    text = "".join(f"({line}) Tj T*\n" for line in lines)
    stream = f"BT /F1 10 Tf 14 TL 40 800 Td\n{text}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += (
        b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (table, len(data))
    )
    return data


def _table(chance: random.Random) -> tuple[str, bytes]:
    text = "".join(",".join(_line(chance)) + "\r\n" for _ in range(200))
    return "csv", text.encode(chance.choice(("utf-8-sig", "gb18030")))


def _archive(chance: random.Random) -> tuple[str, bytes]:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, make in enumerate((_workbook, _table, _document)):
            ending, data = make(chance)
            archive.writestr(f"材料{number}.{ending}", data)
    return "zip", target.getvalue()


def hostile() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of attachments that were made to take long or much: small, and each of another kind."""
    body = "<tr><tc>" * 450 + "</tc></tr>" * 450
    yield "套了几百层的表格.docx", _zipped("word/document.xml", body)
    yield "一百万个空段落.docx", _zipped("word/document.xml", "<d>" + "<p/>" * 1_000_000 + "</d>")
    yield "一亿字节.zip", _zipped("甲.txt", "0" * 100_000_000)
    yield (
        "四十五万个手机号.csv",
        ("姓名,手机\n" + "".join(f"王丽华,138{n:08d}\n" for n in range(450_000))).encode(),
    )
    yield "十万行.csv", ("姓名,手机\n" + "".join(f"王丽华,138{n:08d}\n" for n in range(100_000))).encode()
    yield "六万列住址.csv", (",".join(["住址"] * 60_000) + "\n" + ",".join(["1号"] * 60_000) + "\n").encode()
    yield "家住.txt", ("家住家住" * 800_000).encode()
    yield "空行.txt", b"\n" * (50 * 1024 * 1024 - 1)
    yield "一行数字.txt", b"1" * 10_000_000


def bounds() -> list[str]:
    """Lines that say what each hostile attachment costs: seconds of the clock, and what is said of it."""
    lines = ["hostile attachments, at most 10 s of processor and 512 MB each:"]
    with tempfile.TemporaryDirectory() as folder:
        for name, data in hostile():
            place = Path(folder, name)
            place.write_bytes(data)
            start = time.perf_counter()
            (found,) = read_files([place])
            said = (
                "、".join([*(f"{hit.detector} {hit.count}" for hit in found.hits), *found.skipped])
                or "nothing"
            )
            lines.append(f"  {time.perf_counter() - start:6.2f} s  {name}  {said}")
    return lines


def _zipped(name: str, text: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        if name.endswith(".xml"):
            archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, text)
    return target.getvalue()
