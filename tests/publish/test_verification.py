"""A ledger or a code in somebody's hand against the repository."""

import codecs
import csv
import hashlib
import io
from datetime import date

import openpyxl
import pytest

from boards import load_board
from noticeboard.publish import verification
from noticeboard.publish.verification import (
    NotALedger,
    RowChange,
    compare,
    find_code,
    find_document,
    read_code,
    read_ledger,
)

HEAD = "---\n类型: 公开\n标题: {title}\n日期: 2026-03-02\n类别: 财务\n责任部门: 财务室\n{more}---\n{body}\n"


def disclosure(title="预算", body="正文", more=""):
    return HEAD.format(title=title, body=body, more=more)


FILES = {
    "plans/a.md": disclosure("预算", more="编号: 公开〔2026〕05\n附件: [附件/表一.xlsx, 附件/表二.xlsx]\n"),
    "plans/b.md": disclosure("=决算", more="公示期: 2026-03-02 至 2026-03-06\n"),
    "plans/附件/表一.xlsx": b"PK1",
    "plans/附件/表二.xlsx": b"PK2",
    "plans/附件/表三.xlsx": b"PK3",
}


def asset(site, address):
    (found,) = [asset for asset in site.assets if asset.address == address]
    return found.content()


@pytest.fixture
def later(tmp_path):
    """`later(changes)`: the site after some files changed; a file that became None is gone."""

    def make(changes=None, **options):
        folder = tmp_path / "later"
        files = {path: content for path, content in (FILES | (changes or {})).items() if content is not None}
        return load_board(folder, files, **options)

    return make


@pytest.fixture(params=["csv", "xlsx", "csv saved by a spreadsheet program"])
def rows(request, tmp_path):
    site = load_board(tmp_path / "then", FILES)
    content = asset(site, f"disclosure/ledger.{request.param[:4].strip()}")
    if "saved" in request.param:
        text = content.decode("utf-8-sig").replace("2026-03-02", "2026/3/2").replace('"', "")
        content = text.encode("gb18030")
    return read_ledger(content)


def said(rows, site):
    return [(finding.verdict, finding.path, *finding.details) for finding in compare(rows, site)]


def test_a_ledger_may_have_just_as_many_bytes_as_is_said(tmp_path, monkeypatch):
    content = asset(load_board(tmp_path, FILES), "disclosure/ledger.csv")
    monkeypatch.setattr(verification, "_LARGEST", len(content))
    assert read_ledger(content)
    monkeypatch.setattr(verification, "_LARGEST", len(content) - 1)
    with pytest.raises(NotALedger, match="文件太大"):
        read_ledger(content)


def test_a_ledger_agrees_with_what_it_was_made_of(rows, later):
    assert len(rows) == 2
    assert said(rows, later()) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"plans/a.md": FILES["plans/a.md"] + "改"}, (RowChange.CHANGED, "plans/a.md", "原文改过")),
        ({"plans/附件/表一.xlsx": b"PK9"}, (RowChange.CHANGED, "plans/a.md", "附件“附件/表一.xlsx”改过")),
        ({"plans/附件/表二.xlsx": None}, (RowChange.CHANGED, "plans/a.md", "附件“附件/表二.xlsx”没有了")),
        (
            {"plans/a.md": FILES["plans/a.md"].replace("表二.xlsx]", "表三.xlsx]")},
            (
                RowChange.CHANGED, "plans/a.md", "原文改过",
                "附件“附件/表二.xlsx”没有了", "附件“附件/表三.xlsx”是后来加的",
            ),
        ),
        ({"plans/b.md": None}, (RowChange.GONE, "plans/b.md")),
        ({"plans/c.md": disclosure("新的")}, (RowChange.NEW, "plans/c.md")),
    ],
)  # fmt: skip
def test_what_changed_since_is_told(rows, later, changes, found):
    assert said(rows, later(changes)) == [found]


def saved(text, *, mark=b"", encoding="utf-8", end="\n"):
    return mark + text.replace("\n", end).encode(encoding)


SAVED = {
    "as it was": {},
    "by Windows": {"end": "\r\n"},
    "by an old Mac": {"end": "\r"},
    "by Notepad": {"end": "\r\n", "mark": codecs.BOM_UTF8},
    "with a mark": {"mark": codecs.BOM_UTF8},
    "as ANSI": {"end": "\r\n", "encoding": "gb18030"},
    "as Unicode": {"end": "\r\n", "encoding": "utf-16-le", "mark": codecs.BOM_UTF16_LE},
}
DOCUMENTS = [path for path in FILES if path.endswith(".md")]


def saved_anew(**how):
    return {path: saved(FILES[path], **how) for path in DOCUMENTS}


