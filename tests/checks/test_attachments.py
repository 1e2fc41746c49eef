import pytest

from boards import plan, told
from noticeboard.content.files import LARGEST, list_files, with_digests


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("表.xlsx", b"1", []),
        ("表.XLS", b"1", []),
        ("表.xlsx", b"", ["plans/a.md:6:5 error attachment-empty"]),
        ("表.xlsm", b"1", ["plans/a.md:6:5 warning attachment-macros"]),
        ("表.DOCM", b"1", ["plans/a.md:6:5 warning attachment-macros"]),
        ("_表.xlsx", b"1", ["plans/a.md:6:5 error attachment-missing"]),
        ("b.md", plan(title="乙"), ["plans/a.md:6:5 error attachment-document"]),
    ],
)
def test_attachments(board, name, content, expected):
    assert told(board({"plans/a.md": plan(head=f"附件: {name}"), f"plans/{name}": content})) == expected


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
    monkeypatch.setattr("noticeboard.checks.personal.search.LARGEST", 1024 * 1024)
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
