"""What an OFD says beside the text of its pages, and what the parts of archives hide from those who read only some."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest

from inspection.files_made import zipped
from noticeboard.inspection.inspect import Inspection, inspect

MOBILE = "13812345678"


def in_signs(text: str) -> str:
    """Each sign by itself."""
    return "".join(
        f'<ofd:TextObject Boundary="{10 + index * 2} 20 3 3" Size="3"><ofd:TextCode X="0" Y="3">{sign}</ofd:TextCode></ofd:TextObject>'
        for index, sign in enumerate(text)
    )


def page(content: str) -> bytes:
    return f'<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">{content}</ofd:Page>'.encode()


def look(parts: dict[str, bytes]) -> Inspection:
    first = {"OFD.xml": b"<a/>", "Doc_0/Pages/Page_0/Content.xml": page(in_signs("通知全体职工"))}
    return inspect(zipped(first | parts), "附件.ofd")


@pytest.mark.parametrize(
    ("name", "part", "where"),
    [
        ("Doc_0/Pages/Page_1/Content.xml", page(in_signs(MOBILE)), "第 2 页"),
        ("Doc_0/Pages/Page_1/CONTENT.XML", page(in_signs(MOBILE)), "第 2 页"),
        ("Doc_0/Pages/Page_1/Content.dat", b"\xef\xbb\xbf" + page(in_signs(MOBILE)), "第 2 页"),
        ("Doc_0/Annots/Page_0/Annotation.xml", f"<a><Remark>{MOBILE}</Remark></a>".encode(), "第 1 页的批注"),
        ("Doc_0/Annots/Page_0/Annotation.xml", page(in_signs(MOBILE)), "第 1 页的批注"),
        ("Doc_0/Annotations.xml", f"<a Type='{MOBILE}'/>".encode(), "批注"),
        ("Doc_0/Tags/CustomTag.xml", f"<a phone='{MOBILE}'/>".encode(), "文件属性"),
        ("Doc_0/Tags/CustomTag.xml", f"<a note='电话{MOBILE}'/>".encode(), "文件属性"),
        ("Doc_0/Tpls/Tpl_0/Content.xml", page(in_signs(MOBILE)), "文件属性"),
        ("Doc_0/Attachs/a.csv", MOBILE.encode(), "里面的“Doc_0/Attachs/a.csv” 第 1 行"),
        ("Doc_0/Attachs/a.xml", f"<a b='{MOBILE}'/>".encode(), "文件属性"),
    ],
)
def test_every_part_of_an_ofd_is_read(name: str, part: bytes, where: str) -> None:
    inspection = look({name: part})
    assert [(hit.detector, hit.where) for hit in inspection.hits] == [("mobile-number", where)]
    assert inspection.skipped == ()


def test_places_on_a_page_are_no_numbers() -> None:
    place = page('<ofd:PathObject Boundary="1.13812345678 20.13912345678 3 3"/>' + in_signs("通知"))
    assert look({"Doc_0/Pages/Page_1/Content.xml": place}).hits == ()


@pytest.mark.parametrize(
    ("pages", "why"),
    [
        ((page("<ofd:ImageObject/>"),), ("第 2 页没有文字，像是扫描的，",)),
        ((page("<ofd:PathObject/>"), page("<ofd:ImageObject/>")), ("第 2 页等 2 页没有文字，像是扫描的，",)),
        # Signs of a font of its own, which only its drawings tell.
        ((page(in_signs("¤¤¤")),), ("第 2 页没有文字，像是扫描的，",)),
        ((page(""),), ()),
        ((page("<ofd:ImageObject/>" + in_signs("通知")),), ()),
    ],
)
def test_pages_without_text_are_told(pages: tuple[bytes, ...], why: tuple[str, ...]) -> None:
    parts = {f"Doc_0/Pages/Page_{index}/Content.xml": it for index, it in enumerate(pages, 1)}
    assert look(parts).skipped == why


def test_what_a_template_draws_is_no_page_without_text() -> None:
    assert look({"Doc_0/Tpls/Tpl_0/Content.xml": page("<ofd:PathObject/>")}).skipped == ()


DOCUMENT = {"[Content_Types].xml": b"<Types/>", "word/document.xml": "<d><p>通知如下</p></d>".encode()}


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "xl/vbaProjectSignature.bin", "word/vbaData.xml"])
def test_macros_are_told(name: str) -> None:
    data = zipped(DOCUMENT | {name: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"})
    assert inspect(data, "附件.docx").skipped == ("里面的宏没有查，",)
    assert inspect(zipped({"a.docm": data}), "附件.zip").skipped == ("里面的宏没有查，",)


def test_what_a_control_holds_is_read() -> None:
    data = zipped(DOCUMENT | {"word/activeX/activeX1.bin": MOBILE.encode("utf-16-le")})
    assert [hit.detector for hit in inspect(data, "附件.docx").hits] == ["mobile-number"]


def test_parts_of_one_name_are_told() -> None:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
        warnings.simplefilter("ignore")
        for name, content in (*DOCUMENT.items(), *DOCUMENT.items()):
            archive.writestr(name, content)
    assert inspect(stream.getvalue(), "附件.docx").skipped == ("里面有同名的部分，只查了后一个，",)


def test_what_stands_before_an_archive_is_told() -> None:
    data = zipped({"a.txt": MOBILE.encode()}) + zipped({"b.txt": b"x"})
    assert inspect(data, "附件.zip").skipped == ("压缩包的前面还有别的东西，没有查，",)


def test_a_folder_first_is_nothing() -> None:
    assert inspect(zipped({"a/": b"", "a/b.txt": b"x"}), "附件.zip").skipped == ()
