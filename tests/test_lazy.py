"""Patterns that are compiled when they are first used do what others do."""

from __future__ import annotations

import re

import pytest

from noticeboard.lazy import when_used


def test_a_pattern_is_compiled_with_its_first_use_and_once(monkeypatch: pytest.MonkeyPatch):
    compiled: list[str] = []
    compile_now = re.compile
    monkeypatch.setattr(re, "compile", lambda *of: compiled.append(of[0]) or compile_now(*of))
    pattern = when_used(r"a(?P<digit>\d)", re.IGNORECASE)
    assert not compiled and pattern.pattern == r"a(?P<digit>\d)"
    found = pattern.search("xA7")
    assert found and found["digit"] == "7"
    assert pattern.sub("-", "a1a2") == "--" and pattern.fullmatch("a1b") is None
    assert compiled == [r"a(?P<digit>\d)"]
    assert pattern.groupindex == {"digit": 1} and pattern.flags & re.IGNORECASE
    assert pattern.findall("a1 a2") == ["1", "2"] and pattern.split("xa1y") == ["x", "1", "y"]
    assert [found.start() for found in pattern.finditer("a1 a2")] == [0, 3]


def test_a_wrong_pattern_is_told_when_it_is_used():
    pattern = when_used("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_what_patterns_do_not_have_is_an_error():
    with pytest.raises(AttributeError):
        _ = when_used("a").nothing  # type: ignore[attr-defined]  # That is the test.
