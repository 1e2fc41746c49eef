"""What an officer typed after a colon or a dash without thinking of YAML: which of it YAML would misread."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import Enum, auto

from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Edit, Fault, Level

UNSUPPORTED_YAML = Diagnostic("unsupported-yaml", Level.ERROR)
DASH_AFTER_KEY = Diagnostic("dash-after-key", Level.ERROR)
SPECIAL_SIGN = Diagnostic("special-sign", Level.WARNING)
HASH_IN_VALUE = Diagnostic("hash-in-value", Level.WARNING)
COLON_IN_VALUE = Diagnostic("colon-in-value", Level.WARNING)
TEXT_AFTER_QUOTE = Diagnostic("text-after-quote", Level.WARNING)

BLANKS = " \t\u3000\xa0\u200b\u2060\ufeff"
"""White space as officers type it and as web pages smuggle it in."""

_ORDINARY = pattern_of(r"""[^\s\-?:,\[\]{}#&*!|>'"%@`][^:#]*(?::(?!\s|$)[^:#]*)*""")
_COLON = pattern_of(r":(?=\s|$)")
_HASH = pattern_of(r"(?:(?<=\s)|^)#")
_BLOCK = pattern_of(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:\s+#.*)?")
_REFERENCE = pattern_of(r"\*[A-Za-z0-9_-]+|&[A-Za-z0-9_-]+(?:\s*$|\s+[\[{\"'].*)|!!.*", re.DOTALL)
_RESERVED = "&*!%@`|>,]}"
_CLOSING = {"[": "]", "{": "}"}
_FLOW_SIGN = pattern_of(r"""[\[\]{}"']|\s#""")
DEEPEST = 20
"""How deep lists may be nested, in brackets or by dashes."""


class Shape(Enum):
    """What a value is, judged by its first line."""

    EMPTY = auto()
    TEXT = auto()
    """One line of text; with a fault when YAML would not read it as typed."""
    CLOSED = auto()
    """Quotes or brackets that end on the line: YAML reads them."""
    OPEN = auto()
    """Quotes or brackets that do not end on the line."""
    BLOCK = auto()
    """The ``|`` or ``>`` that announces lines of text."""


@dataclass(frozen=True, slots=True)
class QuoteVerdict:
    shape: Shape
    fault: Fault | None = None
    still_open: str = ""
    """For OPEN: the closing signs that are still to come, the next one last."""


_EMPTY, _TEXT, _CLOSED, _BLOCK_TEXT = (
    QuoteVerdict(s) for s in (Shape.EMPTY, Shape.TEXT, Shape.CLOSED, Shape.BLOCK)
)


def judge(value: str) -> QuoteVerdict:
    """What `value` is: the part of a line after its key or dash, without white space around it.

    A text that YAML would drop, cut or refuse is a TEXT with a warning, since on one line its meaning is
    certain (SPECIFICATION section 8); what refers to other places (``*a``, ``&a [...]``, ``!!type``) is a TEXT
    with an error.
    """
    if not value:
        return _EMPTY
    if _ORDINARY.fullmatch(value):
        return _TEXT
    first = value[0]
    if first in "\"'[{":
        return _judge_enclosed(value)
    if _BLOCK.fullmatch(value):
        return _BLOCK_TEXT
    if _REFERENCE.fullmatch(value):
        return _text(
            UNSUPPORTED_YAML,
            f"“{_short(value)}”是一种这里不能用的特殊写法。",
            "请直接写出内容；如果它本来就是文字，请在两头加上英文引号。",
        )
    if re.match(r"-\s", value):
        return _text(DASH_AFTER_KEY, "这里的“-”应当另起一行。", "请在下一行写“- 内容”，一行一条。")
    if first in _RESERVED or value == "-" or re.match(r"\?(\s|$)", value):
        return _quotable(value, SPECIAL_SIGN, f"内容开头的“{first}”有特殊含义，已按文字保留。")
    if found := _HASH.search(value):
        message = "空格后面的“#”有特殊含义，后面的文字会丢失，已按文字保留。"
        return _quotable(value, HASH_IN_VALUE, message, found.start())
    if found := _COLON.search(value):
        message = f"“{_short(value)}”里面又有冒号，已整句保留。"
        return _quotable(value, COLON_IN_VALUE, message, found.start())
    return _TEXT


def _judge_enclosed(value: str) -> QuoteVerdict:
    still_open, end = follow(value)
    if still_open:
        return QuoteVerdict(Shape.OPEN, None, still_open)
    rest = value[end:].lstrip()
    if not rest or (rest[0] == "#" and value[end].isspace()):
        return _CLOSED
    what = "引号" if value[0] in "\"'" else "括号"
    message = f"开头的{what}结束后还有文字，{what}已按文字保留。"
    return _quotable(value, TEXT_AFTER_QUOTE, message)


def _text(diagnostic: Diagnostic, message: str, hint: str) -> QuoteVerdict:
    return QuoteVerdict(Shape.TEXT, Fault(diagnostic, message, hint))


def _quotable(value: str, diagnostic: Diagnostic, message: str, offset: int = 0) -> QuoteVerdict:
    """The verdict on a text that needs nothing but quotes."""
    edit = Edit(0, len(value), _shown(value))
    return QuoteVerdict(Shape.TEXT, Fault(diagnostic, message, _quote_hint(value), offset, edit))


def follow(line: str, still_open: str = "") -> tuple[str, int]:
    """Follow quotes and brackets through a line: what stays open, and how far the line was followed.

    That is to where the outermost one closes, or to a ``#`` between them from which on YAML reads nothing.
    `still_open` holds the closing signs awaited at the start of the line, the next one last. What is nested
    too deep counts as closed; the composer refuses it.
    """
    signs = list(still_open)
    position = 0
    if not signs:
        signs.append(_CLOSING.get(line[0], line[0]))
        position = 1
    while signs:
        if signs[-1] in "\"'":
            position = _end_of_quotes(line, position, signs[-1])
            if position < 0:
                return "".join(signs), len(line)
            signs.pop()
            continue
        found = _FLOW_SIGN.search(line, position)
        if found is None:
            return "".join(signs), len(line)
        if found.group()[-1] == "#":
            return "".join(signs), found.end() - 1
        position = found.end()
        sign = found.group()
        if sign in "]}":
            # A wrong closing sign closes too: the composer says what is wrong.
            signs.pop()
        elif sign in "[{":
            signs.append(_CLOSING[sign])
        elif _sign_before(line, found.start()) in "[{,:":
            signs.append(sign)
        if len(signs) > DEEPEST:
            return "", len(line)
    return "", position


def _sign_before(line: str, position: int) -> str:
    """The last character before `position` that is no white space; empty when there is none."""
    while position and line[position - 1] in BLANKS:
        position -= 1
    return line[position - 1 : position]


def _end_of_quotes(line: str, position: int, quote: str) -> int:
    """The position after the closing quote, -1 when the line has none."""
    while position < len(line):
        if line[position] == "\\" and quote == '"':
            position += 2
        elif line[position] != quote:
            position += 1
        elif quote == "'" and line[position + 1 : position + 2] == "'":
            position += 2
        else:
            return position + 1
    return -1


def quoted(text: str) -> str:
    """`text` in the quotes that YAML needs to read it as it stands."""
    return f'"{text}"' if not set('"\\') & set(text) else json.dumps(text, ensure_ascii=False)


def _quote_hint(value: str) -> str:
    if len(value) > 40 or "\\" in value:
        return "请在整个内容的两头加上英文引号。"
    return f"请给整个内容加上英文引号：{_shown(value)}。"


def _shown(value: str) -> str:
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    escaped = value.replace("'", "''")
    return f"'{escaped}'"


def _short(value: str) -> str:
    return value if len(value) <= 20 else f"{value[:20]}…"
