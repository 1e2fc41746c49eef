"""Word files out of pieces of XML: what Word writes around them is always the same."""

import io
import re
import zipfile

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer")
_KINDS = {"header": "header1.xml", "footer": "footer1.xml"}
_ROOTS = {"header": "hdr", "footer": "ftr"}


def docx(body: str, *, relations: str = "", files: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """A Word file whose body is `body`; `parts` are the pieces inside of the parts of that name (`PARTS`)."""
    entries = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            f'<Relationship Id="r0" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            "".join(
                f'<Relationship Id="p{name}" Type="{_RELATION}/{name}" Target="{_file(name)}"/>'
                for name in parts
            )
            + relations
        ),
    }
    for name, inner in parts.items():
        root = _ROOTS.get(name, name)
        entries[f"word/{_file(name)}"] = f"<w:{root} {_NAMESPACES}>{inner}</w:{root}>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in entries.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
        for name, data in (files or {}).items():
            archive.writestr(name, data)
    return stream.getvalue()


def case(text: str) -> bytes:
    """A Word file from a golden case: pieces of XML below lines ``== body``, ``== numbering`` …"""
    pieces = re.split(r"^== (\w+)\n", text, flags=re.MULTILINE)[1:]
    parts = dict(zip(pieces[::2], pieces[1::2], strict=True))
    parts = {name: re.sub(r"\n\s*", "", inner) for name, inner in parts.items()}
    return docx(parts.pop("body"), relations=parts.pop("relations", ""), **parts)


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _file(name: str) -> str:
    return _KINDS.get(name, f"{name}.xml")


def _types() -> str:
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/></Types>'
    )


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
