import pytest

from boards import ANY, plan, told
from noticeboard.checks.addresses.address_too_long import LONGEST


def test_each_of_two_documents_with_one_address_is_told(board):
    site = board({"plans/公示.md": plan(), "plans/公式.md": plan(head="网址名: gong-shi", title="乙")})
    assert told(site) == [
        "plans/公式.md:6:1 error duplicate-address",
        "plans/公示.md:1:1 error duplicate-address",
    ]
    assert "plans/公示.md" in site.problems[0].message


def test_another_slug_parts_them(board):
    assert (
        told(board({"plans/公示.md": plan(), "plans/公式.md": plan(head="网址名: gong-shi-2", title="乙")}))
        == []
    )


def test_pages_and_files_of_docs_stand_in_no_ones_place(board):
    files = {
        "docs/archive.md": "",
        "docs/about.md": "",
        "docs/board.json": "{}",
        "docs/logo.png": b"1",
        "plans/a.md": plan(),
    }
    assert told(board(files)) == [
        "docs/archive.md:1:1 error duplicate-address",
        "docs/board.json:1:1 error duplicate-address",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("About.md", "about.md"), ("caf\u00e9.md", "cafe\u0301.md"), ("\u00c9.png", "e\u0301.PNG")],
)
def test_each_of_two_names_in_docs_that_are_one_to_some_computers_is_told(board, one, other):
    site = board({f"docs/{one}": "# 甲\n", f"docs/{other}": "# 乙\n", "plans/a.md": plan()})
    assert sorted(told(site, apart_from="attachment-type")) == sorted(
        f"docs/{name}:1:1 error duplicate-address" for name in (one, other)
    )


def test_the_front_page_may_be_written_by_hand(board):
    assert told(board({"docs/index.md": "# 首页", "plans/a.md": plan()})) == []


def test_an_attachment_does_not_stand_where_a_folder_must(board):
    site = board({"plans/a.md": plan(head="附件: a"), "plans/a": b"1"})
    assert told(site, apart_from="attachment-type") == [
        "plans/a:1:1 error duplicate-address",
        "plans/a.md:1:1 error duplicate-address",
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("公示/附表.xlsx", "工时/附表.xlsx"), ("事迹/list.txt", "示记/list.txt"), ("附件1/a.pdf", "附件（1）/a.pdf"), ("附件１/a.pdf", "附件-1/a.pdf"),
        ("公示/A.xlsx", "工时/a.xlsx"), ("公示/a.XLSX", "工时/a.xlsx"), ("——/a.pdf", "！！/a.pdf"), ("Doc/a.pdf", "dóc/a.pdf"),
    ],
)  # fmt: skip
def test_each_of_two_attachments_with_one_address_is_told(board, one, other):
    files = {
        "plans/a.md": plan(head=f"附件: {one}"),
        "plans/b.md": plan(f"[表](<{other}>)", title="乙", head="草稿: 是"),
    }
    site = board({**files, f"plans/{one}": ANY, f"plans/{other}": ANY})
    lines = [f"plans/{path}:1:1 error duplicate-address" for path in (one, other)]
    assert sorted(told(site, apart_from="names-alike")) == sorted(lines)
    assert any(f"plans/{other}" in problem.message for problem in site.problems)
    assert all("改名" in problem.hint for problem in site.problems)


def test_attachments_of_one_name_in_folders_that_sound_apart_keep_their_addresses(board):
    files = {"plans/公示/附表.xlsx": ANY, "plans/工资/附表.xlsx": ANY}
    named = plan(head="附件: [公示/附表.xlsx, 工资/附表.xlsx]")
    site = board({"plans/a.md": named, **files})
    assert told(site) == []
    assert [asset.address for asset in site.assets if asset.source] == [
        "plans/gong-shi/fu-biao-54f191.xlsx",
        "plans/gong-zi/fu-biao-54f191.xlsx",
    ]


def test_an_attachment_that_nobody_brings_along_takes_no_address(board):
    files = {"plans/公示/附表.xlsx": ANY, "plans/工时/附表.xlsx": ANY}
    assert told(board({"plans/a.md": plan(head="附件: 公示/附表.xlsx"), **files})) == []


def test_an_attachment_stands_in_the_place_of_no_calendar(board):
    text = plan("### 十二月\n\n- 8日 座谈会\n")
    site = board({"plans/计划.md": text})
    calendar = next(asset.address for asset in site.assets if asset.address.startswith("plans/ji-hua/"))
    name = calendar.rpartition("/")[2]
    site = board(
        {
            "plans/b.md": plan(head=f"附件: 计划/{name.upper()}", title="乙"),
            f"plans/计划/{name.upper()}": b"BEGIN:VCALENDAR",
        },
        attachment_endings=["ics"],
    )
    assert told(site) == [f"plans/计划/{name.upper()}:1:1 error duplicate-address"]
    assert calendar in site.problems[0].message.lower() and "自动生成" in site.problems[0].message


def test_attachments_in_a_folder_called_like_a_page_stand_beside_it(board):
    files = {"plans/计划.md": plan(head="附件: 计划/表.xlsx"), "plans/计划/表.xlsx": ANY}
    assert told(board(files)) == []


@pytest.mark.parametrize(
    "path",
    [
        "docs/Board.JSON", "docs/ARCHIVE.md", "docs/archive/index.html", "docs/index.html", "docs/calendar.ics", "docs/disclosure/ledger.csv",
        "docs/search/index.js", "docs/plans/a/index.html", "docs/plans/biao.xlsx", "docs/plans/Biao.XLSX", "docs/board.json/x.png", "docs/plans/a.md", "docs/plans/通知.md",
        "docs/feed.xml",
    ],
)  # fmt: skip
def test_nothing_of_docs_stands_in_the_place_of_what_is_made(board, path):
    files = {
        "plans/a.md": plan(head="附件: biao.xlsx"),
        "plans/通知.md": plan(title="乙"),
        "plans/biao.xlsx": ANY,
        path: "# x",
    }
    lines = set(told(board(files, trust_docs=True)))
    assert lines == {f"{path}:1:1 error duplicate-address"}


def test_two_files_of_docs_are_told(board):
    site = board({"docs/about.md": "# x", "docs/About/index.html": "x"}, trust_docs=True)
    assert told(site) == [
        "docs/About/index.html:1:1 error duplicate-address",
        "docs/about.md:1:1 error duplicate-address",
    ]


def test_an_address_has_letters(board):
    assert told(board({"plans/——.md": plan()})) == ["plans/——.md:1:1 error bad-slug"]
    assert told(board({"plans/——.md": plan(head="网址名: a")})) == []


def test_an_address_fits_on_a_disk(board):
    longest = "a" * (LONGEST - len("plans//"))
    assert told(board({"plans/a.md": plan(head=f"网址名: {longest}")})) == []
    assert told(board({"plans/a.md": plan(head=f"网址名: {longest}a")})) == [
        "plans/a.md:6:1 error address-too-long"
    ]


def test_documents_that_are_not_shown_are_compared_too(board):
    files = {"plans/公示.md": plan(head="草稿: 是"), "plans/公式.md": plan(title="", head="编号: 1")}
    assert [line for line in told(board(files)) if "address" in line] == [
        "plans/公式.md:1:1 error duplicate-address",
        "plans/公示.md:1:1 error duplicate-address",
    ]
