"""Whatever editor saved a file: its text, or one problem at the right line, never half of it."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.content.repository.encoding import decode

TEXT = (
    "---\n类型: 通知\n标题: 三八节活动安排\n---\n各位教职工：\n请于周五下午到大礼堂参加活动。\n张昊晗、李玥\n"
)
LETTER = "各位会员：\n今年的春游定在四月中旬，请各分会报名。\n"


def seen(data: bytes) -> tuple[str, str, list[str]]:
    decoded = decode("plans/a.md", data)
    problems = [f"{p.line}:{p.column} {p.level} {p.code}" for p in decoded.problems]
    assert {p.path for p in decoded.problems} <= {"plans/a.md"}
    return decoded.text, decoded.encoding, problems


READ = [
    ("UTF-8", TEXT.encode(), "utf-8", []),
    ("UTF-8 with a mark", TEXT.encode("utf-8-sig"), "utf-8", []),
    ("UTF-8 with two marks", codecs.BOM_UTF8 + TEXT.encode("utf-8-sig"), "utf-8", []),
    ("GB18030", TEXT.encode("gb18030"), "gb18030", ["1:1 warning encoding-gb18030"]),
    ("GBK", TEXT.encode("gbk"), "gb18030", ["1:1 warning encoding-gb18030"]),
    ("UTF-16 with a mark", TEXT.encode("utf-16"), "utf-16", ["1:1 warning encoding-utf-16"]),
    (
        "UTF-16 BE with a mark",
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        "utf-16",
        ["1:1 warning encoding-utf-16"],
    ),
    ("UTF-16 LE", TEXT.encode("utf-16-le"), "utf-16", ["1:1 warning encoding-utf-16"]),
    ("UTF-16 BE", TEXT.encode("utf-16-be"), "utf-16", ["1:1 warning encoding-utf-16"]),
    ("UTF-32 with a mark", TEXT.encode("utf-32"), "utf-32", ["1:1 warning encoding-utf-32"]),
    ("CRLF", TEXT.replace("\n", "\r\n").encode(), "utf-8", []),
    ("lone CR", TEXT.replace("\n", "\r").encode(), "utf-8", []),
    ("CRLF in GBK", TEXT.replace("\n", "\r\n").encode("gbk"), "gb18030", ["1:1 warning encoding-gb18030"]),
    (
        "CRLF in UTF-16",
        TEXT.replace("\n", "\r\n").encode("utf-16"),
        "utf-16",
        ["1:1 warning encoding-utf-16"],
    ),
]


@pytest.mark.parametrize(("name", "data", "encoding", "problems"), READ, ids=[case[0] for case in READ])
def test_read(name: str, data: bytes, encoding: str, problems: list[str]) -> None:
    assert seen(data) == (TEXT, encoding, problems)


def test_line_ends_may_be_mixed() -> None:
    assert seen(b"a\r\nb\rc\n\rd")[0] == "a\nb\nc\n\nd"


@pytest.mark.parametrize("word", ["联通", "标题", "通知：周五开会", "旖旎的春天来了"])
def test_short_gbk(word: str) -> None:
    assert seen(word.encode("gbk"))[:2] == (word, "gb18030")


def test_gbk_whose_single_lines_could_be_utf8() -> None:
    """`通知` in GBK is valid UTF-8 too, though of no use."""
    text = "标题: 春游\n通知\n通知\n"
    assert "通知".encode("gbk").decode() != "通知"
    assert seen(text.encode("gbk"))[0] == text


REFUSED = [
    ("a character cut off at the end", TEXT.encode()[:-2], "7:6 error encoding-broken"),
    (
        "a byte missing in line 3",
        TEXT.encode().replace("三".encode(), "三".encode()[:2]),
        "3:5 error encoding-broken",
    ),
    ("a single broken line", b"title: a\n" + "题".encode()[:2] + b"\n", "2:1 error encoding-broken"),
    ("GBK pasted into UTF-8", TEXT.encode() + LETTER.encode("gbk"), "8:1 error encoding-mixed"),
    (
        "GBK in the middle of a line",
        b"\xe4\xbc\x9a\n" + "会议：".encode() + "会议室".encode("gbk"),
        "2:4 error encoding-broken",
    ),
    ("UTF-8 pasted into GBK", TEXT.encode("gbk") + LETTER.encode(), "8:1 error encoding-mixed"),
    ("GBK cut off at the end", TEXT.encode("gbk")[:-2], "7:6 error encoding-broken"),
    ("Latin-1", "Café Zürich naïve".encode("latin-1"), "1:4 error encoding-broken"),
    ("UTF-16 cut off", TEXT.encode("utf-16")[:-1], "7:7 error encoding-broken"),
    ("UTF-8 with a mark, broken", codecs.BOM_UTF8 + b"ab\n\xff", "2:1 error encoding-broken"),
    ("a zero byte", b"---\n\xe6\xa0\x87: a\0b\n", "2:5 error nul-byte"),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "3:1 error nul-byte"),
    ("only zero bytes", bytes(4096), "1:1 error nul-byte"),
]


@pytest.mark.parametrize(("name", "data", "problem"), REFUSED, ids=[case[0] for case in REFUSED])
def test_refused(name: str, data: bytes, problem: str) -> None:
    assert seen(data) == ("", "", [problem])


ODD = [
    ("line separator", "标题\u2028二", "标题 二", "1:3 warning odd-break"),
    ("form feed", "一\n\f## 二", "一\n ## 二", "2:1 warning odd-break"),
    ("Word's line break", "一\v二", "一 二", "1:2 warning odd-break"),
    ("bell", "一\n二\a三", "一\n二 三", "2:2 error control-character"),
    ("C1 control", "一\x9d", "一 ", "1:2 error control-character"),
    ("no character", "一\ufffe", "一 ", "1:2 error control-character"),
    ("replacement character", "会\ufffd议", "会\ufffd议", "1:2 error lost-characters"),
    ("UTF-8 once read as GBK", "会锟斤拷议", "会锟斤拷议", "1:2 error lost-characters"),
    ("a tab", "一\t二", "一\t二", None),
    ("emoji and rare characters", "👍㐂𠮷", "👍㐂𠮷", None),
    ("zero-width space", "一\u200b二", "一\u200b二", None),
]


@pytest.mark.parametrize(("name", "text", "read", "problem"), ODD, ids=[case[0] for case in ODD])
def test_odd_characters(name: str, text: str, read: str, problem: str | None) -> None:
    assert seen(text.encode()) == (read, "utf-8", [problem] if problem else [])


def test_odd_characters_are_told_once_a_line() -> None:
    assert seen("一\a\a\n二\a".encode())[2] == ["1:2 error control-character", "2:2 error control-character"]


@pytest.mark.slow
@given(st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode("gb18030", "ignore")))
def test_any_bytes(data: bytes) -> None:
    decoded = decode("plans/a.md", data)
    assert decoded.encoding or [problem for problem in decoded.problems if problem.is_error]
    assert not set("\r\0\x0b\x0c\x85\u2028\u2029") & set(decoded.text)
    lines = decoded.text.split("\n") if decoded.encoding else None
    for problem in decoded.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        if lines is not None:
            assert problem.column <= len(lines[problem.line - 1]) + 1


COMMON = (
    "工会教职工代表大会活动安排通知三八节春游女工慰问困难职工评优公示地点时间负责人一二三四五六七八九十年月日"
)


@given(st.lists(st.text(COMMON, min_size=2, max_size=30), min_size=2, max_size=8), st.integers(min_value=0))
def test_a_cut_file_is_never_read_as_something_else(lines: list[str], cut: int) -> None:
    """Every beginning of a UTF-8 file is read as UTF-8 or refused: half a character is no other one."""
    text = "---\n类型: 通知\n---\n" + "\n".join(lines)
    data = text.encode()[: 12 + cut % len(text.encode())]
    decoded = decode("plans/a.md", data)
    assert decoded.encoding in ("", "utf-8")
    assert text.startswith(decoded.text)


@given(st.lists(st.text(COMMON, min_size=1, max_size=30), min_size=1, max_size=8))
def test_gb18030_is_read_as_what_it_is(lines: list[str]) -> None:
    text = "---\n类型: 通知\n---\n" + "\n".join(lines)
    assert seen(text.encode("gb18030"))[:2] == (text, "gb18030")
