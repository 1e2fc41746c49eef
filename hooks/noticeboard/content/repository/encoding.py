"""Bytes → text, whatever editor saved them, and never a text that is only partly right."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import pairwise

from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Edit, Fault, Level, Problem

ENCODING_GB18030 = Diagnostic("encoding-gb18030", Level.WARNING)
ENCODING_UTF_16 = Diagnostic("encoding-utf-16", Level.WARNING)
ENCODING_UTF_32 = Diagnostic("encoding-utf-32", Level.WARNING)
ENCODING_MIXED = Diagnostic("encoding-mixed", Level.ERROR)
ENCODING_BROKEN = Diagnostic("encoding-broken", Level.ERROR)
NUL_BYTE = Diagnostic("nul-byte", Level.ERROR)
ODD_BREAK = Diagnostic("odd-break", Level.WARNING)
LOST_CHARACTERS = Diagnostic("lost-characters", Level.ERROR)
CONTROL_CHARACTER = Diagnostic("control-character", Level.ERROR)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the next one, so it goes first
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {"utf-16-le": "utf-16", "utf-16-be": "utf-16", "utf-32-le": "utf-32", "utf-32-be": "utf-32"}
_SAVED_AS = {
    "gb18030": (ENCODING_GB18030, "GB18030（GBK、ANSI）"),
    "utf-16": (ENCODING_UTF_16, "UTF-16 "),
    "utf-32": (ENCODING_UTF_32, "UTF-32 "),
}
"""Encodings other than UTF-8 in which a file is read, and how each is called."""
_LINE_BREAK = re.compile(rb"\r\n|\r|\n")
_UNREADABLE = pattern_of("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff]")
"""What later stages or browsers trip over. A space takes its place, so that columns stay what they are."""
_LOST = ("\ufffd", "锟斤拷")
"""What a wrong encoding has left of other characters."""
_ODD = pattern_of("|".join((_UNREADABLE.pattern, *_LOST)))
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""Signs that some programs take for the end of a line and editors do not."""
_USUAL = 0.7
"""The share of everyday characters from which on a reading is believed; a wrong one stays below a half."""


_USUAL_LEADS = frozenset({0xA1, 0xA2, 0xA3, 0xA9, *range(0xB0, 0xD8)})
"""First bytes in GB 2312 of punctuation, numerals, letters, lines of tables and everyday characters."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file."""

    text: str
    """Without a byte order mark, lines ended by ``\\n``. Empty when the bytes cannot be read."""
    encoding: str
    """``utf-8``, ``gb18030``, ``utf-16``, ``utf-32``; empty when the bytes cannot be read."""
    problems: tuple[Problem, ...]
    raw: str = ""
    """The text with the line ends and the odd characters that the file has; what `board fix` works on."""


