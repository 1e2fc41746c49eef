"""Texts of a document → the runs of a Word file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from noticeboard.markup import nodes
from noticeboard.writing.word_pictures import WordPictures
from noticeboard.writing.word_xml import LINK, text_run


@dataclass(slots=True)
class WordRuns:
    """Writes texts, and collects what they lead to."""

    pictures: WordPictures
    notes: Collection[str] = ()
    """Names of the footnotes that become notes of Word."""
    targets: list[str] = field(default_factory=list)
    """Addresses of links, each once."""
    noted: list[str] = field(default_factory=list)
    """Names of footnotes in the order in which the text refers to them."""

    def of(self, parts: nodes.Parts, look: str = "") -> str:
        """The runs of a text that `has_form_for` lets pass; `look` are marks around all of it."""
        return "".join(self._part(part, look) for part in parts)

    def has_form_for(self, parts: nodes.Parts, *, with_pictures: bool = False) -> bool:
        """Whether Word has a form for all that stands in a text."""
        return all(self._is_plain(part) or (with_pictures and self._is_picture(part)) for part in parts)

    def _is_picture(self, part: nodes.Part) -> bool:
        return isinstance(part, nodes.Image) and self.pictures.of(part) is not None

    def _is_plain(self, part: nodes.Part) -> bool:
        if isinstance(part, nodes.Strong | nodes.Strike):
            return self.has_form_for(part.parts)
        if isinstance(part, nodes.Link):
            is_simple = all(isinstance(inner, nodes.Text | nodes.Strong) for inner in part.parts)
            return not part.title and bool(part.parts) and is_simple and self.has_form_for(part.parts)
        if isinstance(part, nodes.FootnoteReference):
            return part.name in self.notes
        return isinstance(part, nodes.Text | nodes.Break)

    def _part(self, part: nodes.Part, look: str) -> str:
        if isinstance(part, nodes.Text):
            return text_run(part.text, look)
        if isinstance(part, nodes.Break):
            return "<w:r><w:br/></w:r>" if part.hard else text_run(" ", look)
        if isinstance(part, nodes.Strong):
            return self.of(part.parts, f"{look}<w:b/>")
        if isinstance(part, nodes.Strike):
            return self.of(part.parts, f"{look}<w:strike/>")
        if isinstance(part, nodes.Image):
            return self.pictures.drawing(part)
        if isinstance(part, nodes.FootnoteReference):
            self.noted.append(part.name)
            return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{len(self.noted)}"/></w:r>'
        assert isinstance(part, nodes.Link)  # All else is written as it was typed.
        if part.target not in self.targets:
            self.targets.append(part.target)
        inner = self.of(part.parts, look + LINK)
        return f'<w:hyperlink r:id="rLink{self.targets.index(part.target)}">{inner}</w:hyperlink>'
