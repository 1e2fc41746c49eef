"""A file of whatever kind → its passages. The kind is told by the first bytes: names say what their givers like."""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from noticeboard.content.repository.photo_location import tells_location
from noticeboard.inspection.drawing import is_drawing, read_drawing
from noticeboard.inspection.encoded import read_encoded
from noticeboard.inspection.mail import is_mail, parts_of_mail
from noticeboard.inspection.ofd import OfdParts, is_ofd, is_part
from noticeboard.inspection.passages import DEEPEST, Budget, NotRead, PassageBuilder, TextPassage
from noticeboard.inspection.pdf import parts_of, read_pdf
from noticeboard.inspection.pdf_objects import PdfObjects
from noticeboard.inspection.picture_text import picture_end, texts_of_picture
from noticeboard.inspection.rich_text import pictures_of, read_rich_text
from noticeboard.inspection.text_files import is_binary, read_escaped, read_old_office, read_table, read_text
from noticeboard.inspection.workbook import WorkbookSheet, read_sheet, sheets_of, strings_of
from noticeboard.inspection.xml_parts import read_lines
from noticeboard.patterns import pattern_of

_PACKED = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
_PICTURES_AND_SOUND = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\0\0\x01\0", b"OggS", b"\x1aE\xdf\xa3", b"wOF",
    b"\0\0\2\0", b"ID3", b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2", b"\xff\xe3", b"\xff\xe2", b"\0\1\0\0", b"OTTO", b"ttcf",
)  # fmt: skip
_TIFF = (b"II*\0", b"MM\0*")
_BINARY_PARTS = ("workbook.bin", "sharedStrings.bin")
"""Of a workbook in binary (MS-XLSB)."""
_XML = (".xml", ".rels", ".rdf", ".vml")
_ABOUT = ("docProps/", "meta.xml", "META-INF/", "_rels/", "[Content_Types]", "customXml/", "settings.xml")
_MACROS = pattern_of(r"(?:.*/)?vba(?:Project|Data)\w*\.(?:bin|xml)")
"""Programs, packed in a way of their own (MS-OVBA)."""
_PICTURE = pattern_of(r"(?:^|/)(?:media|Pictures)/", re.IGNORECASE)
_WORD = pattern_of(r"[\u4e00-\u9fff0-9A-Za-z]{2}")
_PIECE = 1 << 18
_LONGEST_NAME = 60
BROKEN_ARCHIVE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError,
)  # fmt: skip
"""What the libraries raise for an archive that is no good."""
_DOCUMENTS = frozenset({"[Content_Types].xml", "content.xml", "OFD.xml"})
_SHEET = pattern_of(r"xl/(worksheets/[^/]+\.xml|chartsheets/[^/]+\.xml)")
_NO_TEXT = pattern_of(
    r".*/(?:styles|theme\d*|fontTable|webSettings|stylesWithEffects|calcChain|presProps|tableStyles|viewProps)\.xml$|(?:.*/)?theme/.*|(?:.*/)?(?:printerSettings|fonts)/.*|mimetype|layout-cache|Thumbnails/.*|.*\.(?:odttf|fntdata)|xl/metadata\.xml|xl/(?:worksheets/binaryIndex\w+|workbook|sharedStrings|styles)\.bin|xl/worksheets/.*\.bin"
)
_SPOKEN_OF = (
    ("docProps/", "文件属性"), ("meta.xml", "文件属性"), ("word/comments", "批注"), ("xl/comments", "批注"), ("xl/threadedComments", "批注"),
    ("ppt/comments", "批注"), ("word/footnotes", "脚注"), ("word/endnotes", "尾注"), ("word/header", "页眉"), ("word/footer", "页脚"),
    ("ppt/notesSlides", "备注"), ("xl/drawings", "文本框和图片说明"), ("xl/externalLinks", "外部链接留下的数据"),
    ("xl/pivotCache", "数据透视表留下的数据"), ("customXml", "附带的数据"), ("ppt/slides/slide", "幻灯片"),
)  # fmt: skip


