"""The feeds, read again by the standard library's XML parser and held against the schema of RFC 4287."""

import re
import uuid
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree
from markupsafe import Markup

from boards import load_board, plan
from noticeboard.content.repository.history import History
from noticeboard.markup.render import Renderer
from noticeboard.views.atom_feed import Feeds, assets

ATOM = "{http://www.w3.org/2005/Atom}"
NAMES = {"id", "title", "updated", "published", "author", "category", "link", "summary"}
ROOT = "https://board.example/sub/"


SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))


def xml(site, address: str = "feed.xml") -> bytes:
    return {asset.address: asset.content() for asset in assets(site.catalog)}[address]


def notice(title: str = "通知", body: str = "请参加。", head: str = "日期: 2026-03-01") -> str:
    return f"---\n类型: 通知\n标题: {title}\n{head}\n---\n\n{body}\n"


def read(raw: bytes) -> ElementTree.Element:
    """The feed's root, after a check of what RFC 4287 asks of every feed and entry, and we of our own."""
    SCHEMA.assertValid(etree.fromstring(raw))
    root = ElementTree.fromstring(raw)
    assert root.tag == f"{ATOM}feed"
    for element, optional in ((root, {"entry"}), *((entry, set()) for entry in root.findall(f"{ATOM}entry"))):
        names = [child.tag.removeprefix(ATOM) for child in element]
        for name in ("id", "title", "updated"):
            assert names.count(name) == 1
        assert "author" in names
        assert set(names) <= NAMES | optional
        assert uuid.UUID(element.findtext(f"{ATOM}id")).urn == element.findtext(f"{ATOM}id")
        assert element.findtext(f"{ATOM}author/{ATOM}name")
        for name in ("updated", "published"):
            for stamp in element.findall(f"{ATOM}{name}"):
                assert datetime.fromisoformat(stamp.text).utcoffset() == timedelta(hours=8)
        relations = [link.get("rel") for link in element.findall(f"{ATOM}link")]
        assert "alternate" in relations and len(set(relations)) == len(relations)
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    return root


def entries(site) -> list[ElementTree.Element]:
    return read(xml(site)).findall(f"{ATOM}entry")


def text(element: ElementTree.Element, path: str) -> str | None:
    return element.findtext("/".join(f"{ATOM}{part}" for part in path.split("/")))


def target(element: ElementTree.Element, rel: str, base: str = ROOT + "feed.xml") -> str:
    (link,) = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == rel]
    return urljoin(base, link.get("href"))


def test_disclosures_and_notices_have_feeds_of_their_own(board):
    disclosure = "---\n类型: 公开\n标题: 预算\n日期: 2026-03-02\n类别: 财务\n责任部门: 财务室\n---\n\n正文\n"
    files = {"plans/a.md": notice(), "plans/b.md": disclosure, "plans/c.md": plan("### 三月\n\n- 座谈会")}
    site = board(files, organisation="一小工会")
    found = {
        address: read(xml(site, address))
        for address in ("feed.xml", "disclosure/feed.xml", "notices/feed.xml")
    }
    told = {
        address: (text(root, "title"), [text(entry, "title") for entry in root.findall(f"{ATOM}entry")])
        for address, root in found.items()
    }
    assert told == {
        "feed.xml": ("一小工会", ["预算", "通知", "工会计划"]),
        "disclosure/feed.xml": ("一小工会 校务公开", ["预算"]),
        "notices/feed.xml": ("一小工会 通知", ["通知"]),
    }
    assert len({text(root, "id") for root in found.values()}) == 3
    whole, own = (
        found[address].find(f"{ATOM}entry/{ATOM}id").text for address in ("feed.xml", "disclosure/feed.xml")
    )
    assert whole == own


