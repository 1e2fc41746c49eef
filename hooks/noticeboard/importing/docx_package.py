"""A .docx file as its parts: opened within bounds, nothing outside of it is ever followed."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from noticeboard.importing.xml_tree import XmlElement, read_tree
from noticeboard.inspection.file_formats import BROKEN_ARCHIVE
from noticeboard.inspection.passages import Budget, NotRead

_PIECE = 1 << 18
MOST_BYTES = 64 * 1024 * 1024
"""What one file may unfold to: text and the pictures that are taken along."""
MOST_ELEMENTS = 600_000
"""Of all parts; a plan of 500 pages has fewer."""
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


@dataclass(frozen=True, slots=True)
class Relationship:
    """Where a part leads to: another part, or an address outside."""

    target: str
    """Name of the part, or the address."""
    is_outside: bool


def budget() -> Budget:
    """What the parts of one file may take, unpacked."""
    return Budget(bytes=MOST_BYTES, steps=MOST_ELEMENTS)


@dataclass(slots=True)
class Package:
    """The parts of a file that is open."""

    archive: zipfile.ZipFile
    budget: Budget
    names: dict[str, zipfile.ZipInfo] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes) -> Package:
        """Raises NotRead for what is no Word file, is encrypted, damaged or bursts the bounds."""
        if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
            # What Word encrypts is an old container around the new one ([MS-OFFCRYPTO] 2.3).
            raise NotRead(
                "它加了密码" if "EncryptedPackage".encode("utf-16-le") in data else "它是旧格式的 Word 文件"
            )
        if not data.startswith(b"PK"):
            raise NotRead("它不是 Word 文件，只是名字以 .docx 结尾")
        try:
            package = cls(zipfile.ZipFile(io.BytesIO(data)), budget())
        except BROKEN_ARCHIVE as error:
            raise NotRead("它损坏了") from error
        entries = package.archive.infolist()
        package.budget.open_parts(len(entries))
        package.names = {entry.filename.replace("\\", "/").lstrip("/"): entry for entry in entries}
        if any(entry.flag_bits & 1 for entry in entries):
            raise NotRead("它加了密码")
        if "[Content_Types].xml" not in package.names:
            raise NotRead("它不是 Word 文件，只是名字以 .docx 结尾")
        return package

    def data(self, name: str) -> bytes:
        """The bytes of a part, unpacked; raises NotRead where they are damaged or too many."""
        return b"".join(self._pieces(name))

    def tree(self, name: str) -> XmlElement:
        """The part as a tree; an empty element where there is no such part."""
        return read_tree(self._pieces(name), self.budget) if name in self.names else XmlElement("")

    def _pieces(self, name: str) -> Iterator[bytes]:
        """What a part unfolds to. Its own word for the size is not taken: a bomb lies."""
        try:
            with self.archive.open(self.names[name]) as stream:
                while piece := stream.read(_PIECE):
                    self.budget.unfold(len(piece))
                    yield piece
        except BROKEN_ARCHIVE as error:
            raise NotRead("它损坏了") from error

    def relations(self, part: str) -> Mapping[str, Relationship]:
        """Id → where it leads to, of the relations of a part."""
        folder, name = posixpath.split(part)
        found = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            relation.attributes.get("Id", ""): _relation(folder, relation.attributes)
            for relation in found.each("Relationship")
        }

    def parts_of_kind(self, part: str, kind: str) -> Iterator[str]:
        """The names of the parts to which `part` has a relation of a kind, such as ``styles``."""
        folder, name = posixpath.split(part)
        found = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in found.each("Relationship"):
            if relation.attributes.get("Type", "").rpartition("/")[2] == kind:
                yield _relation(folder, relation.attributes).target

    def part_of_kind(self, part: str, kind: str) -> str:
        """The first of those parts; empty without one."""
        return next(self.parts_of_kind(part, kind), "")

    @property
    def document(self) -> str:
        """The name of the main part. Raises NotRead where it is none of Word."""
        main = self.part_of_kind("", "officeDocument")
        if main not in self.names:
            raise NotRead("里面没有 Word 的正文")
        types = {
            override.attributes.get("PartName", "").lstrip("/"): override.attributes.get("ContentType", "")
            for override in self.tree("[Content_Types].xml").each("Override")
        }
        kind = types.get(main, _WORD)
        if not ("wordprocessingml" in kind or "ms-word" in kind):
            raise NotRead("它是表格或幻灯片，不是 Word 文件")
        return main

    @property
    def has_macros(self) -> bool:
        """Whether there are programs in it, which are never run."""
        return any(posixpath.basename(name).lower() == "vbaproject.bin" for name in self.names)


def _relation(folder: str, attributes: Mapping[str, str]) -> Relationship:
    target = attributes.get("Target", "")
    if attributes.get("TargetMode") == "External":
        return Relationship(target, True)
    # A path out of the package names no part of it.
    inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    return Relationship(posixpath.normpath(inside), False)
