"""What a page of the web has around its text, and a paste brings along."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, matches_outside_code
from noticeboard.content.documents import Document
from noticeboard.markup.paragraph_tags import tagged_lines
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_LEFTOVER = pattern_of(
    r"(?P<counted>(?:浏览|阅读|点击|访问|查看)(?:次数|量|数|率)?\s*[：:]\s*\[?\s*[0-9]*)"
    r"|【?\[?字\s?[体号]\s*[：:]?\s*[\[【]?\s*大\s*[|\s]*中\s*[|\s]*小\s*[\]】]?"
    r"|[\[【(（]?\s*(?:打印本[页文稿]|关闭(?:本页|窗口|本窗口)|加入收藏|收藏本[页站]|设为首页|返回(?:顶部|首页|列表)|复制(?:网址|链接地址))\s*[\]】)）]?"
    r"|(?:您?(?:现在|当前)?的?(?:位置|所在位置)|当前位置)\s*[：:]\s*(?:网站)?首页.{0,60}"
    r"|^[ \t\u3000]*首页\s*(?:>|＞|»|›|→|&gt;).{0,60}"
    r"|^[ \t\u3000]*(?:上|下)一[篇条页]\s*[：:].{0,60}"
    r"|分享(?:到|至)\s*[：:].{0,40}|扫一扫(?:在手机|分享|关注|，?手机).{0,20}"
    r"|(?:发布(?:时间|日期)|更新时间)\s*[：:][^\n]{0,40}(?:来源|作者|编辑|浏览|点击)\s*[：:][^\n]{0,20}"
    r"|&amp;(?:nbsp|lt|gt|quot|amp|ldquo|rdquo|mdash);|&(?:nbsp|ensp|emsp|ldquo|rdquo|mdash|middot|hellip|bull);"
    r"|版权所有\s*[©:：].{0,40}",
    re.MULTILINE,
)
_WORDS = (
    "浏览", "阅读", "点击", "访问", "查看", "字", "打印", "关闭", "收藏", "首页", "返回", "复制", "位置", "一篇", "一条",
    "一页", "分享", "扫一扫", "发布", "更新时间", "&", "版权所有",
)  # fmt: skip
"""A quick look: everything left over has one of these."""


@document_check("web-leftover", Level.WARNING)
def web_leftover(document: Document, context: CheckContext) -> Iterator[Finding]:
    yield from _tags(document)
    if not any(word in document.text for word in _WORDS):
        return
    reported: set[int] = set()
    for found in matches_outside_code(document, _LEFTOVER):
        finding = finding_at(
            document,
            found.start(),
            f"“{found[0].strip()[:30]}”是从网页上带来的，不属于正文。",
            "请删去；是正文的话，请换一种说法。",
        )
        if finding.line not in reported and found.start() >= len(document.head):
            reported.add(finding.line)
            yield finding


def _tags(document: Document) -> Iterator[Finding]:
    """One for all the lines that a page's tags enclose."""
    lines = [(number, 1, line) for number, line in enumerate(document.body.split("\n"), document.body_line)]
    tagged = tagged_lines(lines)
    if tagged:
        number, _, text = tagged[0]
        yield Finding(
            document.path,
            number,
            text.index("<") + 1,
            f"有 {len(tagged)} 行带着网页的标签，如“{text.strip()[:12]}”，已照标签里面的文字读取。",
            "请删去标签，只留文字。",
        )
