"""The addresses that a document had before: each leads on."""

import pytest

from boards import plan, told
from noticeboard.views import redirects_of
from noticeboard.views.calendar_feed import Agenda
from repositories import Repository


def assets(catalog):
    """What stands beside the documents' own pages."""
    return redirects_of(catalog, [document.address for document in catalog.shown])


OLD, NEW = "plans/fen-gong-kuai-ji-hua/", "plans/fen-gong-hui-ji-hua/"


def test_readers_of_the_old_address_are_led_on(board):
    site = board({"plans/分工会计划.md": plan("- 3月8日 座谈<会>", title="分工会<计划>")})
    (document,) = site.catalog.shown
    assert document.address == NEW
    (page,) = assets(site.catalog)
    assert page.address == f"{OLD}index.html"
    text = page.content().decode()
    assert 'url=../fen-gong-hui-ji-hua/index.html"' in text
    assert "分工会&lt;计划&gt;" in text
    assert [problem for problem in site.problems if problem.code == "duplicate-address"] == []


def test_events_keep_their_ids(board):
    catalog = board({"plans/分工会计划.md": plan("- 3月8日 座谈会")}).catalog
    assert f"UID:{OLD}#".encode() in Agenda(catalog).whole()


def test_most_documents_have_but_one_address(board):
    files = {
        "plans/工会计划.md": plan(),
        "plans/会计培训.md": plan(),
        "plans/x.md": plan(head="网址名: fen-gong"),
    }
    assert assets(board(files).catalog) == ()


def test_an_address_that_another_has_now_is_its_own(board):
    files = {"plans/分工会计划.md": plan(), "plans/fen-gong-kuai-ji-hua.md": plan(title="另一份")}
    assert assets(board(files).catalog) == ()


def addresses(site):
    return [asset.address for asset in site.assets if asset.together == "moved"]


def test_each_former_address_has_a_page_of_its_own(board):
    head = "曾用网址: [plans/2025/old/, /b, ／c／index.html, news/1.html, a/b、d/]"
    site = board({"plans/2026/新.md": plan(head=head, title="新<计划>")})
    assert told(site) == []
    pages = {asset.address: asset.content().decode() for asset in site.assets if asset.together == "moved"}
    assert list(pages) == [
        "plans/2025/old/index.html", "b/index.html", "c/index.html", "news/1.html", "a/b/index.html", "d/index.html",
    ]  # fmt: skip
    assert 'content="0; url=../plans/2026/xin/index.html"' in pages["news/1.html"]
    for page in pages.values():
        assert '<meta name="robots" content="noindex">' in page
        assert page.count("plans/2026/xin/index.html" if "../plans" in page else "2026/xin/index.html") == 3
        assert "新&lt;计划&gt;" in page
        assert "<script" not in page


