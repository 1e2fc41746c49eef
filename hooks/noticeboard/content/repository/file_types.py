"""Which kinds of files may stand beside the board's pages: how their names end, and the bytes that the ending promises.

The bytes are those of the formats' own standards, and of the WHATWG's MIME Sniffing Standard for what a browser takes for a
page.
"""

from __future__ import annotations

import codecs
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from noticeboard.patterns import pattern_of

_HEAD, _TAIL = 64 * 1024, 256 * 1024
"""Bytes. A ZIP lists its parts at its end."""

Recognises = Callable[[bytes], bool]


@dataclass(frozen=True, slots=True)
class FileType:
    """Files that are published."""

    name: str
    endings: tuple[str, ...]
    """Lower-case, without the dot."""
    recognises: Recognises
    """Whether some bytes, of which a `sample_of` is enough, are of this type."""


def sample_of(place: Path) -> bytes:
    """The beginning and the end of a file, as much as tells its type. Raises OSError."""
    with place.open("rb") as stream:
        head = stream.read(_HEAD)
        size = stream.seek(0, 2)
        stream.seek(max(len(head), size - _TAIL))
        return head + stream.read(_TAIL)


def ending_of(name: str) -> str:
    """What stands behind the last dot of a file's name, lower-case: `xlsx`; empty where nothing does."""
    return posixpath.splitext(name)[1][1:].lower()


def type_of(ending: str) -> FileType | None:
    """The type whose files end in `ending`; None when such files are not published."""
    return next((kind for kind in FILE_TYPES if ending in kind.endings), None)


def type_in_docs(ending: str) -> FileType | None:
    """The same of the files of docs/, which hold what hand-written pages use besides."""
    return next((kind for kind in (*FILE_TYPES, *PAGE_FILE_TYPES) if ending in kind.endings), None)


def kinds_of(data: bytes) -> Iterator[str]:
    """What the bytes look like, in Chinese, the surest first; nothing where nobody knows."""
    if is_markup(data):
        yield "网页"
    if data.startswith(_PROGRAMS):
        yield "程序"
    if data.startswith(_OLE):
        yield "旧版 Office 文件（.doc、.xls、.ppt）"
    yield from (kind.name for kind in FILE_TYPES if kind.recognises is not _text and kind.recognises(data))
    if data and _text(data):
        yield "文本"


_LFS = re.compile(rb"(?:\xef\xbb\xbf)?\s*version https?://(?:git-lfs|hawser)\.github\.com/spec/v\d", re.ASCII)


def is_lfs_pointer(data: bytes) -> bool:
    """Whether a file is what Git LFS leaves in its place where it was not fetched.

    See the specification of Git LFS, docs/spec.md, “The Pointer”.
    """
    return _LFS.match(data[:200]) is not None


def _begins(*marks: bytes) -> Recognises:
    return lambda data: data.startswith(marks)


def _any_of(*tests: Recognises) -> Recognises:
    return lambda data: any(test(data) for test in tests)


_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def _packed(*parts: bytes) -> Recognises:
    """A ZIP that has these parts: Office Open XML, OpenDocument, OFD."""
    return lambda data: data.startswith(_ZIP) and all(part in data for part in parts)


def _open_xml(*folders: bytes) -> Recognises:
    """A document of Office; one with a password lies in an older container (ECMA-376, MS-OFFCRYPTO)."""

    def recognises(data: bytes) -> bool:
        if data.startswith(_OLE):
            return _ENCRYPTED in data
        return _packed(b"[Content_Types].xml")(data) and any(folder in data for folder in folders)

    return recognises


def _open_document(data: bytes) -> bool:
    return _packed(b"content.xml")(data) or (
        data.startswith(_ZIP) and b"mimetypeapplication/vnd.oasis.opendocument." in data[:200]
    )


def _pdf(data: bytes) -> bool:
    """Its mark within the first 1024 bytes, as readers accept it (ISO 32000-1, annex H.3.4.1), and no page before it."""
    before, mark, _ = data[:1024].partition(b"%PDF-")
    return bool(mark) and b"<" not in before


def _riff(form: bytes) -> Recognises:
    return lambda data: data.startswith(b"RIFF") and data[8:12] == form


_LARGEST_BOX = 1 << 26
"""Bytes. A larger size is that of letters which somebody has put there."""


def _box(data: bytes, *names: bytes) -> bool:
    """Whether a box of such a name stands first (ISO/IEC 14496-12, 4.2), of a size that one can have."""
    size = int.from_bytes(data[:4], "big")
    return data[4:8] in names and (size in (0, 1) or 8 <= size < _LARGEST_BOX)


def _iso_media(*brands: bytes) -> Recognises:
    """The boxes of ISO/IEC 14496-12; of pictures by their brand."""
    return lambda data: _box(data, b"ftyp") and (not brands or data[8:12] in brands)


