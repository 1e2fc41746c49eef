"""Patterns that are made at their first use: the same as others, and none of them is wrong."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import noticeboard
from noticeboard.patterns import LatePattern, pattern_of


def test_it_does_what_a_pattern_does():
    late, made = pattern_of("(?P<year>[0-9]+)年", re.VERBOSE), re.compile("(?P<year>[0-9]+)年", re.VERBOSE)
    text = "2025年和2026年"
    assert (late.pattern, late.flags, late.groupindex) == (made.pattern, made.flags, made.groupindex)
    assert late.findall(text) == made.findall(text)
    assert [found.span() for found in late.finditer(text, 3)] == [
        found.span() for found in made.finditer(text, 3)
    ]
    for find in ("match", "fullmatch", "search"):
        found, expected = getattr(late, find)(text, 0, 5), getattr(made, find)(text, 0, 5)
        assert (found.span(), found["year"]) == (expected.span(), expected["year"])
    assert (late.split(text), late.sub("", text), late.subn("", text)) == (
        made.split(text),
        made.sub("", text),
        made.subn("", text),
    )


def test_it_is_made_at_its_first_use():
    wrong = pattern_of("(")
    assert wrong.pattern == "("
    try:
        wrong.match("")
    except re.error:
        return
    raise AssertionError("nothing was made")


def test_every_pattern_of_the_program_can_be_made():
    for module in walk_packages(noticeboard.__path__, "noticeboard."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    patterns = [*_patterns()]
    assert len(patterns) > 400
    for late in patterns:
        late.match("")


def _patterns() -> Iterator[re.Pattern[str]]:
    """Those that stand by themselves or in tables of modules."""
    for name, module in [*sys.modules.items()]:
        if name.startswith("noticeboard."):
            for value in vars(module).values():
                yield from _of(value)


def _of(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, LatePattern):
        yield value  # type: ignore[misc]  # It stands for one.
    elif isinstance(value, dict):
        for inner in [*value.values()]:
            yield from _of(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _of(inner)
