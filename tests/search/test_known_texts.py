"""What the search reads of a text is read once, while the text and what the board tells stay the same."""

from __future__ import annotations

from boards import load_board, plan
from noticeboard.cache import Cache
from noticeboard.search import texts
from noticeboard.search.known_texts import KnownTexts
from noticeboard.search.texts import texts_of


def test_only_edited_texts_are_read_again(tmp_path, monkeypatch):
    read: list[str] = []
    passages = texts._passages
    monkeypatch.setattr(
        texts,
        "_passages",
        lambda catalog, document: read.append(document.path) or passages(catalog, document),
    )

    def read_in(files: dict[str, str], state: str) -> list[str]:
        read.clear()
        catalog = load_board(tmp_path / "board", files).catalog
        found = texts_of(catalog, (), KnownTexts(Cache(tmp_path / "cache"), state))
        again = [*read]
        assert found == texts_of(catalog, ())
        return again

    first = {f"plans/{name}.md": plan("- 3月：座谈会\n", title=name) for name in "甲乙丙"}
    assert len(read_in(first, "1")) == 3
    assert read_in(first, "1") == []
    edited = {**first, "plans/甲.md": first["plans/甲.md"] + "\n补充一句。\n"}
    assert read_in(edited, "1") == ["plans/甲.md"]
    assert len(read_in(edited, "2")) == 3
    assert len(read_in(edited, "")) == 3
