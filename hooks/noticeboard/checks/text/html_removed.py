"""Scripts, forms and the like, which no page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import raw_tags
from noticeboard.content.documents import Document
from noticeboard.markup.links import scripts_of
from noticeboard.markup.raw_tags import HtmlTag
from noticeboard.markup.urls import is_pasted, is_script
from noticeboard.problems import Level

_ACTIVE = frozenset(
    [
        "applet",
        "audio",
        "base",
        "body",
        "button",
        "canvas",
        "dialog",
        "embed",
        "fencedframe",
        "form",
        "frame",
        "frameset",
        "html",
        "iframe",
        "input",
        "link",
        "map",
        "area",
        "marquee",
        "math",
        "meta",
        "noscript",
        "object",
        "option",
        "portal",
        "script",
        "select",
        "slot",
        "source",
        "style",
        "svg",
        "template",
        "textarea",
        "track",
        "video",
        "xmp",
    ]
)
_HANDLER = re.compile(r"on[a-z]+|srcdoc")
_HINT = "请删去，只留文字；要让读者看到这几个字，前后各加一个反引号“`”。"
_SIGN = re.compile(r"[<{&]|script|data", re.IGNORECASE)
"""One of these is in every body that has something to tell."""


@document_check("html-removed", Level.WARNING)
def html_removed(document: Document, context: CheckContext) -> Iterator[Finding]:
    """脚本、表单不起作用

    网页里只留文字、表格、图片、链接这些 HTML。脚本、样式、框架、表单、视频，`onclick` 这样的属性，`javascript:`、`data:` 开头的链接，都不起作用：要么不登，要么照字面显示。请删去。要放视频、表格文件的，放在附件里。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    到下午四点半。<button>打印</button>
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    到下午四点半。
    ```
    """
    if not _SIGN.search(document.body):
        return
    reported = set()
    for tag in raw_tags(document):
        if (what := _removed(tag)) is not None:
            reported.add((tag.line, tag.column))
            yield Finding(document.path, tag.line, tag.column, f"{what}不起作用。", _HINT)
    for link in scripts_of(document.body, document.body_line):
        if (link.line, link.column) not in reported and not (link.is_picture and is_pasted(link.target)):
            message = f"链接“{link.target.strip()[:40]}”里是脚本或数据，不起作用。"
            hint = "请链接到文件，或写完整的网址。"
            yield Finding(document.path, link.line, link.column, message, hint)


def _removed(tag: HtmlTag) -> str | None:
    """What of a tag is taken off."""
    # `x:script` is a script where a page is read as XML.
    if tag.name.rpartition(":")[2] in _ACTIVE:
        return f"“<{tag.name}>”"
    for name, value in tag.attributes:
        if _HANDLER.fullmatch(name):
            return f"“{_element(tag)}”的“{name}”"
        if is_script(value) and name not in ("alt", "title") and not is_pasted(value):
            return f"“{_element(tag)}”里的“{value.strip()[:40]}”"
    return None


def _element(tag: HtmlTag) -> str:
    return f"<{tag.name}>" if tag.name else "{ }"
