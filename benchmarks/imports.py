"""How well files are imported: `python -m benchmarks.imports [LABELS]`, a folder of texts `N.txt` with labels `N.json`.

A label file lists documents (`kind`, `start_line`, `end_line` of the text) with `entries`: `text`, `months`, `line`,
`source` (`heading` below a month, `inline` in a sentence), `precision` and `uncertain`. Below a month an activity is
right when its words are those of the label (likeness 0.85 at least, time words aside) and its months exactly the label's;
among proposals, when its sentence holds the label's words and the months agree.
"""

from __future__ import annotations

import difflib
import json
import re
import shutil
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.clean_papers import clean_papers
from benchmarks.numbers_kept import numbers_kept
from noticeboard.content.activities.activity import Activity
from noticeboard.content.settings.board_settings import Settings
from noticeboard.importing.document_file import Imported, make
from noticeboard.importing.draft import DraftDocument
from noticeboard.importing.process import read_drafts
from noticeboard.importing.proposals import Candidate, proposals_in
from noticeboard.importing.reading import read_draft

sys.path.append("tests")
_YEAR = "2024"
_ALIKE = 0.85
_TIME = re.compile(
    r"^(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:月份?|日|号)|每[周月]|[双单]周[一二三四五]|[上中下]午|[上中下]旬|[0-9:：点半—–~-]|[，,、\s])+"
)
_GOLDEN = Path("tests/importing/golden")


@dataclass
class Score:
    """Counts of one text."""

    labels: int = 0
    found: int = 0
    made: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.labels if self.labels else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.made if self.made else 1.0

    def count(
        self, name: str, labels: Sequence[dict[str, Any]], wanted: Set[int], made: Sequence[Activity]
    ) -> None:
        """Adds what was `made` of the text `name`; of its `labels` those at the places `wanted` must be found."""
        found = pairs(labels, made)
        self.labels += len(wanted)
        self.found += len(wanted & found.keys())
        self.made += len(made)
        self.right += len(found)
        self.missed += [
            f"{name}: {label.get('line', '')} {label['months']} {label['text'][:40]}"
            for place, label in enumerate(labels)
            if place in wanted and place not in found
        ]
        self.extra += [
            f"{name}: {one.time.text} {one.text[:40]}"
            for index, one in enumerate(made)
            if index not in found.values()
        ]


def core(text: str) -> str:
    plain = unicodedata.normalize("NFKC", re.sub(r"20[xX]{2}|(?<![0-9A-Za-z])xx(?=年)", _YEAR, text))
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] in "LN")


def likeness(one: str, other: str) -> float:
    forms = [
        {core(text), core(_TIME.sub("", text)), core(re.sub(r"[（(][^（）()]*[）)][。.]?$", "", text))} - {""}
        for text in (one, other)
    ]
    return max(
        (difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() for a in forms[0] for b in forms[1]),
        default=0.0,
    )


