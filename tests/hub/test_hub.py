"""The hub: every entry leads to its own board, and nothing that a board says can do more than be read."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from urllib.parse import urljoin

import pytest
from click.testing import CliRunner

from boards import TODAY, plan
from crawling import addresses_of
from noticeboard import commands
from noticeboard.hub.board_list import BadInput, read_list
from noticeboard.hub.boards import read_boards
from noticeboard.hub.build import write_hub
from published_boards import PUBLIC_FILES, change, list_of, publish
from search.corpus import postings

ONE, TWO = "http://one.example/", "../two/"


@pytest.fixture
def run(monkeypatch):
    """`run(list, target)`: what `board hub` says and does."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795132800")

    def invoke(*arguments):
        return CliRunner().invoke(commands.board, ["hub", *map(str, arguments)])

    return invoke


@pytest.fixture
def city(tmp_path) -> Path:
    """The list of two boards."""
    publish(tmp_path / "one", PUBLIC_FILES, organisation="第一小学工会", units=["第一小学工会", "分部"])
    files = {
        "plans/2026/通知.md": "---\n类型: 通知\n标题: 借书通知\n日期: 2026-11-19\n范围: 对外\n---\n\n图书馆开到六点。\n"
    }
    publish(tmp_path / "two", files, directory_urls=False, organisation="第二小学工会")
    return list_of(tmp_path, f",{ONE},one", f"二小,{TWO},two/board.json")


def made(listing: Path, folder: Path) -> Path:
    write_hub(read_boards(read_list(listing)), "晨光市教育工会", TODAY, folder)
    return folder


def links(page: Path) -> set[str]:
    return set(addresses_of(page).linked)


def test_every_entry_leads_to_its_own_board(city, tmp_path):
    site = made(city, tmp_path / "city")
    assert {
        f"{ONE}plans/2026/ping-you/",
        ONE,
        "../two/index.html",
        "../two/plans/2026/tong-zhi/index.html",
    } <= links(site / "index.html")
    (activity, *_) = sorted(link for link in links(site / "months/2026/11/index.html") if "#" in link)
    assert activity.startswith(f"{ONE}plans/2026/ji-hua/#a-")
    assert f"{ONE}units/" in " ".join(links(site / "units/index.html"))
    assert "../../two/disclosure/index.html" in links(site / "disclosure/index.html")


def test_a_notice_period_stands_until_its_last_day(city, tmp_path):
    text = (made(city, tmp_path / "city") / "disclosure/index.html").read_text(encoding="utf-8")
    assert "2026年11月24日" in text and "先进推荐公示" in text
    boards = read_boards(read_list(city))
    write_hub(boards, "市", TODAY.replace(day=25), tmp_path / "later")
    assert "先进推荐公示" not in (tmp_path / "later/disclosure/index.html").read_text(encoding="utf-8")


def test_one_search_has_the_texts_of_all_boards(city, tmp_path):
    site = made(city, tmp_path / "city")
    files = {
        place.relative_to(site).as_posix(): place.read_bytes()
        for place in sorted(site.glob("search/**/*.js"))
    }
    addresses = [text.address for board in read_boards(read_list(city)) for text in board.index.texts]
    found = {addresses[number] for number in postings(files, "图书")}
    assert found == {"../two/plans/2026/tong-zhi/index.html"}
    assert {addresses[number] for number in postings(files, "听取")} == {f"{ONE}plans/2026/ping-you/"}
    stored = "".join(content.decode() for name, content in files.items() if name.startswith("search/t/"))
    assert all(f'"{address}"' in stored for address in addresses)


def test_all_links_within_the_hub_are_there(city, tmp_path):
    site = made(city, tmp_path / "city")
    pages = sorted(site.rglob("*.html"))
    assert len(pages) >= 6
    for page in pages:
        found = addresses_of(page)
        for address in (*found.loaded, *found.linked):
            if address.startswith("http") or "two/" in address:
                continue
            assert Path(urljoin(f"{page.as_posix()}", address)).is_file(), (page, address)


def test_the_same_boards_give_the_same_bytes(city, tmp_path):
    one, other = made(city, tmp_path / "a"), made(city, tmp_path / "b")
    paths = [place.relative_to(one) for place in sorted(one.rglob("*")) if place.is_file()]
    assert [(one / path).read_bytes() for path in paths] == [(other / path).read_bytes() for path in paths]


def test_a_packed_board_is_read_like_a_folder(city, tmp_path):
    with zipfile.ZipFile(tmp_path / "one.zip", "w") as archive:
        for place in sorted((tmp_path / "one").rglob("*")):
            archive.write(place, place.relative_to(tmp_path / "one").as_posix())
    packed = list_of(tmp_path, f",{ONE},one.zip")
    plain = read_boards(read_list(packed))
    assert plain == read_boards(read_list(list_of(tmp_path, f",{ONE},one")))


