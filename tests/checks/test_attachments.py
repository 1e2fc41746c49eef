import pytest

from boards import ANY, plan, told
from noticeboard.content.repository.files import LARGEST, list_files, with_digests


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("表.xlsx", b"1", []),
        ("表.XLSX", b"1", []),
        ("表.xlsx", b"", ["plans/a.md:6:5 error attachment-empty"]),
        ("表.xlsm", b"1", ["plans/a.md:6:5 warning attachment-macros"]),
        ("表.DOCM", b"1", ["plans/a.md:6:5 warning attachment-macros"]),
        ("_表.xlsx", b"1", ["plans/a.md:6:5 error attachment-missing"]),
        ("b.md", plan(title="乙"), ["plans/a.md:6:5 error attachment-document"]),
    ],
)
def test_attachments(board, name, content, expected):
    assert told(board({"plans/a.md": plan(head=f"附件: {name}"), f"plans/{name}": content})) == expected


POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["表.xlsx", "说明.pdf", "图.jpg", "名单.csv", "说明.txt", "包.zip"])
@pytest.mark.parametrize(
    "pointer", [POINTER, POINTER.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + POINTER, POINTER.replace(b"git-lfs", b"hawser")]
)  # fmt: skip
def test_what_git_lfs_has_not_fetched(board, name, pointer):
    named = board({"plans/a.md": plan(head=f"附件: {name}"), f"plans/{name}": pointer})
    assert told(named) == ["plans/a.md:6:5 error lfs-pointer"]
    assert "git lfs pull" in named.problems[0].hint
    assert told(board({"plans/a.md": plan(f"见 ![校历]({name})")})) == ["plans/a.md:8:3 error lfs-pointer"]


def test_a_document_that_git_lfs_has_not_fetched(board):
    site = board({"plans/a.md": POINTER, "plans/b.MD": POINTER})
    assert told(site) == ["plans/a.md:1:1 error lfs-pointer", "plans/b.MD:1:1 error lfs-pointer"]
    assert "git lfs pull" in site.problems[0].hint


def test_what_runs_is_refused_wherever_it_is_brought_along(board):
    files = {
        "plans/a.md": plan("见[请柬](图/a.svg)和<img src='图/a.svg' alt='图'>", head="附件: 转发.html"),
        "plans/b.md": plan("![校历](图/a.svg)", head="草稿: 是", title="乙"),
        "plans/图/a.svg": "<svg/>",
        "plans/转发.html": "<p>",
    }
    assert told(board(files)) == [
        "plans/a.md:6:5 error attachment-type",
        "plans/a.md:9:2 error attachment-type",
        "plans/a.md:9:16 error attachment-type",
        "plans/b.md:9:1 error attachment-type",
    ]


def test_a_board_may_allow_other_endings(board):
    files = {"plans/a.md": plan(head="附件: 图.dwg"), "plans/图.dwg": b"AC1027"}
    (problem,) = board(files).problems
    assert problem.code == "attachment-type" and "attachment_endings 里加上“dwg”" in problem.hint
    assert told(board(files, attachment_endings=[".DWG"])) == []
    assert told(board({**files, "plans/图.dwg": b"<svg onload=alert(1)>"}, attachment_endings=["dwg"])) == [
        "plans/a.md:6:5 error attachment-type"
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("计划.md.txt", "计划.md"), ("计划.MD.TXT", "计划.md"), ("计划.markdown", "计划.md"), ("计划.mkd", "计划.md"),
        ("计划。md", "计划.md"), ("计划．ｍｄ", "计划.md"), ("计划.md.bak", "计划.md"), ("计划.md.txt.txt", "计划.md"),
    ],
)  # fmt: skip
def test_a_document_of_another_ending_is_told(board, name, better):
    site = board({"plans/a.md": plan(), f"plans/{name}": plan()})
    assert told(site, apart_from="") == [f"plans/{name}:1:1 warning document-ending"]
    assert f"“{better}”" in site.problems[0].hint
    linked = board({"plans/a.md": plan(f"[甲](<{name}>)", head=f'附件: "{name}"')})
    assert {problem.code for problem in linked.problems} <= {
        "attachment-type",
        "document-ending",
        "link-missing",
        "attachment-missing",
    }
    assert linked.has_errors


