"""Snippets for VS Code: a new document of each type, and what stands in its body, from the templates of `board new`.

`python -m noticeboard.writing.editor_snippets .vscode/board.code-snippets` writes them anew.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path

from noticeboard.content.documents import TYPES, Document
from noticeboard.content.fields import declarations
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.site_file import read_site_file
from noticeboard.writing.new_document import new_text

_DAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
_SIGNS = str.maketrans({"\\": "\\\\", "$": "\\$", "}": "\\}"})
_IN_A_CHOICE = str.maketrans({"\\": "\\\\", ",": "\\,", "|": "\\|", "$": "\\$", "}": "\\}"})
_BODY = {
    "活动": ("hd", "一项活动：时间、名称、地点、负责", "- [ ] ${1:8日} ${2:14:30} ${3:活动名称}（地点：${4:大礼堂}；负责：${5:组织委员}）"),
    "完成的活动": ("hdx", "完成的活动，连到它的小结", "- [x] ${1:8日} ${2:活动名称} → [活动小结](${3:活动小结.md})"),
    "取消的活动": ("hdq", "取消的活动，写明原因", "- ~~${1:活动名称}~~（取消：${2:原因}）"),
    "延期的活动": ("hdy", "延期的活动，写明到几月", "- ${1:8日} ${2:活动名称}（延期至：${3:5月}）"),
    "月份": ("yf", "一个月的标题", "### ${1|一,二,三,四,五,六,七,八,九,十,十一,十二|}月\n\n- [ ] $0"),
    "附件": ("fj", "开头里的附件", "附件:\n  - 文件: ${1:附件/预算表.xlsx}\n    名称: ${2:预算表}"),
    "收支表": ("szb", "公开里的收支表", "| 项目 | 金额（元） |\n|---|---:|\n| ${1:项目} | ${2:0.00} |\n| **合计** | **${3:0.00}** |"),
}  # fmt: skip


def snippets(settings: Settings) -> Mapping[str, Mapping[str, object]]:
    """Name → prefix, description and body, as VS Code reads them; units and categories are those of `settings`."""
    made = {f"新{kind.label}": _document(kind, settings) for kind in TYPES.values()}
    for name, (prefix, about, body) in _BODY.items():
        made[name] = _snippet([prefix, name], about, body)
    return made


def _document(kind: type[Document], settings: Settings) -> Mapping[str, object]:
    """The whole of a new document, with a stop for each thing to be typed."""
    stop = count(1)
    asked = {
        "title": f"${{{next(stop)}:标题}}",
        "date": f"${{{next(stop)}:{_DAY}}}",
        "unit": _choice(next(stop), [unit.name for unit in settings.all_units]),
        "period": f"${{{next(stop)}:$CURRENT_YEAR年}}",
        "category": _choice(next(stop), [category.title for category in settings.categories]),
        "department": f"${{{next(stop)}:责任部门}}",
        "session": f"${{{next(stop)}:三届二次}}",
        "situations": f"${{{next(stop)}:生病住院}}",
        "eligible": f"${{{next(stop)}:全体会员}}",
        "register_kind": f"${{{next(stop)}:集体合同}}",
    }
    # Marks of letters alone pass through the template, which would put quotes around a snippet's signs.
    marks = {name: f"MARK{name.upper()}" for name in asked}
    own = {field.name for field in declarations(kind) if field.required}
    wanted = [name for name in asked if name in own or name == "unit"]
    text = new_text(kind.type, {name: marks[name] for name in wanted}).translate(_SIGNS)
    for name in wanted:
        text = text.replace(marks[name], asked[name])
    return _snippet([f"新{kind.label}", kind.type], f"一份新的{kind.label}", f"{text}$0")


def _choice(stop: int, words: Iterable[str]) -> str:
    return f"${{{stop}|{','.join(word.translate(_IN_A_CHOICE) for word in words)}|}}"


def _snippet(prefixes: list[str], about: str, body: str) -> Mapping[str, object]:
    return {"scope": "markdown", "prefix": prefixes, "description": about, "body": body.split("\n")}


def snippets_text(settings: Settings) -> str:
    """The file's text."""
    return json.dumps(snippets(settings), ensure_ascii=False, indent=2) + "\n"


def main(target: str) -> None:
    """Writes the snippets for the site in the working folder to `target`."""
    settings, _ = read_site_file(Path.cwd())
    Path(target).write_text(snippets_text(settings), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
