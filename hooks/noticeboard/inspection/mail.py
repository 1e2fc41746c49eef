"""A mail, as programs for mail keep it (RFC 5322, MIME): its parts, whatever they are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import default

from noticeboard.inspection.passages import Budget, NotRead
from noticeboard.markup.html_text import texts_of_html

_ENDINGS = frozenset({".eml", ".emlx", ".mht", ".mhtml", ".nws"})
_HEAD = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}?", re.DOTALL)
_OF_MAILS = re.compile(rb"^(?:from|to|subject|message-id|received|mime-version|return-path|content-transfer-encoding):", re.IGNORECASE | re.MULTILINE)  # fmt: skip
_SEARCHED = 64 * 1024
_MOST_PARTS = 1000
_HEADERS = ("from", "to", "cc", "subject")


def is_mail(data: bytes, ending: str) -> bool:
    """Whether a file is a mail: its name says so, or it begins with a mail's lines."""
    if ending in _ENDINGS:
        return True
    head = data[:_SEARCHED].replace(b"\r\n", b"\n")
    found = _HEAD.match(head)
    return found is not None and len(_OF_MAILS.findall(head[: head.find(b"\n\n") + 1 or None])) >= 2


def parts_of_mail(data: bytes, budget: Budget) -> Iterator[tuple[str, bytes]]:
    """Name and content of each part, those of mails in it too; the first is who wrote to whom. Raises NotRead."""
    mail = message_from_bytes(data, policy=default)
    yield "信头.txt", "\n".join(_head_of(mail)).encode("utf-8", "replace")
    for number, part in enumerate(mail.walk(), 1):
        if number > _MOST_PARTS:
            raise NotRead("里面的文件太多")
        budget.open_parts(1)
        if part.is_multipart():
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            budget.unfold(len(content))
            yield _named(part, content, number)


def _head_of(mail: Message) -> Iterator[str]:
    for name in _HEADERS:
        for value in mail.get_all(name, ()):
            yield str(value)


def _named(part: Message, content: bytes, number: int) -> tuple[str, bytes]:
    """A part's name and its bytes; of a page the text that a reader sees, in UTF-8."""
    kind = part.get_content_type()
    if not kind.startswith("text/"):
        return part.get_filename() or f"第 {number} 部分", content
    text = content.decode(_charset(part), "replace")
    if kind == "text/html":
        text = "\n".join((*texts_of_html(text), text))
    return part.get_filename() or f"第 {number} 部分.txt", text.encode("utf-8", "replace")


def _charset(part: Message) -> str:
    charset = part.get_content_charset() or "utf-8"
    try:
        "".encode(charset)
    except LookupError:
        return "gb18030"
    return "gb18030" if charset in ("gb2312", "gbk") else charset
