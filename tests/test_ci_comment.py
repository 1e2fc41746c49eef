"""The comment under a pull request on the forges: what the report says cannot hide, forge or do anything.

The step of the workflow is run as it stands in the file, with an archive made by somebody who means harm.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from markdown import Markdown

from boards import write

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
STEPS = yaml.safe_load((ROOT / ".github/workflows/comment.yml").read_text(encoding="utf-8"))["jobs"][
    "comment"
]["steps"]
WARNING = "**下面的说明由请求里的程序生成；改动了程序的请求，请不要只看这里"
GH = """#!/bin/bash
echo "$*" >> calls
case "$*" in
  *artifacts/7/zip) cat given.zip ;;
  *runs/5/artifacts*) echo '{"artifacts":[{"name":"preview","id":6}'"$OTHERS"']}' | jq -r "$4" ;;
  *pulls*) echo '[{"number":1,"head":{"sha":"other"}},{"number":42,"head":{"sha":"abc"}},{"number":43,"head":{"sha":"abc"}}]' | jq -r "$5" ;;
  "pr comment"*) cp "$5" posted ;;
esac
"""


def archive_of(report: bytes, **members: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../outside", "x")
        archive.writestr("comment.md", report)
        for name, text in members.items():
            archive.writestr(name, text)
    return made.getvalue()


def post(folder: Path, archive: bytes | None, sha: str = "abc") -> str | None:
    """What the workflow's step posts for an artifact; None when it posts nothing."""
    shutil.copytree(ROOT / ".ci", folder / ".ci", ignore=shutil.ignore_patterns("__pycache__"))
    write(
        folder,
        {"bin/gh": GH.encode(), "temp/x": b"", **({"given.zip": archive} if archive is not None else {})},
    )
    (folder / "bin/gh").chmod(0o755)
    environment = {
        **os.environ, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "RUNNER_TEMP": str(folder / "temp"),
        "GH_REPO": "union/board", "RUN": "5", "RUN_URL": "https://forge.example/run/5", "HEAD_SHA": sha, "GH_TOKEN": "x",
        "OTHERS": "" if archive is None else ',{"name":"report","id":7}',
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "-e", "-c", STEPS[1]["run"]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    posted = folder / "posted"
    return posted.read_bytes().decode("utf-8") if posted.exists() else None


def comment_of(folder: Path, report: bytes, *options: str) -> str:
    """The comment for a report in a file."""
    (folder / "report.md").write_bytes(report)
    done = subprocess.run(
        [sys.executable, "-I", str(ROOT / ".ci/comment.py"), str(folder / "report.md"),
         "--run", "https://forge.example/run/5", "--commit", "abc", *options],
        capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout.decode("utf-8")


def shown(comment: str) -> str:
    """The HTML of a comment, as a forge makes it of Markdown with tables, fences and definitions."""
    forge = Markdown(extensions=["tables", "fenced_code", "footnotes", "sane_lists"])
    forge.ESCAPED_CHARS += ["~", "$", "|", "^"]  # as in CommonMark
    return forge.convert(comment)


HOSTILE = {
    "an unclosed comment": "没有问题\n\n<!--",
    "a closed comment": "<!-- x --> 没有",
    "a fence": "```\n没有",
    "a tilde fence": "~~~~\n没有",
    "details": "<details><summary>没有问题</summary>",
    "a style": "<style>*{display:none}</style>",
    "a script": "<script>alert(1)</script>\n<img src=x onerror=alert(1)>",
    "a block of HTML": "<div hidden>\n<table><tr><td>",
    "an unclosed tag": '<a href="',
    "CDATA": "<![CDATA[\n<?php\n<!DOCTYPE",
    "a definition": "[//]: # (x)\n[这一页]: https://evil.example",
    "a footnote": "[^1]: 脚注",
    "a link": "[预览](https://evil.example) <https://evil.example>",
    "a picture": "![图](https://evil.example/x.png)",
    "an escaped escape": "\\\\[x](https://evil.example) \\\\`代码`",
    "an address by itself": "https://evil.example www.evil.example ftp://evil.example a@b.example",
    "names": "@everyone @all @union/maintainers 见@here",
    "numbers": "#1 !2 GH-3 见GH-4 union/board#5 %6 &7 ~bug $8",
    "a command of GitLab": "/merge\n/close\n/assign @x",
    "a heading below": "警告\n===\n下\n---",
    "a table": "| 甲 | 乙 |\n|---|---|\n| 一 | 二 |",
    "a quotation that ends": "> 引\n\n**下面的说明由主分支的程序写成**",
    "entities": "&#64;everyone &lt;b&gt; &#x3c;script&#x3e; &commat;x",
    "an indented block": "        代码\n\t\t代码",
    "mathematics": "$`x`$ $$\nx\n$$",
    "an emoji by name": ":tada: :shipit:",
    "bold that does not end": "**没有 __x",
    "bold with a link in it": "**[x](https://evil.example)**",
    "an address of a page with a link in it": "`x](https://evil.example)`",
    "Chinese quotes": "｀｀｀\n《<!--》",
    "carriage returns": "甲\r<!--\r\r```",
    "line separators": "甲\u2028<!--\u2029```\x85# 大\x0b# 大\x0c# 大",
}  # fmt: skip


@pytest.mark.parametrize("report", HOSTILE.values(), ids=HOSTILE)
def test_of_a_reports_markup_only_our_own_is_let_through(tmp_path: Path, report: str) -> None:
    comment = comment_of(tmp_path, f"## 这次改动\n\n{report}\n\n- 最后一行\n".encode())
    assert comment.startswith(WARNING)
    html = shown(comment)
    # All that the report says is in the quotation, its last line too: nothing was swallowed, nothing stands outside.
    before, quotation, after = re.fullmatch(
        r"(.*)<blockquote>(.*)</blockquote>(.*)", html, re.DOTALL
    ).groups()
    assert "最后一行" in quotation
    assert "请求里的程序生成" in before and "https://forge.example/run/5" in before
    assert after.strip() == "<!-- board report -->"
    assert set(re.findall(r"<(/?[\w!]+)", quotation)) <= {
        "h2", "/h2", "p", "/p", "ul", "/ul", "li", "/li", "strong", "/strong", "ol", "/ol",
    }  # fmt: skip
    assert not re.search(r"[@#!%~$]\w|&amp;\w|://\w|www\.|:\w+:|GH-\d|^> /", quotation)
    assert not re.search(r"[@!%~]\w|://\w|www\.|GH-\d|^> ?/|#\d", comment.split("\n\n", 2)[2], re.MULTILINE)


@pytest.mark.parametrize(
    "sign", ["\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\u00ad", "\x00", "\x1b", "\U000e0041", "\u061c"],
    ids=ascii,
)  # fmt: skip
def test_characters_that_hide_or_turn_round_do_not_get_through(tmp_path: Path, sign: str) -> None:
    assert "甲乙" in comment_of(tmp_path, f"甲{sign}乙\n".encode())


@pytest.mark.parametrize(
    "blank", ["", " ", "\u3000", "\u3164", "\u2800", "\xa0", "\u200b", "\t", "\u0301", "\x00"], ids=ascii
)
def test_thousands_of_blank_lines_are_one(tmp_path: Path, blank: str) -> None:
    assert "> 甲\n>\n> 乙\n" in comment_of(tmp_path, f"甲\n{(blank + chr(10)) * 5000}乙\n".encode())


def test_accents_upon_accents_cover_nothing(tmp_path: Path) -> None:
    assert comment_of(tmp_path, ("甲" + "\u0301" * 500).encode()).count("\u0301") == 3


def test_our_own_reports_are_shown_as_they_are(tmp_path: Path) -> None:
    report = (
        "## 这次改动，读者会看到什么\n\n**有 1 个新的错误，改好之前不能登出来。**\n\n### 公开\n\n"
        "- 新增：经费\\_预算 &lt;b&gt;（`plans/2026/yu-suan/`），公开\n\n### 逐月活动\n\n- 2026年3月（`months/2026/03/`）：改动 1 项\n"
        "    - 改动：3月8日（周日） 座谈会（已完成）\n"
    )
    comment = comment_of(tmp_path, report.encode())
    assert "\n".join(f"> {line}".rstrip() for line in report.splitlines()) in comment


@pytest.mark.parametrize("before", range(3))
def test_a_cut_is_said_and_falls_between_characters(tmp_path: Path, before: int) -> None:
    """Wherever the limits fall: of a file, of a line, of the comment, in a character of three bytes."""
    for report in (
        "x" * before + "长" * 400_000,
        "x" * before + "长短\n" * 200_000,
        "x" * (59_999 - before) + "长" * 10,
    ):
        comment = comment_of(tmp_path, report.encode())
        assert len(comment.encode()) < 65_000
        assert "\ufffd" not in comment
        assert comment.startswith(WARNING)
        assert "太长" in comment or "…" in comment


def test_a_cut_line_keeps_its_escapes_whole(tmp_path: Path) -> None:
    for length in range(1990, 2010):
        comment = comment_of(tmp_path, f"{'x' * length}&lt;&amp;\\*\\*`a`\n- 下一行\n".encode())
        assert not re.search(r"(?<!\\)\\(?:\\\\)*$|&(?!lt;|gt;|amp;)", comment, re.MULTILINE)
        assert "> - 下一行" in comment


def test_what_lies_behind_a_million_bytes_of_nothing_is_not_left_out_in_silence(tmp_path: Path) -> None:
    assert "太长" in comment_of(tmp_path, b"\n" * 1_500_000 + "## 问题\n".encode())


@pytest.mark.parametrize("report", [b"", b"\n\n  \n", b"\xef\xbb\xbf", "\u200b\u3164".encode()])
def test_an_empty_report_is_said_to_be_none(tmp_path: Path, report: bytes) -> None:
    assert "这一次没有说明" in comment_of(tmp_path, report)


def test_bytes_that_are_no_text_are_shown_as_such(tmp_path: Path) -> None:
    assert "甲\ufffd乙" in comment_of(tmp_path, "甲".encode() + b"\xff" + "乙".encode())


def test_who_wrote_the_report_is_said(tmp_path: Path) -> None:
    assert comment_of(tmp_path, b"x", "--by-base").startswith("**下面的说明由主分支的程序读请求里的文件写成")


@pytest.mark.parametrize(
    "report",
    [
        "说明\n", "长" * 100_000, "x" + "长" * 100_000, "xx" + "长" * 100_000, "$(touch owned) `touch owned`\n", "<!--",
        "x" * 59_999 + "长", "\n" * 10_000_000, "长\n" * 3_000_000, "",
    ],
    ids=lambda report: f"{report[:4]!a} {len(report)}",
)  # fmt: skip
def test_the_step_posts_a_comment_below_the_right_request(tmp_path: Path, report: str) -> None:
    comment = post(tmp_path, archive_of(report.encode()))
    assert comment.startswith(WARNING)
    assert "https://forge.example/run/5" in comment
    assert len(comment.encode()) < 65_000
    (call,) = [
        line
        for line in (tmp_path / "calls").read_text(encoding="utf-8").splitlines()
        if line.startswith("pr")
    ]
    assert call.startswith("pr comment 42 --body-file ") and call.endswith(" --edit-last --create-if-none")
    assert not (tmp_path / "owned").exists()
    assert not (tmp_path.parent / "outside").exists() and not (tmp_path / "outside").exists()


BROKEN = {
    "missing": None,
    "no archive": b"x" * 100,
    "nothing": b"",
    "half an archive": archive_of("说明".encode() * 1000)[:200],
    "without the report": archive_of(b"x").replace(b"comment.md", b"another.md"),
    "of another method": archive_of("说明".encode() * 50).replace(b"\x08\x00", b"\x63\x00"),
}


@pytest.mark.parametrize("archive", BROKEN.values(), ids=BROKEN)
def test_without_a_report_the_last_comment_does_not_stand_for_this_commit(
    tmp_path: Path, archive: bytes | None
) -> None:
    comment = post(tmp_path, archive)
    assert "这一次没有说明" in comment and "`abc`" in comment


def test_a_request_that_has_moved_on_gets_no_comment(tmp_path: Path) -> None:
    assert post(tmp_path, archive_of("说明\n".encode()), sha="gone") is None
