"""The build with our hook beside plain MkDocs with Material, on the same bodies; and `board check` beside the build.

Both without a search. What our search adds is measured with it; what is kept from an earlier run is removed before each.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import generate

_REPOSITORY = Path(__file__).parents[1]
_COMMON = """
site_name: 测量
theme:
  name: material
  language: zh
  font: false
plugins: []
validation:
  omitted_files: ignore
markdown_extensions: [attr_list, tables, admonition, footnotes, def_list, pymdownx.superfences, {toc: {permalink: false}}]
nav: [index.md]
"""


def run(count: int = 1000, rounds: int = 5) -> list[str]:
    """Lines that say how the two builds and the check compare for `count` documents of 2,000 characters.

    Ratios are taken within each round, and their median is told: a disk is now fast and now slow, for all three alike.
    """
    with tempfile.TemporaryDirectory() as folder:
        ours, plain = projects(Path(folder), count)
        mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        board = [sys.executable, "-m", "noticeboard.commands", "check", "--no-cache"]
        times = _in_turn({"ours": (mkdocs, ours), "plain": (mkdocs, plain), "check": (board, ours)}, rounds)
    build, base, check = (statistics.median(times[name]) for name in ("ours", "plain", "check"))
    return [
        f"{count} documents of 2,000 characters, median of {rounds} rounds in turn:",
        f"  plain MkDocs with Material   {base:6.2f} s",
        f"  with our hook                {build:6.2f} s   {_ratio(times['ours'], times['plain'])} × plain (at most 1.30)",
        f"  board check                  {check:6.2f} s   {_ratio(times['check'], times['ours'])} × our build (under 0.25)",
    ]


def growth(small: int = 1000, large: int = 5000) -> list[str]:
    """Lines that say whether the cost of our build grows in proportion to the documents."""
    seconds = {}
    for count in (small, large):
        with tempfile.TemporaryDirectory() as folder:
            ours, _ = projects(Path(folder), count)
            seconds[count] = _in_turn({"": ([sys.executable, "-m", "mkdocs", "build", "--quiet"], ours)}, 1)[
                ""
            ][0]
    ratio = seconds[large] / seconds[small]
    return [
        f"from {small} to {large} documents: {ratio:.2f} × the time for {large / small:.0f} × the documents"
    ]


def projects(folder: Path, count: int) -> tuple[Path, Path]:
    """Our project and the plain one below `folder`, on the same `count` documents."""
    ours, plain = folder / "ours", folder / "plain"
    for project in (ours, plain):
        (project / "docs").mkdir(parents=True)
        (project / "docs" / "index.md").write_text("# 首页\n", encoding="utf-8")
    (plain / "mkdocs.yml").write_text(_COMMON, encoding="utf-8")
    hook = _REPOSITORY / "hooks" / "mkdocs_door.py"
    (ours / "mkdocs.yml").write_text(
        f"{_COMMON}hooks: ['{hook}']\nextra: {{board: {{search: false, units: [{{name: 工会, slug: union}}]}}}}\n",
        encoding="utf-8",
    )
    for sample in generate(count):
        place = Path("plans", sample.name[-5:-2], f"{sample.name}.md")
        for target, text in (
            (ours / place, sample.header + sample.body),
            (plain / "docs" / place, sample.body),
        ):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    return ours, plain


def _ratio(above: list[float], below: list[float]) -> str:
    """The median of the rounds' ratios, and the lowest and the highest of them."""
    ratios = sorted(one / other for one, other in zip(above, below, strict=True))
    return f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"


def _in_turn(commands: dict[str, tuple[list[str], Path]], rounds: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (command, folder) in commands.items():
            shutil.rmtree(folder / ".cache", ignore_errors=True)
            start = time.perf_counter()
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
            times[name].append(time.perf_counter() - start)
    return times
