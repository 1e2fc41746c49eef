"""Links to a place that their page does not have."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache
from urllib.parse import unquote

from noticeboard.catalog.relations import path_of_link
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.documents import Document
from noticeboard.content.nearest import nearest
from noticeboard.lazy import lazily
from noticeboard.problems import Level

render = lazily("noticeboard.markup.render")


@board_check("anchor-missing", Level.WARNING)
def anchor_missing(board: Board) -> Iterator[Finding]:
    """链接指的标题不在

    链接里 `#` 后面要是那一页里真有的标题，一字不差；改了标题，链接也要改。

    ```markdown title="plans/2026/办法.md"
    ---
    类型: 通知
    标题: 慰问办法
    日期: 2026-03-02
    ---

    ## 慰问标准

    住院每人 500 元。
    ```

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 慰问情况
    日期: 2026-03-12
    ---

    标准见[办法](办法.md#慰问的标准)。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 慰问情况
    日期: 2026-03-12
    ---

    标准见[办法](办法.md#wei-wen-biao-zhun)。
    ```
    """
    renderer = cache(lambda: render.Renderer())

    # Ids are known only when a body is rendered, so that is done, but for the few that an anchor points at.
    @cache
    def ids_of(path: str) -> Set[str]:
        document = board.by_path[path]
        rendered = renderer().render(document.body, document.body_line, document.activities)
        headings = {heading.id for heading in rendered.headings}
        return headings | {activity.anchor for activity in document.activities}

    for document in board.documents:
        for link in document.links:
            path, _, anchor = link.target.strip().partition("#")
            target = document.path if not path else path_of_link(document, path)
            if not anchor or target not in board.by_path:
                continue
            if unquote(anchor) not in ids_of(target) and not _is_title(
                unquote(anchor), board.by_path[target], path
            ):
                near = nearest(unquote(anchor), sorted(ids_of(target)))
                hint = f"是不是“#{near}”？" if near else "请打开那一页，点标题，照地址栏里“#”后面的写。"
                message = f"链接“{link.target.strip()}”指的标题不在那一页里。"
                yield Finding(document.path, link.line, link.column, message, hint)


def _is_title(anchor: str, target: Document, path: str) -> bool:
    """Within a page a link may say the heading itself."""
    return not path and any(
        line.lstrip("# \u3000") == anchor for line in target.body.split("\n") if line[:1] == "#"
    )
