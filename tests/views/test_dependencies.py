"""Pages of one key are the same page, whatever else has changed on the board."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

import pytest

from boards import load_board, plan
from noticeboard.text_store import TextStore
from noticeboard.views import PageRenderer
from noticeboard.views.helpers import spreadsheet
from noticeboard.views.helpers.addresses import year_workbook
from noticeboard.views.helpers.dependencies import UnknownDependency, digest_of
from random_boards import RandomBoard

SETTINGS = {"units": [{"name": "工会", "slug": "union"}, {"name": "东校区分工会", "slug": "east"}]}


def pages_by_key(tmp_path, files, audience: str = "internal") -> dict[str, str]:
    site = load_board(tmp_path, files, audience=audience, drafts=True, **SETTINGS)
    renderer = PageRenderer(site.catalog, frame=audience)
    rendered, _ = renderer.make([page for page in site.pages if page.depends], ())
    return {page.key: page.html for page in rendered.values() if page.key}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_pages_of_one_key_are_the_same(tmp_path, seed):
    """That is what lets a finished page be taken from a build before: random steps must never show another page for a key."""
    board = RandomBoard(seed)
    known: dict[str, str] = {}
    found: Counter[str] = Counter()
    for step in range(10):
        folder = tmp_path / str(step)
        made = pages_by_key(folder, board.files)
        assert made
        for key, html in made.items():
            found["kept" if key in known else "made"] += 1
            assert known.setdefault(key, html) == html
        board.step()
    assert found["kept"] > 20


def test_a_kept_page_is_not_rendered(board, tmp_path):
    site = board({"plans/a.md": plan("- 座谈会\n"), "plans/b.md": plan(title="又一份")})
    first, _ = PageRenderer(site.catalog, frame="1").make(site.pages, ())
    keys = {page.key for page in first.values() if page.key}
    store = TextStore.at(tmp_path, "pages")
    for key in keys:
        store.write(key, "")
    second, _ = PageRenderer(site.catalog, frame="1", store=store).make(site.pages, ())
    assert all(page.is_kept and not page.html for page in second.values() if page.key)
    assert {page.key for page in second.values()} == {page.key for page in first.values()}


def test_another_frame_makes_another_key(board):
    site = board({"plans/a.md": plan()})
    keys = [
        {
            page.key
            for page in PageRenderer(site.catalog, frame=frame).make(site.pages, ())[0].values()
            if page.key
        }
        for frame in ("1", "2")
    ]
    assert keys[0] and keys[0].isdisjoint(keys[1])


def test_without_a_frame_no_page_has_a_key(board):
    site = board({"plans/a.md": plan()})
    assert {page.key for page in PageRenderer(site.catalog).make(site.pages, ())[0].values()} == {""}


@dataclass(frozen=True)
class Pair:
    one: object
    other: object


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, "1"),
        (1, True),
        (None, ""),
        (("a", "b"), ("ab",)),
        (("a", ("b",)), (("a",), "b")),
        ({"a": 1}, {"a": 2}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (date(2026, 1, 1), "2026-01-01"),
        (Pair(1, 2), Pair(2, 1)),
        (Pair(1, 2), (1, 2)),
        (("a\0b",), ("a", "b")),
        (frozenset({"a"}), ("a",)),
    ],
)
def test_different_values_have_different_digests(one, other):
    assert digest_of(one) != digest_of(other)


def test_the_order_of_a_set_does_not_count():
    assert digest_of({"a", "b", "c"}) == digest_of({"c", "b", "a"})


@pytest.mark.parametrize("value", [object(), lambda: None, iter(())])
def test_what_nobody_knows_has_none(value):
    with pytest.raises(UnknownDependency):
        digest_of((1, value))


def test_what_a_page_tells_of_another_document_counts(board):
    """Titles that two units share are told with their units, wherever they stand."""
    answer = "---\n类型: 总结\n标题: 总结\n日期: 2026-11-01\n期间: 2026年\n计划: b.md\n---\n正文。\n"
    files = {
        "plans/a.md": answer,
        "plans/b.md": plan(title="又一份", head="单位: 工会"),
    }
    site = board(files, **SETTINGS)
    before, _ = PageRenderer(site.catalog, frame="1").make(site.pages, ())
    site = board({"plans/c.md": plan(title="又一份", head="单位: 东校区分工会")}, **SETTINGS)
    after, _ = PageRenderer(site.catalog, frame="1").make(site.pages, ())
    assert before["plans/a/"].html != after["plans/a/"].html
    assert before["plans/a/"].key != after["plans/a/"].key


def test_a_file_is_made_again_only_where_something_in_it_has_changed(tmp_path, monkeypatch):
    store = TextStore.at(tmp_path, "pages")
    written: list[str] = []
    xlsx_bytes = spreadsheet.xlsx_bytes
    monkeypatch.setattr(
        spreadsheet,
        "xlsx_bytes",
        lambda tables, *rest: written.append(tables[0].title) or xlsx_bytes(tables, *rest),
    )

    def made(number: int, *items: str) -> dict[str, bytes]:
        written.clear()
        files = {
            "plans/a.md": plan("".join(items)),
            "plans/b.md": plan("- 3月：体检\n", period="2025年", title="去年"),
        }
        site = load_board(tmp_path / str(number), files, **SETTINGS)
        return PageRenderer(site.catalog, frame="1", store=store).make((), site.assets)[1]

    first = made(1, "- 3月：座谈会\n")
    assert len(written) > 2
    assert made(2, "- 3月：座谈会\n") == first and not written
    second = made(3, "- 3月：另一个座谈会\n")
    assert "2026年活动" in written and "2025年活动" not in written
    assert [first[year_workbook(year)] == second[year_workbook(year)] for year in (2025, 2026)] == [
        True,
        False,
    ]
