"""What `board fix` did, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from noticeboard.fixing.edits import AppliedEdit

_OF_THE_FILE = {
    "byte-order-mark": "去掉了文件最前面看不见的字节顺序标记",
    "encoding-gb18030": "GB18030（GBK、ANSI）编码改成了 UTF-8",
    "encoding-utf-16": "UTF-16 编码改成了 UTF-8",
    "encoding-utf-32": "UTF-32 编码改成了 UTF-8",
}
_LONGEST = 40


def change_lines(path: str, changes: Iterable[AppliedEdit]) -> Iterator[str]:
    """`path:line:column: 已改[code] what was typed → what stands there now`, a line each."""
    for change in changes:
        sentence = _OF_THE_FILE.get(change.code) or _sentence(change)
        yield f"{path}:{change.line}:{change.column}: 已改[{change.code}] {sentence}"


def _sentence(change: AppliedEdit) -> str:
    after = _shown(change.after)
    return f"{_shown(change.before)} → {after}" if change.before else f"加上 {after}"


def _shown(text: str) -> str:
    text = text.rstrip("\r\n")
    return f"“{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}”" if text else "（删去）"
