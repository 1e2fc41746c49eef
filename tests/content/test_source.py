"""From bytes to front matter and body, with the places of the file as it is; and which files there are."""

from __future__ import annotations

import codecs
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.content.front_matter.header import Scalar
from noticeboard.content.source import (
    MAX_BYTES,
    Source,
    SourceFile,
    content_of,
    list_sources,
    read_source,
    source_of,
)
from noticeboard.problems import Problem

KNOWN = frozenset({"类型", "标题", "日期", "附件", "期间", "联系", "type", "title"})


def read(data: bytes | str) -> Source:
    return read_source("plans/2026/计划.md", data.encode() if isinstance(data, str) else data, KNOWN)


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{p.line}:{p.column} {p.level} {p.code}" for p in problems]


def keys(source: Source) -> list[str]:
    return [f"{entry.key}@{entry.key_line}" for entry in source.header.entries]


READ = [
    ("usual", "---\n类型: 计划\n---\n正文\n", ["类型@2"], "正文\n", 4, []),
    ("no end of line at the end", "---\n类型: 计划\n---", ["类型@2"], "", 4, []),
    ("an empty body", "---\n类型: 计划\n---\n", ["类型@2"], "", 4, []),
    ("blank lines before", "\n　\n\n---\n类型: 计划\n---\n正文", ["类型@5"], "正文", 7, []),
    ("a mark and blank lines", "\ufeff\n---\n类型: 计划\n---\n正文", ["类型@3"], "正文", 5, []),
    ("blanks after the dashes", "---  \n类型: 计划\n---\t\n正文", ["类型@2"], "正文", 4, []),
    ("CRLF", "---\r\n类型: 计划\r\n---\r\n正文\r\n二\r\n", ["类型@2"], "正文\n二\n", 4, []),
    ("lone CR", "---\r类型: 计划\r---\r正文\r", ["类型@2"], "正文\n", 4, []),
    ("blank lines inside", "---\n\n类型: 计划\n\n标题: x\n\n---\n正文", ["类型@3", "标题@5"], "正文", 8, []),
    ("nothing between", "---\n---\n正文", [], "正文", 3, []),
    ("comments between", "---\n# 说明\n---\n正文", [], "正文", 4, []),
    ("a rule in the body", "---\n类型: 计划\n---\n一\n\n---\n二", ["类型@2"], "一\n\n---\n二", 4, []),
    ("em dashes", "——\n类型: 计划\n——\n正文", ["类型@2"], "正文", 4, ["1:1 warning", "3:1 warning"]),
    ("full-width dashes", "－－－\n类型: 计划\n---\n正文", ["类型@2"], "正文", 4, ["1:1 warning"]),
    ("four dashes", "---\n类型: 计划\n----\n正文", ["类型@2"], "正文", 4, ["3:1 warning"]),
    ("two dashes", "---\n类型: 计划\n--\n正文", ["类型@2"], "正文", 4, ["3:1 warning"]),
    ("three dots", "---\n类型: 计划\n...\n正文", ["类型@2"], "正文", 4, ["3:1 warning"]),
    (
        "dashes away from the margin",
        " ---\n类型: 计划\n  ---\n正文",
        ["类型@2"],
        "正文",
        4,
        ["1:2 warning", "3:3 warning"],
    ),
    (
        "no first line of dashes",
        "类型: 计划\n附件:\n- a\n---\n正文",
        ["类型@1", "附件@2"],
        "正文",
        5,
        ["1:1 warning"],
    ),
    (
        "a misspelt key last",
        "---\n类型: 计划\n\n责任部们: 办公室\n---\n正文",
        ["类型@2", "责任部们@4"],
        "正文",
        6,
        [],
    ),
    ("a list after a blank line", "---\n附件:\n\n- a.pdf\n---\n正文", ["附件@2"], "正文", 6, []),
]


@pytest.mark.parametrize(
    ("name", "text", "entries", "body", "body_line", "problems"), READ, ids=[case[0] for case in READ]
)
def test_read(
    name: str, text: str, entries: list[str], body: str, body_line: int, problems: list[str]
) -> None:
    source = read(text)
    assert (keys(source), source.body, source.body_line) == (entries, body, body_line)
    assert told(source.problems) == [f"{problem} front-matter-fence" for problem in problems]


