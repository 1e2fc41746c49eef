"""Golden cases: a body in, its activities, problems and HTML out. A new case is a new file in `cases/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from noticeboard import times
from noticeboard.content.activities.activity import Activity
from noticeboard.content.activities.activity_reader import read_activities
from noticeboard.markup.render import Renderer
from noticeboard.problems import Problem

FOLDER = Path(__file__).parent / "cases"
BODY, ACTIVITIES, PROBLEMS, HTML = (f"======== {name}\n" for name in ("正文", "活动", "问题", "网页"))
PATH = "plans/2026/计划.md"
_DETAILS = ["reason", "place", "leader", "participants", "headcount", "category", "cost", "theme"]


@dataclass(frozen=True)
class Case:
    """One file: two lines of header, then its parts."""

    name: str
    head: str
    body: str
    activities: str
    problems: str
    html: str

    @property
    def kind(self) -> str:
        return self.head.split()[1]

    @property
    def context(self) -> times.Context:
        period = times.read_period(self.head.split()[3])
        assert isinstance(period, times.Period)
        return times.Context(period=period)

    def read(self) -> tuple[tuple[Activity, ...], tuple[Problem, ...]]:
        return read_activities(self.body, 1, path=PATH, kind=self.kind, context=self.context)

    def results(self) -> tuple[str, str, str]:
        """What comes out now, in the form that the file holds."""
        activities, problems = self.read()
        html = Renderer().render(self.body, 1, activities).html
        return (
            "".join(map(shown, activities)),
            "".join(f"{p.line}:{p.column} {p.level} {p.code} {p.message}\n" for p in problems),
            html + "\n" if html else "",
        )


def shown(activity: Activity) -> str:
    """An activity on one line: place, text, time and state, then whatever else it has."""
    time = activity.time
    parts = [
        f"{activity.line}:{activity.column} {activity.text}",
        f"{time.text} {time.precision} {' '.join(map(str, time.months))}".strip(),
        str(activity.status),
    ]
    parts += [f"{name}={value}" for name in _DETAILS if (value := getattr(activity, name))]
    if activity.postponed_to:
        parts.append(f"postponed_to={' '.join(map(str, activity.postponed_to))}")
    parts += [f"[{link.text}]({link.target})@{link.line}:{link.column}" for link in activity.links]
    parts += [f"+ {text}" for text in activity.sub_items]
    parts.append(f"#{activity.anchor}")
    return " | ".join(parts) + "\n"


def load() -> Iterator[Case]:
    """Every case, by name."""
    for path in sorted(FOLDER.glob("*.txt")):
        head, rest = path.read_text(encoding="utf-8").split(BODY)
        body, rest = rest.split(ACTIVITIES)
        activities, rest = rest.split(PROBLEMS)
        problems, html = rest.split(HTML)
        yield Case(path.stem, head, body, activities, problems, html)
