"""How targets and their results are said to readers, in plain words (SPECIFICATION section 15)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from noticeboard.catalog.targets import Past, Target
from noticeboard.catalog.verdicts import Verdict, direction_of
from noticeboard.content.quantities.amounts import Amount

VERDICT_WORDS = {
    Verdict.REACHED: "达到",
    Verdict.MISSED: "没有达到",
    Verdict.SO_FAR: "还没有到期",
    Verdict.UNCLEAR: "看不准",
    Verdict.OTHER_UNIT: "单位不同，不能比",
    Verdict.NO_NUMBER: "没有写成数，不能比",
    Verdict.NOT_TOLD: "总结里没有说",
    Verdict.WAITING: "还没有总结",
}
_SILENT = frozenset({Verdict.NOT_TOLD, Verdict.WAITING})
"""What is said of reports that may only be withheld."""


def verdict_word(target: Target, *, public: bool = False) -> str:
    """达到, 没有达到 …; nothing in a public edition of a result that is missing."""
    return "" if public and target.verdict in _SILENT else VERDICT_WORDS[target.verdict]


def difference_words(target: Target) -> str:
    """By how much: 多 2 个百分点, 差 3 户; empty where it is exactly that, or nothing can be said."""
    difference = target.difference
    if not difference or target.result is None:
        return ""
    is_most = direction_of(target.amount) in ("≤", "<")
    more, less = ("超出", "少") if is_most else ("多", "差")
    about = "约" if target.amount.approximate or target.result.approximate else ""
    return f"{more if difference > 0 else less}{about} {quantity(abs(difference), target.amount)}"


def quantity(number: Decimal, amount: Amount) -> str:
    """A number in an amount's unit: 1.5万元, 2 个百分点."""
    if amount.measure[0] == "%":
        return f"{plain(number)} 个百分点"
    in_tens_of_thousands = number / 10_000
    if number >= 10_000 and in_tens_of_thousands == round(in_tens_of_thousands, 2):
        return f"{plain(in_tens_of_thousands)}万{amount.unit}"
    return f"{plain(number)} {amount.unit}".rstrip()


def plain(number: Decimal) -> str:
    """As one writes it: 95.5, 1200."""
    return f"{number.normalize() + 0:f}"


def past_words(past: Past) -> str:
    """An earlier year in short: 2025年 92%（目标 ≥90%，达到）."""
    said = past.result.text if past.result else "没有数"
    target = f"目标 {past.target.text}" if past.target else ""
    verdict = VERDICT_WORDS[past.verdict] if past.verdict in (Verdict.REACHED, Verdict.MISSED) else ""
    note = "，".join(filter(None, (target, verdict)))
    return f"{past.period.title} {said}" + (f"（{note}）" if note else "")


def counted(targets: Iterable[Target], *, public: bool = False) -> str:
    """目标 6 项：达到 4，没有达到 1，还没有总结 1."""
    targets = tuple(targets)
    counts = Counter(verdict_word(target, public=public) for target in targets)
    words = (verdict_word_ for verdict_word_ in VERDICT_WORDS.values() if counts[verdict_word_])
    said = "，".join(f"{word} {counts[word]}" for word in words)
    return f"目标 {len(targets)} 项" + (f"：{said}" if said else "")


TARGET_FILTERS: Mapping[str, Callable[..., object]] = {
    "verdict_word": verdict_word,
    "difference_words": difference_words,
    "past_words": past_words,
    "count_targets": counted,
    "plain_number": plain,
}
"""For the templates."""
