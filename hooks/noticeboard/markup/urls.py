"""Where an address leads, read as a browser reads it (WHATWG URL Standard, section 4.4).

A browser is kinder than a glance: it drops tabs and line ends, takes back slashes for slashes, and a missing slash for
forgotten. So `https:evil/a`, `/\\evil/a` and `ht<tab>tps://evil` all lead to another host.
"""

from __future__ import annotations

import re
from html import unescape

_ENDS = "".join(map(chr, range(0x21)))
"""C0 controls and the blank: no part of an address where they stand at its ends."""
_DROPPED = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_HOST = re.compile(r"[/\\]{2}")
_DRIVE = re.compile(r"[a-zA-Z]\|(?:[/\\?#]|$)")
_WEBSITE = re.compile(r"https?://[^\s\x00-\x20/\\?#][^\s\x00-\x20\\]*", re.IGNORECASE)
_CONTACT = re.compile(r"(?:mailto|tel):[^\s\x00-\x20]+", re.IGNORECASE)
_SCRIPT = re.compile(r"\s*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|\s*data\s*:", re.IGNORECASE)


def as_read(written: str) -> str:
    """What a browser's parser reads of an address: entities are characters, what it drops is gone."""
    text = unescape(written) if "&" in written else written
    return _DROPPED.sub("", text.strip(_ENDS))


def leaves(written: str) -> bool:
    """Whether an address may lead off the site: it has a scheme, a host, or the letter of a disk.

    `https:a` counts too. It is relative on a site that is served by https, and nobody knows how this one will be.
    """
    address = as_read(written)
    return any(start.match(address) for start in (_SCHEME, _HOST, _DRIVE))


def is_website(written: str) -> bool:
    """Whether it is the whole address of a website, and shows where it leads."""
    return _WEBSITE.fullmatch(written.strip()) is not None


def is_whole(written: str) -> bool:
    """Whether it is one of a website, or a mail box, or a telephone."""
    return is_website(written) or _CONTACT.fullmatch(written.strip()) is not None


def is_script(written: str) -> bool:
    """Whether it holds what it leads to, as `javascript:` and `data:` do; blanks between the letters make it no better."""
    return _SCRIPT.match(as_read(written)) is not None


def is_pasted(written: str) -> bool:
    """Whether it is a picture written out in letters."""
    return as_read(written).lower().startswith("data:image/")
