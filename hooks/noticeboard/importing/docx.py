"""A Word file → a paper. Tracked changes are accepted; comments, headers, page numbers and hidden words stay behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from noticeboard.importing.debris import LEFT_OUT, is_debris
from noticeboard.importing.docx_body import TOO_DEEP, BodyReader
from noticeboard.importing.docx_numbering import Numbering
from noticeboard.importing.docx_package import Package
from noticeboard.importing.docx_runs import RunReader
from noticeboard.importing.docx_styles import Styles
from noticeboard.importing.paper import Paper, PaperParagraph, Remark, RemarkKind
from noticeboard.importing.pictures import Pictures
from noticeboard.inspection.passages import NotRead

_LONGEST_QUOTE = 20
_PAGE_NUMBER = re.compile(r"[\s\-—–第页共/0-9]*")
_REMARKS = {
    "changes": (RemarkKind.REPAIRED, "接受了 {} 处修订，删去的字没有带过来"),
    "typed numbers": (RemarkKind.REPAIRED, "{} 处自动编号又打了一遍，只留了一个"),
    "tables in tables": (RemarkKind.UNCERTAIN, "有 {} 处表格套在表格里，里面的表格写成了几行字，请核对"),
    "diagrams": (RemarkKind.UNCERTAIN, "有 {} 幅示意图只带过来里面的字，请核对"),
    "symbols": (RemarkKind.UNCERTAIN, "有 {} 个特殊符号没有认出来，写成了“□”，请核对"),
    "broken fields": (
        RemarkKind.UNCERTAIN,
        "有 {} 处域（页码、目录、日期之类）没有结束，它后面的字可能没有带过来，请对照原件",
    ),
    "hidden": (RemarkKind.LEFT_OUT, "{} 处隐藏的文字"),
    "prompts": (RemarkKind.LEFT_OUT, "{} 处“单击此处输入文字”之类的提示"),
    "contents": (RemarkKind.LEFT_OUT, "文件自己的目录，网页上会另外生成"),
}


def read_docx(data: bytes) -> Paper:
    """Raises NotRead for a file that is encrypted, damaged, no Word file, or bursts the bounds of `docx_package`."""
    package = Package.of(data)
    main = package.document
    styles = Styles.of(package.tree(package.part_of_kind(main, "styles")))
    numbering = Numbering.of(package.tree(package.part_of_kind(main, "numbering")), styles)
    pictures = Pictures()
    reader = RunReader(package, package.relations(main), styles, pictures)
    body = BodyReader(reader, numbering)
    blocks = tuple(block for element in package.tree(main).each("body") for block in body.blocks(element))
    reader.counts["broken fields"] += reader.fields.leave_document()
    if not blocks and body.counts[TOO_DEEP]:
        raise NotRead("里面一层套一层，太深")
    notes = dict(_notes(package, main, body))
    if head := _front_matter(package, main):
        names = {identifier: style.name for identifier, style in styles.styles.items()}
        return Paper(blocks, notes, pictures.found, head=head, styles=names)
    kept = tuple(
        block for block in blocks if not (isinstance(block, PaperParagraph) and is_debris(block.text))
    )
    remarks = [*_remarks(body), *_left_out(package, main)]
    if count := len(blocks) - len(kept):
        remarks.append(Remark(RemarkKind.LEFT_OUT, LEFT_OUT.format(count)))
    return Paper(kept, notes, pictures.found, tuple(remarks))


def _front_matter(package: Package, main: str) -> str:
    """The front matter that a file has which the board has written; empty for all others."""
    parts = (package.tree(name) for name in package.parts_of_kind(main, "customXml"))
    found = next((part for part in parts if part.name == "frontMatter"), None)
    return "".join(text.text for text in found.each("t")) if found else ""


def _notes(package: Package, main: str, body: BodyReader) -> Iterator[tuple[str, tuple[PaperParagraph, ...]]]:
    """Name → paragraphs of the notes that the text refers to, in that order."""
    kinds = {kind for kind, _ in body.reader.notes}
    parts = {kind: package.part_of_kind(main, f"{kind}s") for kind in kinds}
    known = {
        (kind, element.attributes.get("id", "")): (part, element)
        for kind, part in parts.items()
        for element in package.tree(part).each(kind)
    }
    for name, reference in enumerate(tuple(body.reader.notes), 1):
        part, element = known.get(reference, ("", None))
        if element is None:
            continue
        body.reader.relations = package.relations(part)
        found = tuple(block for block in body.blocks(element) if isinstance(block, PaperParagraph))
        yield str(name), found


def _remarks(body: BodyReader) -> Iterator[Remark]:
    counts = body.counts + body.reader.counts + body.reader.pictures.counts
    for name, (kind, sentence) in _REMARKS.items():
        if counts[name]:
            yield Remark(kind, sentence.format(counts[name]))
    for name, count in sorted(counts.items()):
        if name not in _REMARKS and count:
            yield Remark(RemarkKind.LEFT_OUT, f"{count} 处{name}")
    if body.numbering.unknown:
        forms = "、".join(sorted(body.numbering.unknown))
        yield Remark(RemarkKind.UNCERTAIN, f"有的编号格式（{forms}）不认识，写成了数字，请核对")


def _left_out(package: Package, main: str) -> Iterator[Remark]:
    """What stands beside the text and was not brought along."""
    comments = sum(1 for _ in package.tree(package.part_of_kind(main, "comments")).each("comment"))
    if comments:
        yield Remark(RemarkKind.LEFT_OUT, f"{comments} 条批注")
    for label, words in _margins(package, main).items():
        yield Remark(RemarkKind.LEFT_OUT, f"{label}“{words}”")
    if package.has_macros:
        yield Remark(RemarkKind.LEFT_OUT, "文件里的宏（没有运行）")


def _margins(package: Package, main: str) -> Mapping[str, str]:
    """What headers and footers say beside the number of the page."""
    found: dict[str, str] = {}
    for relation in package.relations(main).values():
        name = relation.target.rpartition("/")[2]
        label = "页眉" if name.startswith("header") else "页脚" if name.startswith("footer") else ""
        if not label or relation.is_outside or label in found:
            continue
        words = "".join(text.text for text in package.tree(relation.target).below("t")).strip()
        if not _PAGE_NUMBER.fullmatch(words):
            found[label] = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}……"
    return found