def _mov(data: bytes) -> bool:
    return _box(data, b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")


def _gif(data: bytes) -> bool:
    """A screen, its colours, and then a block of a known kind (GIF89a, sections 17 to 20 and appendix A)."""
    if not data.startswith((b"GIF87a", b"GIF89a")) or len(data) < 14:
        return False
    colours = 3 << (data[10] & 7) + 1 if data[10] & 0x80 else 0
    return data[13 + colours : 14 + colours] in (b"!", b",", b";")


def _bmp(data: bytes) -> bool:
    """The heads of Windows' bitmaps: nothing in what is reserved, and a second head of a known length (BITMAPINFOHEADER)."""
    return (
        data.startswith(b"BM")
        and data[6:10] == bytes(4)
        and int.from_bytes(data[14:18], "little") in (12, 16, 40, 52, 56, 64, 108, 124)
        and 26 <= int.from_bytes(data[10:14], "little") < 1 << 16
    )


def _mp3(data: bytes) -> bool:
    """A tag before it (ID3), or the head of a frame of Layer III (ISO/IEC 11172-3, 2.4.1.3)."""
    return data.startswith(b"ID3") or (data[:1] == b"\xff" and data[1:2] in b"\xfb\xfa\xf3\xf2\xe3\xe2")


def _text(data: bytes) -> bool:
    """Nothing but text, at whose beginning no browser finds a page: old ones look there, whatever a server says."""
    has_mark = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return (has_mark or b"\0" not in data) and not is_markup(data)


_AT_START = pattern_of(r"\s*<[a-z/!?]", re.IGNORECASE)
_SOON = pattern_of(
    r"<(?:!doctype|html|head|body|script|iframe|svg|object|embed|meta|plaintext)\b", re.IGNORECASE
)
_SNIFFED = 512
"""Characters in which a browser looks for a page."""
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ARCHIVES = (_ZIP, b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"L\0\0\0\x01\x14\x02\0")
"""Of Windows, Linux, scripts, Java and macOS, and a shortcut of Windows."""


def is_active(data: bytes) -> bool:
    """Whether it begins like something that runs."""
    return is_markup(data) or data.startswith(_PROGRAMS)


def is_markup(data: bytes) -> bool:
    """Whether it begins like a page or a drawing: HTML, XML, SVG. An archive may hold pages, and no browser looks into it."""
    if data.startswith(_ARCHIVES):
        return False
    mark, encoding = next((known for known in _MARKS if data.startswith(known[0])), (b"", "latin-1"))
    text = data[len(mark) : 4 * _SNIFFED].decode(encoding, "replace")[:_SNIFFED]
    return _AT_START.match(text) is not None or _SOON.search(text) is not None


_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{\"0-9tfn-]")
_CALENDAR = re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR\b", re.IGNORECASE)

_SHOWN = _any_of(
    _begins(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"),
    _gif,
    _bmp,
    _riff(b"WEBP"),
    _iso_media(b"avif", b"avis"),
)
"""Pictures that browsers show. They tell them by their bytes: a PNG that is called .jpg is shown, and harms nobody."""
_OLD_OFFICE = _begins(_OLE)
_ANY_OFFICE = _any_of(_OLD_OFFICE, _open_xml(b"word/", b"xl/", b"ppt/"))

FILE_TYPES = (
    FileType("PDF", ("pdf",), _pdf),
    FileType("OFD", ("ofd",), _packed(b"OFD.xml")),
    FileType("Word 文档", ("docx", "docm", "dotx", "dotm"), _open_xml(b"word/")),
    FileType("Excel 表格", ("xlsx", "xlsm", "xltx", "xltm", "xlam", "xlsb"), _open_xml(b"xl/")),
    FileType("PowerPoint 演示文稿", ("pptx", "pptm", "ppsx", "ppsm", "potx", "potm"), _open_xml(b"ppt/")),
    FileType("旧版 Word 文档", ("doc", "dot"), _any_of(_OLD_OFFICE, _begins(_RTF))),
    FileType("旧版 Excel 表格", ("xls", "xlt"), _OLD_OFFICE),
    FileType("旧版 PowerPoint 演示文稿", ("ppt", "pps", "pot"), _OLD_OFFICE),
    FileType("WPS 文件", ("wps", "wpt", "et", "ett", "dps", "dpt"), _ANY_OFFICE),
    FileType("RTF 文档", ("rtf",), _begins(_RTF)),
    FileType("OpenDocument 文件", ("odt", "ods", "odp"), _open_document),
    FileType("图片", ("png", "jpg", "jpeg", "gif", "webp", "bmp", "avif"), _SHOWN),
    FileType("TIFF 图片", ("tif", "tiff"), _begins(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")),
    FileType(
        "HEIC 图片",
        ("heic", "heif"),
        _iso_media(b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"),
    ),
    FileType("文本", ("txt",), _text),
    FileType("CSV 表格", ("csv", "tsv"), _text),
    FileType("ZIP 压缩包", ("zip",), _begins(_ZIP, b"PK\x05\x06")),
    FileType("RAR 压缩包", ("rar",), _begins(b"Rar!\x1a\x07")),
    FileType("7z 压缩包", ("7z",), _begins(b"7z\xbc\xaf\x27\x1c")),
    FileType("MP3 录音", ("mp3",), _mp3),
    FileType("WAV 录音", ("wav",), _riff(b"WAVE")),
    FileType("MP4 录像或录音", ("mp4", "m4v", "m4a"), _iso_media()),
    FileType("MOV 录像", ("mov",), _mov),
    FileType("WebM 录像", ("webm",), _begins(b"\x1aE\xdf\xa3")),
)  # fmt: skip
"""What is published, in the order of the guide's table."""

PAGE_FILE_TYPES = (
    FileType("图标", ("ico",), _begins(b"\0\0\1\0", b"\0\0\2\0", b"\x89PNG\r\n\x1a\n")),
    FileType("字体", ("woff", "woff2", "ttf", "otf"), _begins(b"wOFF", b"wOF2", b"\0\1\0\0", b"OTTO", b"true", b"ttcf")),
    FileType("OGG 录音", ("ogg",), _begins(b"OggS")),
    FileType("JSON 数据", ("json",), lambda data: _text(data) and _JSON.match(data) is not None),
    FileType("日历", ("ics",), lambda data: _text(data) and _CALENDAR.match(data) is not None),
)  # fmt: skip
"""What hand-written pages use besides: a browser shows or saves it and never runs it."""
