"""The hub's index is put together from those of the boards: it finds what an index made anew would find."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from boards import TODAY
from noticeboard.content.settings.board_settings import Settings
from noticeboard.hub.board_list import BadInput, read_list
from noticeboard.hub.boards import Board, read_boards
from noticeboard.hub.build import write_hub
from noticeboard.search.index import index_assets
from noticeboard.search.passages import Passage, PassageKind
from noticeboard.search.texts import IndexedText
from published_boards import PUBLIC_FILES, change, list_of, publish
from search.corpus import data_of, postings

ADDRESS = "http://one.example/"


def notice(number: int) -> str:
    return (
        f"---\n类型: 通知\n标题: 第{number}号通知\n日期: 2026-{number % 11 + 1:02}-{number % 28 + 1:02}\n范围: 对外\n---\n\n"
        f"{number % 12 + 1}月{number % 27 + 1}日，第{number}组到体育馆，《工会法》学习。\n"
    )


MANY = {f"plans/2026/通知{number:03}.md": notice(number) for number in range(300)}
"""More than one block."""


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("boards")
    publish(folder / "one", PUBLIC_FILES | MANY)
    publish(folder / "two", PUBLIC_FILES)
    return folder


@pytest.fixture
def one(tmp_path) -> Path:
    publish(tmp_path / "one", PUBLIC_FILES)
    return tmp_path / "one"


def files_below(site: Path) -> dict[str, bytes]:
    return {place.relative_to(site).as_posix(): place.read_bytes() for place in site.glob("search/**/*.js")}


def whole(boards: tuple[Board, ...]) -> list[IndexedText]:
    """The texts of boards with all that their stores say."""
    texts = []
    for board in boards:
        stored = [text for _, data in board.index.stores for text in json.loads(data)]
        for text, (address, *said) in zip(board.index.texts, stored, strict=True):
            passages = tuple(
                Passage(PassageKind(head[0]), head[1:], words, *label) for head, words, *label in said
            )
            texts.append(
                IndexedText(
                    address, text.source, text.type, text.day, text.unit, text.category, passages, text.years
                )
            )
    return texts


def grams(files: dict[str, bytes]) -> dict[str, dict[int, int]]:
    shards = range(len(data_of(files, "index")["shards"]))
    return {gram: postings(files, gram) for number in shards for gram in data_of(files, f"g/{number}")}


def assert_as_made_anew(listing: Path, target: Path) -> None:
    boards = read_boards(read_list(listing))
    write_hub(boards, "市", TODAY, target)
    merged = files_below(target)
    anew = {
        asset.address: asset.content()
        for asset in index_assets(whole(boards), Settings(), TODAY, directory_urls=True)
    }
    assert grams(merged) == grams(anew)
    assert data_of(merged, "pinyin") == data_of(anew, "pinyin")
    for name in ("type", "day", "unit", "category", "count", "variants"):
        assert data_of(merged, "index")[name] == data_of(anew, "index")[name], name


@pytest.mark.slow
def test_several_blocks_of_several_boards(published, tmp_path):
    listing = list_of(
        published, f"甲校,{ADDRESS},one", "乙校,http://two.example/,two", "丙校,http://c.example/,one"
    )
    boards = read_boards(read_list(listing))
    assert len(boards[0].index.blocks) == 1, "merged, not made anew"
    assert_as_made_anew(listing, tmp_path / "city")


def test_documents_that_only_one_of_the_two_names(one, tmp_path):
    def edit(data):
        gone = data["documents"].pop()
        data["documents"].append(gone | {"url": "plans/2026/bu-zai/", "title": "不在索引里的通知"})

    change(one, edit)
    assert_as_made_anew(list_of(tmp_path, f",{ADDRESS},one"), tmp_path / "city")


def test_titles_that_differ_from_the_index_are_cut_anew(one, tmp_path):
    change(one, lambda data: data["documents"][0].update(title="改过的标题"))
    assert_as_made_anew(list_of(tmp_path, f",{ADDRESS},one"), tmp_path / "city")
    assert postings(files_below(tmp_path / "city"), "改过的")


def test_an_index_that_another_version_cut_is_cut_anew(one, tmp_path):
    place = one / "search/index.js"
    script = place.read_text(encoding="utf-8")
    assert '"tiers":3' in script
    place.write_text(script.replace('"tiers":3', '"tiers":2'), encoding="utf-8")
    (one / "search/g/0.js").unlink()
    assert_as_made_anew(list_of(tmp_path, f",{ADDRESS},one"), tmp_path / "city")


def edited_grams(one: Path, data: str) -> None:
    """Writes `data` as the board's first file of grams, of the version of the others."""
    place = one / "search/g/0.js"
    version = re.match(r'boardSearch\("g/0","(\w+)"', place.read_text(encoding="utf-8"))[1]
    place.write_text(f'boardSearch("g/0","{version}",{data});\n', encoding="utf-8")


@pytest.mark.parametrize(
    "data",
    ["[]", "7", "null", '{"会":7}', '{"会":null}', '{"会":["a"]}', '{"会":" "}', '{"会":"T"}', '{"会":"a~"}', '{"会":"~~"}',
     '{"会":"S"}', '{"会":"zzzz"}', '{"会":"a~bd"}', '{"会":"~ca"}', '{"":"a"}', f'{{"{"长" * 17}":"a"}}', '{"\\ud800":"a"}', f'{{"会":"{"a" * 200_001}"}}'],
)  # fmt: skip
def test_grams_of_another_shape_or_of_no_text_are_told(one, tmp_path, data):
    edited_grams(one, data)
    with pytest.raises(BadInput, match=r"boards\.csv:2：one：search/g/0\.js (不是搜索的索引|读不成)"):
        read_boards(read_list(list_of(tmp_path, f",{ADDRESS},one")))


@pytest.mark.parametrize(
    ("key", "value"),
    [("shards", None), ("shards", {}), ("block", 0), ("block", True), ("block", -1), ("block", 10**9), ("count", 1), ("count", "2"),
     ("count", 10**12)],
)  # fmt: skip
def test_a_head_that_does_not_fit_is_told(one, tmp_path, key, value):
    place = one / "search/index.js"
    start, version, data = re.fullmatch(
        r'(boardSearch\("index",)("\w+"),(.*)\);\n', place.read_text(encoding="utf-8"), re.DOTALL
    ).groups()
    edited = json.dumps(json.loads(data) | {key: value})
    place.write_text(f"{start}{version},{edited});\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"boards\.csv:2：one：search/index\.js "):
        read_boards(read_list(list_of(tmp_path, f",{ADDRESS},one")))


def test_grams_that_are_missing_or_of_another_publication_are_told(one, tmp_path):
    listing = list_of(tmp_path, f",{ADDRESS},one")
    place = one / "search/g/0.js"
    script = place.read_text(encoding="utf-8")
    place.write_text(re.sub(r'"[0-9a-f]{8}"', '"00000000"', script, count=1), encoding="utf-8")
    with pytest.raises(BadInput, match="有新有旧"):
        read_boards(read_list(listing))
    place.unlink()
    with pytest.raises(BadInput, match=r"没有 search/g/0\.js"):
        read_boards(read_list(listing))
