"""All checks. Each is one file, found in the list below; `noticeboard.checks.check` says what makes one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache

from noticeboard import parallel
from noticeboard.checks.addresses.address_too_long import address_too_long
from noticeboard.checks.addresses.bad_slug import bad_slug
from noticeboard.checks.addresses.duplicate_address import duplicate_address
from noticeboard.checks.attachments.attachment_document import attachment_document
from noticeboard.checks.attachments.attachment_empty import attachment_empty
from noticeboard.checks.attachments.attachment_macros import attachment_macros
from noticeboard.checks.attachments.attachment_missing import attachment_missing
from noticeboard.checks.attachments.attachment_too_large import attachment_too_large
from noticeboard.checks.attachments.attachment_type import attachment_type
from noticeboard.checks.attachments.attachment_unlinked import attachment_unlinked
from noticeboard.checks.attachments.document_ending import document_ending
from noticeboard.checks.attachments.file_left_out import file_left_out
from noticeboard.checks.attachments.lfs_pointer import lfs_pointer
from noticeboard.checks.board import Board
from noticeboard.checks.check import BoardCheck, Check, DocumentCheck, Finding, SearchCheck
from noticeboard.checks.context import CheckContext
from noticeboard.checks.disclosures.notice_incomplete import notice_incomplete
from noticeboard.checks.links.anchor_missing import anchor_missing
from noticeboard.checks.links.link_missing import link_missing
from noticeboard.checks.links.link_outside import link_outside
from noticeboard.checks.links.reference_missing import reference_missing
from noticeboard.checks.links.reference_type import reference_type
from noticeboard.checks.personal.allowance_refused import allowance_refused
from noticeboard.checks.personal.allowance_unknown import allowance_unknown
from noticeboard.checks.personal.allowance_unused import allowance_unused
from noticeboard.checks.personal.attachment_not_read import attachment_not_read
from noticeboard.checks.personal.reason_withheld import reason_withheld
from noticeboard.checks.personal.registry import PERSONAL
from noticeboard.checks.personal.search import facts_in_text, find_personal_data, is_allowed, owners_of
from noticeboard.checks.pictures.picture_outside import picture_outside
from noticeboard.checks.pictures.picture_too_large import picture_too_large
from noticeboard.checks.pictures.picture_without_text import picture_without_text
from noticeboard.checks.relations.correction_hidden import correction_hidden
from noticeboard.checks.relations.duplicate_number import duplicate_number
from noticeboard.checks.relations.history_refused import history_refused
from noticeboard.checks.relations.public_to_internal import public_to_internal
from noticeboard.checks.relations.replaces_cycle import replaces_cycle
from noticeboard.checks.text.bad_box import bad_box
from noticeboard.checks.text.bidi_control import bidi_control
from noticeboard.checks.text.heading_not_shown import heading_not_shown
from noticeboard.checks.text.html_removed import html_removed
from noticeboard.checks.text.implausible_year import implausible_year
from noticeboard.checks.text.invisible_character import invisible_character
from noticeboard.checks.text.likely_placeholder import likely_placeholder
from noticeboard.checks.text.link_form import link_form
from noticeboard.checks.text.missing_glyph import missing_glyph
from noticeboard.checks.text.number_skips import number_skips
from noticeboard.checks.text.placeholder import placeholder
from noticeboard.checks.text.sample_name import sample_name
from noticeboard.checks.text.several_documents import several_documents
from noticeboard.checks.text.table_form import table_form
from noticeboard.checks.text.table_row_too_long import table_row_too_long
from noticeboard.checks.text.table_sum import table_sum
from noticeboard.checks.text.term import term
from noticeboard.checks.text.web_leftover import web_leftover
from noticeboard.content.documents import Document
from noticeboard.content.paths import ROOT
from noticeboard.problems import Problem

GROUPS: dict[str, tuple[Check, ...]] = {
    "个人信息": (
        *PERSONAL,
        allowance_unknown,
        allowance_refused,
        allowance_unused,
        attachment_not_read,
        reason_withheld,
    ),
    "没有写好的文字": (
        placeholder,
        likely_placeholder,
        sample_name,
        missing_glyph,
        invisible_character,
        bidi_control,
        implausible_year,
        number_skips,
        heading_not_shown,
        html_removed,
        bad_box,
        table_form,
        table_row_too_long,
        table_sum,
        link_form,
        web_leftover,
        several_documents,
        term,
    ),
    "链接和附件": (
        link_missing,
        link_outside,
        anchor_missing,
        reference_missing,
        reference_type,
        attachment_missing,
        attachment_document,
        attachment_empty,
        attachment_too_large,
        attachment_macros,
        attachment_type,
        lfs_pointer,
        attachment_unlinked,
        document_ending,
        file_left_out,
    ),
    "图片": (picture_without_text, picture_outside, picture_too_large),
    "公示": (notice_incomplete,),
    "几份文件之间": (
        duplicate_address,
        bad_slug,
        address_too_long,
        duplicate_number,
        replaces_cycle,
        public_to_internal,
        correction_hidden,
        history_refused,
    ),
}
"""The chapters of the manual, and the checks in each."""

CHECKS = tuple(check for checks in GROUPS.values() for check in checks)
_OF_BOARDS = tuple(check for check in CHECKS if isinstance(check, BoardCheck))
_OF_DOCUMENTS = tuple(check for check in CHECKS if isinstance(check, DocumentCheck))
_OF_THE_SEARCH = tuple(check for check in CHECKS if isinstance(check, SearchCheck))


ByItself = tuple[list[Problem], list[tuple[str, Finding]]]
"""What is wrong with one document, and the personal data in it: a check's id and a finding."""


def begin_checks(documents: Sequence[Document], context: CheckContext) -> Callable[[], list[ByItself]]:
    """Begins on other processors to check each document by itself; the returned function helps, and gives what was found."""
    return parallel.start_map(lambda document: _check(document, context), documents)


def run_checks(board: Board, by_itself: Iterable[ByItself]) -> Iterator[Problem]:
    """The problems of all checks; `by_itself` is what `begin_checks` has found."""
    for check in _OF_BOARDS:
        yield from map(check.problem, check.find(board))
    in_texts: list[tuple[str, Finding]] = []
    for problems, facts in by_itself:
        yield from problems
        in_texts += facts
    personal = find_personal_data(board, in_texts)
    owners = owners_of(board)
    yield from (fact.check.problem(fact.finding) for fact in personal.facts if not is_allowed(fact, owners))
    for check in _OF_THE_SEARCH:
        yield from map(check.problem, check.find(board, personal))


_OF_PAGES = (html_removed, picture_outside, picture_without_text, bidi_control, invisible_character)
"""Those of a document that mean something on a hand-written page too."""
_MANUAL = "docs/guide/checks.md"


def _check(document: Document, context: CheckContext) -> ByItself:
    checks = _OF_DOCUMENTS if document.path.startswith(f"{ROOT}/") else _OF_PAGES
    problems = [
        check.problem(finding)
        for check in checks
        for finding in check.find(document, context)
        if not _is_sample(document, finding)
    ]
    return problems, [fact for fact in facts_in_text(document) if not _is_sample(document, fact[1])]


def _is_sample(document: Document, finding: Finding) -> bool:
    """Whether it stands in a sample with which the manual shows what a check finds."""
    return document.path == _MANUAL and document.text.split("\n")[finding.line - 1].strip() in _sample_lines()


@cache
def _sample_lines() -> Set[str]:
    return {line.strip() for check in CHECKS for line in check.manual.split("\n")}
