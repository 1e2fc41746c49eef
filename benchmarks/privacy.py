"""How many of 2,000 personal data are found among 5,000 texts that only look alike, and how fast attachments are checked."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.attachments import write_attachments
from benchmarks.build import our_site
from benchmarks.persons import Sample, look_alikes, positives
from noticeboard.checks.personal.registry import PERSONAL
from noticeboard.privacy.normalized_text import NormalizedText

_LINK = "\n附件见[附件{number}](附件/{name})。\n"


def accuracy(found: int = 2000, passed: int = 5000, seed: int = 20261120) -> list[str]:
    """Lines that say how many of the generated data are found, and how many look-alikes are taken for some."""
    chance = random.Random(seed)
    data, others = list(positives(found, chance)), list(look_alikes(passed, chance))
    missed = [sample for sample in data if sample.kind not in _kinds(sample)]
    alarms = [sample for sample in others if _kinds(sample)]
    recall, false = 1 - len(missed) / len(data), len(alarms) / len(others)
    return [
        f"personal data: {len(data)} to be found, {len(others)} that look alike, seed {seed}:",
        f"  recall        {recall:8.2%}   (at least 99.50 %)   missed: {_counted(missed)}",
        f"  false alarms  {false:8.2%}   (at most 0.50 %)     taken for data: {_counted(alarms)}",
    ]


def _kinds(sample: Sample) -> set[str]:
    reading = NormalizedText.of(sample.text)
    return {check.code for check in PERSONAL if any(True for _ in check.find(reading))}


def _counted(samples: list[Sample]) -> str:
    counts = Counter(sample.about for sample in samples)
    return "、".join(f"{about} {count}" for about, count in counts.most_common(6)) or "none"


def speed(documents: int = 1000, attachments: int = 200) -> list[str]:
    """Lines that say how long `board check` takes with attachments: at first, after one change, and after none."""
    with tempfile.TemporaryDirectory() as folder:
        project = our_site(Path(folder), documents)
        _attach(project, attachments)
        seconds = {"cold": _check(project)}
        changed = next(iter(sorted((project / "plans").rglob("*.md"))))
        changed.write_text(changed.read_text(encoding="utf-8") + "\n补充一句。\n", encoding="utf-8")
        seconds["one changed"] = _check(project)
        seconds["unchanged"] = min(_check(project) for _ in range(3))
    return [
        f"board check on {documents} documents with {attachments} attachments:",
        f"  at first             {seconds['cold']:6.2f} s   (under 10)",
        f"  one document changed {seconds['one changed']:6.2f} s",
        f"  nothing changed      {seconds['unchanged']:6.2f} s   (under 1)",
    ]


def _attach(project: Path, count: int) -> None:
    """Attachments of every kind, each linked by a document."""
    texts = sorted((project / "plans").rglob("*.md"))
    for number, (text, make) in enumerate(zip(texts, write_attachments(count), strict=False)):
        name, data = make
        place = text.parent / "附件" / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data)
        with text.open("a", encoding="utf-8") as stream:
            stream.write(_LINK.format(number=number, name=name))


def _check(project: Path) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-m", "noticeboard.commands", "check"]
    done = subprocess.run(command, cwd=project, check=False, capture_output=True, text=True)
    if done.returncode > 1:
        raise RuntimeError(done.stderr)
    return time.perf_counter() - start
