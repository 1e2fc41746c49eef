"""Small files that are what their names say, for tests in which it does not matter what is in them."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from noticeboard.content.repository.file_types import ending_of

_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
_PARTS |= {f"{name[:-1]}m": part for name, part in _PARTS.items()}
_BEGINNINGS = {
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff\xe0",
    "gif": b"GIF89a\1\0\1\0\0\0\0,",
    "xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "rar": b"Rar!\x1a\x07",
    "mp4": b"\0\0\0\x18ftypmp42",
}


@cache
def stand_in(name: str, text: str = "内容") -> bytes:
    """A file of the kind that the ending of `name` promises; another one with another `text`."""
    ending = ending_of(name)
    if ending == "pdf":
        return _pdf(text)
    if ending in _PARTS:
        return zipped({"[Content_Types].xml": "<Types/>", _PARTS[ending]: f"<a>{text}</a>"})
    if ending == "zip":
        return zipped({"说明.txt": text})
    return _BEGINNINGS.get(ending, b"") + text.encode()


def zipped(files: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return target.getvalue()


def _pdf(text: str) -> bytes:
    """One empty page, with `text` in a comment."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>",
    )
    data = b"%PDF-1.4\n%" + text.encode() + b"\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%sendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 4\n0000000000 65535 f \n" + table
    return data + b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start
