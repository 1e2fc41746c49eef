"""Why a file cannot stand beside the board's pages, and what an officer can do about it.

A browser may run what looks like a page or a drawing in the board's own name, and a computer what is a program. So only what
is on the list of `file_types` passes, and only when its bytes are what its name says.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass

from noticeboard.content.repository.file_types import (
    FileType,
    ending_of,
    is_active,
    is_markup,
    kinds_of,
    type_of,
)
from noticeboard.patterns import pattern_of


@dataclass(frozen=True, slots=True)
class FileFault:
    """Why a file cannot be published, and what to do: both in Chinese sentences."""

    message: str
    hint: str


def fault_of(
    name: str,
    data: bytes,
    more: Collection[str] = (),
    type_of: Callable[[str], FileType | None] = type_of,
) -> FileFault | None:
    """Why the file that is called `name` and holds `data` cannot be published; None when it can.

    `data` may be a `sample_of` it. `more` are endings that a board allows besides (`extra.board.attachment_endings`). `type_of` knows the
    types that may stand where the file does.
    """
    name = posixpath.basename(name)
    ending = ending_of(name)
    kind = type_of(ending)
    if document_name(name) or (kind is None and (ending in NEVER or ending not in more)):
        return _refused(name, ending)
    if inner := next((part for part in name.lower().split(".")[1:-1] if part in _ON_SERVERS), ""):
        message = f"“{name}”的名字里有“.{inner}”，有的服务器会把它当成程序运行，不能登。"
        return FileFault(message, f"请改名，去掉中间的“.{inner}”。")
    # What is two things at once, a picture and a page, is what a browser takes it for.
    if kind.recognises(data) and not is_markup(data) if kind else not is_active(data):
        return None
    return _misnamed(name, kind.name if kind else f"“.{ending}”文件", data)


_PAGES = (
    "html",
    "htm",
    "xhtml",
    "xht",
    "shtml",
    "shtm",
    "stm",
    "mht",
    "mhtml",
    "hta",
    "htc",
    "asp",
    "aspx",
    "chm",
)
_DRAWINGS = ("svg", "svgz")
_DATA = ("xml", "xsl", "xslt", "xsd", "rdf", "rss", "atom", "xaml", "xul", "vml", "mathml")
_SHORTCUTS = ("lnk", "url", "desktop", "webloc", "website", "library-ms", "search-ms", "appref-ms")
_ON_SERVERS = (
    "php", "php3", "php4", "php5", "php7", "php8", "phtml", "phar", "pht", "asp", "aspx", "ashx", "asmx", "asa", "cer",
    "cfm", "jsp", "jspx", "cgi", "fcgi", "pl", "py", "rb", "shtml", "shtm", "stm",
)  # fmt: skip
_PROGRAM_FILES = (
    *_ON_SERVERS, "exe", "com", "scr", "pif", "cpl", "msi", "msp", "msc", "dll", "sys", "ocx", "bat", "cmd", "ps1", "psm1", "vbs",
    "vbe", "vb", "js", "mjs", "cjs", "jse", "ws", "wsf", "wsh", "sct", "wsc", "inf", "reg", "jar", "class", "swf", "xap", "wasm",
    "apk", "app", "dmg", "deb", "rpm", "sh", "bash", "command", "gadget", "application", "manifest", "config", "htaccess",
    "css", "iso", "img", "vhd", "vhdx", "one", "xll", "iqy", "slk", "settingcontent-ms", "diagcab",
)  # fmt: skip
_MAILS = ("eml", "emlx", "msg", "nws")
NEVER = frozenset((*_PAGES, *_MAILS, *_DRAWINGS, *_DATA, *_SHORTCUTS, *_PROGRAM_FILES))
"""Endings that no board may allow: what browsers, computers or servers run."""

_CONVERTED = "请打开它，另存为 PDF、Word、Excel 或图片，再上传。"
_REASONS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        _PAGES,
        "是网页，里面的程序会在读者的浏览器里运行，不能登",
        "请用浏览器打开它，按 Ctrl+P，另存为 PDF，登那个 PDF；或者在正文里写网址。",
    ),
    (
        _DRAWINGS,
        "是 SVG 图，里面的程序会在读者的浏览器里运行，不能登",
        "请用浏览器打开它，截图或导出，另存为 PNG 再上传。",
    ),
    (_DATA, "是 XML 文件，读者的浏览器会把它当成网页，不能登", "请另存为 Excel 表格（.xlsx）或 PDF 再上传。"),
    (
        _MAILS,
        "是邮件，里面的网页会在读者的电脑上运行，还带着收发人的地址，不能登",
        "请在邮箱里打开它，按 Ctrl+P，另存为 PDF，登那个 PDF。",
    ),
    (
        _SHORTCUTS,
        "是快捷方式，别人打不开，也不能登",
        "要登的是文件，请把那个文件复制到这里；要登的是网址，请在正文里写链接：[名称](网址)。",
    ),
    (_PROGRAM_FILES, "是程序或它的设置，会在读者的电脑或服务器上运行，不能登", _CONVERTED),
)


def _refused(name: str, ending: str) -> FileFault:
    if document := document_name(name):
        message = f"“{name}”是一份文章的原文，不能当附件登。"
        return FileFault(message, f"请把文件名改成“{document}”，在正文里链接它。")
    if not ending:
        message = f"“{name}”的名字没有结尾（扩展名），读者的电脑不知道用什么打开，不能登。"
        return FileFault(message, "请补上结尾，例如“.pdf”“.xlsx”；不知道是什么的，请用原来的程序另存为 PDF。")
    for endings, reason, hint in _REASONS:
        if ending in endings:
            return FileFault(f"“{name}”{reason}。", hint)
    asked = (
        f"一定要登这种文件的，请管网站的人在 mkdocs.yml 的 extra.board.attachment_endings 里加上“{ending}”。"
    )
    return FileFault(f"“.{ending}”不在可以登的格式里，“{name}”不能登。", _CONVERTED + asked)


_LIKE_A_DOCUMENT = pattern_of(
    r"(?P<stem>.+?)\s*[.。,、](?:md|markdown|mdown|mkdn?|mdwn|mdtxt|mdtext|mdx|rmd)(?:\s*\.(?:txt|text|bak|old|orig))*\s*",
    re.IGNORECASE,
)


def document_name(name: str) -> str:
    """What a file should be called that was meant as a document but has another ending; empty when it was not.

    Windows hides `.txt` behind `.md`, editors write `.markdown`, and a Chinese keyboard `。md`: 计划.md.txt → 计划.md.
    """
    found = _LIKE_A_DOCUMENT.fullmatch(unicodedata.normalize("NFKC", name))
    return f"{found['stem']}.md" if found and not name.lower().endswith(".md") else ""


def _misnamed(name: str, wanted: str, data: bytes) -> FileFault:
    like = next(kinds_of(data), "")
    seems = f"，倒像是{_apart(like)}" if like else ""
    hint = f"请用原来的程序打开，另存为{_apart(wanted)}再上传；只改文件名的结尾，里面的内容不会变。"
    return FileFault(f"“{name}”里面不是{_apart(wanted)}{seems}，不能登。", hint)


def _apart(words: str) -> str:
    """With a blank before what begins with a Latin letter."""
    return f" {words}" if words[0].isascii() else words
