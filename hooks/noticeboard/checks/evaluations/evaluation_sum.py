"""Votes of 民主评议 that do not add up to the ballots, or to the share that is written beside them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Meeting
from noticeboard.content.sections.evaluations import Evaluation
from noticeboard.problems import Level

_WORDS = {"rate": "满意率", "content": "满意和基本满意的比率"}


@document_check("evaluation-sum", Level.WARNING)
def evaluation_sum(document: Document, context: CheckContext) -> Iterator[Finding]:
    present = document.present if isinstance(document, Meeting) else None
    for it in document.evaluations:
        if not it.fault:
            for message in (*_sums(it, present), *_shares(it)):
                hint = "请核对各项的票数、收回的份数和百分数；没有表态的写在弃权里。"
                yield Finding(document.path, it.line, it.column, f"“{it.subject}”{message}。", hint)


def _sums(it: Evaluation, present: int | None) -> Iterator[str]:
    """What is wrong with the number of its votes."""
    expected, collected = it.counts.get("expected"), it.counts.get("collected")
    if it.ballots is not None and it.votes and it.votes != it.ballots and len(_counted(it)) > 1:
        yield f"的票加起来是 {it.votes}，有效的是 {it.ballots} 份"
    elif it.ballots is None and present is not None and it.votes > present:
        yield f"的票加起来是 {it.votes}，比实到的 {present} 人还多"
    elif it.ballots is not None and it.votes > it.ballots:
        yield f"的票是 {it.votes}，比有效的 {it.ballots} 份还多"
    if expected is not None and collected is not None and collected > expected:
        yield f"收回 {collected} 份，比发出的 {expected} 份还多"


def _counted(it: Evaluation) -> set[str]:
    return set(it.counts) - {"expected", "collected", "valid", "invalid"}


def _shares(it: Evaluation) -> Iterator[str]:
    """The shares that do not follow from the votes, whether or not abstentions count among them."""
    for key, written in it.shares.items():
        keys = _KEYS.get(key, (key,))
        worked_out = [share for way in _ways(key, keys) for share in _worked_out(it, way)]
        if worked_out and not any(_agree(written, share) for share in worked_out):
            word = _WORDS.get(key, "百分数")
            yield f"的{word}写的是 {written.normalize():f}%，按票数算是 {worked_out[0]:.1f}%"


_KEYS = {"rate": ("very", "satisfied"), "content": ("very", "satisfied", "mostly")}


def _ways(key: str, keys: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Of which votes a share may be: some count 基本满意 in 满意率."""
    return (keys, _KEYS["content"]) if key == "rate" else (keys,)


def _worked_out(it: Evaluation, keys: tuple[str, ...]) -> Iterator[Decimal]:
    share = it.share(*keys)
    if share is None:
        return
    yield share
    part = sum(it.counts.get(key, 0) for key in keys)
    wholes = (
        it.base - it.counts.get("abstain", 0),
        it.counts.get("collected", 0),
        it.counts.get("expected", 0),
    )
    yield from (Decimal(100 * part) / whole for whole in wholes if whole > 0)


def _agree(written: Decimal, share: Decimal) -> bool:
    """Whether `written` is `share`, rounded or cut off at the digits that it has."""
    exponent = written.as_tuple().exponent
    return abs(written - share) < Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
