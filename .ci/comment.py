"""The comment under a pull request: a fixed warning, then the report of the check, made harmless and quoted.

Usage: python3 -I .ci/comment.py REPORT --run URL --commit SHA [--by-base] > comment.md

REPORT is what `board report` wrote, as a file or as `comment.md` in a file that ends in .zip. On a forge where the request's own
program writes it, it may be anything: any bytes, any markup, any length, or not there at all. So whatever the reader must
see stands above it, and of its markup only what `board report` itself uses is let through; the rest is shown as plain
text. The standard library alone is used: this runs where a token is at hand, and nothing is installed there.
"""

from __future__ import annotations

import argparse
import codecs
import re
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

MARK = "<!-- board report -->"
"""How a later run finds the comment to bring up to date."""
_BY_REQUEST = "**下面的说明由请求里的程序生成；改动了程序的请求，请不要只看这里：它可以把自己说成没有问题。**"
_BY_BASE = "**下面的说明由主分支的程序读请求里的文件写成；请求改动了程序、样式的，改成什么样不在里面，请看改动和预览。**"
_NONE = "这一次没有说明：检查没有走到那一步，或者写出来的读不了。请看运行记录。"
_CUT = "说明太长，下面只有开头的一部分，全文请看运行记录。"

_MOST_READ = 1_000_000
_MOST_BYTES = 60_000
"""GitHub takes comments of up to 65,536 characters."""
_MOST_LINES = 1_000
_LONGEST_LINE = 2_000
_MOST_ACCENTS = 3
"""Combining characters above one another; more of them cover the lines above."""

_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs that show nothing."""
_BLOCK = re.compile(r"(#{2,3} |(?: {4})?- )?\s*(.*)")
_BOLD = re.compile(r"\*\*([^*\\`]+)\*\*")
_INLINE = re.compile(
    r"\\([!-/:-@\[-`{-~])|&(lt|gt|amp|quot);|(`[\w/.%-]+/`)|(www(?=\.)|GH-(?=\d))|(.)", re.IGNORECASE
)
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_SIGNS = "\\`*_[](){}#!|~$^"
_CALLING = "@#!$%~&:"
"""Forges make a name, a number or an address of what follows one of these."""
_BREAK = "\u200b"


def read_report(path: Path) -> str:
    """The report's first million bytes as text, without half a character at its end; empty when there is none."""
    try:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive, archive.open("comment.md") as file:
                data = file.read(_MOST_READ + 1)
        else:
            with path.open("rb") as file:
                data = file.read(_MOST_READ + 1)
    except Exception:
        # What is encrypted, broken or packed in an unknown way, each with an error of its own, is as good as nothing.
        return ""
    text = codecs.getincrementaldecoder("utf-8-sig")("replace").decode(data[:_MOST_READ])
    return text if len(data) <= _MOST_READ else f"{text}\n{_CUT}"


def visible_lines(text: str) -> Iterator[str]:
    """The lines, without characters that hide or turn round what stands beside them, and at most one blank one in a row."""
    blank = True
    for whole in text.splitlines():
        line = _visible(whole[:_LONGEST_LINE]) + ("…" if len(whole) > _LONGEST_LINE else "")
        is_blank = all(sign in _FILLERS or unicodedata.category(sign)[0] in "ZM" for sign in line)
        if not (blank and is_blank):
            yield "" if is_blank else line
        blank = is_blank


def _visible(line: str) -> str:
    kept, accents = [], 0
    for sign in line.replace("\t", " "):
        category = unicodedata.category(sign)
        accents = accents + 1 if category[0] == "M" else 0
        if category not in ("Cc", "Cf", "Cs") and accents <= _MOST_ACCENTS:
            kept.append(sign)
    return "".join(kept)


def harmless(line: str) -> str:
    """The line with the markup of `board report`: a heading, a list's item, a bold line, an address; all else is plain."""
    mark, text = _BLOCK.fullmatch(line).groups()
    bold = _BOLD.fullmatch(text)
    if bold:
        return f"**{_plain(bold[1].strip())}**"
    # At its start a sign may make a list, a heading, a rule, a quotation, or a command of the forge.
    start = "\\" if text[:1] in tuple("-+=/") else ""
    return f"{mark or ''}{start}{_plain(text)}"


def _plain(text: str) -> str:
    return _INLINE.sub(lambda found: _sign(found, text[found.end() : found.end() + 1]), text)


def _sign(found: re.Match[str], following: str) -> str:
    escaped, entity, code, word, sign = found.groups()
    if code:
        return code
    if word:
        return word + _BREAK
    sign = sign or escaped or {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}[entity.lower()]
    shown = _ENTITIES.get(sign, f"\\{sign}" if sign in _SIGNS else sign)
    return shown + (_BREAK if sign in _CALLING and following.strip() else "")


def quoted(report: str, room: int) -> tuple[list[str], bool]:
    """The report's harmless lines as a quotation of at most `room` bytes, and whether that was all."""
    lines: list[str] = []
    for line in visible_lines(report):
        shown = f"> {harmless(line)}".rstrip()
        room -= len(shown.encode()) + 1
        if room < 0 or len(lines) == _MOST_LINES:
            return lines, False
        lines.append(shown)
    return lines, True


def comment_of(report: str, *, run: str, commit: str, by_base: bool = False) -> str:
    """The whole comment. `run` is the address of the run that made the preview, `commit` what was checked."""
    lines, whole = quoted(report, _MOST_BYTES)
    head = [_BY_BASE if by_base else _BY_REQUEST]
    head += [
        f"预览网站：在[这一页]({run})下载 preview，解压后打开 index.html。检查的是提交 `{commit[:12]}`。"
    ]
    head += [] if lines else [_NONE]
    head += [] if whole else [_CUT]
    return "\n\n".join([*head, *(["\n".join(lines)] if lines else []), MARK]) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes the comment under a pull request.")
    parser.add_argument("report", type=Path)
    parser.add_argument("--run", required=True)
    parser.add_argument("--commit", required=True)
    parser.add_argument("--by-base", action="store_true", help="the base branch's program wrote the report")
    given = parser.parse_args()
    comment = comment_of(read_report(given.report), run=given.run, commit=given.commit, by_base=given.by_base)
    sys.stdout.buffer.write(comment.encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
