"""Styles of a Word file: what a paragraph or some of its words inherit (ECMA-376-1, 17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard.importing.xml_tree import XmlElement

_DEEPEST = 30
"""Styles that may be based on each other; a longer chain, or a circle, ends there."""
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题|doctitle|文件标题|公文标题", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*(?:[1-9]|heading|标题)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NumberReference:
    """``w:numPr``: a list, and how deep in it; None for what is not said."""

    list_id: str | None
    level: int | None


@dataclass(frozen=True, slots=True)
class DocxStyle:
    """A style by itself."""

    id: str
    name: str
    based_on: str
    paragraph: XmlElement
    run: XmlElement


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles, by their ids."""

    styles: dict[str, DocxStyle]
    default: str
    """The style of paragraphs that name none."""
    base: XmlElement
    """Properties of all runs."""

    @classmethod
    def of(cls, part: XmlElement) -> Styles:
        """All styles of a part styles.xml (ECMA-376, part 1, section 17.7)."""
        found: dict[str, DocxStyle] = {}
        default = ""
        for element in part.each("style"):
            style = _style(element)
            found[style.id] = style
            is_default = element.attributes.get("default", "").lower() in ("1", "true", "on")
            if is_default and element.attributes.get("type") == "paragraph":
                default = style.id
        return cls(found, default, part.child("docDefaults", "rPrDefault", "rPr") or XmlElement("rPr"))

    def chain(self, style_id: str) -> Iterator[DocxStyle]:
        """The style and those that it is based on, the nearest first."""
        for _ in range(_DEEPEST):
            style = self.styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = style.based_on

    def heading_level(self, style_id: str) -> int:
        """1–9 of a style of headings, by its name or its outline level; 0 for others."""
        for style in self.chain(style_id):
            if (level := outline_level(style.paragraph)) is not None:
                return level
            if named := _HEADING.fullmatch(style.name):
                return int(named[1])
        return 0

    def is_title(self, style_id: str) -> bool:
        """Whether a style is the title's, or based on it."""
        return any(_TITLE.fullmatch(style.name) for style in self.chain(style_id))

    def is_contents(self, style_id: str) -> bool:
        """Whether it is a style of a table of contents."""
        return any(_CONTENTS.fullmatch(style.name) for style in self.chain(style_id))

    def number(self, style_id: str) -> tuple[NumberReference, str] | None:
        """The numbering that a style gives, and the id of the style that says so."""
        for style in self.chain(style_id):
            if (reference := number_reference(style.paragraph)) is not None:
                return reference, style.id
        return None

    def is_on(self, name: str, style_id: str, own: XmlElement) -> bool:
        """Whether a property of letters holds: said by the run itself, its style, or for all."""
        elements = (own, *(style.run for style in self.chain(style_id)), self.base)
        return next((on for element in elements if (on := element.is_on(name)) is not None), False)

    def size(self, style_id: str, own: XmlElement) -> float:
        """Of letters, in points."""
        elements = (own, *(style.run for style in self.chain(style_id)), self.base)
        for element in elements:
            value = element.value("sz")
            if value and value.isdecimal() and len(value) < 5:
                return int(value) / 2
        return 0.0

    def alignment(self, style_id: str, own: XmlElement) -> str:
        """How a paragraph is aligned, as the file calls it: its own properties (`own`) go before its style's; empty where none says."""
        elements = (own, *(style.paragraph for style in self.chain(style_id)))
        return next((value for element in elements if (value := element.value("jc"))), "")


def _style(element: XmlElement) -> DocxStyle:
    return DocxStyle(
        element.attributes.get("styleId", ""),
        element.value("name") or "",
        element.value("basedOn") or "",
        element.child("pPr") or XmlElement("pPr"),
        element.child("rPr") or XmlElement("rPr"),
    )


def outline_level(properties: XmlElement) -> int | None:
    """1–9; 0 for body text, which Word writes as 9; None where nothing is said."""
    value = properties.value("outlineLvl")
    if value is None or not value.isdecimal() or len(value) > 1:
        return None
    return int(value) + 1 if value != "9" else 0


def number_reference(properties: XmlElement) -> NumberReference | None:
    """The list and level that properties of a paragraph name; None where they name none."""
    found = properties.child("numPr")
    if found is None:
        return None
    level = found.value("ilvl")
    is_level = level is not None and level.isdecimal() and len(level) == 1
    return NumberReference(found.value("numId"), int(level) if is_level and level else None)
