from boards import plan, told
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
        "docs/board.json": "",
        "docs/logo.png": b"1",
        "plans/a.md": plan(),
    }
    assert told(board(files)) == [
        "docs/archive.md:1:1 error duplicate-address",
        "docs/board.json:1:1 error duplicate-address",
    ]


def test_the_front_page_may_be_written_by_hand(board):
    assert told(board({"docs/index.md": "# 首页", "plans/a.md": plan()})) == []


def test_an_attachment_does_not_stand_where_a_folder_must(board):
    site = board({"plans/a.md": plan(head="附件: a"), "plans/a": b"1"})
    assert told(site, apart_from="attachment-type") == ["plans/a.md:1:1 error duplicate-address"]


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
