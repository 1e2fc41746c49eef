"""The address that a document had before the words of its name were told apart."""

from boards import plan
from noticeboard.views.calendar_feed import Agenda
from noticeboard.views.moved import assets

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
    assert list(assets(board(files).catalog)) == []


def test_an_address_that_another_has_now_is_its_own(board):
    files = {"plans/分工会计划.md": plan(), "plans/fen-gong-kuai-ji-hua.md": plan(title="另一份")}
    assert list(assets(board(files).catalog)) == []
