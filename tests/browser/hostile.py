"""A board whose every text tries to run a script in a reader's browser."""

from __future__ import annotations

import json
import shutil
from html import escape
from pathlib import Path

import yaml

from boards import write
from browser.payloads import BODIES, PAGES, TEXTS
from site_builds import REPOSITORY

AWAY = "https://evil.example/x"
NAME = '"><img src=x onerror=owned()>'
"""A file name; a slash it cannot have."""
_TOLERANT = "from noticeboard.build import Site\n\nSite.must_stop = lambda self, *, strict: False\n"
"""A hook that lets links which lead nowhere pass: here they are meant to be on the pages."""


def armed(text: str) -> str:
    return text.replace("RUN", "owned()").replace("AWAY", AWAY)


def _head(kind: str, title: str, day: str = "2026-03-02", **fields: object) -> str:
    lines = [f"类型: {kind}", f"标题: {_said(title)}", f"日期: {day}"]
    return "\n".join(
        ["---", *lines, *(f"{key}: {_said(value)}" for key, value in fields.items()), "---", "", ""]
    )


def _said(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def body_files() -> dict[str, str]:
    """A document for each kind of body; every other one a plan, whose items are activities too."""
    return {
        f"plans/body/{number:03}.md": (
            _head("计划", f"正文 {number}", "2026-01-02", 期间="2026年")
            if number % 2
            else _head("通知", f"正文 {number}", "2026-01-02")
        )
        + armed(body)
        + "\n"
        for number, body in enumerate(BODIES.values())
    }


def page_files() -> dict[str, str]:
    """A hand-written page for each kind of body, and for each kind of text as title, heading and attributes; files that run."""
    files = {
        f"docs/hostile/{number:03}.md": f"# 网页 {number}\n\n{armed(body)}\n"
        for number, body in enumerate(PAGES.values())
    }
    for number, text in enumerate(map(armed, TEXTS.values())):
        head = "\n".join(
            f"{key}: {_said(text)}"
            for key in ("title", "description", "template", "icon", "status", "author")
        )
        files[f"docs/hostile/t{number:02}.md"] = f"---\n{head}\nhide: {number}\n---\n# {text}\n\n## {text}\n"
        files[f"docs/hostile/h{number:02}.md"] = f"# {escape(text)}\n\n## {escape(text)} {{ {text} }}\n"
    for ending in (
        "html",
        "htm",
        "xhtml",
        "svg",
        "xml",
        "js",
        "mjs",
        "markdown",
        "mkd",
        "MD",
        "shtml",
        "mhtml",
        "css",
    ):
        files[f"docs/hostile/run.{ending}"] = armed(
            "<svg xmlns='http://www.w3.org/2000/svg'><script>RUN</script></svg>"
        )
    return files


def text_files() -> dict[str, str | bytes]:
    """Documents of each type that hold each kind of text in each of their fields, and files of such names."""
    files: dict[str, str | bytes] = {"plans/body/x.png": b"x", "plans/x.png": b"x"}
    for number, text in enumerate(map(armed, TEXTS.values())):
        common = {
            "编号": f"{text} {number}",
            "标签": [text],
            "联系": text,
            "更正说明": text,
            "description": text,
        }
        files |= {
            f"plans/text/{number:02}-1.md": _head(
                "公开", text, 类别=NAME, 责任部门=text, 公开形式=[text, "网站"], 张贴地点=[text], 依据=text, 反馈=text,
                审核=text, 公示期="2026-03-02 至 2026-12-06", 范围="对外", 单位=NAME, 附件=[{"文件": f"{NAME}.xlsx", "名称": text}],
                **common,
            ),
            f"plans/text/{number:02}-2.md": _head(
                "计划", text, 期间="2026年", 目标=[{text: text}], 单位=NAME, 标签=[text]
            ) + f"### 三月：{text}\n\n- [ ] 8日 {text}（地点：{text}；负责：{text}；参加：{text}；人数：{text}）\n- ~~{text}~~（取消：{text}）\n",
            f"plans/text/{number:02}-3.md": _head("总结", text, 期间="2026年", 数据=[{text: f"{text} 3人"}], 计划=f"{number:02}-2.md"),
            f"plans/text/{number:02}-4.md": _head(
                "提案", text, 届次=text, 提案人=text, 附议人=[text], 承办=text, 立案="立案", 标签=[text]
            ) + f"## 案由\n\n{text}\n\n## 答复\n\n{text}\n",
            f"plans/text/{number:02}-5.md": _head("通知", text, 置顶="是", 附件=[{"文件": "附 件.xlsx", "名称": text}]) + f"> {text}\n",
        }  # fmt: skip
    files["plans/text/附 件.xlsx"] = b"x"
    files[f"plans/text/{NAME}.xlsx"] = b"x"
    files[f"plans/text/{NAME}.md"] = _head("通知", "名字")
    files[f"plans/{NAME}/'';!--{{{{ 7+7 }}}}.md"] = _head("通知", "夹子的名字")
    return files


def make_project(folder: Path) -> Path:
    """The project, with this project's own look and settings that are as hostile as its texts."""
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    config["hooks"] = ["tolerant.py", "hooks/mkdocs_door.py"]
    config["extra"]["board"] = {
        "organisation": NAME,
        "units": [
            {"name": NAME, "slug": "union"},
            {"name": "'';!--\"<b onclick=owned()>{{ 7+7 }}", "slug": "other"},
        ],
        "disclosure": {
            "name": f"{NAME}公开",
            "feedback": NAME,
            "opinion_box": {"place": NAME, "form": "https://example.org/?a=1&b=owned()"},
            "categories": [{"title": NAME, "slug": "one", "covers": NAME}, {"title": "无", "slug": "two"}],
            "absent": {"无": NAME},
        },
        "keywords": {NAME: "植树、owned"},
    }
    write(folder, {"mkdocs.yml": yaml.safe_dump(config, allow_unicode=True), "tolerant.py": _TOLERANT})
    (folder / "hooks").symlink_to(REPOSITORY / "hooks")
    for name in ("docs", "overrides"):
        shutil.copytree(REPOSITORY / name, folder / name)
    for path, content in {**body_files(), **text_files(), **page_files()}.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return folder
