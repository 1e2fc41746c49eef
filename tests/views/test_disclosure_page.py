"""A disclosure's own page: its number, its state, how to answer, what was answered, what changed, how to check."""

from dataclasses import replace
from datetime import date

from catalogs import catalog_of, disclosure, html_of, links_of, text_of, tree_of
from noticeboard.catalog.relations import RelationKind
from noticeboard.content.documents import Notice
from noticeboard.content.field_types import Attachment, Reference
from noticeboard.content.repository.files import Files
from noticeboard.content.repository.history import Commit, History
from noticeboard.markup.links import links_of as links_in

TODAY = date(2026, 3, 10)
DIGEST = "0123456789abcdef" * 4


def facts(tree):
    return {text_of(fact.find("dt")): text_of(fact.find("dd")) for fact in tree.findall("article/dl/div")}


def page(*documents, **options):
    return tree_of(catalog_of(*documents, today=TODAY, **options), "plans/a/")


def notice(name, body, title=""):
    return Notice(
        path=f"plans/{name}.md", title=title or f"意见答复{name}", date=date(2026, 3, 5), unit="工会", audience="internal",
        body=body, links=links_in(body, 1),
    )  # fmt: skip


def test_it_has_a_number_also_when_none_is_written():
    assert facts(page(disclosure(number="公开05")))["编号"] == "公开05"
    assert facts(page(disclosure()))["编号"].startswith("2026-finance-")


def test_its_state_carries_the_days_for_the_script():
    tree = page(disclosure(period=("2026-03-09", "2026-03-13")))
    (state,) = tree.findall(".//span[@class='nb-notice']")
    assert (state.attrib["data-start"], state.attrib["data-end"]) == ("2026-03-09", "2026-03-13")
    assert facts(tree)["公示期"] == "2026年3月9日至2026年3月13日 公示中 还有 4 天"


def test_the_opinion_box_stands_on_every_disclosure():
    box = {"email": "box@example.invalid", "form": "https://form.example.invalid/?a=1&b=2", "place": "大厅"}
    tree = page(
        disclosure(number="公开05", title="预算 & 决算", feedback="向工会反映"),
        disclosure={"opinion_box": box},
    )
    assert facts(tree)["提意见"] == (
        "向工会反映发邮件 box@example.invalid网上填写 https://form.example.invalid/?a=1&b=2意见箱：大厅"
    )
    links = links_of(tree)
    assert "https://form.example.invalid/?a=1&b=2" in links
    (letter,) = [link for link in links if link.startswith("mailto:")]
    assert letter == (
        "mailto:box@example.invalid?subject=%E6%84%8F%E8%A7%81%EF%BC%9A%E5%85%AC%E5%BC%8005%20"
        "%E9%A2%84%E7%AE%97%20%26%20%E5%86%B3%E7%AE%97"
    )


def test_without_a_box_nothing_is_said_of_one():
    assert "提意见" not in facts(page(disclosure()))


def test_notices_that_link_to_it_are_its_replies():
    tree = page(
        disclosure(),
        notice("b", "答复[预算](a.md)"),
        notice("c", "无关"),
        notice("d", "说明会讲[预算](a.md)", title="说明会通知"),
    )
    (replies,) = [
        section for section in tree.iter("section") if section.attrib["aria-labelledby"] == "nb-replies"
    ]
    assert "答复b" in text_of(replies)
    assert "答复c" not in text_of(replies)
    assert "说明会" not in text_of(replies)
    assert text_of(tree).count("答复b") == 1


def test_a_correction_is_shown_both_ways():
    documents = disclosure(), disclosure("b", title="更正", replaces=Reference("a.md", 1, 1))
    catalog = catalog_of(*documents, today=TODAY)
    assert "已由《更正》" in text_of(tree_of(catalog, "plans/a/"))
    assert "更正了《公开a》" in text_of(tree_of(catalog, "plans/b/"))
    assert catalog.pointing_at(documents[0], RelationKind.REPLACES)


def test_its_history_is_told_and_escaped():
    changes = (Commit(date(2026, 3, 4), "更正<b>合计</b>"), Commit(date(2026, 3, 2), "登出"))
    history = History({"plans/a.md": changes[0].day}, {"plans/a.md": changes})
    catalog = catalog_of(disclosure(), today=TODAY, history=history)
    tree = tree_of(catalog, "plans/a/")
    assert [text_of(item) for item in tree.findall(".//ol/li")] == [
        "2026年3月4日 改过，再放进网站：更正<b>合计</b>",
        "2026年3月2日 第一次放进网站：登出",
    ]
    bare = catalog_of(disclosure(), today=TODAY, history=history.without_reasons())
    assert [text_of(item) for item in tree_of(bare, "plans/a/").findall(".//ol/li")] == [
        "2026年3月4日 改过，再放进网站",
        "2026年3月2日 第一次放进网站",
    ]


def test_its_own_correction_is_told_with_the_day_it_was_recorded():
    day = date(2026, 3, 4)
    document = disclosure(correction="合计<改>了")
    html = html_of(catalog_of(document, today=TODAY), "plans/a/")
    assert "更正说明：合计&lt;改&gt;了</p>" in html
    known = History({document.path: day}, {document.path: (Commit(day),)}, {document.path: day})
    tree = tree_of(catalog_of(document, today=TODAY, history=known), "plans/a/")
    section = next(item for item in tree.iter("section") if item.get("aria-labelledby") == "nb-changes")
    assert text_of(section.find("p")) == "更正说明：合计<改>了（2026年3月4日 放进网站）"


def test_other_documents_tell_a_correction_too_but_no_history():
    known = History(changes={"plans/a.md": (Commit(date(2026, 3, 4)),)})
    assert "修改记录" not in html_of(catalog_of(notice("a", ""), today=TODAY, history=known), "plans/a/")
    corrected = replace(notice("a", ""), correction="改了地点")
    html = html_of(catalog_of(corrected, today=TODAY, history=known), "plans/a/")
    assert "更正说明：改了地点" in html and "首次录入" not in html


def test_without_git_nothing_is_said_of_changes():
    assert "修改记录" not in html_of(catalog_of(disclosure(), today=TODAY), "plans/a/")


def test_its_codes_are_there_in_short_and_in_full():
    document = disclosure(digest=DIGEST, attachments=(Attachment("plans/附件/表.xlsx", "表", 1, 1),))
    files = Files({"plans/附件/表.xlsx": 3}, {"plans/附件/表.xlsx": DIGEST[::-1]})
    catalog = catalog_of(document, today=TODAY, files=files)
    tree = tree_of(catalog, "plans/a/")
    assert facts(tree)["核对码"] == "0123 4567 89ab cdef"
    assert [text_of(code) for code in tree.findall(".//details//code")] == [DIGEST, DIGEST[::-1]]
    ledger = tree_of(catalog, "disclosure/ledger/")
    assert [code.attrib["title"] for code in ledger.iter("code")] == [DIGEST, DIGEST[::-1]]
