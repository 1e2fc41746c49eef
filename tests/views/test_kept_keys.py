"""What pages and files tell is a function of what the board tells; only a document's own page, feeds and calendars look at texts and at git."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boards import load_board, plan
from noticeboard.content import shared_digest
from noticeboard.content.repository.history import Commit, History
from noticeboard.content.shared_digest import shared_digest_of
from noticeboard.text_store import TextStore
from noticeboard.views import PageRenderer, assets_of, pages_of
from noticeboard.views.helpers.addresses import BOARD_JSON, CALENDAR_FILE, FEED
from random_boards import RandomBoard
from test_specification import board_of_everything

SETTINGS = {"units": [{"name": "工会", "slug": "union"}, {"name": "东校区分工会", "slug": "east"}]}
NOTICE = "---\n类型: 通知\n标题: 通知\n日期: 2026-03-02\n---\n正文。\n"


class Unread:
    """Stands where nobody may look."""

    def __getattribute__(self, name: str) -> object:
        raise AssertionError(f"nobody should look at {name}")

    __str__ = __repr__ = __format__ = __eq__ = __hash__ = __len__ = __iter__ = __getattribute__  # type: ignore[assignment]


def hide_texts(catalog) -> None:
    """Hides what is not told: the texts of documents of which lists read no part, and what git says."""
    for document in catalog.shown:
        said = shared_digest_of(document)
        assert said
        if not shared_digest.is_read_whole(document):
            for name in ("head", "body", "tree", "digest"):
                object.__setattr__(document, name, Unread())
        assert shared_digest_of(document) == said
    object.__setattr__(catalog, "history", Unread())


def test_no_list_and_no_file_looks_at_what_is_not_told(tmp_path):
    site = board_of_everything(tmp_path)
    hide_texts(site.catalog)
    renderer = PageRenderer(site.catalog)
    for page in site.pages:
        if page.source is None:
            assert renderer.render(page).html
    made = [asset for asset in site.assets if asset.content is not None and asset.also is None]
    assert made and all(asset.made() for asset in made)


def test_every_page_has_a_key(tmp_path):
    site = board_of_everything(tmp_path)
    pages, _ = PageRenderer(site.catalog, frame="1").make(site.pages, ())
    assert [address for address, page in pages.items() if not page.key] == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_by_its_key_is_what_would_be_made(tmp_path, seed):
    """With the keys of the steps before."""
    board, store = RandomBoard(seed), TextStore.at(tmp_path, "pages")
    taken = 0
    for step in range(10):
        site = load_board(tmp_path / str(step), board.files, drafts=True, **SETTINGS)
        with_store = PageRenderer(site.catalog, frame="1", store=store)
        kept, files = with_store.make(site.pages, site.assets)
        anew, files_anew = PageRenderer(site.catalog, frame="1").make(site.pages, site.assets)
        assert files == files_anew
        for address, page in kept.items():
            html = store.read(page.key) if page.is_kept else page.html
            assert html == anew[address].html, address
            taken += page.is_kept
            store.write(page.key, anew[address].html)
        board.step()
    assert taken > 20


def made_anew(tmp_path, before: dict[str, str], after: dict[str, str]) -> set[str]:
    """The pages and files that are not kept behind an edit."""
    store = TextStore.at(tmp_path, "pages")
    for folder, files in (("1", before), ("2", after)):
        site = load_board(tmp_path / folder, files, **SETTINGS)
        keys = store.keys()
        pages, _ = PageRenderer(site.catalog, frame="1", store=store).make(site.pages, site.assets)
        for page in pages.values():
            if not page.is_kept:
                store.write(page.key, page.html)
    assert store.keys() - keys
    return {address for address, page in pages.items() if not page.is_kept}


def test_a_word_more_in_a_text_makes_nothing_but_its_own_page_anew(tmp_path):
    files = {"plans/a.md": plan("- 3月：座谈会\n"), "plans/b.md": NOTICE}
    edited = {
        "plans/a.md": files["plans/a.md"] + "\n补充一句。\n",
        "plans/b.md": NOTICE.replace("正文", "正文改了"),
    }
    assert made_anew(tmp_path, files, edited) == {"plans/a/", "plans/b/"}


@pytest.mark.parametrize(
    ("before", "after", "address"),
    [
        ("座谈会", "另一个座谈会", "months/2026/03/"),
        ("- 3月", "\n- 3月", "months/2026/03/"),
        ("日期: 2026", "日期: 2025", "archive/"),
    ],
)
def test_what_lists_tell_makes_them_anew(tmp_path, before, after, address):
    """And only those that then say something else: the page of notices is rendered, and comes out the same."""
    text = plan("- 3月：座谈会\n")
    assert before in text
    made = made_anew(tmp_path, {"plans/a.md": text}, {"plans/a.md": text.replace(before, after, 1)})
    assert {address, "plans/a/"} <= made
    assert "notices/" not in made


def test_what_git_says_makes_anew_what_tells_of_it(tmp_path):
    """Every file that is other than before has another key, and no list is made anew."""
    site = load_board(tmp_path, {"plans/a.md": plan("- 12月：座谈会\n"), "plans/b.md": NOTICE}, **SETTINGS)
    store = TextStore.at(tmp_path, "pages")
    recorded = History(
        updated={"plans/a.md": date(2026, 4, 1)}, changes={"plans/a.md": (Commit(date(2026, 4, 1)),) * 3}
    )
    found = []
    for catalog in (site.catalog, replace(site.catalog, history=recorded)):
        pages, assets = pages_of(catalog), assets_of(catalog)
        made, files = PageRenderer(catalog, frame="1", store=store).make(pages, assets)
        for page in made.values():
            store.write(page.key, page.html)
        anew = {asset.address: asset.made() for asset in assets if asset.content is not None}
        assert files == anew
        found.append((files, {address for address, page in made.items() if not page.is_kept}))
    (before, _), (after, made_anew) = found
    assert {BOARD_JSON, CALENDAR_FILE, FEED} <= {
        address for address in before if before[address] != after[address]
    }
    assert made_anew == {"plans/a/"}
