"""Draws the pictures of docs/guide/word.md from the program itself: a terminal, the preview's offer, the page that comes of it.

Usage: `make pictures`, or .venv/bin/python .ci/pictures/of_word.py [CHROMIUM]

A board is made in a folder of its own, a Word file is laid into its 收件, and what is drawn is what the program then says.
Needs Chromium with fonts-noto-cjk; the board's preview is served on this machine only.
"""

from __future__ import annotations

import html
import os
import pty
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from taking import ROOT, take

sys.path += [str(ROOT / "tests"), str(ROOT / "hooks")]

from importing.python_docx_files import python_docx_file
from noticeboard.content.document_set import read_documents
from noticeboard.content.settings.site_file import read_site_file

NAME = "去年的计划.docx"
WORD = """\
Title: 20XX年女教职工工作计划
numbering chineseCounting %1、
# 工作目标
Normal: 关心女教职工的健康，20XX年9月组织一次体检。
# 逐月安排
Heading 2: 三月
List Bullet: 8日 女教职工座谈会（地点：礼堂）
List Bullet: 插花培训
Heading 2: 五月
List Bullet: 健康讲座
"""
ANSWERS = {"单位": "晨光小学工会", "日期": "2026-01-10"}
LONGEST = 600
"""Seconds until a preview must have been built: the machine may be busy."""
TERMINAL = """<meta charset="utf-8"><style>body{{margin:0;padding:18px;background:#1f2430;color:#f0f0f0;font:16px/1.6 "Noto Sans Mono CJK SC",monospace}}
pre{{margin:0;font:inherit;white-space:pre-wrap}}</style><pre>{}</pre>"""


def main(chromium: str) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        board = Path(folder) / "公告栏"
        _run(
            "init", str(board), "--organisation", "晨光小学工会", "--units", "东校区分工会", "--forge", "none"
        )
        inbox = board / "plans" / "收件"
        inbox.mkdir(parents=True)
        (inbox / NAME).write_bytes(python_docx_file(WORD))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 900, "height": 420})
        with _Preview(board) as address:
            page.goto(address, timeout=LONGEST * 1000)
            _draw(page, "word-offer", 250)
            page.goto("about:blank")
            page.set_viewport_size({"width": 900, "height": 200})
            page.set_content(TERMINAL.format(html.escape(_import(board))))
            _draw(page, "word-import")
            (inbox / NAME).unlink()
            place = address + _finished(board)
            page.goto(place, timeout=LONGEST * 1000)
            while not page.get_by_text("插花培训").count():
                time.sleep(1)  # The preview is building it.
                page.goto(place, timeout=LONGEST * 1000)
            page.set_viewport_size({"width": 720, "height": 640})
            _draw(page, "word-page", 640)
        browser.close()


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "noticeboard.commands", *arguments], check=True, cwd=ROOT)


def _import(board: Path) -> str:
    """What the terminal shows while somebody imports the file."""
    shown = f"plans/收件/{NAME}"
    process, terminal = pty.fork()
    if not process:
        os.chdir(board)
        os.execv(
            sys.executable, [sys.executable, "-m", "noticeboard.commands", "import", shown, "--year", "2026"]
        )
    said, answered = "", set[str]()
    with suppress(OSError):  # Its end, as a terminal tells it.
        while piece := os.read(terminal, 4096):
            said += piece.decode("utf-8", "replace")
            asked = said.rpartition("\n")[2]
            for label, answer in ANSWERS.items():
                if asked.startswith(label) and asked.rstrip().endswith(":") and label not in answered:
                    answered.add(label)
                    os.write(terminal, f"{answer}\n".encode())
    os.waitpid(process, 0)
    plain = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", said.replace("\r", ""))
    return f"$ board import {shown} --year 2026\n{plain}".rstrip()


def _finished(board: Path) -> str:
    """Finishes the document as its officer would, all of it done, so that no day changes the page; gives the page's address."""
    (place,) = (path for path in (board / "plans").rglob("*.md") if "女教职工" in path.name)
    text = place.read_text(encoding="utf-8").partition("\n## 待确认\n")[0] + "\n"
    done = re.sub("^- (?!\\[)", "- [x] ", text.replace("草稿: 是\n", ""), flags=re.MULTILINE)
    place.write_text(done, encoding="utf-8")
    settings, _ = read_site_file(board)
    (document,) = (one for one in read_documents(board, settings).valid if "女教职工" in one.title)
    return document.address


def _draw(page: Page, name: str, height: int = 0) -> None:
    """Takes what the page shows, from its top; all of it without a height."""
    height = height or page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": page.viewport_size["width"], "height": height})
    take(page, name)


class _Preview:
    """`board serve` while a block runs; gives the address once there is an answer."""

    def __init__(self, board: Path) -> None:
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.place = f"127.0.0.1:{found.getsockname()[1]}"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "noticeboard.commands", "serve", "--address", self.place],
            cwd=board,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> str:
        address = f"http://{self.place}/"
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            with suppress(OSError), urllib.request.urlopen(address) as answer:
                if "还没有导入" in answer.read().decode("utf-8"):
                    return address
            time.sleep(1)
        raise TimeoutError(address)

    def __exit__(self, *error: object) -> None:
        self.process.terminate()
        self.process.wait()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium")