REFUSED = [
    ("an empty file", "", [], "1:1 error front-matter-missing"),
    ("only blank lines", "\n \n　\n", [], "1:1 error front-matter-missing"),
    ("no front matter", "# 计划\n\n正文\n", [], "1:1 error front-matter-missing"),
    ("no front matter but a rule", "# 计划\n\n正文\n\n---\n\n附", [], "1:1 error front-matter-missing"),
    ("a rule first", "——\n正文\n", [], "1:1 error front-matter-missing"),
    ("only dashes", "---\n", [], "1:1 error front-matter-missing"),
    ("text below dashes", "---\n正文\n", [], "1:1 error front-matter-missing"),
    ("keys without dashes", "类型: 计划\n标题: x\n\n正文\n", [], "1:1 error front-matter-missing"),
    (
        "a heading before",
        "# 计划\n---\n类型: 计划\n---\n正文",
        ["类型@3"],
        "1:1 error front-matter-not-first",
    ),
    (
        "not closed, nothing below",
        "---\n类型: 计划\n标题: x\n",
        ["类型@2", "标题@3"],
        "3:1 error front-matter-unclosed",
    ),
    (
        "not closed, prose below",
        "---\n类型: 计划\n\n各位老师：\n好",
        ["类型@2"],
        "4:1 error front-matter-unclosed",
    ),
    (
        "not closed, heading below",
        "---\n类型: 计划\n\n# 正文\n",
        ["类型@2"],
        "4:1 error front-matter-unclosed",
    ),
    (
        "not closed, heading at once",
        "---\n类型: 计划\n## 正文\n",
        ["类型@2"],
        "3:1 error front-matter-unclosed",
    ),
    (
        "not closed, list below",
        "---\n类型: 计划\n\n- 8日 座谈\n",
        ["类型@2"],
        "4:1 error front-matter-unclosed",
    ),
    (
        "not closed, a rule far below",
        "---\n类型: 计划\n标题: x\n\n### 三月\n- 8日 座谈\n\n---\n附",
        ["类型@2", "标题@3"],
        "5:1 error front-matter-unclosed",
    ),
    ("a list", "---\n- 类型: 计划\n- 标题: x\n---\n正文", [], "2:1 error front-matter-list"),
    ("a text", "---\n今天开会\n---\n正文", [], "2:1 error stray-line"),
    ("zero bytes", "---\n类型: \0\n---\n", [], "2:5 error nul-byte"),
    ("a directive", "%YAML 1.1\n---\n类型: 计划\n---\n正文", ["类型@3"], "1:1 error front-matter-not-first"),
]


@pytest.mark.parametrize(("name", "text", "entries", "problem"), REFUSED, ids=[case[0] for case in REFUSED])
def test_refused(name: str, text: str, entries: list[str], problem: str) -> None:
    source = read(text)
    assert told(source.problems) == [problem]
    assert keys(source) == entries


def test_the_hint_names_the_line() -> None:
    (problem,) = read("---\n类型: 计划\n\n各位老师：\n好").problems
    assert problem.message == "开头的“---”后面缺少配对的第二行“---”。"
    assert problem.hint == "请在第 4 行前面加一行“---”。"


def test_the_body_of_an_unclosed_front_matter_begins_where_it_does() -> None:
    source = read("---\n类型: 计划\n\n## 三月\n- 8日")
    assert (source.body, source.body_line) == ("## 三月\n- 8日", 4)


