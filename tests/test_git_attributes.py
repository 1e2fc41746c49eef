"""What git makes of the files when somebody clones them on Windows."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from site_builds import REPOSITORY

FILES = {
    "plans/2026/公开.md": "---\n类型: 公开\n---\n\n正文\n".encode(),
    "plans/2026/通知.MD": "正文\n".encode(),
    "plans/2026/附件/表.csv": "甲,乙\n".encode(),
    "plans/2026/附件/从 Excel 来.csv": "甲,乙\r\n".encode(),
    "plans/2026/附件/没有空字节.pdf": b"%PDF-1.4\nstartxref\n9\n%%EOF\n",
    "docs/index.md": "首页\n".encode(),
}


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("autocrlf", ["true", "input", "false"])
def test_a_clone_has_the_bytes_that_were_committed(tmp_path, autocrlf):
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    for path, content in FILES.items():
        (origin / path).parent.mkdir(parents=True, exist_ok=True)
        (origin / path).write_bytes(content)
    shutil.copy(REPOSITORY / ".gitattributes", origin)
    who = ["-c", "user.name=a", "-c", "user.email=a@example.invalid", "-c", f"core.autocrlf={autocrlf}"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *who, *arguments], cwd=origin, check=True)
    subprocess.run(["git", *who, "clone", "-q", str(origin), str(clone)], check=True)
    subprocess.run(["git", "config", "core.autocrlf", autocrlf], cwd=clone, check=True)
    subprocess.run(["git", "checkout", "-q", "--force", "HEAD", "--", "."], cwd=clone, check=True)
    assert {path: (clone / path).read_bytes() for path in FILES} == FILES


def test_what_windows_made_of_a_document_is_committed_as_it_was(tmp_path):
    shutil.copy(REPOSITORY / ".gitattributes", tmp_path)
    place = tmp_path / "plans" / "a.md"
    place.parent.mkdir()
    place.write_bytes("甲\r\n乙\r\n".encode())
    for arguments in (["init", "-q"], ["-c", "core.safecrlf=false", "add", "."]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    kept = subprocess.run(["git", "show", ":plans/a.md"], cwd=tmp_path, check=True, capture_output=True)
    assert kept.stdout == "甲\n乙\n".encode()
