"""Two sources of one file of the site (SPECIFICATION section 5).

Two attachments whose folders sound alike are an error, not told apart by a name of the program's own: which of the two was
there first nobody can tell from the files, and an address that readers have must not change because another file came. So an
officer renames the newer one, and every address that was published stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.repository.paths import ROOT, SITE_FILE
from noticeboard.problems import Level, Problem
from noticeboard.views.helpers.addresses import HOME, SEARCH, file_address
from noticeboard.views.helpers.outputs import Output, clashes_of, output_of

_DOCS = "docs/"
_GENERATED = "程序自动生成的"


@board_check("duplicate-address", Level.ERROR)
def duplicate_address(board: Board) -> Iterator[Finding]:
    for group in clashes_of(outputs_of(board)):
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
        readme = path.removesuffix("index.md") + "README.md"
        if readme != path + "README.md" and (board.root / readme).is_file():
            message = f"它和“{path}”是同一个网址，只会登那一份。"
            yield Finding(readme, 1, 1, message, "请把要登的并进那一份，再删去这个文件，或者给它改名。")


def clash_problems(outputs: Iterable[Output]) -> list[Problem]:
    """Where files of the whole site would take each other's place, those of a generator and its theme among them."""
    return [
        duplicate_address.problem(_clash([output.source for output in group]))
        for group in clashes_of(outputs)
    ]


def _clash(sources: Sequence[str]) -> Finding:
    path = next((source for source in sources if source.startswith((_DOCS, f"{ROOT}/"))), SITE_FILE)
    message = f"“{'”“'.join(sources)}”的网址相同，会互相覆盖。"
    return Finding(path, 1, 1, message, "请给其中一个改名；要换主题的文件，请放进主题设置里的 custom_dir。")


def outputs_of(board: Board) -> Iterator[Output]:
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