def test_all_faults_of_a_file_are_told_at_once() -> None:
    source = read('——\n类型：计划\n标题: "开会\n日期:2026-03-08\n附件: *a\n--\n正文\a'.encode("gb18030"))
    assert told(source.problems) == [
        "1:1 warning encoding-gb18030",
        "1:1 warning front-matter-fence",
        "2:3 warning fullwidth-colon",
        "3:5 error unclosed-quote",
        "4:3 warning missing-space",
        "5:5 error unsupported-yaml",
        "6:1 warning front-matter-fence",
        "7:3 error control-character",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_digest_is_of_the_text_with_line_feeds(encoding: str, end: str) -> None:
    text = "---\n类型: 计划\n---\n会议安排和经费预算的说明，请各组组长按时参加。\n"
    data = text.replace("\n", end).encode(encoding)
    assert read(data).digest == hashlib.sha256(text.encode()).hexdigest()


def test_every_character_counts_for_the_digest() -> None:
    texts = ["a\n", "a", "a \n", "a\n\n", "a\x0b\n", "\na\n", "Ａ\n", "a\u2028\n"]
    assert len({read(text.encode()).digest for text in texts}) == len(texts)


def test_big_files() -> None:
    head = "---\n类型: 计划\n---\n".encode()
    assert not read(head.ljust(MAX_BYTES)).problems
    source = read(head.ljust(MAX_BYTES + 1))
    assert told(source.problems) == ["1:1 error too-big"]
    assert (source.header.entries, source.body, source.encoding) == ((), "", "")


def test_undecodable_files_have_no_half_of_a_text() -> None:
    source = read("---\n类型: 计划\n---\n正文".encode()[:-1])
    assert told(source.problems) == ["4:2 error encoding-broken"]
    assert (source.header.entries, source.body, source.encoding) == ((), "", "")


NASTY = [
    ("10,000 keys", "".join(f"项{n}: 值\n" for n in range(10_000))),
    ("10,000 items", "附件:\n" + "- a.pdf\n" * 10_000),
    ("10,000 brackets", "附件: " + "[" * 10_000 + "]" * 10_000),
    ("10,000 open brackets, each on its line", "附件:\n" + " [\n" * 10_000),
    ("10,000 dashes", "附件:\n" + "- " * 10_000),
    ("1,000 levels", "".join(" " * n + "a:\n" for n in range(1_000))),
    ("10,000 quotes", "标题: [" + "' " * 10_000),
    ("a long run of blanks", "附件:\n - a" + " " * 100_000 + "b\n标" + " " * 100_000 + "题\n"),
    ("a long run of tabs", "附件:\n" + "\t" * 100_000 + "- a\n"),
    ("a long word", "标题: " + "a" * 500_000),
    ("aliases of aliases", "甲: &a [x, x]\n乙: &b [*a, *a]\n丙: &c [*b, *b]\n附件: *c"),
]


@pytest.mark.parametrize(("name", "header"), NASTY, ids=[case[0] for case in NASTY])
def test_nasty_files_are_read_or_refused(name: str, header: str) -> None:
    source = read(f"---\n{header}\n---\n正文")
    assert source.body == "正文"
    assert source.header.entries


SLIPS = st.fixed_dictionaries(
    {
        "blanks": st.sampled_from(["", " ", "  "]),
        "colon": st.sampled_from([": ", ":", "：", "： ", ":\t", ":　", " : "]),
        "end": st.sampled_from(["\n", "\r\n", "\r"]),
        "mark": st.booleans(),
        "encoding": st.sampled_from(["utf-8", "gb18030", "utf-16-le"]),
        "lines_before": st.integers(0, 3),
        "value": st.sampled_from(
            ["三八节活动", "16:20", "*重要*", "第1组 #2", "通知: 开会", "&A 组", "@全体", '"三八"节', "%"]
        ),
    }
)


@given(SLIPS)
def test_places_are_those_of_the_file_as_typed(slips: dict) -> None:
    """A key and its value are found in the file at the line and column given, whatever was mended."""
    lines = [""] * slips["lines_before"] + ["---", "类型: 计划"]
    lines += [
        f"标题{slips['colon']}{slips['value']}",
        "附件:",
        f"{slips['blanks']}- {slips['value']}",
        "---",
        "正文",
    ]
    data = slips["end"].join(lines).encode(slips["encoding"])
    if slips["mark"] and slips["encoding"] != "gb18030":
        data = (codecs.BOM_UTF8 if slips["encoding"] == "utf-8" else codecs.BOM_UTF16_LE) + data
    source = read(data)
    assert not [problem for problem in source.problems if problem.is_error]
    assert [entry.key for entry in source.header.entries] == ["类型", "标题", "附件"]
    assert lines[source.body_line - 1] == "正文"
    for entry in source.header.entries:
        assert lines[entry.key_line - 1].startswith(entry.key, entry.key_column - 1)
        value = entry.value if isinstance(entry.value, Scalar) else entry.value.items[0]
        if isinstance(value, Scalar):
            assert lines[value.line - 1].startswith(value.text, value.column - 1)


@given(
    st.binary(max_size=300)
    | st.text("-—－#\n\r :：类型标题计划[]{}*&\t　.\ufeff", max_size=80).map(str.encode)
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    source = read(data)
    assert source.header.entries or source.problems or not data.strip(b"-\r\n ")
    for problem in source.problems:
        assert problem.line >= 1
        assert problem.column >= 1
    if source.encoding:
        lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert source.encoding != "utf-8" or source.body.count("\n") + source.body_line <= len(lines) + 1


def draw(root: Path, *names: str) -> None:
    """Files below `root`; a name that ends with a slash is a folder."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            path.mkdir(exist_ok=True)
        else:
            path.write_bytes(b"---\n---\n")


def paths(root: Path) -> list[str]:
    sources, problems = list_sources(root)
    assert not problems
    return [source.path for source in sources]


def test_documents_are_listed_by_path(tmp_path: Path) -> None:
    draw(
        tmp_path,
        "plans/2026/b.md",
        "plans/2026/a.md",
        "plans/z.md",
        "plans/2026/深/处/计划 一.MD",
        "plans/空/",
    )
    assert paths(tmp_path) == [
        "plans/2026/a.md",
        "plans/2026/b.md",
        "plans/2026/深/处/计划 一.MD",
        "plans/z.md",
    ]


def test_other_files_and_drafts_in_hand_are_passed_over(tmp_path: Path) -> None:
    draw(tmp_path, "plans/a.md", "plans/_模板.md", "plans/.b.md", "plans/_草稿/c.md", "plans/.git/d.md")
    draw(tmp_path, "plans/表.xlsx", "plans/md", "plans/a.md.bak", "docs/index.md", "b.md")
    assert paths(tmp_path) == ["plans/a.md"]


def test_odd_names_are_fine(tmp_path: Path) -> None:
    names = [
        "plans/a b.md",
        "plans/关于“三八”的通知（定稿）.md",
        "plans/%20#&.md",
        "plans/-.md",
        "plans/👍.md",
    ]
    draw(tmp_path, *names)
    assert paths(tmp_path) == sorted(names)


def test_a_location_can_be_read(tmp_path: Path) -> None:
    draw(tmp_path, "plans/a.md")
    (source,), _ = list_sources(tmp_path)
    assert source_of(source, content_of(source), KNOWN) == read_source("plans/a.md", b"---\n---\n", KNOWN)


def listed(root: Path) -> tuple[list[str], list[str]]:
    sources, problems = list_sources(root)
    assert {(problem.line, problem.column) for problem in problems} <= {(1, 1)}
    return [source.path for source in sources], [f"{p.path} {p.level} {p.code}" for p in problems]


def test_links_are_refused_and_never_followed(tmp_path: Path) -> None:
    draw(tmp_path, "plans/a.md", "secret/b.md", "plans/_x.md")
    (tmp_path / "plans/文件.md").symlink_to(tmp_path / "secret/b.md")
    (tmp_path / "plans/夹").symlink_to(tmp_path / "secret")
    (tmp_path / "plans/表.pdf").symlink_to("nowhere")
    (tmp_path / "plans/环").symlink_to(tmp_path / "plans")
    assert listed(tmp_path) == (
        ["plans/a.md"],
        [f"plans/{name} error symlink" for name in sorted(["夹", "文件.md", "环", "表.pdf"])],
    )


def test_plans_itself_may_not_be_a_link(tmp_path: Path) -> None:
    draw(tmp_path, "secret/b.md")
    (tmp_path / "plans").symlink_to(tmp_path / "secret")
    assert listed(tmp_path) == ([], ["plans error symlink"])


def test_no_plans(tmp_path: Path) -> None:
    assert listed(tmp_path) == ([], ["plans error unreadable-file"])


def test_big_documents_are_not_listed(tmp_path: Path) -> None:
    draw(tmp_path, "plans/a.md", "plans/b.md", "plans/c.pdf")
    for name in ("a.md", "c.pdf"):
        os.truncate(tmp_path / "plans" / name, MAX_BYTES + 1)
    os.truncate(tmp_path / "plans/b.md", MAX_BYTES)
    assert listed(tmp_path) == (["plans/b.md"], ["plans/a.md error too-big"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no named pipes")
def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    draw(tmp_path, "plans/a.md/b.md")
    os.mkfifo(tmp_path / "plans/c.md")
    assert listed(tmp_path) == (["plans/a.md/b.md"], ["plans/c.md error not-a-file"])


@pytest.mark.parametrize(
    ("one", "other"),
    [("Plan.md", "plan.md"), ("caf\u00e9.md", "cafe\u0301.md"), ("Straße.md", "STRASSE.md")],
    ids=["capitals", "accents", "sharp s"],
)
def test_names_that_some_systems_take_for_one(tmp_path: Path, one: str, other: str) -> None:
    draw(tmp_path, f"plans/2026/{one}", f"plans/2026/{other}", f"plans/2025/{one}")
    if len(os.listdir(tmp_path / "plans/2026")) < 2:
        pytest.skip("this file system takes them for one")
    problems = listed(tmp_path)[1]
    assert problems == sorted(f"plans/2026/{name} error names-alike" for name in (one, other))


def test_folders_that_some_systems_take_for_one(tmp_path: Path) -> None:
    draw(tmp_path, "plans/A/a.md", "plans/a/b.md")
    if len(os.listdir(tmp_path / "plans")) < 2:
        pytest.skip("this file system takes them for one")
    assert listed(tmp_path)[1] == ["plans/A error names-alike", "plans/a error names-alike"]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    draw(tmp_path, "plans/a.md")
    try:
        os.close(os.open(os.fsencode(tmp_path) + b"/plans/\xbc\xc6.md", os.O_CREAT))
    except OSError:
        pytest.skip("this file system holds only text")
    sources, problems = listed(tmp_path)
    assert (sources, problems) == (["plans/a.md"], ["plans/??.md error bad-name"])


def test_a_file_that_goes_away_is_a_problem(tmp_path: Path) -> None:
    file = SourceFile("plans/a.md", tmp_path / "a.md")
    source = source_of(file, content_of(file), KNOWN)
    assert told(source.problems) == ["1:1 error unreadable-file"]
    assert source.problems[0].path == "plans/a.md"
