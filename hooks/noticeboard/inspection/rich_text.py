"""RTF: the text among its signs, also where letters are written by number (Rich Text Format Specification 1.9.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.inspection.passages import Budget, NotRead, PassageBuilder, TextPassage

_TOKEN = re.compile(
    rb"(?P<bytes>(?:\\'[0-9a-fA-F]{2}(?:\r?\n)?)+)|\\u(?P<code>-?[0-9]{1,6}) ?(?:\\'[0-9a-fA-F]{2}|[?])?"
    rb"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|(?P<end>[\r\n]+)|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_BREAKS = frozenset({b"par", b"line", b"row", b"sect", b"page", b"cell", b"nestcell", b"tab"})
_PICTURE = re.compile(rb"[0-9a-fA-F]{60,}")
_IN_HEX = re.compile(rb"(?:[0-9a-fA-F]{2}[\r\n]*+){30,}+")
"""What a picture is written in."""
_OBJECT = b"\\objdata"
_BYTE = re.compile(rb"\\'([0-9a-fA-F]{2})")


def read_rich_text(data: bytes, budget: Budget) -> Iterator[TextPassage]:
    """All that a file says: what stands in notes, heads and hidden parts too. Raises NotRead behind it when files are in it."""
    draft = PassageBuilder()
    line: list[str] = []
    for piece in _pieces(data):
        budget.read(len(piece))
        if piece == "\n":
            draft.add("".join(line))
            line.clear()
            if draft.is_full:
                yield draft.take()
        else:
            line.append(piece)
    draft.add("".join(line))
    yield draft.take()
    if _OBJECT in data:
        raise NotRead("里面嵌着别的文件，读不出来，")


def pictures_of(data: bytes, budget: Budget) -> Iterator[bytes]:
    """The pictures in it, as files."""
    for found in _IN_HEX.finditer(data):
        content = bytes.fromhex(b"".join(found[0].split()).decode("ascii"))
        budget.unfold(len(content))
        yield content


def _pieces(data: bytes) -> Iterator[str]:
    """Bits of text; a line end where a paragraph or a cell ends."""
    for found in _TOKEN.finditer(data):
        if found["bytes"]:
            yield bytes(int(code, 16) for code in _BYTE.findall(found["bytes"])).decode("gb18030", "replace")
        elif found["code"]:
            code = int(found["code"]) % 0x10000
            yield chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"
        elif found["word"] in _BREAKS:
            yield "\n"
        elif found["sign"] in (b"\\", b"{", b"}", b"~", b"_", b"-"):
            yield {b"~": " ", b"_": "-", b"-": ""}.get(found["sign"], found["sign"].decode())
        elif found["text"] and not _PICTURE.fullmatch(found["text"]):
            yield found["text"].decode("gb18030", "replace")
