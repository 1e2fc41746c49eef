"""Where a document's page lived before, as an officer types it: `plans/2025/jiu-ming/`, below the site's root."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from noticeboard.content.field_types.field_type import TEXTS_SCHEMA, Asked, FieldType, items_of, plain, scalar
from noticeboard.content.front_matter import nodes
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Level

BAD_FORMER_ADDRESS = Diagnostic("bad-former-address", Level.ERROR)

LONGEST = 200
"""Characters, as of any address (SPECIFICATION section 5)."""
_PARTS = pattern_of(r"[、，,；;]")
_ELSEWHERE = pattern_of(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_STEP = pattern_of(r"[A-Za-z0-9_~][A-Za-z0-9._~-]*(?<!\.)")
_FILE = pattern_of(r".*\.(?!html?$)[^./]*", re.IGNORECASE)
"""What is found at such an address is no page."""
_DEVICE = pattern_of(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for itself."""


@dataclass(frozen=True, slots=True)
class FormerAddress:
    """One of them: ASCII, ended by a slash, or a file's that ends in .html."""

    address: str
    line: int
    column: int


def _former_addresses(node: nodes.Node, asked: Asked) -> tuple[FormerAddress, ...]:
    found: dict[str, FormerAddress] = {}
    for item in items_of(node):
        for text in map(plain, _PARTS.split(scalar(item, asked) or "")):
            if text and (address := _read(text, item, asked)):
                found.setdefault(address, FormerAddress(address, item.line, item.column))
    return tuple(found.values())


def _read(text: str, place: nodes.Node, asked: Asked) -> str | None:
    written = unicodedata.normalize("NFKC", text)
    if wrong := _fault_of(written):
        hint = f"请写网站里的那一段，照这样：{asked.label}: plans/2025/jiu-ming/。"
        asked.reporter.report(place, BAD_FORMER_ADDRESS, f"“{asked.label}”里的“{text}”{wrong}。", hint)
        return None
    return _address(written)


def _fault_of(written: str) -> str:
    """What is wrong with an address, as the end of a Chinese sentence; empty when it is sound."""
    if _ELSEWHERE.match(written):
        return "是整个网址，网站里只认网站自己的那一段"
    steps = _address(written).strip("/").split("/")
    if steps == [""] or steps == ["index.html"]:
        return "就是首页"
    if ".." in steps:
        return "走到网站外面去了"
    if not all(map(_STEP.fullmatch, steps)) or any(map(_DEVICE.fullmatch, steps)):
        return "不是这个网站里的网址：各段只有英文字母、数字、点和横线，不带问号和井号"
    if len(written) > LONGEST:
        return f"太长了，超过了 {LONGEST} 个字符"
    if _FILE.fullmatch(written):
        return "是一个文件，只有网页才能转到新的网址"
    return ""


def _address(written: str) -> str:
    address = written.removeprefix("/")
    if address.endswith("/index.html"):
        return address.removesuffix("index.html")
    last = address.rpartition("/")[2]
    return address if not last or "." in last else f"{address}/"


FORMER_ADDRESSES = FieldType(
    _former_addresses,
    "网站里的网址，一个或几个，如 plans/2025/jiu-ming/",
    schema=lambda settings: TEXTS_SCHEMA,
)
