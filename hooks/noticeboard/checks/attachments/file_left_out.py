"""Files of docs/ that would run in a reader's browser."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.hand_placed import is_junk
from noticeboard.problems import Level


@board_check("file-left-out", Level.ERROR)
def file_left_out(board: Board) -> Iterator[Finding]:
    """docs 里的文件不能登

    `docs` 文件夹里，除了网页（`.md`），只登图片、文档、表格、压缩包这些。HTML、脚本、样式、SVG、XML 会在读者的浏览器里以公告栏的名义运行，不登。图请存成 PNG 或 JPG，文字请写成 `.md` 或存成 PDF。

    管网站的人自己要用的脚本、样式、图标，写进 `mkdocs.yml` 的 `extra_javascript`、`extra_css`、`theme`，就照登；和 `overrides` 里重名的不登。

    ```markdown title="plans/2026/示例.md"
    ---
    类型: 通知
    标题: 疗休养报名
    日期: 2026-05-06
    ---
    ```

    ```html title="错误 docs/报名.html" hl_lines="1"
    <form action="http://gonghui.example/">报名</form>
    ```

    ```markdown title="正确 docs/报名.md"
    # 报名

    请到工会办公室报名。
    ```
    """
    for address in sorted(board.left_out):
        if not is_junk(address):
            path = board.hand_placed[address]
            message = f"“{path}”不是图片、文档或表格，会在读者的浏览器里运行，不能登。"
            yield Finding(
                path, 1, 1, message, "请改写成 .md，或存成 PDF、PNG；是网站自己要用的，写进 mkdocs.yml。"
            )
