"""Conditions: what a sentence tells that befell somebody, each with its place; whose it is, says what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard.patterns import pattern_of
from noticeboard.privacy.circumstances import CIRCUMSTANCE, WORDS
from noticeboard.privacy.condition_pairs import HAPPENS, Pair, pairs_of

_CLAUSE_BREAK = pattern_of("[，,。！？；;\n|]")
_LONGEST_WORD = 6
_RULED_OUT = pattern_of(
    r"(?:零|(?<![患伤死逝访信记])者(?:一律|将|予以|给予|从严|从重|均|应|须)?|严禁|禁止|杜绝|不得|不准|谢绝|(?<![^，、；：（(\s“])(?:我们?|本人)?(?:坚决|绝|从)?不|(?<!有)无)(?:[^，,。！？；;\n|（）()]{1,6}[、和或及])?$"
)
"""What stands before that of which there is none: （无迟到、早退）, 禁止饮酒, 不酒驾."""
_FARTHEST_RULED_OUT = 10


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a sentence, from `start` up to `end`."""

    start: int
    end: int
    opens: int
    """Where the first of its words ends."""
    written: str


def tells_condition(text: str) -> bool:
    """Whether `text` tells of a condition at all."""
    return next(places_of_conditions(text), None) is not None


def places_of_conditions(text: str) -> Iterator[int]:
    """Where conditions of `text` begin, in no order; one of a line and a kind is enough."""
    yield from (start for start, _ in WORDS.find(text) if not _is_ruled_out(text, start))
    for find in (_by_pattern, _of_pairs):
        place = 0
        while place >= 0 and (found := next(find(text, place), None)):
            yield found.start
            place = text.find("\n", found.end)


def conditions_in(sentence: str) -> list[Condition]:
    """All conditions of `sentence`: the words that say one alone, then those that two words say together."""
    found = (*_alone(sentence), *_of_pairs(sentence))
    return [one for one in found if not _is_ruled_out(sentence, one.start)]


def _is_ruled_out(text: str, start: int) -> bool:
    """Whether it is said that there is none: 零违章."""
    return _RULED_OUT.search(text[max(0, start - _FARTHEST_RULED_OUT) : start]) is not None


def _alone(text: str) -> Iterator[Condition]:
    """Of words that overlap the first, and of those the longest."""
    spans = [*WORDS.find(text), *((found.start, found.end) for found in _by_pattern(text))]
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            yield Condition(start, end, end, text[start:end])
            reached = end


def _by_pattern(text: str, start: int = 0) -> Iterator[Condition]:
    for found in CIRCUMSTANCE.finditer(text, start):
        yield Condition(found.start(), found.end(), found.end(), found[0])


def _of_pairs(sentence: str, start: int = 0) -> Iterator[Condition]:
    for place in HAPPENS.finditer(sentence, start):
        for pair in pairs_of(sentence[place.start()]):
            happens = pair.happens.match(sentence, place.start())
            about = happens and _about(sentence, pair, happens)
            if happens and about:
                first, last = min(happens.start(), about.start()), max(happens.end(), about.end())
                opens = min(happens.end(), about.end())
                yield Condition(first, last, opens, sentence[first:last])


def _about(sentence: str, pair: Pair, happens: re.Match[str]) -> re.Match[str] | None:
    """What it happens to, in the same clause and near enough: the nearest, since a name may hold such a sign (钱某某交不上房租)."""
    first = max(0, happens.start() - pair.before - _LONGEST_WORD)
    last = happens.end() + pair.behind + _LONGEST_WORD
    nearest: tuple[int, re.Match[str]] | None = None
    for about in pair.about.finditer(sentence, first, last):
        if about.start() >= happens.end():
            near = about.start() - happens.end() <= pair.behind
            between = sentence[happens.end() : about.start()]
        else:
            near = 0 <= happens.start() - about.end() <= pair.before or about.end() == happens.end()
            between = sentence[about.end() : happens.start()]
        if near and not _CLAUSE_BREAK.search(between) and (not nearest or len(between) < nearest[0]):
            nearest = len(between), about
    return nearest and nearest[1]
