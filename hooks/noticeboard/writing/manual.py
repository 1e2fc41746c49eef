"""The manual of all problems: the guide's pages, and what `board check --explain` says.

`python -m noticeboard.writing.manual docs/guide` writes the pages anew.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import noticeboard
from noticeboard.checks.check import PersonalCheck
from noticeboard.content.similar_names import nearest
from noticeboard.manual import ManualPage, manual
from noticeboard.problems import Diagnostic
from noticeboard.text_templates import text_environment
from noticeboard.walk import declared_in

PAGES = ("problems.md", "activity-problems.md", "checks.md", "personal.md", "relations.md")
"""The guide's pages, each of a template that names its chapters."""

_FENCE = re.compile(r'```\w* title="(?P<title>[^"]*)"(?: hl_lines="[^"]*")?')
_BESIDE = re.compile(r"<!-- 同时放着: (.*?) -->")


@cache
def diagnostics() -> Mapping[str, Sequence[Diagnostic]]:
    """Code → its declarations, one for each level; of all that the program may report."""
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in declared_in(noticeboard, Diagnostic):
        found[diagnostic.code].append(diagnostic)
    return found


def guide_page(name: str) -> str:
    """One of the guide's `PAGES`, as Markdown."""
    return text_environment().get_template(f"guide/{name}").render(chapter=_chapter)


def explanation(name: str) -> str | None:
    """The manual page of a problem, for a terminal; None when there is no such problem.

    `name` is its code; for personal data also what it is called under 允许.
    """
    code = _codes().get(name)
    if code is None:
        return None
    page = manual()[code]
    return f"{page.title}\n{code}（{_nature(code)}）\n\n{_for_terminal(page.text)}"


def suggestion(name: str) -> str:
    """A hint for whoever asked for a problem that there is not."""
    near = nearest(name, sorted(_codes()))
    return f"是不是“{near}”？" if near else "名字在每条问题的方括号里。"


def _codes() -> Mapping[str, str]:
    """All names by which a problem may be asked for → its code."""
    declared = [it for same in diagnostics().values() for it in same]
    personal = {it.name: it.code for it in declared if isinstance(it, PersonalCheck)}
    return {it.code: it.code for it in declared} | personal


def _levels(code: str) -> str:
    return "或".join(sorted({diagnostic.level.chinese for diagnostic in diagnostics()[code]}))


def _nature(code: str) -> str:
    """Its level, whether 允许 lifts it, and what it judges."""
    declared = diagnostics()[code]
    lifted = any(isinstance(it, PersonalCheck) and it.may_be_allowed for it in declared)
    scopes = "、".join(dict.fromkeys(it.scope.chinese for it in declared))
    return f"{_levels(code)}，{'可以用“允许”放行' if lifted else '不能放行'}，{scopes}"


def _chapter(name: str) -> str:
    """The sections of a chapter of the manual."""
    return "\n\n".join(_section(page) for page in manual().values() if page.chapter == name)


def _section(page: ManualPage) -> str:
    return f"### {page.title} {{#{page.code}}}\n\n`{page.code}` {_nature(page.code)}。{page.text}"


def _for_terminal(markdown: str) -> str:
    """Samples below their titles, without the marks that only a page needs."""
    text = _BESIDE.sub(r"（同时放着 \1）", markdown)
    return _FENCE.sub(lambda found: f"{found['title']}：\n```", text)


def main(folder: str) -> None:
    """Writes the guide's pages into `folder`."""
    for name in PAGES:
        Path(folder, name).write_text(guide_page(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