@pytest.mark.parametrize(
    "written",
    [
        "http://gonghui.example/plans/2025/old/", "//evil.example/x/", "javascript:alert(1)", "data:text/html,x",
        "../x/", "plans/../../x/", "a//b/", "a\\b/", "a/?p=1", "a/#b", "a b/", "a/<b>/", "a/%2e%2e/", ".git/", "plans/./a/",
        "计划/", "con/", "a/NUL.html", "a./", "plans/a.pdf", "board.json", "a.htmlx", "/", "index.html", "x" * 201, "a'b/", 'a&quot;/', "a\u202eb/",
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_told(board, written):
    site = board({"plans/a.md": plan(head=f"曾用网址: '{written.replace(chr(39), chr(39) * 2)}'")})
    assert [line.rpartition(" ")[2] for line in told(site)][:1] in (
        ["bad-former-address"], ["bidi-control"], ["not-a-page"],
    )  # fmt: skip
    assert "bad-former-address" in {problem.code for problem in site.problems}
    assert addresses(site) == []


def test_an_address_at_which_something_is_is_told(board):
    head = "曾用网址:\n  - plans/b/\n  - months/\n  - plans/A/\n  - about/\n  - calendar.ics/x/\n  - plans/x/"
    files = {"plans/a.md": plan(head=head), "plans/b.md": plan(title="乙"), "docs/about.md": "# 关于\n"}
    site = board(files)
    assert [line for line in told(site) if "former" in line] == [
        f"plans/a.md:{line}:5 error former-address-taken" for line in range(7, 12)
    ]
    messages = [problem.message for problem in site.problems if problem.code == "former-address-taken"]
    assert ["plans/b.md" in messages[0], "docs/about.md" in messages[3]] == [True, True]
    assert "就是这份文件现在的网址" in messages[2]
    assert addresses(site) == ["plans/x/index.html"]


def test_an_address_that_two_documents_claim_is_told_in_both(board):
    files = {
        "plans/a.md": plan(head="曾用网址: old/"),
        "plans/b.md": plan(head="former_addresses: OLD/index.html\n草稿: 是", title="乙"),
    }
    assert [line for line in told(board(files)) if "former" in line] == [
        "plans/a.md:6:7 error former-address-taken",
        "plans/b.md:6:19 error former-address-taken",
    ]


LONG = plan("\n".join(f"- {month}月 开展第{month}次活动" for month in range(1, 13)), title="工会计划")


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path)


def test_a_renamed_file_leaves_a_page_that_leads_on(repository, board):
    repository.commit("2026-01-02", "计划", {"plans/计划.md": LONG})
    repository.commit("2026-01-03", "归档", {"plans/2026/jihua.md": LONG}, ["plans/计划.md"])
    repository.commit(
        "2026-01-04", "改名", {"plans/2026/b.md": LONG + "\n补充一句。\n"}, ["plans/2026/jihua.md"]
    )
    site = board({})
    assert addresses(site) == ["plans/2026/jihua/index.html", "plans/ji-hua/index.html"]
    assert told(site) == []
    assert addresses(board({}, follow_renames=False)) == []


def test_a_rename_is_followed_though_its_file_is_being_edited(repository, board):
    repository.commit("2026-01-02", "计划", {"plans/a.md": LONG})
    repository.commit("2026-01-03", "改名", {"plans/b.md": LONG}, ["plans/a.md"])
    assert addresses(board({"plans/b.md": LONG + "\n补充。\n"})) == ["plans/a/index.html"]


def test_an_address_name_holds_for_the_former_folder(repository, board):
    text = LONG.replace("---\n\n", "网址名: y\n---\n\n", 1)
    repository.commit("2026-01-02", "计划", {"plans/甲.md": text})
    repository.commit("2026-01-03", "归档", {"plans/2026/甲.md": text}, ["plans/甲.md"])
    assert addresses(board({})) == ["plans/y/index.html", "plans/jia/index.html"]


def test_this_years_plan_over_a_copy_of_last_years_is_another_document(repository, board):
    new = (
        LONG.replace("工会计划", "明年的计划").replace("2026-01-10", "2027-01-08").replace("2026年", "2027年")
    )
    repository.commit("2026-01-02", "计划", {"plans/旧.md": LONG})
    repository.commit("2027-01-08", "换新", {"plans/新.md": new}, ["plans/旧.md"])
    assert addresses(board({})) == []


@pytest.mark.parametrize("name", ["_模板.md", ".草稿.md", "计划.txt", "_归档/甲.md"])
def test_a_name_that_was_never_published_leads_nowhere(repository, board, name):
    repository.commit("2026-01-02", "计划", {f"plans/{name}": LONG})
    repository.commit("2026-01-03", "登出", {"plans/b.md": LONG}, [f"plans/{name}"])
    assert addresses(board({})) == []


def test_an_address_that_lives_again_is_its_new_ones(repository, board):
    repository.commit("2026-01-02", "计划", {"plans/a.md": LONG})
    repository.commit("2026-01-03", "改名", {"plans/b.md": LONG}, ["plans/a.md"])
    repository.commit("2026-01-04", "另一份", {"plans/a.md": plan("另一件事", title="另一份")})
    assert addresses(board({})) == []
    # Nor does it count as somebody's where it is only a draft, or comes out later.
    assert addresses(board({"plans/a.md": plan("另一件事", title="另一份", head="草稿: 是")})) == []


def test_the_public_edition_tells_no_name_from_internal_days(repository, board):
    public = LONG.replace("---\n\n", "范围: 对外\n---\n\n", 1)
    repository.commit("2026-01-02", "内部", {"plans/处分某人.md": LONG})
    repository.commit("2026-01-03", "对外", {"plans/a.md": public}, ["plans/处分某人.md"])
    repository.commit("2026-01-04", "归档", {"plans/b.md": public}, ["plans/a.md"])
    assert addresses(board({}, audience="public")) == ["plans/a/index.html"]
    assert addresses(board({})) == ["plans/a/index.html", "plans/chu-fen-mou-ren/index.html"]