@pytest.mark.slow
@pytest.mark.parametrize("then", SAVED)
@pytest.mark.parametrize("now", SAVED)
def test_the_code_is_of_the_text_however_it_was_saved(tmp_path, then, now):
    ledgers = [
        read_ledger(
            asset(load_board(tmp_path / which, FILES | saved_anew(**SAVED[which])), "disclosure/ledger.csv")
        )
        for which in (then, now)
    ]
    assert ledgers[0] == ledgers[1]
    for row in ledgers[0]:
        plain = FILES[row["文件"]].encode()
        assert row["原文核对码"] == hashlib.sha256(plain).hexdigest(), "as sha256sum says of the file with LF"


@pytest.mark.slow
@pytest.mark.parametrize("then", [which for which in SAVED if which != "by an old Mac"])
@pytest.mark.parametrize("now", SAVED)
def test_a_ledger_of_an_earlier_release_still_agrees(rows, later, then, now):
    for row in rows:
        row["原文核对码"] = hashlib.sha256(saved(FILES[row["文件"]], **SAVED[then])).hexdigest()
    assert said(rows, later(saved_anew(**SAVED[now]))) == []
    changed = {path: content + "。".encode() for path, content in saved_anew().items()}
    assert {finding[2] for finding in said(rows, later(changed))} == {"原文改过"}


TABLE = "姓名,票数\r\n甲,3\r\n"


@pytest.mark.slow
@pytest.mark.parametrize(("then", "now"), [("\r\n", "\n"), ("\n", "\r\n")])
def test_an_attachment_that_git_gave_other_line_ends_is_the_same(tmp_path, then, now):
    boards = [
        load_board(
            tmp_path / str(number),
            {
                "plans/a.md": disclosure(more="附件: 表.csv\n"),
                "plans/表.csv": TABLE.replace("\r\n", end).encode() + more,
            },
        )
        for number, (end, more) in enumerate([(then, b""), (now, b""), (now, b"x")])
    ]
    rows = read_ledger(asset(boards[0], "disclosure/ledger.csv"))
    published = hashlib.sha256(TABLE.replace("\r\n", then).encode()).hexdigest()
    assert rows[0]["附件核对码"] == f"{published} 表.csv"
    assert said(rows, boards[1]) == []
    assert said(rows, boards[2]) == [("changed", "plans/a.md", "附件“表.csv”改过")]


def test_an_earlier_code_finds_its_file(later):
    code = hashlib.sha256(saved(FILES["plans/b.md"], **SAVED["by Notepad"])).hexdigest()
    assert [(match.name, match.earlier) for match in find_code(code[:16], later())] == [("原文", True)]
    assert find_code(code, later({"plans/b.md": FILES["plans/b.md"] + "改"})) == ()


def test_a_file_that_moved_is_found_again(rows, later):
    assert said(rows, later({"plans/b.md": None, "plans/2026/b.md": FILES["plans/b.md"]})) == [
        (RowChange.GONE, "plans/b.md", "内容相同的在“plans/2026/b.md”"),
        (RowChange.NEW, "plans/2026/b.md"),
    ]


def test_a_ledger_that_somebody_changed_is_told(rows, later):
    rows[0]["责任部门"] = "教务处"
    assert said(rows, later()) == [
        (RowChange.CHANGED, rows[0]["文件"], "台账里的“责任部门”被改过，应当是“财务室”")
    ]


def test_the_passing_of_days_changes_nothing(rows, later):
    from_another_day = later(today=date(2027, 1, 1))
    assert said(rows, from_another_day) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", "标题,日期\n甲,乙\n".encode(), b"\xff\xfe\x00", b"\x89PNG\r\n\x1a\n", b'"' * 3],
)
def test_what_is_no_ledger_is_refused(content):
    with pytest.raises(NotALedger):
        read_ledger(content)


def test_another_workbook_is_refused():
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    with pytest.raises(NotALedger):
        read_ledger(stream.getvalue())


def test_a_very_large_field_is_refused():
    with pytest.raises(NotALedger):
        read_ledger(("x" * (csv.field_size_limit() + 1)).encode())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("AB12 cd34 EF56", "ab12cd34ef56"),
        ("a" * 64, "a" * 64),
        ("a" * 65, None),
        ("a" * 11, None),
        ("台账.csv", None),
        ("xyz" * 5, None),
    ],
)
def test_codes_as_they_are_typed(text, code):
    assert read_code(text) == code


def test_a_code_finds_its_file(later):
    catalog = later()
    source = hashlib.sha256(FILES["plans/b.md"].encode()).hexdigest()
    attachment = hashlib.sha256(b"PK1").hexdigest()
    assert [(match.record.document.path, match.name) for match in find_code(source[:16], catalog)] == [
        ("plans/b.md", "原文")
    ]
    assert [(match.record.document.path, match.name) for match in find_code(attachment, catalog)] == [
        ("plans/a.md", "附件/表一.xlsx")
    ]
    assert find_code("0" * 64, catalog) == ()


@pytest.mark.parametrize("name", ["公开〔2026〕05", "plans/a.md", "plans/a/", "/plans/a/"])
def test_a_disclosure_is_found_by_number_path_and_address(name, later):
    assert find_document(name, later()).document.path == "plans/a.md"
