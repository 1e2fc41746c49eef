"""Former addresses at which something else is (SPECIFICATION section 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from noticeboard.checks.addresses.duplicate_address import outputs_of
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.documents import Document
from noticeboard.content.field_types import FormerAddress
from noticeboard.problems import Level
from noticeboard.views.helpers.outputs import Output, clashes_of, output_of

_GENERATED = "程序自动生成的网页"


@board_check("former-address-taken", Level.ERROR)
def former_address_taken(board: Board) -> Iterator[Finding]:
    claims = {
        output_of(former.address, document.path): (document, former)
        for document in board.all_documents
        for former in document.former_addresses
    }
    for group in clashes_of((*outputs_of(board), *claims)) if claims else ():
        for output in group:
            others = [other for other in group if other is not output]
            if output in claims and others:
                document, former = claims[output]
                yield Finding(document.path, former.line, former.column, *_words(document, former, others))


def _words(document: Document, former: FormerAddress, others: Iterable[Output]) -> tuple[str, str]:
    """What is wrong, and what to do."""
    named = dict.fromkeys(f"“{other.source}”" if other.source else _GENERATED for other in others)
    if named.keys() == {f"“{document.path}”"}:
        message = f"曾用网址 /{former.address} 就是这份文件现在的网址。"
        return message, "请删去这一条：曾用网址只写以前的、现在打不开的。"
    message = f"曾用网址 /{former.address} 上已经有{'、'.join(named)}，不能再转到这份文件。"
    return message, "一个网址只能转到一份文件。请核对，把不对的那一条删去。"