def test_the_schema_refuses_what_is_no_feed(board):
    whole = xml(board({"plans/a.md": notice()})).decode()
    for before, after in (
        ("<id>", "<id>不是网址"),
        ("<title>通知</title>", ""),
        ("T00:00:00+08:00", "T00:00:00"),
        ('rel="alternate"', 'rel=""'),
        ("<name>工会</name>", ""),
        ("<summary>", "<abstract/><summary>"),
    ):
        assert before in whole and not SCHEMA.validate(
            etree.fromstring(whole.replace(before, after).encode())
        ), before


def test_what_an_entry_tells(board):
    (entry,) = entries(board({"plans/2026/开会.md": notice("开会通知", "## 时间\n\n周五**下午**。")}))
    assert text(entry, "title") == "开会通知"
    assert text(entry, "author/name") == "工会"
    assert text(entry, "summary") == "时间 周五下午。"
    assert text(entry, "published") == text(entry, "updated") == "2026-03-01T00:00:00+08:00"
    assert entry.find(f"{ATOM}category").attrib == {"term": "notice", "label": "通知"}
    assert target(entry, "alternate") == ROOT + "plans/2026/kai-hui/"


def test_the_feed_names_the_board_and_itself(board):
    root = read(xml(board({"plans/a.md": notice()}, organisation="实验小学工会")))
    assert text(root, "title") == text(root, "author/name") == "实验小学工会"
    assert (target(root, "self"), target(root, "alternate")) == (ROOT + "feed.xml", ROOT)


def test_a_feed_in_a_folder_links_to_the_same_pages(board):
    site = board({"plans/2026/a.md": notice()})
    root = read(Feeds(site.catalog).feed("disclosure/feed.xml", "公开", site.catalog.shown))
    base = ROOT + "disclosure/feed.xml"
    assert (target(root, "self", base), target(root, "alternate", base)) == (base, ROOT)
    assert target(root.find(f"{ATOM}entry"), "alternate", base) == ROOT + "plans/2026/a/"


@pytest.mark.parametrize(
    ("head", "committed", "published", "updated"),
    [
        ("日期: 2026-03-01", None, "2026-03-01T00:00:00+08:00", "2026-03-01T00:00:00+08:00"),
        ("日期: 2026-03-01", date(2026, 3, 5), "2026-03-01T00:00:00+08:00", "2026-03-05T00:00:00+08:00"),
        ("日期: 2026-03-01", date(2026, 2, 5), "2026-03-01T00:00:00+08:00", "2026-03-01T00:00:00+08:00"),
        (
            "日期: 2026-03-01\n发布: 2026-03-03 08:30",
            date(2026, 3, 2),
            "2026-03-03T08:30:00+08:00",
            "2026-03-03T08:30:00+08:00",
        ),
    ],
)
def test_when_an_entry_came_out_and_changed(board, head, committed, published, updated):
    site = board({"plans/a.md": notice(head=head)})
    catalog = replace(site.catalog, history=History({"plans/a.md": committed} if committed else {}))
    root = read(Feeds(catalog).feed("feed.xml", "工会", catalog.shown))
    entry = root.find(f"{ATOM}entry")
    assert (text(entry, "published"), text(entry, "updated")) == (published, updated)
    assert text(root, "updated") == updated


def test_the_officers_description_goes_before_the_text(board):
    (entry,) = entries(board({"plans/a.md": notice(head="日期: 2026-03-01\ndescription: 周五 <b>开会</b>")}))
    assert text(entry, "summary") == "周五 <b>开会</b>"


def test_a_long_text_is_cut(board):
    (entry,) = entries(board({"plans/a.md": notice(body="长" * 500)}))
    assert text(entry, "summary") == "长" * 200 + "……"
    (entry,) = entries(board({"plans/a.md": notice(body="长" * 200)}))
    assert text(entry, "summary") == "长" * 200


