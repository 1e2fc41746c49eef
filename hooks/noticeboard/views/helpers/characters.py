"""Which characters may go into a feed or a calendar."""

from __future__ import annotations

import re

# Controls, lone surrogates and noncharacters: XML 1.0 (section 2.2) and RFC 5545 (section 3.1, CONTROL)
# forbid or discourage them. Those that are white space stay here and become a space below.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def one_line(text: str) -> str:
    """`text` without what XML or iCalendar forbids; every run of white space, line ends too, is one space."""
    return " ".join(_FORBIDDEN.sub("", text).split())
