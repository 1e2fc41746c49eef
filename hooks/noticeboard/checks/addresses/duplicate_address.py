"""Two pages, or a page and a file, with one address (SPECIFICATION section 5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.documents import Document
from noticeboard.problems import Level

_HINT = "请给其中一份加一行“网址名: 英文名”，例如“网址名: zhiban-2026”，或者改文件名。"
_OWN_NAME = "请加一行“网址名: 英文名”，例如“网址名: zhiban-2026”，或者改文件名。"


@board_check("duplicate-address", Level.ERROR)
def duplicate_address(board: Board) -> Iterator[Finding]:
    """网址重复

    两份文件里都会说。文件名读音相同，网址就相同：给一份写上 `网址名`，或者改文件名。

    ```markdown title="错误 plans/2026/事迹.md" hl_lines="1"
    ---
    类型: 通知
    标题: 先进事迹
    日期: 2026-05-06
    ---
    ```

    ```markdown title="错误 plans/2026/示记.md" hl_lines="1"
    ---
    类型: 通知
    标题: 示范课记录
    日期: 2026-05-07
    ---
    ```

    ```markdown title="正确 plans/2026/事迹.md"
    ---
    类型: 通知
    标题: 先进事迹
    日期: 2026-05-06
    ---
    ```

    ```markdown title="正确 plans/2026/示记.md"
    ---
    类型: 通知
    标题: 示范课记录
    日期: 2026-05-07
    网址名: shifanke
    ---
    ```
    """
    owners: dict[str, list[Document]] = defaultdict(list)
    for document in board.documents:
        owners[document.address].append(document)
        # A file's folder would have to have the name of a file.
        if document.address.rstrip("/") in board.addresses and not document.address.endswith("//"):
            message = f"网址 /{document.address} 和附件“{document.address.rstrip('/')}”重复。"
            yield Finding(document.path, *place_of_field(document, "slug"), message, _OWN_NAME)
    for address, documents in owners.items():
        for document in documents:
            others = "、".join(f"“{other.path}”" for other in documents if other is not document)
            if others:
                message = f"网址 /{address} 和{others}重复。"
                yield Finding(document.path, *place_of_field(document, "slug"), message, _HINT)
    for address, path in (*board.hand_written.items(), *board.hand_placed.items()):
        if address and address in board.addresses:
            message = f"网址 /{address} 和自动生成的重复，会互相覆盖。"
            yield Finding(path, 1, 1, message, "请给这个文件改名。")
