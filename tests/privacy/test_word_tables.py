"""Tables of words: what stands in them is found, the longest first, but not before what is excepted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from noticeboard.privacy import circumstances, word_tables
from noticeboard.privacy.word_tables import WordTable, words_of

_WORDS = (("肝", ()), ("肝炎", ()), ("三高", ("讲", "知识")), ("住院", ()), ("院", ()))
_NAMES = sorted(path.stem for path in (Path(word_tables.__file__).parent / "words").glob("*.md"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("患肝炎住院", ["肝炎", "住院"]),
        ("肝", ["肝"]),
        ("肝肝炎肝", ["肝", "肝炎", "肝"]),
        ("三高讲座、三高知识、三高", ["三高"]),
        ("医院", ["院"]),
        ("三", []),
        ("", []),
    ],
)
def test_words_are_found(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in WordTable(_WORDS).find(text)] == found


def test_they_are_found_from_a_place_on() -> None:
    assert list(WordTable(_WORDS).find("住院住院", 1)) == [(1, 2), (2, 4)]


def test_every_table_is_read_and_holds_words_alone() -> None:
    assert sorted(circumstances.TABLES) == _NAMES
    for name in _NAMES:
        for word, endings in words_of(name):
            assert word and all(endings)
            assert not set("[](){}|?*+\\^$ ，、。") & set(word + "".join(endings)), (name, word)


def test_no_word_stands_in_the_tables_twice() -> None:
    counts = Counter(word for name in _NAMES for word, _ in words_of(name))
    assert [word for word, count in counts.items() if count > 1] == []


def test_a_table_that_is_not_there_is_told() -> None:
    with pytest.raises(OSError, match="nothing"):
        list(words_of("nothing"))
