"""Two sources of one file of the site (SPECIFICATION section 5).

Two attachments whose folders sound alike are an error, not told apart by a name of the program's own: which of the two was
there first nobody can tell from the files, and an address that readers have must not change because another file came. So an
officer renames the newer one, and every address that was published stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level
from noticeboard.views.helpers.addresses import HOME, SEARCH, file_address
from noticeboard.views.helpers.outputs import Output, clashes_of, output_of

_DOCS = "docs/"
_GENERATED = "程序自动生成的"


@board_check("duplicate-address", Level.ERROR)
def duplicate_address(board: Board) -> Iterator[Finding]:
    """网址重复

    两份文件里都会说。文件名读音相同，网址就相同：给一份写上 `网址名`，或者改文件名。

    附件也一样：`公示/附表.xlsx` 和 `工时/附表.xlsx` 的文件夹读音相同，读者会下载到另一份。给后来放的那个文件或文件夹改名，已经登出去的网址就不会变。只差大小写的网址，在 Windows 的服务器上也是同一个。

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
    for group in clashes_of(_outputs(board)):
        # A hand-written file gives way to what officers' documents need.
        moving = [output for output in group if output.source.startswith(_DOCS)]
        for output in moving or [output for output in group if output.source]:
            others = dict.fromkeys(_label(other) for other in group if other is not output)
            message = f"网址 /{output.address} 和{'、'.join(others)}重复，会互相覆盖。"
            yield Finding(output.source, *_place(output, board), message, _hint(output, board))
    for address, path in board.hand_written.items():
        document = board.by_path.get(path.removeprefix(_DOCS))
        if document and document.address != address:
            message = f"它和“{path.removeprefix(_DOCS)}”的路径相同，会互相覆盖。"
            yield Finding(path, 1, 1, message, "请给这个文件改名，或者移到别的文件夹。")


def _outputs(board: Board) -> Iterator[Output]:
    """All files of the site that this project knows of; drafts and future ones too: their day comes without an officer."""
    for document in board.all_documents:
        if not document.address.endswith("//"):
            yield output_of(document.address, document.path)
    yield from (Output(file_address(path), path) for path in board.brought)
    placed = {address: path for address, path in board.hand_placed.items() if address not in board.left_out}
    hand_made = {**board.hand_written, **placed}
    yield from (output_of(address, path) for address, path in hand_made.items())
    # The front page takes in what was written for it by hand.
    yield from (
        output_of(address) for address in board.generated if address != HOME or HOME not in board.hand_written
    )
    if board.catalog.settings.search:
        # The index is made last; its folder is kept for it.
        yield from (output_of(address) for address in hand_made if address.startswith(SEARCH))


def _label(output: Output) -> str:
    return f"“{output.source}”" if output.source else _GENERATED


def _place(output: Output, board: Board) -> tuple[int, int]:
    document = board.by_path.get(output.source)
    return place_of_field(document, "slug") if document else (1, 1)


def _hint(output: Output, board: Board) -> str:
    if output.source in board.by_path:
        return "请给其中一份加一行“网址名: 英文名”，例如“网址名: zhiban-2026”，或者改文件名。"
    if output.source.startswith(_DOCS):
        return "请给这个文件改名。"
    return "请给后来放的那个文件或文件夹改名，换一个读音不同的名字；先登出去的不要动，网址就不会变。"
