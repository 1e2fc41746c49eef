"""Attachments that could not be looked into, and why."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.attachments.users import users_of
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, PersonalData, search_check
from noticeboard.problems import Level


@search_check("attachment-not-read", Level.WARNING)
def attachment_not_read(board: Board, personal: PersonalData) -> Iterator[Finding]:
    places = users_of(board) if personal.skipped else {}
    for path, (reason, *others) in personal.skipped.items():
        more = f"，还有 {len(others)} 处也是这样" if others else ""
        name = posixpath.basename(path)
        message = f"附件“{name}”没能查完里面有没有个人信息：{reason.rstrip('，')}{more}。"
        for user, line, column in places.get(path, [(path, 1, 1)]):
            yield Finding(user, line, column, message, "请另存一份能打开的，或请人看过再登。")
