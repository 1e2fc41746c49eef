"""Parts of a body by the name of their heading: 答复, 表决, 决议 (SPECIFICATION sections 2 and 14)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard.markup.body import Body
from noticeboard.markup.nodes import Block, Blocks, Heading, Label, Paragraph, Signature, Strong
from noticeboard.markup.plain import plain_text, shown_texts
from noticeboard.patterns import pattern_of

_NUMBER = pattern_of(
    r"(?:第?[一二三四五六七八九十\d]+(?:部分)?[、.．\s:：]|[（(][一二三四五六七八九十\d]+[）)])\s*"
)
_LOWEST = 7
"""The level of a title that is no heading: a line of bold words, or one that ends in a colon."""
_LONGEST_TITLE = 20
_SAYS_NOTHING = pattern_of(
    r"(?:略|无|暂无|没有|空|同上|待|待答复|待定|待办|待填|待补充?|尚未答复|未答复|办理中|正在办理|答复内容|请填写|[xX×某…])*"
)
"""What stands where a text is still to come."""
_COLON = pattern_of("[:：︓﹕⩴]")
"""All signs in which the one width (NFKC) holds a colon."""


@dataclass(frozen=True, slots=True)
class NamedSection:
    """What stands below a title, up to the next one of its level or a higher one."""

    name: str
    """The title in one width, without its number."""
    line: int
    column: int
    blocks: Blocks
    next_line: int | None = None
    """Where the next section begins, or what else ends it; None at the end of the body."""

    @property
    def text(self) -> str:
        """All that it says, as plain text."""
        return "\n".join(filter(None, map(str.strip, shown_texts(self.blocks))))

    @property
    def says_something(self) -> bool:
        """Whether more stands in it than signs and placeholders."""
        return says_something(self.text)


def sections_named(body: Body, name: re.Pattern[str]) -> Iterator[NamedSection]:
    """The sections at the top of a body whose whole title `name` matches, in the order in which they stand."""
    blocks = body.blocks
    for place, block in enumerate(blocks):
        title = _title(block)
        if title is None or not name.fullmatch(title[0]):
            continue
        below = blocks[place + 1 :]
        end = next((at for at, other in enumerate(below) if _ends(other, title[1])), len(below))
        following = below[end].line if end < len(below) else None
        yield NamedSection(title[0], block.line, block.column, below[:end], following)


def says_something(text: str) -> bool:
    """Whether a text says more than that it is still to come."""
    words = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))
    return bool(words) and _SAYS_NOTHING.fullmatch(words) is None


def bare_title(text: str) -> str:
    """A title in one width without its number and colon: 二、答复意见： is 答复意见."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return re.sub(r"\s+", "", _NUMBER.sub("", plain, count=1)).strip(":").strip("【】[]《》")


def labelled(block: Block, line: re.Pattern[str]) -> re.Match[str] | None:
    """The match of `line`, which holds a colon, with all of a block that says something behind a label: 答复：同意."""
    if not isinstance(block, Label | Paragraph):
        return None
    text = plain_text(block.parts)
    return line.fullmatch(bare_title(text)) if _COLON.search(text) else None


def _title(block: Block) -> tuple[str, int] | None:
    """What a block is called that may be a title, and its level."""
    if isinstance(block, Heading):
        return bare_title(plain_text(block.parts)), block.level
    if isinstance(block, Label | Paragraph) and not isinstance(block, Signature):
        text = plain_text(block.parts).strip()
        if len(text) <= _LONGEST_TITLE:
            return bare_title(text), _LOWEST
    return None


def _ends(block: Block, level: int) -> bool:
    if isinstance(block, Heading):
        return block.level <= level
    return level == _LOWEST and isinstance(block, Label | Paragraph) and _is_title_line(block)


def _is_title_line(block: Label | Paragraph) -> bool:
    """Whether a line can only be a title: 【满意度】, 满意度：, bold words alone."""
    text = plain_text(block.parts).strip()
    is_bold = len(block.parts) == 1 and isinstance(block.parts[0], Strong)
    return len(text) <= _LONGEST_TITLE and (is_bold or text.endswith(("：", ":", "】")))
