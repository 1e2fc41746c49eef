"""The 落款 at a document's end: who issues it, and the day. On paper they stand at the right (GB/T 9704—2012, 7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.markup.nodes import Block, Blocks, Label, Paragraph, Signature
from noticeboard.markup.plain import written_lines

_YEAR = r"(?:[12][0-9０-９xX×*]{3}|[一二][〇○零０O一二三四五六七八九]{3})"
_DAY = rf"{_YEAR}\s*年\s*[0-9０-９xX×一二三四五六七八九十]{{0,3}}\s*月\s*(?:[0-9０-９xX×一二三四五六七八九十]{{0,3}}\s*日)?"
_DATE = re.compile(rf"(?:日期[：:]\s*)?(?:{_DAY}|[12][0-9]{{3}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}})")
_ENDS = (
    "工会|工会委员会|委员会|办公室|学校|小学|中学|大学|学院|幼儿园|公司|集团|厂|局|部|处|科|科室|组|小组|中心|医院|街道|乡|镇|村|社区|协会|"
    "联合会|工委|支部|党委|党支部|教研室|车间|站|所|院|馆|队"
)
_ISSUER = re.compile(
    rf"(?![请到交报由经在向把将为对见去按以各]|[0-9一二三四五六七八九十元]{{1,3}}月)(?!.*[。！？；：，、:;,!?])[^\s].{{1,29}}?(?:{_ENDS})(?:[（(](?:盖?章|印章|公章)[）)])?"
)
_ISSUER_AND_DATE = re.compile(rf"(?P<issuer>\S.*?)\s+(?P<date>{_DATE.pattern})")
_SEAL = re.compile(r"[（(]\s*(?:盖?章|印章|公章|签字|签名|代章)\s*[）)]")
_PERSON = re.compile(
    r"(?:主席|组长|负责人|制表人|报告人|执笔|起草人|签发人|审核人|工会主席|撰稿人?)[：:]\s*\S{1,20}"
)
_BEHIND = re.compile(r"附件|附：|附:|抄送|抄报|主送|报送|联系人|联系电话|（此件|\(此件|（联系|\(联系")
"""What may stand below: the list of what is attached, and who gets a copy."""
_LONGEST_BEHIND = 20
_LONGEST_LINE = 200
"""Characters, with the blanks that move it to the right."""
_MOST_ISSUERS = 5


def with_signature(blocks: Blocks) -> Blocks:
    """`blocks` with the lines at the end, or before the attachments, as the signature that they are."""
    end = len(blocks)
    while end and len(blocks) - end < _LONGEST_BEHIND and _may_stand_behind(blocks[end - 1]):
        end -= 1
    start = end
    dated = 0
    while start and end - start <= _MOST_ISSUERS and (kind := _kind(blocks[start - 1])):
        if kind == "date" and dated:
            break
        dated += kind != "issuer"
        start -= 1
        if kind == "both":
            break
    if start == end or (start == 0 and not dated):
        return blocks
    signed = (
        Signature(block.line, block.column, block.parts) if isinstance(block, Paragraph) else block
        for block in blocks[start:end]
    )
    return (*blocks[:start], *signed, *blocks[end:])


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph | Label):
        yield from (text.strip() for _, _, text in written_lines(block.parts))


def _may_stand_behind(block: Block) -> bool:
    return _BEHIND.match(next(_texts(block), "")) is not None


def _kind(block: Block) -> str:
    """Whether all lines of a paragraph say who (`issuer`), when (`date`) or `both`; empty for others."""
    if type(block) is not Paragraph:
        return ""
    kinds = {says_who_or_when(text) for text in _texts(block) if text}
    if not kinds or "" in kinds:
        return ""
    return kinds.pop() if len(kinds) == 1 else "both"


def says_who_or_when(text: str) -> str:
    """`issuer`, `date` or `both` for a line of a signature, else empty."""
    if len(text) > _LONGEST_LINE:
        return ""
    if _DATE.fullmatch(text):
        return "date"
    if _ISSUER.fullmatch(text) or _SEAL.fullmatch(text) or _PERSON.fullmatch(text):
        return "issuer"
    both = _ISSUER_AND_DATE.fullmatch(text)
    return "both" if both and _ISSUER.fullmatch(both["issuer"].strip()) else ""
