"""Word files by the library python-docx, out of lines: ``Style: text``, ``| a | b |``, and numbers of a list.

``numbering FORM TEXT`` begins a list (``numbering chineseCounting （%1）``), ``# text`` is one of its paragraphs, ``## text``
one of the level below, which ``level FORM TEXT`` has described.
"""

import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn


def python_docx_file(lines: str) -> bytes:
    file = docx.Document()
    levels = []
    rows = []
    for line in lines.splitlines():
        kind, _, rest = line.partition(" ")
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("| ").split("|")])
            continue
        if rows:
            _add_table(file, rows)
            rows = []
        if kind in ("numbering", "level"):
            levels = [*levels, rest] if kind == "level" else [rest]
            number = _add_list(file, levels)
        elif kind in ("#", "##"):
            _numbered(file.add_paragraph(rest), number, len(kind) - 1)
        else:
            style, _, text = line.partition(": ")
            file.add_paragraph(text, style=style)
    if rows:
        _add_table(file, rows)
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _add_table(file, rows):
    table = file.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            # ^ is the cell above it, < the one before it.
            if text in ("^", "<"):
                other = table.cell(number - (text == "^"), place - (text == "<"))
                other.merge(table.cell(number, place))
            else:
                table.cell(number, place).text = text


def _add_list(file, levels):
    part = file.part.numbering_part.element
    number = 900 + len(part)
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, _, text) in enumerate(level.partition(" ") for level in levels)
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{inner}</w:abstractNum>'
    part.insert(0, parse_xml(abstract))
    part.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    )
    return number


def _numbered(paragraph, number, depth):
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().set(qn("w:val"), str(depth))
    properties.get_or_add_numId().set(qn("w:val"), str(number))