def pairs(labels: Sequence[dict[str, Any]], made: Sequence[Activity]) -> dict[int, int]:
    """Index of a label → of what was made for it, the likest first."""
    candidates = sorted(
        (
            (likeness(label["text"], one.text), place, index)
            for place, label in enumerate(labels)
            for index, one in enumerate(made)
            if sorted({month.number for month in one.time.months}) == label["months"]
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for alike, place, index in candidates:
        if alike >= _ALIKE and place not in found and index not in found.values():
            found[place] = index
    return found


def imported(text: str, kind: str) -> list[Imported]:
    return _made(read_draft(text.encode(), "a.txt").parts, kind)


def _made(parts: Sequence[DraftDocument], kind: str) -> list[Imported]:
    settings = Settings(organisation="甲校工会")
    values = {
        "type": "summary" if kind == "summary" else "plan",
        "title": "计划",
        "date": f"{_YEAR}-01-01",
        "period": f"{_YEAR}年",
        "unit": "甲校工会",
    }
    return [
        make(part, values, settings, path="plans/a.md", today=date(2026, 1, 1), year=_YEAR) for part in parts
    ]


def labelled(folder: Path) -> Iterator[tuple[str, dict[str, Any], str]]:
    for labels in sorted(folder.glob("*.json")):
        lines = labels.with_suffix(".txt").read_text(encoding="utf-8").split("\n")
        for document in json.loads(labels.read_text(encoding="utf-8")):
            yield labels.stem, document, "\n".join(lines[document["start_line"] - 1 : document["end_line"]])


def below_months(folder: Path) -> Score:
    score = Score()
    for name, document, text in labelled(folder):
        if document["kind"] == "other":
            continue
        activities = [
            activity for one in imported(text, document["kind"]) for activity in one.document.activities
        ]
        entries = document["entries"]
        wanted = {place for place, entry in enumerate(entries) if entry["source"] == "heading"}
        score.count(name, entries, wanted, activities)
    return score


def in_clean_files() -> Score:
    """The score of Word files with headings, lists and tables (`benchmarks/clean_papers.py`)."""
    score = Score()
    for paper in clean_papers():
        (part,) = read_draft(paper.data, "a.docx").parts
        made = _made([part], "plan")[0].document.activities
        labels = [{"months": [month], "text": text} for month, text in paper.activities]
        score.count(paper.name, labels, {*range(len(labels))}, made)
    return score


def in_sentences(folder: Path) -> tuple[Score, int]:
    """The score of the proposals, and how many have more words than their label or fewer."""
    score, trimmed = Score(), 0
    for name, document, text in labelled(folder):
        made = imported(text, document["kind"])
        certain = {core(activity.text) for one in made for activity in one.document.activities}
        found = [one for each in made for one in proposals_in(each.document).found if one.kind == "活动"]
        entries = [
            entry
            for entry in document["entries"]
            if not any(core(entry["text"]) in text or text in core(entry["text"]) for text in certain)
        ]
        used: set[int] = set()
        for entry in entries:
            place = next(
                (index for index, one in enumerate(found) if index not in used and agrees(one, entry)), None
            )
            if place is not None:
                used.add(place)
                trimmed += likeness(found[place].text, entry["text"]) < _ALIKE
            if entry["source"] == "inline":
                score.labels += 1
                score.found += place is not None
                score.missed += [] if place is not None else [f"{name} {entry['line']} {entry['text'][:40]}"]
        score.made += len(found)
        score.right += len(used)
        score.extra += [f"{name} {one.text}" for index, one in enumerate(found) if index not in used]
    return score, trimmed


def agrees(one: Candidate, entry: dict[str, Any]) -> bool:
    said, wanted, sentence = core(_TIME.sub("", one.text)), core(entry["text"]), core(one.sentence)
    is_there = wanted[:10] in sentence or sentence in wanted
    is_same = said in wanted or wanted in said or likeness(one.text, entry["text"]) > 0.4
    months = sorted(one.months)
    is_loose = entry["precision"] in ("recurring", "year") or (
        entry["uncertain"] and set(months) & set(entry["months"])
    )
    return is_there and is_same and (months == entry["months"] or bool(is_loose))


def speed(count: int = 100) -> str:
    """Documents a minute, read in their own processes and made: the golden files again and again."""
    word_files = import_module("importing.word_files")
    golden = [word_files.case(place.read_text(encoding="utf-8")) for place in sorted(_GOLDEN.glob("*.txt"))]
    folder = Path(tempfile.mkdtemp())
    places = []
    for index in range(count):
        places.append(folder / f"{index}.docx")
        places[-1].write_bytes(golden[index % len(golden)])
    settings, begin = Settings(organisation="甲校工会"), time.perf_counter()
    for draft in read_drafts(places):
        assert not isinstance(draft, str)
        for part in draft.parts:
            make(
                part,
                {"type": "notice", "title": "一", "date": "2026-01-01"},
                settings,
                path="plans/a.md",
                today=date(2026, 1, 1),
            )
    seconds = time.perf_counter() - begin
    shutil.rmtree(folder)
    return f"{count} Word files: {seconds:.1f} s, {count / seconds * 60:.0f} a minute"


def run(folder: Path | None = None, *, tells: bool = False) -> Iterator[str]:
    if folder:
        score = below_months(folder)
        yield f"below months: recall {score.recall:.3f} ({score.found} of {score.labels}), precision {score.precision:.3f} ({score.right} of {score.made})"
        yield from (
            [f"  missed {line}" for line in score.missed] + [f"  extra {line}" for line in score.extra]
        ) * tells
        score, trimmed = in_sentences(folder)
        yield f"in sentences, proposed: recall {score.recall:.3f} ({score.found} of {score.labels}), precision {score.precision:.3f} ({score.right} of {score.made}); {trimmed} need trimming"
        yield from (
            [f"  missed {line}" for line in score.missed] + [f"  extra {line}" for line in score.extra]
        ) * tells
    clean = in_clean_files()
    yield f"clean Word files: recall {clean.recall:.3f} ({clean.found} of {clean.labels}), precision {clean.precision:.3f} ({clean.right} of {clean.made})"
    yield from (
        [f"  missed {line}" for line in clean.missed] + [f"  extra {line}" for line in clean.extra]
    ) * tells
    yield from numbers_kept()
    yield speed()


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "-v"]
    for told in run(Path(given[0]) if given else None, tells="-v" in sys.argv):
        print(told, flush=True)
