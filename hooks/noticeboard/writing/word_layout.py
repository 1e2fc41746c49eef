"""How a Word file of the board looks, that of an official paper: A4, 仿宋 of 16 points, 28 points a line (GB/T 9704—2012, 5 and 7).

The styles also say what a paragraph is, so that `board import` reads the file back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

FACT = "BoardFact"
"""Style of what the front matter says: it comes back from there."""
RAW = "BoardRaw"
"""Style of lines of Markdown for which Word has no form."""
RAW_SIGN = "\u200b"
"""What such a line begins with, so that blanks before its first character and empty lines stay; nobody sees it."""
ITEM = "BoardItem"
"""Style of an item, its depth from 0 behind it."""
INSIDE = "BoardInside"
"""Style of a paragraph in an item, the item's depth behind it."""
TITLE, BODY, SIGNATURE, CELL = "BoardTitle", "BoardBody", "BoardSignature", "BoardCell"
NOTE = "BoardNote"
PICTURE = "BoardPicture"
"""Style of a paragraph that holds nothing but pictures."""
HEADING = "BoardHeading"
"""Style of a heading, its level in Markdown behind it."""
DEEPEST = 8
HEAD_PART = "customXml/item1.xml"
HEAD_PROPERTIES = "customXml/itemProps1.xml"
"""What lets Word keep that part when it saves the file."""
HEAD_NAMESPACE = "urn:noticeboard:front-matter"
"""The part that keeps the front matter as typed, and the namespace of its only element."""
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_SONG, _FANGSONG, _HEI, _KAI = "宋体", "仿宋", "黑体", "楷体"
_LINE = '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>'
_FIRST_LINE = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
FREE_LINE = '<w:spacing w:line="240" w:lineRule="auto"/>'
"""Of a line as high as what stands in it."""
NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
"""Of the line that says to whom a paper goes."""
RIGHT = '<w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>'
"""Of a signature; properties stand in the order of ECMA-376-1, 17.3.1.26, on which Word insists."""
PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rFooter"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>'
)
"""Margins of 37, 26, 35 and 28 millimetres."""


def styles() -> str:
    """The part of styles."""
    made = [
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_font(_FANGSONG, 16)}</w:rPr></w:rPrDefault></w:docDefaults>",
        _style(BODY, "正文段落", _LINE + _FIRST_LINE + '<w:jc w:val="both"/>', is_default=True),
        _style(
            TITLE,
            "Title",
            '<w:spacing w:before="200" w:after="400" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>',
            _font(_SONG, 22, bold=True),
        ),
        _style(SIGNATURE, "落款", _LINE + RIGHT),
        _style(
            PICTURE,
            "图片",
            '<w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
        ),
        _style(FACT, "公告栏项目", _LINE),
        _style(RAW, "公告栏原文", '<w:spacing w:line="400" w:lineRule="exact"/>', _font(_FANGSONG, 12)),
        _style(NOTE, "脚注文字", '<w:spacing w:line="300" w:lineRule="exact"/>', _font(_FANGSONG, 10)),
        _style(CELL, "表格文字", '<w:spacing w:line="400" w:lineRule="exact"/>', _font(_FANGSONG, 12)),
    ]
    fonts = {1: _HEI, 2: _HEI, 3: _KAI}
    made += [
        _style(
            f"{HEADING}{level}",
            f"heading {level}",
            f'<w:keepNext/>{_LINE}{_FIRST_LINE}<w:outlineLvl w:val="{max(level - 2, 0)}"/>',
            _font(fonts.get(level, _FANGSONG), 16, bold=level > 3),
        )
        for level in range(1, 7)
    ]
    for depth in range(DEEPEST + 1):
        made += [
            _style(f"{ITEM}{depth}", f"公告栏列表 {depth}", _LINE + _indent(depth)),
            _style(f"{INSIDE}{depth}", f"公告栏列表内 {depth}", _LINE + _indent(depth)),
        ]
    return f"<w:styles {NAMESPACES}>{''.join(made)}</w:styles>"


def ids_by_name() -> Mapping[str, str]:
    """Name of a style → its id. Programs that save the file give other ids, but keep the names."""
    written = re.findall(r'w:styleId="([^"]+)"><w:name w:val="([^"]+)"', styles())
    return {name.lower(): identifier for identifier, name in written}


def _indent(depth: int) -> str:
    """Of a list's item; said by its style and by its list, for programs differ in which of them they ask."""
    return f'<w:ind w:left="{320 * depth}" w:firstLineChars="200" w:firstLine="640"/>'


def _style(identifier: str, name: str, paragraph: str, run: str = "", *, is_default: bool = False) -> str:
    default = ' w:default="1"' if is_default else ""
    run = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:style w:type="paragraph"{default} w:styleId="{identifier}"><w:name w:val="{name}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>{run}</w:style>'


def _font(name: str, points: int, *, bold: bool = False) -> str:
    fonts = f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{name}"/>'
    return f'{fonts}{"<w:b/>" * bold}<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'


def numbering() -> str:
    """The part of lists: one of bullets, which the items of all depths share."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:suff w:val="space"/><w:lvlText w:val="•"/><w:pPr>{_indent(level)}</w:pPr></w:lvl>'
        for level in range(DEEPEST + 1)
    )
    lists = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{lists}</w:numbering>'


def footer() -> str:
    """The number of the page between dashes: — 1 —."""
    pieces = [
        '<w:t xml:space="preserve">— </w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        '<w:t xml:space="preserve"> —</w:t>',
    ]
    runs = "".join(f"<w:r><w:rPr>{_font(_SONG, 14)}</w:rPr>{piece}</w:r>" for piece in pieces)
    return f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{runs}</w:p></w:ftr>'


def footnote(number: int, runs: str) -> str:
    """One footnote, counted from 1, behind the number that it has in the text."""
    reference = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
    style = f'<w:pPr><w:pStyle w:val="{NOTE}"/></w:pPr>'
    return f'<w:footnote w:id="{number}"><w:p>{style}{reference}{runs}</w:p></w:footnote>'


def footnotes(written: str) -> str:
    """The part of footnotes, with the lines above them that Word asks for."""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    )
    return f"<w:footnotes {NAMESPACES}>{lines}{written}</w:footnotes>"
