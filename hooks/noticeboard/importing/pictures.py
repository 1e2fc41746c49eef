"""Pictures of a file that are taken along: those that every browser shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from noticeboard.content.repository.irregular_files import printable
from noticeboard.content.repository.paths import is_passed_over
from noticeboard.importing.docx_package import Package, Relationship
from noticeboard.importing.paper import Run
from noticeboard.importing.xml_tree import XmlElement

_KINDS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"))
_ENDINGS = {"png": "png", "jpg": "jpg", "jpeg": "jpg", "gif": "gif", "webp": "webp"}
_FORBIDDEN = frozenset('\\:*?"<>|')
MOST_PICTURES = 200
LARGEST = 20 * 1024 * 1024
"""Bytes of one picture."""


@dataclass(slots=True)
class Pictures:
    """The pictures that were met, by the name that each gets."""

    found: dict[str, bytes] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    """What could not be taken along, by a Chinese word for it."""
    _names: dict[str, str] = field(default_factory=dict)
    """Part of the file → the name of its picture."""

    def take(self, drawing: XmlElement, package: Package, relations: Mapping[str, Relationship]) -> list[Run]:
        """The pictures of a drawing, each with its description, and with its name in the file as its target."""
        words, called = _words(drawing), _name(drawing)
        taken = []
        for reference in _references(drawing):
            relation = relations.get(reference)
            name = self._take(relation, package) if relation else ""
            if name:
                taken.append(Run(words, picture=name, target=called))
        return taken

    def _take(self, relation: Relationship, package: Package) -> str:
        if relation.is_outside:
            self.counts["链接到别处的图片"] += 1
            return ""
        if relation.target not in package.names:
            self.counts["丢失的图片"] += 1
            return ""
        if relation.target not in self._names:
            self._names[relation.target] = self.add(package.data(relation.target))
        return self._names[relation.target]

    def add(self, data: bytes) -> str:
        """The name of a picture that is taken along; empty for one that is not."""
        kind = picture_kind(data)
        if not kind or len(data) > LARGEST or len(self.found) >= MOST_PICTURES:
            self.counts["网页不能显示的图片"] += 1
            return ""
        name = f"图{len(self.found) + 1}.{kind}"
        self.found[name] = data
        return name


def picture_kind(data: bytes) -> str:
    """The ending of a picture's name by its first bytes; empty for what browsers do not show."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((kind for start, kind in _KINDS if data.startswith(start)), "")


def is_place(written: str, data: bytes) -> bool:
    """Whether a name is the path of a picture of that kind, as a document of the board writes it.

    It comes out of a file that anybody may have made: no part of it may be hidden, or a name that some system forbids.
    """
    path = unquote(written)
    ending = path.rpartition(".")[2]
    parts = [part for part in path.split("/") if part != ".."]
    is_plain = all(part and not is_passed_over(part) and printable(part) == part for part in parts)
    return _ENDINGS.get(ending.lower()) == picture_kind(data) and is_plain and not set(path) & _FORBIDDEN


def _references(drawing: XmlElement) -> Iterator[str]:
    """Ids of the relations to pictures; each once."""
    found = []
    for element in drawing.below("blip", "imagedata"):
        key = "embed" if element.name == "blip" else "id"
        found.append(element.attributes.get(key) or element.attributes.get("link", ""))
    yield from dict.fromkeys(filter(None, found))


def _name(drawing: XmlElement) -> str:
    return next((element.attributes.get("name", "") for element in drawing.below("docPr")), "")


def _words(drawing: XmlElement) -> str:
    """What the file says of the picture; a file's name that Word wrote is no description."""
    for element in drawing.below("docPr", "cNvPr", "shape"):
        words = element.attributes.get("descr") or element.attributes.get("alt") or ""
        if words.strip() and "." not in words[-5:]:
            return " ".join(words.split())
    return ""
