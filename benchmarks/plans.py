"""How much of real plans, pasted as they are, reaches the month pages; what is lost in silence; which lines run together.

    python -m benchmarks.plans FOLDER

FOLDER holds collections of plans: `NAME.txt` and `NAME.json` with hand-made labels, a list of documents with `start_line`,
`end_line`, `kind`, `year_as_written` and `entries` (`line`, `months`, `text`, `source`).
"""

from __future__ import annotations

import difflib
import html
import itertools
import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from noticeboard import times
from noticeboard.content.activities.activity import Activity
from noticeboard.content.activities.activity_reader import read_activities
from noticeboard.markup.body import read_body
from noticeboard.markup.render import Renderer
from noticeboard.problems import Problem

ALIKE = 0.85
_YEAR = "2024"
_BLANKS = (
    (re.compile(r"20\s?[xX]{2}年|201x年|20__?年|(?<![0-9A-Za-z])xx年"), f"{_YEAR}年"),
    (re.compile(r"[~～]年(?=[0-9一二三四五六七八九十]+月)"), "2025年"),
)
"""Years that the collections left blank, filled in as an officer must."""
_BLOCK = re.compile(r"</?(?:p|li|h[1-6]|td|th|div|ul|ol|table|tr|pre|blockquote|br|hr)\b[^>]*>")
_TIME_WORDS = re.compile(
    r"^(?:[“\"]?(?:春节|三[·.]?八|五一|六一|教师节|国庆|元旦)[”\"]?节?(?:前|后|期间)?|[双单每]周[一二三四五六日]"
    r"(?:下午|上午)?[0-9:：—–-]*|(?:20\d\d年)?[0-9一二三四五六七八九十]{1,2}月份?[上中下旬底初]*)[，,、:：\s]*"
)
_SHORTEST = 6
"""Characters of a line that is looked for where it runs on."""


@dataclass
class Count:
    """What was counted, over some documents."""

    labels: int = 0
    right: int = 0
    made: int = 0
    made_right: int = 0
    lost: int = 0
    silent: int = 0
    lines: int = 0
    swallowed: int = 0
    warnings: list[int] = field(default_factory=list)
    """Of each document."""
    names: list[str] = field(default_factory=list)
    """The silent losses."""


def run(folder: Path) -> Iterator[str]:
    """Lines that say what became of the labelled plans of `folder`, pasted with empty lines and without."""
    for is_single, words in ((False, "as they are"), (True, "with single line breaks")):
        count = Count()
        for labels in sorted(folder.glob("*.json")):
            lines = labels.with_suffix(".txt").read_text(encoding="utf-8").split("\n")
            for document in json.loads(labels.read_text(encoding="utf-8")):
                if document["kind"] in ("plan", "summary"):
                    _count(document, lines, count, f"{labels.stem} {document['doc']}", is_single=is_single)
        yield from _told(count, words)


def _told(count: Count, words: str) -> Iterator[str]:
    yield f"plans pasted {words}: {count.labels} activities below months, {len(count.warnings)} documents"
    yield f"  recall           {count.right / max(count.labels, 1):.3f}   (at least 0.940)"
    yield f"  precision        {count.made_right / max(count.made, 1):.3f}   (at least 0.960)   {count.made} made"
    yield f"  silent losses    {count.silent:5}   (0)   of {count.lost} lost"
    yield f"  swallowed lines  {count.swallowed:5}   (0)   of {count.lines}"
    yield f"  warnings         {sum(count.warnings):5}   at most {max(count.warnings, default=0)} in a document"
    yield from (f"    silent: {name}" for name in count.names)