def test_a_board_without_a_search_is_found_by_its_titles(tmp_path):
    publish(tmp_path / "one", PUBLIC_FILES)
    (tmp_path / "one/search/index.js").unlink()
    (board,) = read_boards(read_list(list_of(tmp_path, f",{ONE},one")))
    stored = [passages for _, data in board.index.stores for _, *passages in json.loads(data)]
    assert [len(passages) for passages in stored] == [1, 1]


def test_the_command_says_what_it_made(run, city, tmp_path):
    done = run(city, tmp_path / "city", "--title", "晨光市教育工会")
    assert done.exit_code == 0, done.output
    assert "汇总了 2 个公告栏，3 份文件" in done.output
    assert "<h1>晨光市教育工会</h1>" in (tmp_path / "city/index.html").read_text(encoding="utf-8")


def set_(path: str, value: object):
    """What sets a key of board.json: `documents.0.url`."""

    def edit(data):
        *parts, last = [int(part) if part.isdecimal() else part for part in path.split(".")]
        for part in parts:
            data = data[part]
        data[last] = value

    return edit


WRONG = {
    "documents.0.url": ["javascript:alert(1)", "//evil.example/", "../../secret", "/etc/passwd", "http://evil.example/", 7, "a b", 'a"onload="x'],
    "documents.0.title": [None, ["x"], {"x": 1}, "长" * 6000],
    "documents.0.date": ["昨天", "2026-13-01", "x" * 10_000, {}],
    "documents.0.type": ["<script>", None],
    "documents.0.audience": ["everybody", None],
    "documents.0": [None, [], "x"],
    "documents": [None, {}, "x", 7],
    "activities": [{"0": 1}, "x"],
    "activities.0.url": ["javascript:alert(1)", "data:text/html,x", "..", "plans/../../x"],
    "activities.0.months": [["2026-13"], "2026-11", ["x"], ["2026-11"] * 601],
    "disclosures.0.notice_period": [{"start": "x", "end": "y"}, "2026-11-18"],
    "disclosures.0.document": ["javascript:x"],
    "units.0.url": ["javascript:x", "//evil/"],
    "organisation": ["", None, 7],
    "version": [2, "1", None],
    "generated": [None, "x"],
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "value"), [(path, value) for path, values in WRONG.items() for value in values]
)
def test_data_of_another_shape_is_told_and_changes_nothing(run, city, tmp_path, path, value):
    assert run(city, tmp_path / "city").exit_code == 0
    before = (tmp_path / "city/index.html").read_bytes()
    change(tmp_path / "one", set_(path, value))
    done = run(city, tmp_path / "city")
    assert done.exit_code == 1
    assert re.search(r"^boards\.csv:2：one：board\.json 里的 \S+ 不对", done.output, re.MULTILINE), (
        done.output
    )
    assert "没有汇总，原来的网站没有改动" in done.output
    assert (tmp_path / "city/index.html").read_bytes() == before


BROKEN_FILES = {
    "board.json": [b"", b"{", b"[" * 100_000, b"\xff\xfe", b"null", b"1" * 5000],
    "search/index.js": [b"", b"alert(1)", b'boardSearch("index","00000000",{"end":"//evil"});\n', b'boardSearch("index","00000000",[1]);\n'],
    "search/t/0.js": [
        b"alert(1)", b'boardSearch("t/0","00000000",[]);\n', b'boardSearch("t/1","%V",[]);\n', b'boardSearch("t/0","%V",{"a":1});\n',
        b'boardSearch("t/0","%V",[["plans/2026/ping-you/",["t","x"],["q","y"]]]);\n', b'boardSearch("t/0","%V",[["plans/2026/ping-you/",["t","x"],["b\\"><script>","y"]]]);\n',
        b'boardSearch("t/0","%V",[["plans/2026/ping-you/",["t","x"],["b",7]]]);\n', b'boardSearch("t/0","%V",[["plans/2026/ping-you/",["t","x"],["b","\\ud800"]]]);\n',
        b'boardSearch("t/0","%V",[7]);\n', b'boardSearch("t/0","%V",["ab"]);\n', b'boardSearch("t/0","%V",[[]]);\n',
    ],
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "content"), [(path, content) for path, contents in BROKEN_FILES.items() for content in contents]
)
def test_a_file_that_is_broken_or_no_data_is_told(run, city, tmp_path, path, content):
    version = re.search(r'"([0-9a-f]{8})"', (tmp_path / "one/search/index.js").read_text(encoding="utf-8"))[1]
    (tmp_path / "one" / path).write_bytes(content.replace(b"%V", version.encode()))
    done = run(city, tmp_path / "city")
    assert done.exit_code == 1, done.output
    assert re.search(r"^boards\.csv:2：one：", done.output, re.MULTILINE), done.output
    assert not (tmp_path / "city").exists()


