"""Whole boards with something wrong: exactly this is told, and every other document is checked and published."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from board_cases import FOLDER, read_case, told
from boards import ANY, TODAY, load_board
from noticeboard.build import Site, load
from noticeboard.content.settings.board_settings import Settings
from noticeboard.edition import Edition
from noticeboard.views import PageRenderer

UNITS = ["晨光小学工会", "东校区分工会", "幼教部分工会"]
CONTROL = {
    "plans/对照/一.md": "---\n类型: 通知\n标题：对照甲\n日期: 2026-03-01\n---\n",
    "plans/对照/二.md": "---\n类型: 通知\n标题: 对照乙\n日期: 2026-03-01\n---\n",
}
"""Two documents that stand beside each case: one with a known warning, one without a fault."""

ATTACHMENT = "（附件）\n"
"""What a case writes of a file in which it does not matter what stands."""
CONTROL_WARNING = "plans/对照/一.md:3:3 warning fullwidth-colon"
CASES = sorted(FOLDER.glob("*.txt"))


def load_with_control(root: Path, files: dict[str, str | bytes]) -> Site:
    return load_board(root, CONTROL | {path: _bytes(content) for path, content in files.items()}, units=UNITS)


def _bytes(content: str | bytes) -> bytes:
    if content == ATTACHMENT:
        return ANY
    return content if isinstance(content, bytes) else content.encode()


def check(site: Site, expected: list[str]) -> None:
    """Exactly `expected` is told, the sound documents are on the board, and a board without errors can be shown."""
    assert told(site.problems, [CONTROL_WARNING, *expected]) == sorted([CONTROL_WARNING, *expected])
    assert {"对照甲", "对照乙"} <= {document.title for document in site.catalog.shown}
    if not site.has_errors:
        renderer = PageRenderer(site.catalog)
        assert all(renderer.render(page, text="").html for page in site.pages)


@pytest.mark.slow
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = read_case(path.read_text(encoding="utf-8"))
    assert case.about
    check(load_with_control(tmp_path, case.files), list(case.expected))


def test_there_are_cases() -> None:
    assert len(CASES) > 60


def document(kind: str, *lines: str, body: str = "正文") -> str:
    return "\n".join(["---", f"类型: {kind}", "标题: 一", "日期: 2026-03-01", *lines, "---", body, ""])


NOTICE = document("通知")
KEYS = [f"项{number}: 值" for number in range(10_000)]
LONG = "长" * 10_000
DIGITS = "9" * 10_000

BYTES: dict[str, tuple[dict[str, str | bytes], list[str]]] = {
    "byte order mark and CRLF": ({"a.md": "\ufeff" + NOTICE.replace("\n", "\r\n")}, []),
    "lone CR": ({"a.md": NOTICE.replace("\n", "\r")}, []),
    "GB18030": ({"a.md": NOTICE.encode("gb18030")}, ["a.md:1:1 warning encoding-gb18030 另存为 UTF-8"]),
    "UTF-16": ({"a.md": NOTICE.encode("utf-16")}, ["a.md:1:1 warning encoding-utf-16 另存为 UTF-8"]),
    "truncated UTF-8": ({"a.md": NOTICE.encode()[:-2]}, ["a.md:6:2 error encoding-broken"]),
    "UTF-8 and GBK in one file": (
        {"a.md": NOTICE.encode() + "附：值班安排表。\n".encode("gbk")},
        ["a.md:7:1 error encoding-mixed"],
    ),
    "NUL bytes": ({"a.md": NOTICE.replace("正文", "正\0文")}, ["a.md:6:2 error nul-byte"]),
    "a Word file": (
        {"a.md": b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + bytes(range(256)) * 8},
        ["a.md:1:6 error nul-byte"],
    ),
    "10 MB": ({"a.md": NOTICE + "值班\n" * 1_500_000}, ["a.md:1:1 error too-big 1 MB"]),
    "a title of 10,000 characters": ({"a.md": NOTICE.replace("一", LONG)}, []),
    "an item of 10,000 characters": (
        {"a.md": document("计划", "期间: 2026年", body=f"### 三月\n\n- 8日 {LONG}")},
        [],
    ),
    "10,000 unknown keys": (
        {"a.md": document("通知", *KEYS)},
        [f"a.md:{line}:1 error unknown-key" for line in range(5, 106)],
    ),
    "a number of 10,000 digits": ({"a.md": document("提案", f"编号: {DIGITS}")}, []),
    "10,000 digits of working days": (
        {"a.md": document("公开", "类别: 财务", "责任部门: 财务室", f"公示期: {DIGITS}个工作日")},
        ["a.md:7:6 error unreadable-day-range"],
    ),
    "a year of 10,000 digits": (
        {"a.md": document("计划", f"期间: {DIGITS}年")},
        ["a.md:5:5 error unreadable-period"],
    ),
    "results of 10,000 digits": (
        {"a.md": document("总结", "期间: 2026年", f"数据: 慰问：{DIGITS}万元")},
        ["a.md:6:5 warning result-without-number"],
    ),
    "a session of 10,000 digits": ({"a.md": document("提案", f"届次: {DIGITS}届{DIGITS}次")}, []),
    "a slug of 300 letters": (
        {"a.md": document("通知", f"网址名: {'a' * 300}")},
        ["a.md:5:1 error address-too-long 网址名"],
    ),
    "folders a hundred deep": (
        {"夹/" * 100 + "a.md": NOTICE},
        ["夹/" * 100 + "a.md:1:1 error address-too-long"],
    ),
    "names that differ in case": (
        {"计划A.md": NOTICE, "计划a.md": NOTICE},
        [
            f"{name}.md:1:1 error {code}"
            for name in ("计划A", "计划a")
            for code in ("duplicate-address", "names-alike")
        ],
    ),
    "a folder with a document's name": (
        {"a.md/表.pdf": b"1", "a.md/b.md": NOTICE.replace("正文", "[表](表.pdf)")},
        [],
    ),
}
"""Boards that no text file can show: files below plans/, and what is told of them."""


@pytest.mark.slow
@pytest.mark.parametrize("name", BYTES)
def test_bytes(name: str, tmp_path: Path) -> None:
    files, expected = BYTES[name]
    site = load_with_control(tmp_path, {f"plans/{path}": content for path, content in files.items()})
    check(site, [f"plans/{line}" for line in expected])


def link_to_a_file_outside(root: Path) -> list[str]:
    (root / "secret.md").write_text(NOTICE, encoding="utf-8")
    (root / "plans" / "a.md").symlink_to(root / "secret.md")
    return ["plans/a.md:1:1 error symlink 请把它指向的文件复制到这里"]


def link_to_a_folder_outside(root: Path) -> list[str]:
    (root / "secret").mkdir()
    (root / "secret" / "b.md").write_text(NOTICE, encoding="utf-8")
    (root / "plans" / "夹").symlink_to(root / "secret")
    return ["plans/夹:1:1 error symlink"]


def link_that_goes_round(root: Path) -> list[str]:
    (root / "plans" / "环").symlink_to(root / "plans")
    return ["plans/环:1:1 error symlink"]


def attachment_that_is_a_link(root: Path) -> list[str]:
    (root / "secret.pdf").write_bytes(b"1")
    (root / "plans" / "a.md").write_text(document("通知", "附件: 表.pdf"), encoding="utf-8")
    (root / "plans" / "表.pdf").symlink_to(root / "secret.pdf")
    return ["plans/a.md:5:5 error attachment-missing", "plans/表.pdf:1:1 error symlink"]


def named_pipe(root: Path) -> list[str]:
    os.mkfifo(root / "plans" / "a.md")
    return ["plans/a.md:1:1 error not-a-file"]


def unreadable_file(root: Path) -> list[str]:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (root / "plans" / "a.md").write_text(NOTICE, encoding="utf-8")
    (root / "plans" / "a.md").chmod(0)
    return ["plans/a.md:1:1 error unreadable-file"]


def name_that_is_no_text(root: Path) -> list[str]:
    try:
        os.close(os.open(os.fsencode(root / "plans") + b"/\xbc\xc6.md", os.O_CREAT))
    except OSError:
        pytest.skip("this file system holds only text")
    return ["plans/??.md:1:1 error bad-name"]


def attachment_whose_name_is_no_text(root: Path) -> list[str]:
    try:
        os.close(os.open(os.fsencode(root / "plans") + b"/\xb1\xed.pdf", os.O_CREAT))
    except OSError:
        pytest.skip("this file system holds only text")
    return ["plans/??.pdf:1:1 error bad-name"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes no such files")
@pytest.mark.parametrize(
    "make",
    [
        link_to_a_file_outside,
        link_to_a_folder_outside,
        link_that_goes_round,
        attachment_that_is_a_link,
        named_pipe,
        unreadable_file,
        name_that_is_no_text,
        attachment_whose_name_is_no_text,
    ],
    ids=lambda make: make.__name__,
)
def test_file_system(make: Callable[[Path], list[str]], tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    expected = make(tmp_path)
    check(load_with_control(tmp_path, {}), expected)


@pytest.mark.parametrize(
    "make", [lambda place: None, lambda place: place.write_text("x")], ids=["none", "a file"]
)
def test_no_plans(make: Callable[[Path], object], tmp_path: Path) -> None:
    """A site without its documents must not take the place of the one that is published."""
    make(tmp_path / "plans")
    site = load(tmp_path, Settings(), Edition(TODAY, "internal", False))
    assert told(site.problems, []) == [
        "plans:1:1 error unreadable-file 打不开这个文件或文件夹。请检查它在不在，有没有读取权限。"
    ]
