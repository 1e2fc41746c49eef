"""What an item is about, without the words that plans and summaries put around it (SPECIFICATION section 4).

A plan says 女教职工座谈会, its summary 召开女教职工座谈会，52人参加: one activity.
"""

from __future__ import annotations

import re
from functools import lru_cache

from noticeboard.catalog.same_activities import words_of
from noticeboard.times import time_length

_BEHIND = re.compile(r"[，,。；;：:（(]")
"""Where an item begins to say more: how many came, and where."""
_LIGHT = re.compile(
    r"(?:成功|圆满|顺利|认真|积极|精心|如期|按时|继续|集中|统一|已经?)*(?:召开|组织|开展|举办|举行|进行|完成|做好|搞好|抓好|办好|开好)+了?"
)
"""Verbs that say of anything that it is done; 走访 and 慰问 tell two things apart."""
_FEWEST = 4
"""Characters that must be left where a time or 活动 is taken off: 三八活动 says no more than both."""


def heads_of(text: str) -> frozenset[str]:
    """The words of a text, and those before its first comma or bracket."""
    return frozenset(filter(None, (words_of(text), words_of(_BEHIND.split(text, maxsplit=1)[0]))))


@lru_cache(maxsize=65_536)
def gists_of(text: str) -> frozenset[str]:
    """The same without a time at the front, a verb that says nothing more, and 活动 at the end."""
    bare = text[time_length(text, with_stretches=True) :].lstrip()
    if len(words_of(bare)) < _FEWEST:
        bare = text
    told = bare[found.end() :] if (found := _LIGHT.match(bare)) else bare
    return frozenset(_without_end(words) for words in heads_of(told))


def _without_end(words: str) -> str:
    short = words.removesuffix("活动")
    return short if len(short) >= _FEWEST else words
