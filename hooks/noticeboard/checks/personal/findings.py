"""Looks for personal data in everything that is published or lies in the repository: texts, names of files, attachments."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from noticeboard.catalog.relations import path_of_link
from noticeboard.checks.attachments.users import users_of
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, PersonalCheck, PersonalData, PersonalFact
from noticeboard.checks.personal.kinds.attachment_not_read import attachment_not_read
from noticeboard.checks.personal.kinds.photo_location import TAKEN_OUT, photo_location
from noticeboard.checks.personal.registry import PERSONAL, named
from noticeboard.content.documents import Document
from noticeboard.content.repository.files import LARGEST
from noticeboard.content.repository.photo_location import is_cleaned
from noticeboard.inspection.attachments import inspect_files
from noticeboard.inspection.inspect import MOST_HITS, AttachmentHit
from noticeboard.privacy.normalized_text import NormalizedText


def facts_in_text(document: Document) -> Iterator[tuple[str, Finding]]:
    """What a document's own text holds: a check's code and a finding, one a line."""
    reading = NormalizedText.of(document.text)
    for check in PERSONAL:
        reported = 0
        for span in check.find(reading):
            line = reading.line_of(span.start) + 1
            if line != reported:
                reported = line
                column = span.start - reading.lines[line - 1] + 1
                yield (
                    check.code,
                    Finding(document.path, line, column, _message(check, span.shown), check.hint),
                )


def kinds_in(text: str) -> tuple[str, ...]:
    """The kinds of personal data in a sentence that stands in no file, by their Chinese names."""
    # As an item of a list, in which a name with an illness is one.
    reading = NormalizedText.of(f"- {text}")
    return tuple(check.name for check in PERSONAL if next(iter(check.find(reading)), None))


def find_personal_data(board: Board, in_texts: Sequence[tuple[str, Finding]]) -> PersonalData:
    """All personal data of the board; `in_texts` is what `facts_in_text` has found in its documents."""
    by_code = {check.code: check for check in PERSONAL}
    facts = [PersonalFact(by_code[code], finding) for code, finding in in_texts]
    facts += _in_names(board)
    attachments = [path for path, size in board.catalog.files.attachments.items() if size <= LARGEST]
    inspections = inspect_files(board.root, (*attachments, *_placed(board)), board.cache)
    for path, inspection in inspections.items():
        for hit in inspection.hits:
            check = by_code[hit.detector]
            if hit.detector == photo_location.code:
                facts.append(PersonalFact(photo_location, _taken_at(path, hit)))
                continue
            message = f"附件里有{check.name}（{hit.shown}），在{hit.where or '文件中'}{_more(hit)}。"
            facts.append(PersonalFact(check, Finding(path, 1, 1, message, check.hint)))
    skipped = {path: inspection.skipped for path, inspection in inspections.items() if inspection.skipped}
    facts += (PersonalFact(attachment_not_read, finding) for finding in _not_read(board, skipped))
    names = {path: inspection.names for path, inspection in inspections.items() if inspection.names}
    return PersonalData(tuple(facts), skipped, names)


def _taken_at(path: str, hit: AttachmentHit) -> Finding:
    """What is published as it lies there loses the place; what is in another file keeps it."""
    if hit.where or not is_cleaned(path):
        where = hit.where or "文件中"
        return Finding(
            path, 1, 1, f"附件里的照片带着拍摄地点（经纬度），在{where}{_more(hit)}。", photo_location.hint
        )
    message = "照片里有拍摄地点（经纬度），登出来的那一份已经去掉，原来的还在仓库里。"
    return Finding(path, 1, 1, message, photo_location.hint, level=TAKEN_OUT.level)


def _not_read(board: Board, skipped: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Told where documents bring the file along, so that its officer reads of it."""
    places = users_of(board) if skipped else {}
    for path, (reason, *others) in skipped.items():
        more = f"，还有 {len(others)} 处也是这样" if others else ""
        name = posixpath.basename(path)
        message = f"附件“{name}”没能查完里面有没有个人信息：{reason.rstrip('，')}{more}。"
        for user, line, column in places.get(path, [(path, 1, 1)]):
            yield Finding(user, line, column, message, attachment_not_read.hint)


def is_allowed(fact: PersonalFact, owners: Mapping[str, Sequence[Document]]) -> bool:
    """Whether a reviewer has allowed it in the file, or in one that brings the file along."""
    return fact.check.may_be_allowed and any(
        named(allowance.check) is fact.check
        for document in owners.get(fact.finding.path, ())
        for allowance in document.allow
    )


def owners_of(board: Board) -> Mapping[str, Sequence[Document]]:
    """Path → the documents that answer for it: itself, or those that name it under 附件 or link to it."""
    owners: dict[str, list[Document]] = {}
    for document in board.texts:
        if document.allow:
            for path in paths_of(document):
                owners.setdefault(path, []).append(document)
    return owners


def paths_of(document: Document) -> Iterator[str]:
    """The files that a document answers for."""
    yield document.path
    yield from (attachment.path for attachment in document.attachments)
    for link in document.links:
        path = path_of_link(document, link.target)
        if path and not path.lower().endswith(".md"):
            yield path


def _in_names(board: Board) -> Iterator[PersonalFact]:
    """What the names of files and folders say: they become addresses."""
    pages = (page.path for page in board.pages)
    for path in (*board.catalog.files.sizes, *pages, *_placed(board)):
        folders, name = posixpath.split(path)
        # Each name is a line of its own, as a title is.
        reading = NormalizedText.of("\n".join((*folders.split("/"), posixpath.splitext(name)[0])))
        for check in PERSONAL:
            if span := next(iter(check.find(reading)), None):
                is_of_file = reading.line_of(span.start) == len(reading.lines) - 1
                message = f"文件名里有{check.name}（{span.shown}）。"
                yield PersonalFact(
                    check, Finding(path, 1, 1, message, f"请给文件{'' if is_of_file else '夹'}改名。")
                )


def _more(hit: AttachmentHit) -> str:
    if hit.count >= MOST_HITS:
        return f"，至少有 {MOST_HITS} 处"
    return f"，一共 {hit.count} 处" if hit.count > 1 else ""


def _placed(board: Board) -> Iterator[str]:
    """The files of docs/ that are published beside its pages; none where docs/ is trusted."""
    if not board.catalog.settings.trust_docs:
        yield from (path for address, path in board.hand_placed.items() if address not in board.left_out)


def _message(check: PersonalCheck, shown: str) -> str:
    return f"这里有{check.name}（{shown}）。"
