"""Text that stands in a text written as other letters: UTF-7 (RFC 2152) and base64 (RFC 4648)."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator

from noticeboard.content.repository.photo_location import tells_location
from noticeboard.inspection.passages import TextPassage
from noticeboard.inspection.text_files import blocks_of, decoded
from noticeboard.patterns import pattern_of

_UTF_7 = pattern_of(r"\+(?P<letters>[A-Za-z0-9+/]{3,4000})-?")
_BASE_64 = pattern_of(
    r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{16}(?:[A-Za-z0-9+/]++|\r?\n(?=[A-Za-z0-9+/]{4}))*+={0,2}"
)
_TELLING = pattern_of(r"[\u4e00-\u9fff]{2}|[0-9](?:[ -]?[0-9]){10}")
"""What is not told by letters that are only random."""
_CONTROL = pattern_of(r"[\x00-\x08\x0e-\x1f\x7f\ufffd\ue000-\uf8ff]")


def read_encoded(data: bytes) -> Iterator[TextPassage]:
    """What is written so, a passage for each place, and lines with the words of UTF-7 put in."""
    number = 1
    for block in blocks_of(decoded(data)):
        if "+" in block:
            for index, line in enumerate(block.split("\n")):
                text = _UTF_7.sub(_from_utf_7, line) if "+" in line else line
                if text != line:
                    yield TextPassage(text, f"第 {number + index} 行（UTF-7）")
        for found in _BASE_64.finditer(block):
            content = _decoded_letters("".join(found[0].split()))
            check = "photo-location" if tells_location(content) else ""
            if (text := _text_of(content)) or check:
                at = number + block.count("\n", 0, found.start())
                yield TextPassage(text, f"第 {at} 行（base64）", check=check)
        number += block.count("\n")


def _from_utf_7(found: re.Match[str]) -> str:
    content = _decoded_letters(found["letters"])
    text = content[: len(content) // 2 * 2].decode("utf-16-be", "replace")
    return found[0] if not text or _CONTROL.search(text) else text


def _text_of(content: bytes) -> str:
    """The text; empty for what is none, as pictures and checksums are."""
    for encoding in ("utf-8", "gb18030", "utf-16-le"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _TELLING.search(text) and not _CONTROL.search(text):
            return text
    return ""


def _decoded_letters(letters: str) -> bytes:
    bare = letters.rstrip("=")
    bare = bare[: len(bare) - (len(bare) % 4 == 1)]
    try:
        return b64decode(bare + "=" * (-len(bare) % 4))
    except binascii.Error:
        return b""
