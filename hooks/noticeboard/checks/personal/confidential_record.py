"""Records of persons that are never published: health records, petitions, lists of the staff."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, PersonalData, search_check
from noticeboard.content.documents import Register
from noticeboard.privacy.confidential_records import confidential_record as record_of
from noticeboard.problems import Level, Scope

_HINT = "请把它撤下；要公布的，另写一份，只写人数、标准和结果。"


@search_check("confidential-record", Level.ERROR, Scope.FILE)
def confidential_record(board: Board, personal: PersonalData) -> Iterator[Finding]:
    more = board.catalog.settings.confidential_records
    for document in board.texts:
        if record := record_of(document.title or "", more):
            line, column = place_of_field(document, "title")
            yield Finding(document.path, line, column, f"标题说这是“{record}”，这种材料不能登。", _HINT)
        if isinstance(document, Register) and (record := record_of(document.register_kind or "", more)):
            line, column = place_of_field(document, "register_kind")
            yield Finding(document.path, line, column, f"种类是“{record}”，这种材料不能登。", _HINT)
    pages = (page.path for page in board.pages)
    for path in (*board.catalog.files.sizes, *pages):
        name = posixpath.splitext(posixpath.basename(path))[0]
        if record := record_of(name, more):
            yield Finding(path, 1, 1, f"文件名说这是“{record}”，这种材料不能登。", _HINT)
    for path, names in personal.names.items():
        if record := next(filter(None, (record_of(name, more) for name in names)), ""):
            message = f"附件里有“{record}”（工作表名或里面的文件名），这种材料不能登。"
            yield Finding(path, 1, 1, message, _HINT)