def test_a_summary_needs_no_more_than_the_beginning_and_says_the_same(board):
    long = "<div>\n\n" * 80 + "字" * 150 + "\n\n" + "说明[^1]，[链接][a]。\n\n" * 40
    defined = long + "[^1]: 脚注\n\n[a]: https://board.example/\n"
    for body in (long, defined, "# 一\n\n" * 300, "\n\n".join(["短句。"] * 300)):
        (entry,) = entries(board({"plans/a.md": notice(body=body)}))
        # A reference's number is the page's, not the officer's.
        whole = Markup(re.sub("<sup.*?</sup>", "", Renderer().render(body).html)).striptags()
        assert text(entry, "summary").removesuffix("……") == " ".join(whole.split())[:200].rstrip()


def test_an_empty_body_has_an_empty_summary(board):
    (entry,) = entries(board({"plans/a.md": notice(body="")}))
    assert text(entry, "summary") in (None, "")


def test_the_newest_fifty_come_newest_first(board):
    files = {
        f"plans/{number}.md": notice(str(number), head=f"日期: {date(2026, 1, 1) + timedelta(number)}")
        for number in range(60)
    }
    titles = [text(entry, "title") for entry in entries(board(files))]
    assert titles == [str(number) for number in range(59, 9, -1)]


def test_what_was_taken_down_is_not_in_the_feed(board):
    files = {
        "plans/a.md": notice("旧", head="日期: 2026-03-01\n撤下: 2026-03-31"),
        "plans/b.md": notice("新", head="日期: 2026-02-01"),
    }
    assert [text(entry, "title") for entry in entries(board(files))] == ["新"]


def test_an_id_outlives_a_new_title_and_differs_between_boards(tmp_path):
    def id_of(title: str, organisation: str) -> str:
        site = load_board(tmp_path, {"plans/a.md": notice(title)}, organisation=organisation)
        return text(entries(site)[0], "id")

    assert id_of("旧", "一小工会") == id_of("新", "一小工会")
    assert id_of("旧", "一小工会") != id_of("旧", "二小工会")


def test_the_same_board_on_another_day_gives_the_same_bytes(board):
    files = {"plans/a.md": plan("### 三月\n\n- 座谈会"), "plans/b.md": notice()}
    assert xml(board(files)) == xml(board(files, today=date(2026, 12, 30)))


def test_an_empty_board_has_a_feed_dated_today(board):
    root = read(xml(board({}, today=date(2026, 11, 20))))
    assert root.findall(f"{ATOM}entry") == []
    assert text(root, "updated") == "2026-11-20T00:00:00+08:00"


NASTY = "a<b>&amp;]]></title>\r\n\u2028\x00\x07\x1b\x7f\ud800\ufffe'“引号”\"🎉"
CLEAN = "a<b>&amp;]]></title> '“引号”\"🎉"


def test_text_cannot_add_elements_or_break_the_xml(board):
    """The reader refuses most of it; the feed does not count on that."""
    catalog = board({"plans/a.md": notice()}).catalog
    nasty = replace(catalog.shown[0], title=NASTY, unit=NASTY, meta={"description": NASTY})
    raw = Feeds(catalog).feed("feed.xml", NASTY, [nasty])
    root = read(raw)
    (entry,) = root.findall(f"{ATOM}entry")
    assert text(root, "title") == CLEAN
    assert [text(entry, path) for path in ("title", "author/name", "summary")] == [CLEAN] * 3
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe]", raw.decode())


def test_a_summary_shows_text_not_markup(board):
    body = "<script>alert(1)</script>\n\n1 < 2 &amp; 3 ]]> <b>粗</b>\n\n- 一\n- 二\n"
    (entry,) = entries(board({"plans/a.md": notice(body=body)}))
    assert text(entry, "summary") == "1 < 2 & 3 ]]> 粗 一 二"


def test_links_are_whole_where_the_site_knows_its_address(board):
    site = board({"plans/a.md": notice()})
    known = replace(site.catalog, site_url="http://oa.example/gonghui/")
    (raw,) = (asset.content() for asset in assets(known) if asset.address == "notices/feed.xml")
    links = [link.get("href") for link in ElementTree.fromstring(raw).iter(f"{ATOM}link")]
    assert links == [f"http://oa.example/gonghui/{end}" for end in ("notices/feed.xml", "", "plans/a/")]
