"""The link that stands behind an activity, as no word of its sentence: 植树（后山）→ [通知](…) (SPECIFICATION section 4)."""

from __future__ import annotations

from typing import NamedTuple

from noticeboard.patterns import pattern_of

_BLANK = " \t\u3000\xa0"
_ARROW = pattern_of(r"(?:→|⇒|➔|—>|->|=>)\s*$")
_SAME = pattern_of(r"(?:^|(?<=[ \t\u3000\xa0。；;，,、）)])|→|⇒|->)\s*同\s*[：:]\s*$")
"""What says of the link behind it that it leads to the same activity."""
_LEADS_ON = pattern_of(r"(?:[和与及或见按在到从由照据]|参照|根据|按照|依照)[ \t\u3000\xa0]*$")
"""What a sentence cannot end with: the link behind it belongs to it."""
_BEFORE = frozenset(_BLANK + "）)]】。；;，,、")
"""What a link stands behind that is no word of the sentence."""


class LinkBehind(NamedTuple):
    """A link that ends a text."""

    end: int
    """Where ends what stands before it, without an arrow or 同：."""
    is_same: bool
    """Whether it leads to the same activity elsewhere."""


def link_behind(text: str, start: int, at: int) -> LinkBehind | None:
    """The link that begins at `at` behind what begins at `start`; None where it is a word of the sentence."""
    if (same := _SAME.search(text, start, at)) is not None:
        return LinkBehind(same.start(), is_same=True)
    if (arrow := _ARROW.search(text, start, at)) is not None:
        return LinkBehind(arrow.start(), is_same=False)
    if at == start or text[at - 1] not in _BEFORE or _LEADS_ON.search(text, start, at):
        return None
    return LinkBehind(at, is_same=False)
