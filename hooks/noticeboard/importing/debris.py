"""What a page of the web or of paper has around its text, and a paste brings along: no word of it is the document's."""

from __future__ import annotations

import re

LEFT_OUT = "{} 行页码、网页导航之类的文字"
"""What a report says of them."""
_ALONE = re.compile(
    r"[-—–·\s]*(?:第?\s*[0-9]{1,4}\s*页(?:[\s,，/共]*[0-9]{1,4}\s*页)?|[-—–]\s*[0-9]{1,4}\s*[-—–]|[0-9]{1,4}\s*/\s*[0-9]{1,4})[-—–·\s]*"
    r"|(?:浏览|阅读|点击|访问|查看)(?:次数|量|数|率)?\s*[：:]\s*[\[【]?\s*[0-9]*\s*[次人\]】]*"
    r"|【?\[?字\s?[体号]\s*[：:]?\s*[\[【]?\s*大\s*[|\s]*中\s*[|\s]*小\s*[\]】]*"
    r"|(?:[\[【(（|·\s]*(?:打印(?:本[页文稿])?|关闭(?:本页|窗口|本窗口)?|加入收藏|收藏(?:本[页站])?|设为首页|返回(?:顶部|首页|列表)?|复制(?:网址|链接地址)|分享|点赞|举报)[\]】)）|·\s]*)+"
    r"|(?:您?(?:现在|当前)?的?(?:位置|所在位置)|当前位置)\s*[：:]\s*(?:网站)?首页.{0,60}"
    r"|首页\s*(?:>|＞|»|›|→).{0,60}"
    r"|(?:上|下)一[篇条页]\s*[：:].{0,60}"
    r"|分享(?:到|至)\s*[：:].{0,40}|扫一扫(?:在手机|分享|关注|，?手机).{0,20}"
    r"|(?:发布(?:时间|日期)|更新时间)\s*[：:].{0,40}(?:来源|作者|编辑|浏览|点击)\s*[：:].{0,20}"
    r"|(?:责任?编辑|责编)\s*[：:].{0,15}"
    r"|版权所有\s*[©:：]?.{0,60}|(?:Copyright|©).{0,80}|[\u4e00-\u9fff]?ICP备[0-9]{6,12}号.{0,10}"
    r"|(?:相关|热门|推荐)(?:阅读|文章|推荐|链接|新闻)\s*[：:]?"
    r"|(?:展开|阅读|查看|显示)(?:全文|全部|更多).{0,10}",
    re.IGNORECASE,
)
_ENTITIES = re.compile(r"&(?:nbsp|ensp|emsp);")
_INVISIBLE = re.compile(
    r"[\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufffe\ufff9-\ufffb\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
)


def is_debris(line: str) -> bool:
    """Whether a whole line is what surrounds a text: page numbers, counters, crumbs, buttons, copyright."""
    text = line.strip()
    return bool(text) and _ALONE.fullmatch(text) is not None


def cleaned(text: str) -> str:
    """`text` without characters that nobody sees, and with blanks for those that only pages of the web have."""
    return _INVISIBLE.sub("", _ENTITIES.sub(" ", text)).replace("\xa0", " ")
