"""Attachments give away what they hold, in every corner; and none of them can harm the reader."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import docx
import pytest
from benchmarks.attachments import page_of
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from content.photos import PHOTO
from inspection.files_made import workbook, zipped
from noticeboard.cache import Cache
from noticeboard.inspection import attachments as inspection_files
from noticeboard.inspection import libraries, passages
from noticeboard.inspection.attachments import inspect_files
from noticeboard.inspection.inspect import Inspection, inspect
from noticeboard.inspection.passages import Budget

ID = "110101199003077715"
MOBILE = "13800000000"


def look(data: bytes, name: str = "附件") -> Inspection:
    return inspect(data, name)


def hits(data: bytes, name: str = "附件") -> list[tuple[str, str]]:
    inspection = look(data, name)
    assert inspection.skipped == ()
    return [(hit.detector, hit.where) for hit in inspection.hits]


def document(fill) -> bytes:
    made = docx.Document()
    fill(made)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def pdf(text: str, **properties: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(page_of([text]))))
    writer.add_metadata({f"/{name}": value for name, value in properties.items()})
    return saved(writer)


def saved(writer: PdfWriter) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_a_plain_sheet() -> None:
    def fill(book):
        book.add_worksheet("名单").write_row(2, 0, ["张某", ID])

    assert hits(workbook(fill)) == [("identity-number", "工作表“名单” 第 3 行 B 列")]


def test_hidden_sheets_rows_and_columns() -> None:
    def fill(book):
        book.add_worksheet("公示").write(0, 0, "名单")
        hidden = book.add_worksheet("底稿")
        hidden.hide()
        hidden.set_row(1, None, None, {"hidden": True})
        hidden.set_column(2, 2, None, None, {"hidden": True})
        hidden.write(1, 2, ID)

    assert hits(workbook(fill)) == [("identity-number", "工作表“底稿”（隐藏） 第 2 行（隐藏） C 列（隐藏）")]


def test_numbers_comments_heads_and_properties_of_a_workbook() -> None:
    def fill(book):
        sheet = book.add_worksheet("表")
        sheet.write_number(0, 0, int(MOBILE))
        sheet.write_comment(1, 0, "护照 E12345678")
        sheet.set_header("&C卡号 6222021234567890128")
        book.set_properties({"comments": ID})

    assert {hit.detector for hit in look(workbook(fill)).hits} == {
        "mobile-number",
        "passport-number",
        "bank-card",
        "identity-number",
    }


def test_strings_that_no_cell_shows_any_more() -> None:
    target = io.BytesIO(workbook(lambda book: book.add_worksheet().write(0, 0, "名单")))
    with zipfile.ZipFile(target) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    shared = parts["xl/sharedStrings.xml"].replace(b"</sst>", f"<si><t>{ID}</t></si></sst>".encode())
    ((detector, where),) = hits(zipped(parts | {"xl/sharedStrings.xml": shared}))
    assert detector == "identity-number"
    assert "已经删去" in where


def test_a_table_of_reasons_in_a_sheet() -> None:
    def fill(book):
        sheet = book.add_worksheet("困难")
        sheet.write_row(0, 0, ["姓名", "致困原因"])
        sheet.write_row(1, 0, ["张伟", "待核"])

    assert hits(workbook(fill)) == [("hardship", "工作表“困难” 第 2 行 A 列")]


def test_a_document_s_paragraphs_tables_heads_and_properties() -> None:
    def fill(made):
        paragraph = made.add_paragraph()
        for piece in (ID[:5], ID[5:12], ID[12:]):
            paragraph.add_run(piece)
        made.add_table(1, 2).rows[0].cells[1].text = MOBILE
        made.sections[0].header.paragraphs[0].text = "护照 E12345678"
        made.core_properties.comments = "卡号 6222021234567890128"

    assert {hit.detector for hit in look(document(fill)).hits} == {
        "identity-number",
        "mobile-number",
        "passport-number",
        "bank-card",
    }


def test_a_document_s_hidden_and_deleted_text() -> None:
    def fill(made):
        made.add_paragraph().add_run(ID).font.hidden = True

    data = document(fill)
    assert hits(data) == [("identity-number", "")]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = (
        parts["word/document.xml"].replace(b"<w:t>", b"<w:delText>").replace(b"</w:t>", b"</w:delText>")
    )
    assert hits(zipped(parts)) == [("identity-number", "")]


def test_pdf() -> None:
    assert hits(pdf(ID)) == [("identity-number", "第 1 页")]
    assert hits(pdf("x", Title=MOBILE)) == [("mobile-number", "文件属性")]
    assert hits(pdf("x", Title="名单")) == []


def test_files_inside_a_pdf() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("x"))))
    writer.add_attachment("底稿.csv", f"张某,{ID}".encode())
    ((detector, where),) = hits(saved(writer))
    assert (detector, where.startswith("里面的“底稿.csv”")) == ("identity-number", True)


def test_pdf_with_a_password() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(ID))))
    writer.encrypt("秘密", algorithm="RC4-128")
    assert look(saved(writer)) == Inspection(skipped=("它加了密码",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_every_encoding(encoding: str) -> None:
    data = f"姓名,身份证号\r\n张某,{ID}\r\n".encode(encoding)
    assert hits(data, "名单.csv") == [("identity-number", "第 2 行")]


def test_columns_of_a_csv_say_what_numbers_are() -> None:
    assert hits(f"工号,姓名\n{MOBILE},张某\n".encode("gb18030"), "名单.csv") == []
    assert hits("姓名;困难原因\n张伟;住院\n".encode(), "名单.csv") == [("hardship", "第 2 行")]


def test_a_file_is_what_its_bytes_say() -> None:
    def fill(book):
        book.add_worksheet("名单").write(0, 0, ID)

    assert [detector for detector, _ in hits(workbook(fill), "图片.png")] == ["identity-number"]
    assert [detector for detector, _ in hits(f"<td>{ID}</td>".encode(), "名单.xls")] == ["identity-number"]


def test_members_of_an_archive_and_their_names() -> None:
    inner = zipped({"名单.csv": f"张某,{ID}".encode("gb18030")})
    ((detector, where),) = hits(zipped({"一/底稿.zip": inner}))
    assert (detector, where) == ("identity-number", "里面的“一/底稿.zip” 里面的“名单.csv” 第 1 行")
    assert hits(zipped({f"张某{MOBILE}.txt": b""})) == [("mobile-number", "里面的文件名")]


def test_a_bomb_is_not_unfolded() -> None:
    bomb = zipped({"0.txt": b"0" * 3_000_000})
    assert inspect(bomb, "a.zip", budget=Budget(bytes=1_000_000)).skipped == ("解压后的内容太多",)


def test_an_archive_of_too_many_files() -> None:
    many = zipped({f"{number}.txt": b"" for number in range(passages.MOST_PARTS + 1)})
    assert look(many).skipped == ("里面的文件太多",)


def test_archives_in_archives_without_end() -> None:
    data = b""
    for _ in range(12):
        data = zipped({"a.zip": data})
    assert any("太深" in reason for reason in look(data).skipped)


def test_entities_are_not_unfolded() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><a>&b;</a>'
    parts = {"[Content_Types].xml": b"<Types/>", "word/document.xml": bomb}
    assert look(zipped(parts)).skipped == ("里面有损坏的部分",)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 broken", "损坏"),
        (b"%PDF-1.4 broken", "损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧格式"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
        (b"Rar!\x1a\x07\x01\x00", "zip"),
        (b"7z\xbc\xaf\x27\x1c", "zip"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, words: str) -> None:
    (reason,) = look(data).skipped
    assert words in reason


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16-le"])
def test_numbers_of_old_formats_are_found_as_far_as_they_go(encoding: str) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + f"\0\0 {ID} \0\0".encode(encoding)
    assert [hit.detector for hit in look(data).hits] == ["identity-number"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n" + ID.encode(),
        b"\xff\xd8\xff\xe0" + ID.encode(),
        b"BM\x46\0\0\0\0\0\0\0\x36" + bytes(100),
        b"ID3\x03" + bytes(range(256)),
        b"\0\0\1\0" + bytes(range(256)),
        b"\0\0\0\x08wide" + bytes(range(256)),
    ],
)
def test_pictures_and_sounds_say_nothing(data: bytes) -> None:
    assert look(data) == Inspection()


def test_without_its_library_a_file_says_what_to_install(monkeypatch) -> None:
    def absent(name: str):
        raise ImportError(name)

    monkeypatch.setattr(libraries, "import_module", absent)
    (reason,) = look(pdf(ID)).skipped
    assert "pip install 'noticeboard[attachments]'" in reason


def test_what_was_seen_is_not_read_again(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "a.txt").write_text(ID, encoding="utf-8")
    (tmp_path / "b.txt").write_text("好", encoding="utf-8")
    cache = Cache(tmp_path / "cache")
    first = inspect_files(tmp_path, ["a.txt", "b.txt"], cache)
    assert [hit.detector for hit in first["a.txt"].hits] == ["identity-number"]

    def never(places):
        if places:
            raise AssertionError("read again")
        return []

    monkeypatch.setattr(inspection_files, "read_files", never)
    assert inspect_files(tmp_path, ["a.txt", "b.txt"], cache) == first
    (tmp_path / "b.txt").write_text(MOBILE, encoding="utf-8")
    with pytest.raises(AssertionError, match="read again"):
        inspect_files(tmp_path, ["a.txt", "b.txt"], cache)


def test_another_version_of_the_program_reads_anew(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "a.txt").write_text(ID, encoding="utf-8")
    cache = Cache(tmp_path / "cache")
    assert inspect_files(tmp_path, ["a.txt"], cache)["a.txt"].hits
    monkeypatch.setattr(inspection_files, "code_state", lambda *_: "another version")
    monkeypatch.setattr(inspection_files, "read_files", lambda places: [Inspection() for _ in places])
    assert inspect_files(tmp_path, ["a.txt"], cache)["a.txt"].hits == ()


@pytest.mark.slow
@pytest.mark.parametrize("kept", [b"", b"{", b"[]", b'{"state": 1}', b"\xff"])
def test_a_broken_cache_is_no_cache(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "a.txt").write_text(ID, encoding="utf-8")
    cache = Cache(tmp_path / "cache")
    cache.folder.mkdir()
    (cache.folder / "attachments.json").write_bytes(kept)
    assert inspect_files(tmp_path, ["a.txt"], cache)["a.txt"].hits


def mail(text: str = f"证号 {ID}", kind: str = "plain", **options: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@gonghui.example", "b@gonghui.example", "名单"
    message.set_content(text, subtype=kind, **options)
    return message.as_bytes()


@pytest.mark.parametrize("transfer", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize("name", ["a.eml", "a.EML", "a.txt", "a"])
def test_a_mail_is_read_whatever_it_is_written_in(transfer, kind, name):
    data = mail(f"证号 {ID}，<b>138</b>00000000", kind, cte=transfer)
    assert ("identity-number") in {detector for detector, _ in hits(data, name)}
    if kind == "html":
        assert "mobile-number" in {detector for detector, _ in hits(data, name)}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
@pytest.mark.parametrize("break_lines", [True, False])
def test_base64_in_a_text_is_read(encoding, break_lines):
    content = f"困难职工慰问：张小明，{'很长的说明，' * 20}证号 {ID}".encode(encoding)
    letters = base64.encodebytes(content) if break_lines else base64.b64encode(content)
    assert "identity-number" in {detector for detector, _ in hits(b"data:\n" + letters, "a.txt")}


def test_utf_7_in_a_text_is_read():
    data = "- 王丽华，乳腺癌住院\n".encode("utf-7")
    assert b"+" in data and "王".encode() not in data
    assert hits(data, "a.txt") == [("hardship", "第 1 行（UTF-7）")]


def test_sums_and_keys_in_a_text_are_no_texts():
    sums = "\n".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(300))
    assert hits(f"{sums}\n1+1=2，a+b+c\n".encode(), "a.txt") == []


def test_mails_and_files_in_a_mail_are_read():
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "a@gonghui.example", "转发"
    outer.set_content("见附件")
    outer.add_attachment(
        f"甲,{ID}\n".encode("gb18030"), maintype="application", subtype="octet-stream", filename="名单.csv"
    )
    outer.add_attachment(message_from_bytes(mail(MOBILE, cte="base64"), policy=default))
    found = {detector for detector, _ in hits(zipped({"a.eml": outer.as_bytes()}))}
    assert {"identity-number", "mobile-number"} <= found


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"\\'{ord(letter):02x}" for letter in ID),
        "".join(f"\\u{ord(letter)}?" for letter in ID),
        ID,
        f"{ID[:9]}\r\n{ID[9:]}",
        f"{ID[:6]}{{\\b {ID[6:14]}}}\\i {ID[14:]}",
        f"\\par\\cell {ID}\\'d6\\'a4",
        f"{{\\header {ID}}}",
        f"\\v {ID}\\v0",
    ],
)
def test_rich_text_is_read_however_its_letters_are_written(text):
    data = f"{{\\rtf1\\ansi\\ansicpg936 {text}\\par }}".encode()
    assert [detector for detector, _ in hits(data, "a.rtf")] == ["identity-number"]
    assert [detector for detector, _ in hits(data, "a.doc")] == ["identity-number"]


def test_a_picture_in_rich_text_is_no_number():
    data = b"{\\rtf1 {\\pict\\pngblip " + ID.encode() * 20 + b"}}"
    assert hits(data, "a.rtf") == []


def workbook_in_binary() -> bytes:
    return zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.bin": b"\x83\x01\0",
            "xl/sharedStrings.bin": ID.encode("utf-16-le"),
        }
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a", b"\0" * 100),
        ("a.txt", bytes(range(256)) * 50),
        ("a.xlsb", workbook_in_binary()),
        ("a.zip", zipped({"a.xlsb": workbook_in_binary()})),
        ("a.xlsb", bytes(range(256)) * 20),
        ("a.xlsx", b"\x01\x02\x03" * 100),
        ("a.et", bytes(range(256)) * 20),
        ("a.zip", zipped({"a.bin": bytes(range(256)) * 20})),
        ("a.rtf", b"{\\rtf1 {\\object{\\*\\objdata 0105}}}"),
    ],
)
def test_what_is_not_read_is_never_passed_over(name, data):
    assert look(data, name).skipped != ()


@pytest.mark.parametrize(
    "data",
    [
        "名单\n甲".encode("gb18030"),
        "名单".encode("utf-16"),
        "名单".encode(),
        b"",
        b"a,b\r\n\x0c",
        "Größe".encode("latin-1") * 40,
    ],
)
def test_text_in_any_encoding_is_read(data):
    assert look(data, "a.txt").skipped == ()


def with_parts(base: bytes, parts: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(base)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()} | parts)


def ofd(content: str) -> bytes:
    page = f'<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">{content}</ofd:Page>'
    return zipped({"OFD.xml": b"<a/>", "Doc_0/Pages/Page_0/Content.xml": page.encode()})


def in_signs(text: str) -> str:
    """Each sign by itself, the last one first."""
    return "".join(
        f'<ofd:TextObject Boundary="{10 + index * 2} 20 3 3" Size="3"><ofd:TextCode X="0" Y="3">{sign}</ofd:TextCode></ofd:TextObject>'
        for index, sign in reversed(list(enumerate(text)))
    )


def pdf_page(stream: bytes) -> PdfWriter:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(page_of(["A"]))))
    content = DecodedStreamObject()
    content.set_data(stream)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(content)
    return writer


def test_names_of_sheets() -> None:
    def fill(book):
        book.add_worksheet(MOBILE)
        book.add_worksheet("困难补助 王小明 尿毒症").hide()

    data = workbook(fill)
    assert hits(data) == [("mobile-number", "工作表名"), ("hardship", "工作表名")]
    assert look(data).names == (MOBILE, "困难补助 王小明 尿毒症")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("word/afchunk1.htm", f"<p>{ID}</p>".encode()),
        ("word/afchunk1.docx", document(lambda made: made.add_paragraph(ID))),
        ("word/a.xml", f'<a xmlns:w="w"><w:bookmarkStart w:name="t{ID}"/></a>'.encode()),
        ("xl/pivotCache/pivotCacheRecords1.xml", f'<r><r><s v="{ID}"/></r></r>'.encode()),
        ("名单.txt", ID.encode()),
        ("customXml/item1.xml", f"<a>{ID}</a>".encode()),
    ],
)
def test_parts_that_no_program_shows(name, data):
    made = with_parts(document(lambda it: it.add_paragraph("通知如下")), {name: data})
    assert [kind for kind, _ in hits(made)] == ["identity-number"]


def test_a_broken_part_hides_no_other() -> None:
    parts = {"word/a.xml": b"<a", "word/b.xml": f"<a>{ID}</a>".encode()}
    found = look(with_parts(document(lambda it: it.add_paragraph("通知如下")), parts))
    assert [hit.detector for hit in found.hits] == ["identity-number"]
    assert found.skipped == ("里面有损坏的部分",)


def test_what_lies_beside_the_content_of_an_open_document() -> None:
    assert hits(zipped({"content.xml": b"<a/>", "名单.txt": ID.encode(), "layout-cache": b"\1\2\0"})) == [
        ("identity-number", "里面的“名单.txt” 第 1 行")
    ]


def test_signs_that_stand_one_by_one() -> None:
    assert hits(ofd(in_signs(ID))) == [("identity-number", "第 1 页")]
    signs = (
        b"BT /F1 12 Tf 1 0 0 1 %d 700 Tm (%s) Tj ET\n" % (50 + 15 * index, sign.encode())
        for index, sign in enumerate(ID)
    )
    assert hits(saved(pdf_page(b"".join(signs)))) == [("identity-number", "第 1 页")]


def test_labels_of_pages_of_a_pdf() -> None:
    writer = pdf_page(b"BT /F1 12 Tf (Plan) Tj ET")
    writer.set_page_label(0, 0, prefix=ID)
    assert hits(saved(writer)) == [("identity-number", "页码")]


def test_bookmarks_of_a_pdf() -> None:
    writer = pdf_page(b"BT /F1 12 Tf (Plan) Tj ET")
    parent = writer.add_outline_item("一", page_number=0)
    writer.add_outline_item(ID, page_number=0, parent=parent)
    assert hits(saved(writer)) == [("identity-number", "书签")]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (saved(pdf_page(b"0 0 m 100 100 l S")), "第 1 页没有文字，像是扫描的，"),
        (ofd("<ofd:ImageObject/>"), "里面没有文字，像是扫描的，"),
        (
            with_parts(document(lambda it: None), {"word/media/a.jpeg": b"\xff\xd8\xff"}),
            "里面只有图片，没有文字，像是扫描的，",
        ),
        (b"II*\0\x08\0\0\0", "是扫描的图片，里面的字读不出来，"),
    ],
)
def test_scans_are_told(data: bytes, why: str) -> None:
    assert look(data) == Inspection((), (why,), look(data).names)


@pytest.mark.parametrize(
    "data",
    [
        PHOTO,
        zipped({"a.jpg": PHOTO}),
        with_parts(document(lambda it: it.add_paragraph("通知如下")), {"word/media/a.jpeg": PHOTO}),
        pdf("Plan") + PHOTO,
        b"{\\rtf1 {\\pict\\jpegblip " + PHOTO.hex("\n", 60).encode() + b"}}",
        b"{\\rtf1 {\\pict\\jpegblip\\bin9 " + PHOTO + b"}}",
        b"<svg><image href='data:image/jpeg;base64," + base64.b64encode(PHOTO) + b"'/></svg>",
    ],
)
def test_a_photo_s_place_is_found_wherever_the_photo_is(data: bytes) -> None:
    assert [kind for kind, _ in hits(data)] == ["photo-location"]