def test_markup_in_a_board_is_only_text(city, tmp_path):
    hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e\x00"
    for path in (
        "documents.0.title",
        "activities.0.text",
        "activities.0.when",
        "disclosures.0.category",
        "units.0.name",
    ):
        change(tmp_path / "one", set_(path, hostile))
    site = made(city, tmp_path / "city")
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<script>alert" not in text and "<img" not in text
        assert "\u202e" not in text and "\x00" not in text


def test_an_internal_edition_is_refused(run, tmp_path):
    change_to_internal = set_("documents.0.audience", "internal")
    publish(tmp_path / "one", PUBLIC_FILES)
    change(tmp_path / "one", change_to_internal)
    done = run(list_of(tmp_path, f",{ONE},one"), tmp_path / "city")
    assert done.exit_code == 1
    assert "是对内版" in done.output


def test_texts_that_the_data_does_not_name_stay_out(tmp_path):
    publish(tmp_path / "one", PUBLIC_FILES)
    change(tmp_path / "one", lambda data: data["documents"].pop())
    (board,) = read_boards(read_list(list_of(tmp_path, f",{ONE},one")))
    assert len(board.index.texts) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([",javascript:alert(1),one"], "boards.csv:2：网址“javascript:alert(1)”"),
        ([",file:///etc/,one"], "boards.csv:2：网址“file:///etc/”"),
        ([",//evil.example/,one"], "boards.csv:2：网址“//evil.example/”"),
        ([",http://[,one"], "boards.csv:2：网址“http://[”"),
        ([",http://a.example/?x,one"], "boards.csv:2：网址“http://a.example/?x”"),
        ([",,one"], "boards.csv:2：没有写“网址”"),
        (["a,http://a.example/,"], "boards.csv:2：没有写“来源”"),
        ([",http://a.example/,one", ",http://a.example,one"], "boards.csv:3：网址“http://a.example”和 boards.csv:2 的一样"),
        ([",http://a.example/,nowhere"], "boards.csv:2：nowhere：找不到“nowhere”"),
        ([], "boards.csv：里面没有公告栏"),
        (['"'], "boards.csv：不是 CSV 表格"),
    ],
)  # fmt: skip
def test_a_list_is_told_where_it_is_wrong(run, tmp_path, rows, told):
    publish(tmp_path / "one", PUBLIC_FILES)
    done = run(list_of(tmp_path, *rows), tmp_path / "city")
    assert done.exit_code == 1
    assert told in done.output


def test_all_faults_are_told_at_once(tmp_path):
    with pytest.raises(BadInput) as bad:
        read_boards(read_list(list_of(tmp_path, ",http://a.example/,one", ",http://b.example/,two")))
    assert len(bad.value.sentences) == 2


def test_a_list_from_excel_is_read(tmp_path):
    place = list_of(tmp_path, "第一小学,http://a.example/,one")
    place.write_bytes(place.read_text(encoding="utf-8").replace("\n", "\r\n").encode("gb18030"))
    assert [listed.name for listed in read_list(place)] == ["第一小学"]


def test_two_boards_of_one_name_are_told(tmp_path):
    publish(tmp_path / "one", PUBLIC_FILES)
    with pytest.raises(BadInput, match="都叫"):
        read_boards(read_list(list_of(tmp_path, ",http://a.example/,one", ",http://b.example/,one")))


def test_a_hub_never_takes_the_place_of_a_board(run, city, tmp_path):
    assert run(city, tmp_path / "one").exit_code == 1
    assert json.loads((tmp_path / "one/board.json").read_bytes())["organisation"] == "第一小学工会"


def test_a_month_of_many_activities_leads_on_to_the_board(tmp_path):
    items = "".join(f"- {number % 28 + 1}日 第{number}项活动\n" for number in range(40))
    files = {"plans/2026/计划.md": plan(f"### 十一月\n\n{items}", head="范围: 对外")}
    publish(tmp_path / "one", files)
    site = made(list_of(tmp_path, f",{ONE},one"), tmp_path / "city")
    page = site / "months/2026/11/index.html"
    assert "还有 10 项" in page.read_text(encoding="utf-8")
    assert f"{ONE}months/2026/11/" in links(page)
