"""Labels before what a line says."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest

from noticeboard.content.sections.named_sections import labelled
from noticeboard.markup.body import read_body

_LINE = re.compile("答复:(?P<text>.+)")
_COLONS = [sign for sign in map(chr, range(sys.maxunicode + 1)) if ":" in unicodedata.normalize("NFKC", sign)]


@pytest.mark.parametrize("colon", [sign for sign in _COLONS if unicodedata.normalize("NFKC", sign) == ":"])
def test_any_colon_parts_a_label_from_what_is_said(colon):
    (block,) = read_body(f"一、答复{colon}同意。\n", 1).blocks
    assert labelled(block, _LINE)["text"] == "同意。"


def test_a_sign_that_holds_a_colon_counts_too():
    (block,) = read_body("答复⩴同意。\n", 1).blocks
    assert "⩴" in _COLONS and labelled(block, _LINE)["text"] == ":=同意。"


def test_no_label_is_none():
    (heading,) = read_body("## 答复：同意\n", 1).blocks
    (sentence,) = read_body("学校同意这样答复。\n", 1).blocks
    assert labelled(heading, _LINE) is None and labelled(sentence, _LINE) is None
