from datetime import date

from catalogs import catalog_of, html_of, links_of, page_of, proposal, rows_of, text_of, tree_of
from noticeboard.views import pages_of

TODAY = date(2026, 5, 10)


def board():
    return catalog_of(
        proposal("a", number="提案〔2026〕01", title="错峰午餐", proposer="低段组", handler="总务处",
                 due="2026-05-29", answered="2026-04-17", satisfaction="satisfied"),
        proposal("b", number="提案〔2026〕02", title="明细公开", handler="财务室", due="2026-05-01"),
        proposal("c", number="提案〔2026〕03", title="加装窗帘", triage="pending"),
        proposal("d", title="旧提案", session="三届一次", triage="declined"),
        proposal("e", title="没写届次", session=None, triage="suggestion"),
        today=TODAY,
    )  # fmt: skip


def test_the_page_of_sessions_exists_also_when_there_are_no_proposals():
    assert "还没有登过提案。" in html_of(catalog_of(), "proposals/")
    assert [page.address for page in pages_of(catalog_of()) if page.address.startswith("proposals/")] == [
        "proposals/",
        "proposals/form/",
    ]


def test_sessions_show_their_rates():
    rows = rows_of(tree_of(board(), "proposals/"))
    assert rows[0] == {
        "届次": "三届二次", "提案": "3 件", "立案": "2 件", "应答复": "2 件", "已答复": "1 件",
        "答复率": "50%", "逾期未答复": "1 件", "逾期才答复": "0 件", "要再办": "0 件", "满意": "1 件",
    }  # fmt: skip
    assert [(row["届次"], row["答复率"]) for row in rows[1:]] == [("三届一次", ""), ("未注明届次", "0%")]


def test_late_answers_stand_at_the_top():
    section = tree_of(board(), "proposals/").find("section")
    assert text_of(section) == "逾期未答复 1 明细公开 承办：财务室 · 要在2026年5月1日以前答复，已过 9 天"


def test_sessions_have_ascii_addresses():
    found = [page.address for page in pages_of(board()) if page.address.startswith("proposals/")]
    assert found == [
        "proposals/",
        "proposals/3-2/",
        "proposals/3-1/",
        "proposals/unsorted/",
        "proposals/form/",
    ]
    assert page_of(board(), "proposals/3-2/").title == "三届二次提案"
    assert page_of(board(), "proposals/unsorted/").title == "未注明届次的提案"


def test_a_session_lists_its_proposals_the_late_ones_first():
    tree = tree_of(board(), "proposals/3-2/")
    rows = rows_of(tree)
    assert [(row["案由"], row["状态"]) for row in rows] == [
        ("明细公开", "逾期未答复"), ("加装窗帘", "待审"), ("错峰午餐", "已答复"),
    ]  # fmt: skip
    assert rows[2] == {
        "编号": "提案〔2026〕01", "案由": "错峰午餐", "状态": "已答复", "提案人": "低段组",
        "立案": "立案", "承办": "总务处", "答复期限": "2026年5月29日",
        "答复日期": "2026年4月17日", "办理结果": "", "满意度": "满意",
    }  # fmt: skip
    assert links_of(tree.find("nav")) == ["../../", "../"]
    assert {"../../plans/a/", "../3-1/", "../unsorted/"} <= set(links_of(tree))


def test_wordings_of_one_session_share_a_page():
    catalog = catalog_of(
        proposal("a", session="三届二次"),
        proposal("b", session="第三届第二次教代会"),
        proposal("c", session="三届二次"),
    )
    assert page_of(catalog, "proposals/3-2/").title == "三届二次提案"
    assert len(rows_of(tree_of(catalog, "proposals/3-2/"))) == 3


def test_what_officers_write_is_escaped():
    mark = "<img src=x onerror=alert(1)>"
    catalog = catalog_of(
        proposal(title=mark, session=mark, proposer=mark, handler=mark, number=mark, due="2026-05-01")
    )
    for page in pages_of(catalog):
        if page.address.startswith("proposals/"):
            assert "<img" not in html_of(catalog, page.address)
