"""Lists of words for patterns: a sign before a word says that it stands in a second list too, so that none is kept twice."""

from __future__ import annotations

import re

from noticeboard.patterns import pattern_of

_SIGNS = "◦•"
_FIRST = pattern_of(r"(?:\[(?P<set>[^\]^-]+)\]|(?P<sign>[^\[\]().\\|?*+{}^$]))(?![?*+{])")
_BUCKET = 32


def marked(words: str, sign: str) -> str:
    """Those alternatives of a pattern's text that `sign` stands before; none of them holds a `|` of its own."""
    return "|".join(re.findall(rf"(?<![^|]){sign}([^|]+)", words))


def unmarked(words: str) -> str:
    """All alternatives, without the signs."""
    return words.translate(dict.fromkeys(map(ord, _SIGNS)))


def by_first_sign(words: str) -> str:
    """A pattern of the same words, put together by their first sign, which must be one or a set of some.

    Python tries all alternatives one by one; so only the few of one sign are, and the first sign is looked up.
    """
    rest = _by_sign(words)
    signs = sorted(rest)
    buckets = [signs[start : start + _BUCKET] for start in range(0, len(signs), _BUCKET)]
    ends = {sign: f"(?<={sign})(?:{'|'.join(tails)})" for sign, tails in rest.items()}
    tried = "|".join(
        f"(?<=[{''.join(bucket)}])(?:{'|'.join(map(ends.__getitem__, bucket))})" for bucket in buckets
    )
    return f"[{''.join(signs)}](?:{tried})"


def first_signs(words: str) -> frozenset[str]:
    """The signs that the alternatives begin with."""
    return frozenset(_by_sign(words))


def _by_sign(words: str) -> dict[str, list[str]]:
    """Sign → what goes on behind it, of all alternatives that begin with it."""
    rest: dict[str, list[str]] = {}
    for word in alternatives(words):
        first = _FIRST.match(word)
        if first is None:
            raise ValueError(f"{word!r} begins with no plain sign")
        for sign in first["set"] or first["sign"]:
            rest.setdefault(sign, []).append(word[first.end() :])
    return rest


def alternatives(words: str) -> list[str]:
    """The alternatives of a pattern's text, each as it is written."""
    found, depth = [""], 0
    for part in re.findall(r"\\.|\[(?:\\.|[^\]\\])+\]|.", words):
        depth += (part == "(") - (part == ")")
        if part == "|" and not depth:
            found.append("")
        else:
            found[-1] += part
    return found
