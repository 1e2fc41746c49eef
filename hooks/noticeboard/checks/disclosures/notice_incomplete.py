"""What a disclosure with a notice period must tell, so that one can object to it: matter, basis, ways to answer."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.settings import Settings
from noticeboard.problems import Level


@document_check("notice-incomplete", Level.WARNING)
def notice_incomplete(document: Document, context: CheckContext) -> Iterator[Finding]:
    """公示缺少内容

    有公示期的，要写明公示什么、依据是什么、向谁提意见、找谁联系。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 公开
    标题: 先进工作者人选公示
    日期: 2026-03-02
    类别: 评优与考核
    责任部门: 校长办公室
    公示期: 5个工作日
    ---

    拟推荐先进工作者6名，名单贴在公示栏。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 公开
    标题: 先进工作者人选公示
    日期: 2026-03-02
    类别: 评优与考核
    责任部门: 校长办公室
    公示期: 5个工作日
    依据: 先进工作者评选办法
    反馈: 公示期内到校长办公室反映
    联系: 校长办公室，内线8101
    ---

    拟推荐先进工作者6名，名单贴在公示栏。
    ```
    """
    if isinstance(document, Disclosure) and document.notice_period is not None:
        missing = tuple(_missing(document, context.settings))
        if missing:
            message = f"公示还缺少：{'、'.join(what for what, _ in missing)}。"
            hint = f"{'；'.join(remedy for _, remedy in missing)}。"
            yield Finding(document.path, *place_of_field(document, "notice_period"), message, hint)


def _missing(document: Disclosure, settings: Settings) -> Iterator[tuple[str, str]]:
    """What is missing, and what to type."""
    if not document.body.strip():
        yield "正文", "请在正文里写明公示什么"
    if not document.basis:
        yield "依据", "请在开头加一行“依据: 根据什么公示”"
    if not (document.feedback or settings.disclosure.feedback or settings.disclosure.opinion_box):
        yield "反馈", "请在开头加一行“反馈: 有意见向谁提、怎样提”"
    if not document.contact:
        yield "联系", "请在开头加一行“联系: 办公室电话”"
