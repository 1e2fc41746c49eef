"""The pictures of a document in its Word file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

from noticeboard.catalog.relations import path_of_link
from noticeboard.content.documents import Document
from noticeboard.content.repository.files import LARGEST, Files
from noticeboard.content.repository.photo_location import published_bytes
from noticeboard.markup.nodes import Image
from noticeboard.writing.picture_sizes import picture_size

_PIXEL = 9525
"""English Metric Units of a pixel, 96 an inch (ECMA-376-1, 20.1.2.1)."""
_WIDEST, _HIGHEST = 5_600_000, 6_000_000
"""Of a picture: the width of a line, and two thirds of a page."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/picture"


@dataclass(frozen=True, slots=True)
class PictureFiles:
    """Where the board's pictures lie."""

    root: Path
    files: Files

    def read(self, path: str) -> bytes | None:
        """What is published of the file at `path`, below the root; None where there is none."""
        if self.files.sizes.get(path, LARGEST + 1) > LARGEST:
            return None
        place = self.root / path
        try:
            # Where a photograph was taken is not told on paper either.
            return published_bytes(place) or place.read_bytes()
        except OSError:
            return None


@dataclass(frozen=True, slots=True)
class WordPicture:
    """A picture as a part of the file."""

    name: str
    data: bytes
    width: int
    height: int


@dataclass(slots=True)
class WordPictures:
    """The pictures that a document shows and Word can show, by the targets that lead to them."""

    document: Document
    source: PictureFiles
    found: dict[str, WordPicture | None] = field(default_factory=dict)
    _drawn: int = 0

    def of(self, image: Image) -> WordPicture | None:
        """The picture; None for one that is no file of the board, or of a kind that Word does not show."""
        if image.title:
            return None
        if image.target not in self.found:
            self.found[image.target] = self._read(image.target)
        return self.found[image.target]

    @property
    def parts(self) -> list[WordPicture]:
        """Those that were found, in the order of the text."""
        return [picture for picture in self.found.values() if picture]

    def drawing(self, image: Image) -> str:
        """The run that shows it. Its description is the text, and its name the target, by which it comes back."""
        picture = self.of(image)
        assert picture  # Others are written as they were typed.
        self._drawn += 1
        size = f'cx="{picture.width}" cy="{picture.height}"'
        words = f'id="{self._drawn}" name={quoteattr(image.target)} descr={quoteattr(image.text)}'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {words}/>'
            f'<a:graphic><a:graphicData uri="{_DRAWING}"><pic:pic><pic:nvPicPr><pic:cNvPr {words}/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{relation_of(picture)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _read(self, target: str) -> WordPicture | None:
        path = path_of_link(self.document, target)
        data = self.source.read(path) if path else None
        size = picture_size(data) if data else None
        if data is None or size is None:
            return None
        kind, width, height = size
        scale = min(_PIXEL, _WIDEST / width, _HIGHEST / height)
        name = f"image{len(self.parts) + 1}.{kind}"
        return WordPicture(name, data, max(1, int(width * scale)), max(1, int(height * scale)))


def relation_of(picture: WordPicture) -> str:
    """The id of the relation that leads to a picture."""
    return f"r{picture.name.partition('.')[0].title()}"
