"""Links as input methods and word processors leave them: full-width brackets, signs and slashes, back slashes."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PATH = r"[^\s()（）<>\[\]【】［］，。；！？\"']{1,200}?[.．][A-Za-z][A-Za-z0-9]{1,4}(?:[#＃?][^\s()（）]{0,200})?"
_ADDRESS = r"https?://[!#-&*-;=?-Z_a-z~]{1,500}"
LINK = re.compile(
    rf"(?P<bang>[!！]?)(?P<open>[\[［【])(?P<text>[^\[\]［］【】\n]{{0,200}})(?P<close>[\]］】])[ ]?"
    rf"(?P<left>[(（])[ \t\u3000]*(?P<target>{_ADDRESS}|{_PATH})[ \t\u3000]*(?P<right>[)）])"
)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|bmp|avif)(?:[?#]|$)", re.IGNORECASE)
_SIGNS = str.maketrans({"／": "/", "\\": "/", "．": ".", "＃": "#"})
_ANYWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\／]{2}|[/\\／]")
"""What an address begins with that is no path from the document on."""


@dataclass(frozen=True, slots=True)
class PoorLink:
    """A link or a picture that is plain in spite of its signs."""

    text: str
    text_offset: int
    """Where `text` begins in what was searched; likewise `start` and `end`."""
    target: str
    is_picture: bool
    start: int
    end: int

    @property
    def good(self) -> str:
        """The same as it should be typed."""
        return f"{'!' if self.is_picture else ''}[{self.text}]({self.target})"


def read_poor_link(text: str, start: int) -> PoorLink | None:
    """The link with poor signs that begins at a place; None for one in good form, and for what is none."""
    found = LINK.match(text, start)
    if found is None:
        return None
    target = plain_target(found["target"])
    is_picture = bool(found["bang"]) and (found["bang"] == "!" or bool(_PICTURE.search(target)))
    if found["bang"] and not is_picture:
        return None
    poor = PoorLink(found["text"], found.start("text"), target, is_picture, start, found.end())
    return None if poor.good == found[0] else poor


def plain_target(target: str) -> str:
    """A path with the slashes that it means. What begins like a place elsewhere stays, so that none is made of a path."""
    return target if _ANYWHERE.match(target) else target.translate(_SIGNS)