def _count(
    document: dict[str, Any], lines: Sequence[str], count: Count, name: str, *, is_single: bool
) -> None:
    typed = [
        (number, filled(lines[number - 1]))
        for number in range(document["start_line"], document["end_line"] + 1)
        if lines[number - 1].strip() or not is_single
    ]
    place = {number: index for index, (number, _) in enumerate(typed, 1)}
    text = "\n".join(line for _, line in typed)
    labels = [entry for entry in document["entries"] if entry["source"] == "heading"]
    tree = read_body(text)
    activities, problems = read_activities(
        tree, path=name, kind=document["kind"], context=times.Context(period=period_of(labels))
    )
    found = _matched(document["entries"], activities)
    count.labels += len(labels)
    count.right += sum(1 for label in labels if id(label) in found)
    count.made += len(activities)
    count.made_right += len(found)
    count.warnings.append(len(problems))
    _count_silent(
        [(place[label["line"]], label, id(label) in found) for label in labels], problems, count, name
    )
    _count_swallowed([line for _, line in typed], Renderer().render(tree, 1, activities).html, count)


def filled(line: str) -> str:
    """A line with the years that its collection left blank, as an officer must fill them in."""
    for blank, year in _BLANKS:
        line = blank.sub(year, line)
    return line


def period_of(labels: Sequence[dict[str, Any]]) -> times.Period:
    """The year, or twelve months from the first label's where a later label lies before it."""
    firsts = [label["months"][0] for label in labels if label["months"]]
    first = firsts[0] if firsts and min(firsts) < firsts[0] else 1
    written = f"{_YEAR}年" if first == 1 else f"{_YEAR}年{first}月—{int(_YEAR) + 1}年{first - 1}月"
    period = times.read_period(written)
    assert isinstance(period, times.Period)
    return period


def _matched(labels: Sequence[dict[str, Any]], activities: Sequence[Activity]) -> set[int]:
    """The ids of the labels of which an activity has the words and exactly the months; each activity counts once."""
    pairs = sorted(
        (
            (likeness, index, other)
            for index, label in enumerate(labels)
            for other, activity in enumerate(activities)
            if _months(activity) == label["months"]
            and (likeness := _likeness(filled(label["text"]), activity.text)) >= ALIKE
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for _, index, other in pairs:
        if index not in found and other not in found.values():
            found[index] = other
    return {id(labels[index]) for index in found}


def _months(activity: Activity) -> list[int]:
    return sorted({month.number for month in activity.time.months})


def _likeness(label: str, text: str) -> float:
    return max(
        difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
        for one in _variants(label)
        for other in _variants(text)
    )


def _variants(text: str) -> set[str]:
    """A text with and without its last bracket and the time before it, letters and digits only."""
    bare = re.sub(r"[（(][^（）()]*[）)]\s*$", "", text.strip())
    return {_letters(one) for whole in (text, bare) for one in (whole, _TIME_WORDS.sub("", whole))}


def _letters(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())


def _count_silent(
    labels: Sequence[tuple[int, dict[str, Any], bool]], problems: Sequence[Problem], count: Count, name: str
) -> None:
    """A loss is told by a problem on its line, or between it and the label before it."""
    told = {problem.line for problem in problems}
    before = 0
    for line, label, is_right in sorted(labels, key=lambda entry: entry[0]):
        if not is_right:
            count.lost += 1
            if not any(before < number <= line for number in told):
                count.silent += 1
                count.names.append(f"{name} line {label['line']} {label['text'][:24]}")
        before = line - 1 if before != line else before


def _count_swallowed(lines: Sequence[str], page: str, count: Count) -> None:
    """A line is swallowed when it runs on, in one block of the page, with the line right above it."""
    blocks = [_letters(html.unescape(re.sub(r"<[^>]*>", "", block))) for block in _BLOCK.split(page)]
    shown = "\n".join(blocks)
    for above, below in itertools.pairwise(lines):
        first, second = _letters(above), _letters(below)
        if len(first) >= _SHORTEST and len(second) >= _SHORTEST:
            count.lines += 1
            count.swallowed += first[-_SHORTEST:] + second[:_SHORTEST] in shown


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.plans FOLDER")
    for said in run(Path(sys.argv[1])):
        print(said)
