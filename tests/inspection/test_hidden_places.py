"""Places that no program shows: attributes, formulas, names of folders, what stands behind a picture's end, odd letters."""

from __future__ import annotations

import io
import quopri
import struct
import zipfile
from collections.abc import Mapping

import pytest

from inspection.drawings import emf, wide_text
from noticeboard.inspection.inspect import inspect

SAID = "职工王小芳患乳腺癌住院，手机13812345678"
TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
JPEG = b"\xff\xd8\xff\xda\x00\x02\xff\xd9"


def zipped(parts: Mapping[str, str | bytes], note: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.comment = note
            archive.writestr(entry, text)
    return stream.getvalue()


def office(name: str, part: str) -> bytes:
    return zipped({"[Content_Types].xml": TYPES, name: part})


def sheet(inside: str) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="a"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<a><Relationship Id="a" Target="worksheets/sheet1.xml"/></a>',
            "xl/worksheets/sheet1.xml": f"<worksheet>{inside}</worksheet>",
        }
    )


CARD = quopri.encodestring(SAID.encode()).decode().replace("=\n", "")
CELLS = "".join(f'<c t="str"><v>{cell}</v></c>' for cell in ("王小芳", "乳腺癌", "13812345678"))
PLACES = {
    "control": office(
        "word/document.xml", f'<d xmlns:w="w"><w:sdtPr><w:alias w:val="{SAID}"/></w:sdtPr></d>'
    ),
    "choice": office("word/document.xml", f'<d xmlns:w="w"><w:listItem w:displayText="{SAID}"/></d>'),
    "letters as a picture": office("word/document.xml", f'<d xmlns:v="v"><v:textpath string="{SAID}"/></d>'),
    "variable": office("word/settings.xml", f'<s xmlns:w="w"><w:docVar w:name="x" w:val="{SAID}"/></s>'),
    "property": office("docProps/custom.xml", f'<p><property name="{SAID}"/></p>'),
    "who noted": office("word/comments.xml", f'<c xmlns:w="w"><w:comment w:author="{SAID}"/></c>'),
    "source of data": office("xl/connections.xml", f'<c><connection description="{SAID}"/></c>'),
    "data": office("customXml/item1.xml", f'<r a="{SAID}"/>'),
    "mark of a slide": office("ppt/tags/tag1.xml", f'<p><tag name="x" val="{SAID}"/></p>'),
    "field": zipped({"content.xml": f'<o xmlns:office="o"><v office:string-value="{SAID}"/></o>'}),
    "formula": sheet(f'<sheetData><row><c><f>IF(B2="{SAID}",1,0)</f><v>1</v></c></row></sheetData>'),
    "filter": sheet(f'<sheetData/><autoFilter><filter val="{SAID}"/></autoFilter>'),
    "a sheet without a head": sheet(f"<sheetData><row>{CELLS}</row></sheetData>"),
    "empty folder": zipped({"职工王小芳患乳腺癌13812345678/": ""}),
    "folder": zipped({"职工王小芳患乳腺癌13812345678/a.txt": "x"}),
    "note": zipped({"a.txt": "x"}, SAID.encode()),
    "archive behind a picture": JPEG + zipped({"a.txt": SAID}),
    "text behind a picture": JPEG + SAID.encode(),
    "card": f"BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:{CARD}\nEND:VCARD\n".encode(),
    "sound": b"ID3\x03\0\0\0\0\0\x40TIT2\0\0\0\x30\0\0\x03" + SAID.encode(),
    "film": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x50moov" + SAID.encode(),
    "moving picture": b"GIF89a\x01\0\x01\0\0\0\0\x21\xfe"
    + struct.pack("B", len(SAID.encode()))
    + SAID.encode()
    + b"\0;",
    "picture of what was embedded": zipped(
        {
            "[Content_Types].xml": TYPES,
            "word/document.xml": "<d><p>通知全体职工</p></d>",
            "word/media/image1.emf": emf(wide_text(SAID)),
        }
    ),
    "photo of a phone": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + SAID.encode(),
}


@pytest.mark.parametrize("place", PLACES)
def test_what_is_hidden_is_found(place: str) -> None:
    found = inspect(PLACES[place], "附件.bin")
    assert {hit.detector for hit in found.hits} == {"hardship", "mobile-number"}
    assert found.skipped == ()


@pytest.mark.parametrize(
    "data",
    [
        office(
            "word/document.xml", '<d xmlns:w="w"><w:rFonts w:eastAsia="宋体"/><w:pStyle w:val="标题1"/></d>'
        ),
        office(
            "word/settings.xml", '<s xmlns:w="w"><w:rsid w:val="00AB13CD"/><w:id w:val="4294967295"/></s>'
        ),
        sheet('<sheetData><row><c><f>IF(B2="是",1,0)</f><v>1</v></c></row></sheetData>'),
        zipped({"五月/体检通知.txt": "x"}),
        JPEG + bytes(200),
        JPEG + b"PK\x03\x04" + bytes(40),
    ],
)
def test_what_every_program_writes_is_nobody_s(data: bytes) -> None:
    found = inspect(data, "附件.bin")
    assert (found.hits, found.skipped) == ((), ())


@pytest.mark.parametrize("base", [0, 0xF000, 0xFEE0], ids=["letters", "of a symbol font", "wide"])
def test_a_number_of_inserted_signs(base: int) -> None:
    signs = "".join(f'<w:sym w:char="{base + ord(sign):04X}"/>' for sign in "13812345678")
    found = inspect(office("word/document.xml", f'<d xmlns:w="w"><w:p>{signs}</w:p></d>'), "附件.docx")
    assert {hit.detector for hit in found.hits} == {"mobile-number"}


@pytest.mark.parametrize("char", ["", "x", "D800", "0", "F000", "110000"])
def test_an_inserted_sign_that_is_none_harms_nothing(char: str) -> None:
    line = f'<d xmlns:w="w"><w:p><w:sym w:char="{char}"/><w:t>13812345678</w:t></w:p></d>'
    found = inspect(office("word/document.xml", line), "附件.docx")
    assert {hit.detector for hit in found.hits} == {"mobile-number"}