def test_a_left_over_copy_of_a_document_may_go(board):
    (problem,) = board({"plans/a.md": plan(), "plans/a.md.bak": plan()}).problems
    assert (problem.code, problem.hint) == ("document-ending", "旁边已经有“a.md”，这一份不要了就删去。")


@pytest.mark.parametrize(
    "name",
    ["~$报名表.xlsx", "~$计划.md", "Thumbs.db", "thumbs.db", "desktop.ini", "~WRL0001.tmp", "报名表.xlsx.crdownload", "计划.md~", ".~lock.表.xlsx#"],
)  # fmt: skip
def test_what_programs_leave_is_passed_over(board, name):
    files = {"plans/a.md": plan(head="附件: 报名表.xlsx"), "plans/报名表.xlsx": ANY, f"plans/{name}": b"\0\1"}
    assert told(board(files), apart_from="") == []
    (problem,) = board({**files, "plans/a.md": plan(head=f'附件: ["{name}", 报名表.xlsx]')}).problems
    assert problem.code == "attachment-missing"
    assert "原来那个文件" in problem.hint or "请改名" in problem.hint


def test_each_missing_one_is_told_where_it_stands(board):
    site = board({"plans/a.md": plan(head="附件:\n  - 表.xlsx\n  - 文件: 图.png\n    名称: 图")})
    assert told(site) == [
        "plans/a.md:7:5 error attachment-missing",
        "plans/a.md:8:5 error attachment-missing",
    ]


def test_only_the_one_that_is_missing_is_told(board):
    site = board({"plans/a.md": plan(head="附件: [表.xlsx, 图.png]"), "plans/图.png": b"1"})
    assert [problem.message for problem in site.problems] == ["找不到附件“plans/表.xlsx”。"]


def test_one_that_is_too_large_is_refused_and_not_read(board, monkeypatch):
    monkeypatch.setattr("noticeboard.checks.attachments.attachment_too_large.LARGEST", 1024 * 1024)
    monkeypatch.setattr("noticeboard.checks.personal.findings.LARGEST", 1024 * 1024)
    large = b"PK\x03\x04 broken" + b"0" * 2 * 1024 * 1024
    files = {"plans/a.md": plan(head="附件: 表.zip"), "plans/表.zip": large}
    site = board(files)
    assert told(site) == ["plans/a.md:6:5 error attachment-too-large"]
    assert site.problems[0].message == "附件“表.zip”有 2 MB，超过了 1 MB。"


def test_nobody_reads_one_that_is_too_large(tmp_path):
    sparse = tmp_path / "plans" / "录像.mp4"
    sparse.parent.mkdir()
    with sparse.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    files = list_files(tmp_path)
    assert with_digests(files, tmp_path, files.sizes).digests == {}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("值班表.lnk", "快捷方式"),
        ("公示.url", "快捷方式"),
        ("通知.docx.tmp", "请删去"),
        ("计划.BAK", "请删去"),
        ("图.cdr", "换成 PDF"),
        ("没有结尾", "没有扩展名"),
        ("通知.docx", "“附件”，或在正文里链接"),
    ],
)
def test_what_nobody_uses_is_told_with_a_hint_that_can_be_followed(board, name, said):
    (problem,) = board({f"plans/{name}": b"x"}).problems
    assert (problem.code, said in problem.hint) == ("attachment-unlinked", True), problem.hint


def test_an_ending_that_the_board_allows_can_be_attached(board):
    (problem,) = board({"plans/图.cdr": b"x"}, attachment_endings=["cdr"]).problems
    assert "在正文里链接" in problem.hint
