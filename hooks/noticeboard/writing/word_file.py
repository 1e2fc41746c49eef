"""A document → a Word file in the layout of an official paper, from which `board import` makes the document again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Disclosure, Document, Plan, Proposal, Summary
from noticeboard.markup.nodes import Signature
from noticeboard.views.helpers.day_words import chinese_date
from noticeboard.views.helpers.facts import facts_of
from noticeboard.writing import word_layout as layout
from noticeboard.writing.picture_sizes import KINDS
from noticeboard.writing.word_body import WordBody
from noticeboard.writing.word_pictures import PictureFiles, WordPictures, relation_of
from noticeboard.writing.word_xml import attribute, cell_of, paragraph, table_start, text_run

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM = "{6E6F7469-6365-4F61-8264-000000000001}"
_DAY = (1980, 1, 1, 0, 0, 0)
"""Of every part: the same document gives the same bytes."""
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LABEL_WIDTH = 2000
_VALUE_WIDTH = 6844
_NOT_ON_PAPER = frozenset({"period", "targets", "results", "plans"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the front matter as paper shows it."""

    label: str
    text: str


def word_file(catalog: Catalog, document: Document, source: PictureFiles) -> bytes:
    """The file, with pictures from `source`. The front matter is kept as typed beside the text that shows it."""
    pictures = WordPictures(document, source)
    body = WordBody(document, pictures)
    lines = list(_facts(catalog, document))
    written = [paragraph(layout.TITLE, text_run(document.title))]
    is_form = isinstance(document, Proposal)
    written += [_form(lines)] if is_form and lines else []
    written.append(body.write())
    written += (
        [] if is_form else [paragraph(layout.FACT, text_run(f"{line.label}：{line.text}")) for line in lines]
    )
    written += list(_attachments(document))
    written += list(_signature(document))
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations([_relation("rMain", "officeDocument", "word/document.xml")]),
        "word/document.xml": f"<w:document {layout.NAMESPACES}><w:body>{''.join(written)}{layout.PAGE}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            [*_own_relations(), *_links(body.runs.targets), *_shown(pictures)]
        ),
        "word/styles.xml": layout.styles(),
        "word/numbering.xml": layout.numbering(),
        "word/footer1.xml": layout.footer(),
        "word/footnotes.xml": layout.footnotes(body.notes),
        "word/_rels/footnotes.xml.rels": _relations(_links(body.runs.targets)),
        layout.HEAD_PART: f'<frontMatter xmlns="{layout.HEAD_NAMESPACE}"><t>{escape(_head(document))}</t></frontMatter>',
        "customXml/_rels/item1.xml.rels": _relations(
            [_relation("rProps", "customXmlProps", "itemProps1.xml")]
        ),
        layout.HEAD_PROPERTIES: f'<ds:datastoreItem xmlns:ds="{_CUSTOM}" ds:itemID="{_ITEM}"/>',
        **{f"word/media/{picture.name}": picture.data for picture in pictures.parts},
    }
    return _packed(parts)


def _head(document: Document) -> str:
    """The front matter without its dashes."""
    lines = document.head.replace("\r\n", "\n").strip("\ufeff\n").split("\n")
    return "\n".join(lines[1:-1])


def _facts(catalog: Catalog, document: Document) -> Iterator[_Line]:
    """What a reader of the paper should know of the fields; a plan or a summary says it in its text."""
    if isinstance(document, Plan | Summary):
        return
    for fact in facts_of(catalog, document):
        if fact.field.name not in _NOT_ON_PAPER:
            yield _Line(fact.field.label or fact.field.chinese, fact.text)
    if isinstance(document, Disclosure) and document.feedback:
        yield _Line("反馈", document.feedback)


def _form(lines: Sequence[_Line]) -> str:
    """The fields of a proposal as the table that its form has on paper."""
    rows = "".join(
        f"<w:tr>{cell_of(paragraph(layout.FACT, text_run(line.label)), _LABEL_WIDTH)}{cell_of(paragraph(layout.FACT, text_run(line.text)), _VALUE_WIDTH)}</w:tr>"
        for line in lines
    )
    grid = f'<w:gridCol w:w="{_LABEL_WIDTH}"/><w:gridCol w:w="{_VALUE_WIDTH}"/>'
    return f"{table_start()}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{paragraph(layout.FACT, '')}"


def _attachments(document: Document) -> Iterator[str]:
    for number, attachment in enumerate(document.attachments, 1):
        lead = "附件：" if number == 1 else "　　　"
        yield paragraph(layout.FACT, text_run(f"{lead}{number}.{attachment.name}"))


def _signature(document: Document) -> Iterator[str]:
    """Issuer and day, unless the text ends with its own."""
    blocks = document.tree.blocks
    if any(isinstance(block, Signature) for block in blocks):
        return
    yield paragraph(layout.FACT, "")
    yield paragraph(layout.FACT, text_run(document.unit), layout.RIGHT)
    yield paragraph(layout.FACT, text_run(chinese_date(document.date)), layout.RIGHT)


def _own_relations() -> list[str]:
    return [
        _relation("rStyles", "styles", "styles.xml"),
        _relation("rNumbering", "numbering", "numbering.xml"),
        _relation("rFootnotes", "footnotes", "footnotes.xml"),
        _relation("rFooter", "footer", "footer1.xml"),
        _relation("rHead", "customXml", f"../{layout.HEAD_PART}"),
    ]


def _links(targets: Sequence[str]) -> list[str]:
    return [
        f'<Relationship Id="rLink{number}" Type="{_RELATION}/hyperlink" Target={attribute(target)} TargetMode="External"/>'
        for number, target in enumerate(targets)
    ]


def _shown(pictures: WordPictures) -> list[str]:
    return [_relation(relation_of(picture), "image", f"media/{picture.name}") for picture in pictures.parts]


def _relation(identifier: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identifier}" Type="{_RELATION}/{kind}" Target="{target}"/>'


def _relations(relations: Sequence[str]) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'


def _types() -> str:
    kinds = {"document": "document.main", "footer1": "footer"}
    kinds |= {name: name for name in ("styles", "numbering", "footnotes")}
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    pictures = "".join(f'<Default Extension="{kind}" ContentType="image/{kind}"/>' for kind in KINDS)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{pictures}{parts}'
        f'<Override PartName="/{layout.HEAD_PROPERTIES}" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>'
    )


def _packed(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, part if isinstance(part, bytes) else _XML + part)
    return stream.getvalue()
