"""The files of the index: what they lead to, that they repeat, and that what was not edited is not done again."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boards import load_board
from noticeboard.search import index_blocks
from noticeboard.search.folding import fold
from noticeboard.search.grams import grams_of
from noticeboard.search.later_passages import LaterPassages
from noticeboard.search.passages import Passage
from noticeboard.search.sources import texts_of_site
from noticeboard.search.texts import IndexedText
from search.corpus import TODAY, data_of, files_of, postings, text

WRITING = st.text(alphabet="工会教代表大Ab1，。 會𠮷🎉", min_size=1, max_size=30)


@pytest.mark.slow
@given(st.lists(WRITING, min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_every_one_two_and_three_signs_in_a_row_lead_to_their_text(writings):
    texts = [
        text("题", " ".join(writing.split()), address=f"{number}/") for number, writing in enumerate(writings)
    ]
    files = files_of(texts)
    for number, writing in enumerate(writings):
        folded = fold(writing)
        for size in (1, 2, 3):
            for start in range(len(folded) - size + 1):
                gram = folded[start : start + size]
                if not set(gram) & set("，。, "):
                    assert number in postings(files, gram), gram


def test_two_signs_lead_to_no_other_text():
    files = files_of([text("甲", "工会，代表"), text("乙", "会代")])
    assert postings(files, "会代") == {1: 2}
    assert postings(files, "会 代") == {0: 2}


def test_postings_know_the_best_tier_and_dates():
    files = files_of([text("3月8日食堂", "食堂"), text("乙", "食堂，三月八日", day=TODAY + timedelta(1))])
    assert postings(files, "食堂") == {0: 0, 1: 2}
    assert postings(files, "@2026-03-08") == {0: 0, 1: 2}


def test_numbers_go_on_over_many_blocks():
    texts = [
        text("会" if number % 3 else "题", address=f"{number}/")
        for number in range(index_blocks.SIZE * 2 + 5)
    ]
    assert list(postings(files_of(texts), "会")) == [number for number in range(len(texts)) if number % 3]


def test_the_same_texts_give_the_same_bytes(tmp_path):
    texts = [text("会" * (number % 5 + 1), address=f"{number}/") for number in range(index_blocks.SIZE + 9)]
    assert files_of(texts) == files_of(texts, cache=tmp_path) == files_of(texts, cache=tmp_path)


def test_an_edited_text_is_cut_again_and_no_other(tmp_path, monkeypatch):
    texts = [
        text(f"会{chr(0x4E00 + number)}", address=f"{number}/") for number in range(index_blocks.SIZE * 2 + 5)
    ]
    files_of(texts, cache=tmp_path)
    texts[5] = text("会议", address="5/")
    wanted = files_of(texts)
    cut = []
    monkeypatch.setattr(
        index_blocks, "parallel_map", lambda function, items, weight: [function(item) for item in items]
    )
    monkeypatch.setattr(
        index_blocks,
        "grams_of",
        lambda passages, years: cut.append(passages := list(passages)) or grams_of(passages, years),
    )
    assert files_of(texts, cache=tmp_path) == wanted
    assert [[passage.text for passage in passages] for passages in cut] == [["会\u4e05"], ["会议"]]
    cut.clear()
    assert files_of(texts, cache=tmp_path) == wanted
    assert not cut


@pytest.mark.parametrize("change", ["come", "gone", "moved"])
def test_texts_behind_one_that_comes_or_goes_are_not_cut_again(tmp_path, monkeypatch, change):
    texts = [
        text(f"会{chr(0x4E00 + number)}", address=f"{number}/") for number in range(index_blocks.SIZE * 2)
    ]
    files_of(texts, cache=tmp_path)
    one = texts[7] if change == "come" else texts.pop(7)
    if change != "gone":
        texts.insert(400, one)
    wanted = files_of(texts)
    cut = []
    monkeypatch.setattr(
        index_blocks, "parallel_map", lambda function, items, weight: [function(item) for item in items]
    )
    monkeypatch.setattr(
        index_blocks, "grams_of", lambda passages, years: cut.append(1) or grams_of(passages, years)
    )
    assert files_of(texts, cache=tmp_path) == wanted
    assert len(cut) <= 2


def test_what_shrinks_leaves_nothing_behind(tmp_path):
    texts = [text("会", address=f"{number}/") for number in range(index_blocks.SIZE + 1)]
    files_of(texts, cache=tmp_path)
    assert files_of(texts[:1], cache=tmp_path) == files_of(texts[:1])
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.slow
@given(st.lists(st.lists(st.tuples(WRITING, WRITING), min_size=1, max_size=8), min_size=2, max_size=4))
@settings(max_examples=60, deadline=None)
def test_an_index_that_was_brought_up_is_the_same_as_a_new_one(versions):
    with TemporaryDirectory() as folder:
        for version in versions:
            texts = [
                text(" ".join(title.split()) or "题", " ".join(body.split()), address=f"{number}/")
                for number, (title, body) in enumerate(version)
            ]
            assert files_of(texts, cache=Path(folder)) == files_of(texts)


@pytest.mark.slow
@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"postings": {}}', b"\xff"])
@pytest.mark.parametrize("suffix", [".json", ".texts"])
def test_a_damaged_cache_is_no_fault(tmp_path, damage, suffix):
    files_of([text("会")], cache=tmp_path)
    for place in tmp_path.glob(f"*{suffix}"):
        place.write_bytes(damage)
    assert files_of([text("会议")], cache=tmp_path) == files_of([text("会议")])


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".json", ".texts"])
def test_a_byte_that_was_changed_in_the_cache_is_noticed(tmp_path, suffix):
    wanted = files_of([text("会议")], cache=tmp_path)
    (place,) = tmp_path.glob(f"*{suffix}")
    whole = place.read_bytes()
    # Both ends, where the digest and the marks stand, and what lies between at even distances.
    numbers = sorted(
        {*range(12), *range(0, len(whole), len(whole) // 20 + 1), *range(len(whole) - 12, len(whole))}
    )
    for number in numbers:
        place.write_bytes(whole[:number] + bytes([whole[number] ^ 1]) + whole[number + 1 :])
        assert files_of([text("会议")], cache=tmp_path) == wanted, number
    for end in numbers:
        place.write_bytes(whole[:end])
        assert files_of([text("会议")], cache=tmp_path) == wanted, end


def test_halves_of_two_caches_are_not_taken_for_one(tmp_path):
    files_of([text("甲会")], cache=tmp_path / "a")
    files_of([text("乙会")], cache=tmp_path / "b")
    (tmp_path / "a" / "0.texts").replace(tmp_path / "b" / "0.texts")
    assert files_of([text("甲会")], cache=tmp_path / "b") == files_of([text("甲会")])


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "file").write_text("")
    assert files_of([text("会")], cache=tmp_path / "file") == files_of([text("会")])


def versions_of(files: dict[str, bytes]) -> dict[str, str]:
    return {
        name.removeprefix("search/").removesuffix(".js"): file.split(b'"')[3].decode()
        for name, file in files.items()
        if name.startswith("search/")
    }


def test_the_head_names_the_versions_of_all_files():
    files = files_of([text("会" * 4000, address=f"{number}/") for number in range(5)])
    versions, named = versions_of(files), data_of(files, "index")["versions"]
    assert "t/1" in versions
    for kind in "gt":
        assert named[kind] == "".join(versions[f"{kind}/{n}"] for n in range(len(named[kind]) // 8))
        assert f"{kind}/{len(named[kind]) // 8}" not in versions
    assert named["pinyin"] == versions["pinyin"]


def test_a_file_has_another_version_where_it_holds_something_else_and_the_head_then_too():
    before, after = (versions_of(files_of([text(body)])) for body in ("会", "会议"))
    assert {name for name in before if before[name] != after[name]} == {"index", "g/0", "t/0", "pinyin"}


def test_an_edited_text_leaves_most_files_as_they_are():
    chance = random.Random(1)
    signs = [chr(chance.randrange(0x4E00, 0x5000)) for _ in range(60_000)]
    texts = [text("".join(signs[n : n + 300]), address=f"{n}/") for n in range(0, len(signs), 300)]
    before = files_of(texts)
    texts[7] = text(texts[7].passages[0].text + "会议", address=texts[7].address)
    after = files_of(texts)
    changed = [name for name in after if after[name] != before.get(name)]
    assert len(after) > 60
    assert len(changed) < 12, changed


def test_line_separators_of_old_scripts_are_escaped():
    file = files_of([text("甲\u2028乙")])["search/t/0.js"].decode()
    assert "\u2028" not in file and "\\u2028" in file


def test_an_empty_board_has_an_index():
    assert data_of(files_of([]), "index")["count"] == 0


def test_the_public_edition_says_nothing_of_internal_documents(tmp_path):
    documents = {
        f"plans/{name}.md": f"---\n类型: 通知\n标题: {name}通知\n日期: 2026-03-01\n范围: {audience}\n标签: {name}标签\n---\n\n{name}正文\n"
        for name, audience in (("秘密", "对内"), ("众知", "对外"))
    }
    site = load_board(tmp_path, documents, audience="public")
    whole = "".join(content.decode() for content in files_of(texts_of_site(site)).values())
    assert "众知" in whole
    assert "秘密" not in whole and "mi mi" not in whole


def test_search_excluded_in_a_head_stays_out(tmp_path):
    head = "---\n类型: 通知\n标题: 甲\n日期: 2026-03-01\nsearch:\n  exclude: true\n---\n"
    site = load_board(
        tmp_path,
        {
            "plans/a.md": head,
            "docs/b.md": "---\nsearch: {exclude: true}\n---\n\n# 乙\n",
            "docs/c.md": "# 丙\n\n文\n",
        },
    )
    assert [one.title for one in texts_of_site(site)] == ["丙"]


def keyed(body: str, key: str, number: int, read: list[str]) -> IndexedText:
    """A text that is read when somebody looks at it, which `read` notes."""

    def passages() -> Iterator[Passage]:
        read.append(key)
        yield from text("题", body).passages

    made = text("题", body, address=f"{number}/")
    return replace(made, passages=LaterPassages(passages), key=key)


def test_a_text_whose_key_is_known_is_not_read(tmp_path):
    read: list[str] = []
    texts = [keyed(f"会{chr(0x4E00 + number)}", f"k{number}", number, read) for number in range(9)]
    first = files_of(texts, cache=tmp_path)
    assert len(read) == 9
    read.clear()
    again = [keyed("", f"k{number}", number, read) for number in range(9)]
    assert files_of(again, cache=tmp_path) == first
    assert not read

    edited = [*again[:5], keyed("会议室", "new", 5, read), *again[6:]]
    whole = [text("题", f"会{chr(0x4E00 + number)}", address=f"{number}/") for number in range(9)]
    whole[5] = text("题", "会议室", address="5/")
    assert files_of(edited, cache=tmp_path) == files_of(whole)
    assert read == ["new"]


def test_keys_that_another_board_gives_to_the_same_texts_make_no_block_anew(tmp_path, monkeypatch):
    read: list[str] = []
    first = files_of([keyed("会", "before", 0, read)], cache=tmp_path)
    monkeypatch.setattr(index_blocks, "grams_of", lambda passages, years: pytest.fail("cut again"))
    assert files_of([keyed("会", "after", 0, read)], cache=tmp_path) == first
    assert read == ["before", "after"]


@pytest.mark.parametrize("damage", [b"", b"{}", b"0\n{}"])
def test_damaged_keys_are_no_fault(tmp_path, damage):
    read: list[str] = []
    first = files_of([keyed("会", "key", 0, read)], cache=tmp_path)
    (tmp_path / "keys.json").write_bytes(damage)
    assert files_of([keyed("会", "key", 0, read)], cache=tmp_path) == first