def read_passages(data: bytes, name: str, budget: Budget, depth: int = 0) -> Iterator[TextPassage]:
    """What `data` says, in every corner of it. Raises NotRead when it, or the rest of it, cannot be read."""
    ending = posixpath.splitext(name)[1].lower()
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from _read_container(data, budget, depth)
    elif data[:1024].lstrip().startswith(b"%PDF"):
        objects = PdfObjects(budget)
        yield from read_pdf(data, objects)
        # Photos lie in a PDF as they came from the camera.
        yield from _location(data)
        for inner, content in parts_of(objects):
            yield from _inside(content, inner, budget, depth)
    elif data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        yield from _location(data)
        yield from read_old_office(data)
    elif data.startswith(_PACKED):
        raise NotRead("只能读 zip 格式的压缩包，")
    elif data.startswith(_TIFF):
        yield from _location(data)
        raise NotRead("是扫描的图片，里面的字读不出来，")
    elif (
        data.startswith(_PICTURES_AND_SOUND)
        or data[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")
        or (data.startswith(b"BM") and data[6:10] == bytes(4))
        or data[8:12] in (b"WEBP", b"WAVE", b"AVI ")
    ):
        yield from _location(data)
        yield from texts_of_picture(data)
        if (hidden := data.find(b"PK\x03\x04", picture_end(data))) >= 0 and zipfile.is_zipfile(
            io.BytesIO(data)
        ):
            yield from _inside(data[hidden:], "图片后面的压缩包", budget, depth)
    elif is_drawing(data):
        yield from read_drawing(data, budget)
    elif data.startswith(b"{\\rtf"):
        yield from _location(data)
        yield from _unbroken(read_rich_text(data, budget), budget)
        for picture in pictures_of(data, budget):
            # All else that is written so are bitmaps, which hold no words.
            if picture.startswith(_PICTURES_AND_SOUND) or is_drawing(picture):
                yield from _inside(picture, "图片", budget, depth)
    elif ending in (".csv", ".tsv"):
        yield from read_table(data, budget)
    elif is_mail(data, ending):
        yield from _read_mail(data, budget, depth)
    else:
        yield from _read_plain(data)


def _location(data: bytes) -> Iterator[TextPassage]:
    if tells_location(data):
        yield TextPassage("", check="photo-location")


def _read_plain(data: bytes) -> Iterator[TextPassage]:
    """Text. What is none is looked into all the same, and told."""
    yield from read_text(data)
    yield from read_escaped(data)
    yield from read_encoded(data)
    if is_binary(data):
        raise NotRead("不知道它是什么格式，读不出来，")


def _read_mail(data: bytes, budget: Budget, depth: int) -> Iterator[TextPassage]:
    yield from read_text(data)
    for name, content in parts_of_mail(data, budget):
        yield from _inside(content, name, budget, depth)


def _inside(data: bytes, name: str, budget: Budget, depth: int) -> Iterator[TextPassage]:
    """The passages of a file in another; one that cannot be read is noted, and the others go on."""
    yield TextPassage(posixpath.splitext(posixpath.basename(name))[0], "里面的文件名", is_name=True)
    if depth >= DEEPEST:
        raise NotRead("压缩包一层套一层，太深")
    shown = name if len(name) <= _LONGEST_NAME else f"…{name[-_LONGEST_NAME:]}"
    try:
        for passage in read_passages(data, name, budget, depth + 1):
            yield replace(passage, place=f"里面的“{shown}” {passage.place}".rstrip())
    except NotRead as error:
        budget.skipped.append(f"里面的“{shown}”：{error.reason}")


def _read_container(data: bytes, budget: Budget, depth: int) -> Iterator[TextPassage]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [(_name_of(entry), entry) for entry in archive.infolist()]
            budget.open_parts(len(entries))
            yield from _names_and_comments(entries)
            entries = [(name, entry) for name, entry in entries if not name.endswith("/")]
            names = dict(entries)
            if len(names) < len(entries) and names.keys() & _DOCUMENTS:
                budget.skipped.append("里面有同名的部分，只查了后一个，")
            if min((entry.header_offset for entry in archive.infolist()), default=0) > 0:
                budget.skipped.append("压缩包的前面还有别的东西，没有查，")
            if archive.comment:
                yield TextPassage(archive.comment.decode("utf-8", "replace"), "压缩包的说明")
            if "[Content_Types].xml" in names or "content.xml" in names:
                yield from _read_office(archive, names, budget, depth)
            elif is_ofd(names):
                yield from _read_ofd(archive, names, budget, depth)
            else:
                for name, entry in entries:
                    yield from _inside(b"".join(_content(archive, entry, budget)), name, budget, depth)
    except RecursionError:
        raise
    except BROKEN_ARCHIVE as error:
        raise NotRead("它损坏了") from error


def _names_and_comments(entries: Sequence[tuple[str, zipfile.ZipInfo]]) -> Iterator[TextPassage]:
    """What the folders in an archive are called, and what is noted of its entries."""
    folders = {folder for name, _ in entries for folder in name.split("/")[:-1] if not folder.isascii()}
    for folder in sorted(folders):
        yield TextPassage(folder, "里面的文件夹名", is_name=True)
    for _, entry in entries:
        if entry.comment:
            yield TextPassage(entry.comment.decode("utf-8", "replace"), "压缩包里一个文件的说明")


def _read_office(
    archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], budget: Budget, depth: int
) -> Iterator[TextPassage]:
    def content(name: str) -> Iterator[bytes]:
        return _content(archive, names[name], budget)

    sheets: dict[str, WorkbookSheet] = {}
    strings: tuple[str, ...] = ()
    used: set[int] = set()
    if "xl/workbook.xml" in names and "xl/_rels/workbook.xml.rels" in names:
        workbook, relations = content("xl/workbook.xml"), content("xl/_rels/workbook.xml.rels")
        sheets = dict(sheets_of(workbook, relations, budget))
        if "xl/sharedStrings.xml" in names:
            strings = strings_of(content("xl/sharedStrings.xml"), budget)
    yield from (TextPassage(sheet.name, "工作表名", is_name=True) for sheet in sheets.values())
    seen = _Seen()
    for name in names:
        if name.endswith(_BINARY_PARTS):
            budget.skipped.append("二进制的表格（.xlsb）不能读出，请另存为 .xlsx，")
        if _MACROS.fullmatch(name):
            budget.skipped.append("里面的宏没有查，")
            continue
        if _NO_TEXT.match(name) or (strings and name == "xl/sharedStrings.xml"):
            continue
        if (found := _SHEET.fullmatch(name)) and sheets:
            sheet = sheets.get(found[1], WorkbookSheet(posixpath.basename(name), True))
            part = read_sheet(content(name), sheet, strings, used, budget)
        elif name.endswith(_XML):
            part = read_lines(content(name), _spoken(name), budget)
        else:
            part = _inside(b"".join(content(name)), name, budget, depth)
        yield from seen.watched(name, _unbroken(part, budget))
    if seen.has_pictures_alone:
        budget.skipped.append("里面只有图片，没有文字，像是扫描的，")
    yield from _left(text for index, text in enumerate(strings) if index not in used)