def decode(path: str, data: bytes) -> Decoded:
    """The text of `data`. Of a mixture of encodings, a cut or a broken file only the problem is returned.

    UTF-8 is read without complaint, with or without a byte order mark; what else can be told with certainty
    with a warning (SPECIFICATION section 8). Lines and columns of the text are those that an editor shows.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(path, data[len(mark) :], encoding)
    if b"\0" in data:
        return _with_nulls(path, data)
    try:
        return _clean(path, data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _other(path, data)


def _strict(path: str, data: bytes, encoding: str) -> Decoded:
    try:
        return _clean(path, data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding)
        return _refused(_broken(path, *_place(_lines(before), len(_lines(before)))))


def _with_nulls(path: str, data: bytes) -> Decoded:
    """UTF-16 and UTF-32 without a mark are full of zero bytes; so is what is no text at all."""
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _is_odd(text) and _usual(text, ascii_too=True) >= _USUAL:
            return _clean(path, text, encoding)
    before = _lines(data[: data.index(b"\0")].decode("utf-8", "replace"))
    fault = Fault(
        NUL_BYTE,
        "文件里有空字节，它可能不是文本文件，或者保存时损坏了。",
        "请用文本编辑器重新写，另存为 UTF-8。",
    )
    return _refused(fault.at(path, *_place(before, len(before))))


def _other(path: str, data: bytes) -> Decoded:
    """Bytes that are no UTF-8: GB18030 when the whole file reads well as that, and no line of it as UTF-8."""
    lines = _LINE_BREAK.split(data)
    readings = [_reading(line) for line in lines]
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if "utf-8" not in readings and text and _usual(text) >= _USUAL:
        return _clean(path, text, "gb18030")
    reported = [(number, reading) for number, reading in enumerate(readings, 1) if reading is not None]
    changes = (after[0] for before, after in pairwise(reported) if after[1] != before[1])
    number = reported[0][0] if reported[0][1] == "" else next(changes, reported[0][0])
    column = 1 if readings[number - 1] else _good_characters(lines[number - 1], reported[0][1] or "utf-8") + 1
    if {"utf-8", "gb18030"} <= set(readings):
        fault = Fault(
            ENCODING_MIXED,
            "这一行的文字编码和前面的不同，文件里混着 UTF-8 和 GB18030（GBK）两种编码。",
            "请删去这一行的乱码重新输入，再把文件另存为 UTF-8。",
        )
        return _refused(fault.at(path, number, column))
    return _refused(_broken(path, number, column))


def _reading(line: bytes) -> str | None:
    """The encoding in which a line makes sense, "" when in none, None when it is ASCII and tells nothing."""
    if line.isascii():
        return None
    usual: dict[str, float] = {}
    for encoding in ("utf-8", "gb18030"):
        try:
            usual[encoding] = _usual(line.decode(encoding))
        except UnicodeDecodeError:
            continue
    best = max(usual, key=usual.__getitem__, default="")
    return best if usual.get(best, 0) >= 0.5 else ""


def _usual(text: str, *, ascii_too: bool = False) -> float:
    """The share of everyday Chinese characters and signs in `text`, ASCII left out or counted in.

    Every day means the first level of GB 2312 and its signs. Read in a wrong encoding, Chinese text becomes
    rare characters.
    """
    foreign = [character for character in text if character > "\x7f"]
    if not foreign:
        return 1.0
    leads = "".join(foreign).encode("gb2312", "ignore")[::2]
    usual = sum(lead in _USUAL_LEADS for lead in leads)
    if ascii_too:
        return (usual + len(text) - len(foreign)) / len(text)
    return usual / len(foreign)


def _good_characters(line: bytes, encoding: str) -> int:
    """How many characters of a line can be read before the first that cannot; none when all can."""
    try:
        line.decode(encoding)
    except UnicodeDecodeError as error:
        return len(line[: error.start].decode(encoding))
    return 0


def _clean(path: str, text: str, encoding: str) -> Decoded:
    """The text with one kind of line end, and without characters that later stages or browsers trip over."""
    problems: list[Problem] = []
    name = _NAMES.get(encoding, encoding)
    if name in _SAVED_AS:
        diagnostic, label = _SAVED_AS[name]
        message = f"文件不是用 UTF-8 保存的，已按 {label}读取。"
        problems.append(Fault(diagnostic, message, "请在编辑器里把文件另存为 UTF-8。").at(path, 1, 1))
    raw = text.lstrip("\ufeff")
    text = _lines(raw)
    if _is_odd(text):
        # One a line: whoever mends the first sees the others.
        for number, line in enumerate(text.split("\n"), 1):
            if found := _ODD.search(line):
                problems.append(_odd_character(found.group()).at(path, number, found.start() + 1))
        text = _UNREADABLE.sub(" ", text)
    return Decoded(text, name, tuple(problems), raw)


def _is_odd(text: str) -> bool:
    """Whether `_ODD` finds anything, in a third of its time: most texts hold nothing of it."""
    return _UNREADABLE.search(text) is not None or any(lost in text for lost in _LOST)


def _odd_character(character: str) -> Fault:
    if character in _BREAKS:
        return Fault(
            ODD_BREAK,
            "这里有一个从别的软件带来的分行符或分页符，已当作空格。",
            "请删去它，需要换行时按回车键。",
            edit=Edit(0, 1, " "),
        )
    if character in _LOST:
        return Fault(
            LOST_CHARACTERS,
            "这里的文字在以前保存时变成了乱码，原来的字已经丢失。",
            "请对照原件重新输入这里的文字。",
        )
    return Fault(
        CONTROL_CHARACTER,
        f"这里有一个看不见的控制字符（U+{ord(character):04X}）。",
        "请删去它前后的文字重新输入。",
    )


def _broken(path: str, line: int, column: int) -> Problem:
    fault = Fault(
        ENCODING_BROKEN,
        "从这里起的文字读不出来，文件可能没有保存完整，或者不是用 UTF-8 保存的。",
        "请用编辑器打开，补好这一处，另存为 UTF-8。",
    )
    return fault.at(path, line, column)


def _refused(problem: Problem) -> Decoded:
    return Decoded("", "", (problem,))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _place(text: str, offset: int) -> tuple[int, int]:
    """1-based line and column of a character of `text`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
