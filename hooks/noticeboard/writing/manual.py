"""The manual of checks, from their docstrings: the guide's page, and what `board check --explain` says.

`python -m noticeboard.writing.manual docs/guide/checks.md` writes the page anew.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from jinja2 import Environment, PackageLoader

from noticeboard.checks import CHECKS, GROUPS
from noticeboard.checks.check import Check, PersonalCheck
from noticeboard.checks.personal.registry import PERSONAL
from noticeboard.content.similar_names import nearest
from noticeboard.problems import Level

READERS_PAGE = Path("docs", "guide", "problems.md")
"""Where the problems are explained that the readers of single files find."""

_FENCE = re.compile(r'```\w* title="(?P<title>[^"]*)"(?: hl_lines="[^"]*")?')
_BESIDE = re.compile(r"<!-- 同时放着: (.*?) -->")


def checks_page() -> str:
    """The guide's page of all checks, as Markdown."""
    environment = Environment(
        loader=PackageLoader("noticeboard", "templates"),
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    page = environment.get_template("guide/checks.md").render(groups=GROUPS, first=PERSONAL[2])
    return re.sub(r"\n{3,}", "\n\n", page)


def explanation(id: str, root: Path) -> str | None:
    """The manual page of the problem called `id`, for a terminal; None when there is no such problem.

    A check for personal data is found by its Chinese name too. `root` is the board's folder, whose guide explains the
    problems of single files.
    """
    check = next((check for check in CHECKS if id in _names(check)), None)
    if check is None:
        return _of_reader(id, root / READERS_PAGE)
    level = "错误" if check.level is Level.ERROR else "警告"
    allowed = "，可以用“允许”放行" if isinstance(check, PersonalCheck) and check.may_be_allowed else ""
    return f"{check.title}\n{check.id}（{level}{allowed}）\n\n{_for_terminal(check.page)}"


def suggestion(id: str) -> str:
    """A hint for whoever asked for a problem that there is not."""
    near = nearest(id, sorted(name for check in CHECKS for name in _names(check)))
    return f"是不是“{near}”？" if near else "名字在每条问题的方括号里。"


def _names(check: Check) -> tuple[str, ...]:
    return (check.id, check.name) if isinstance(check, PersonalCheck) else (check.id,)


def _of_reader(id: str, page: Path) -> str | None:
    """The section or the row of the guide's page that speaks of `id`."""
    try:
        text = page.read_text(encoding="utf-8")
    except OSError:
        return None
    section = re.search(
        rf"^### (.+) \{{#{re.escape(id)}\}}\n(.*?)(?=^### .+ \{{#|\Z)", text, re.MULTILINE | re.DOTALL
    )
    if section:
        return (
            f"{section[1]}\n\n{_for_terminal(re.split(r'^## ', section[2], flags=re.MULTILINE)[0].strip())}"
        )
    row = re.search(rf"^\| `{re.escape(id)}` \| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    return f"{id}\n\n{row[1]}。{row[2]}。" if row else None


def _for_terminal(markdown: str) -> str:
    """Samples below their titles, without the marks that only a page needs."""
    text = _BESIDE.sub(r"（同时放着 \1）", markdown)
    return _FENCE.sub(lambda found: f"{found['title']}：\n```", text)


def main(target: str) -> None:
    """Writes the page to `target`."""
    Path(target).write_text(checks_page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