@dataclass(slots=True)
class _Seen:
    """Whether a document says anything, and has pictures."""

    pictures: bool = False
    words: bool = False

    def watched(self, name: str, passages: Iterator[TextPassage]) -> Iterator[TextPassage]:
        is_text = name.endswith(".xml") and not name.startswith(_ABOUT)
        self.pictures = self.pictures or _PICTURE.search(name) is not None
        for passage in passages:
            self.words = self.words or (is_text and _WORD.search(passage.text) is not None)
            yield passage

    @property
    def has_pictures_alone(self) -> bool:
        return self.pictures and not self.words


def _unbroken(part: Iterator[TextPassage], budget: Budget) -> Iterator[TextPassage]:
    """A part as far as it can be read; the others go on behind it."""
    try:
        yield from part
    except NotRead as error:
        budget.skipped.append(error.reason)


def _read_ofd(
    archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], budget: Budget, depth: int
) -> Iterator[TextPassage]:
    parts = OfdParts(budget)
    for name, entry in names.items():
        content = b"".join(_content(archive, entry, budget))
        if is_part(name, content):
            yield from _unbroken(parts.read(content, name), budget)
        else:
            yield from _inside(content, name, budget, depth)
    parts.tell()


def _left(strings: Iterator[str]) -> Iterator[TextPassage]:
    draft = PassageBuilder("已经删去、但还留在文件里的文字")
    for text in strings:
        draft.add(text)
        if draft.is_full:
            yield draft.take()
    yield draft.take()


def _spoken(name: str) -> str:
    return next((label for start, label in _SPOKEN_OF if name.startswith(start)), "")


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> Iterator[bytes]:
    """What an entry unfolds to, in pieces. Its own word for the size is not taken: a bomb lies."""
    if entry.flag_bits & 1:
        raise NotRead("它加了密码")
    with archive.open(entry) as stream:
        while piece := stream.read(_PIECE):
            budget.unfold(len(piece))
            yield piece


def _name_of(entry: zipfile.ZipInfo) -> str:
    """Its name; Windows in China writes GBK without saying so."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return entry.filename
