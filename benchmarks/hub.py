"""`board hub` of fifty boards of a thousand documents each: at most 60 s.

The boards are one generated board under fifty addresses: each is read, checked and indexed as if it were another.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.corpus import generate
from noticeboard.build import load
from noticeboard.content.settings.board_settings import Settings
from noticeboard.edition import Edition
from noticeboard.search.index import index_assets
from noticeboard.search.texts import texts_of

_TODAY = date(2026, 3, 1)


def run(boards: int = 50, documents: int = 1000) -> Iterator[str]:
    """One line: seconds by the clock and of the processors, and the most memory of one process."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _publish(folder / "board", documents)
        rows = (f"第{number}小学,http://board-{number}.example/,board" for number in range(1, boards + 1))
        (folder / "boards.csv").write_text("\n".join(["名称,网址,来源", *rows]), encoding="utf-8")
        begin, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "noticeboard.commands", "hub", "boards.csv", "city"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        seconds, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        yield (
            f"hub of {boards} boards × {documents} documents: {seconds:.1f} s by the clock, {processor:.1f} s of processor,"
            f" {after.ru_maxrss / 1e6:.1f} GB at most in one process"
        )


def _publish(folder: Path, documents: int) -> None:
    """Writes what a hub reads of a board."""
    source = folder.parent / "source"
    for sample in generate(documents):
        place = source / "plans" / f"{sample.name}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(sample.header + sample.body, encoding="utf-8")
    site = load(source, Settings(audience="public"), Edition(_TODAY, "public"))
    board = next(asset for asset in site.assets if asset.address == "board.json")
    index = index_assets(texts_of(site.catalog, ()), site.settings, _TODAY, directory_urls=True)
    for asset in (board, *index):
        place = folder / asset.address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(asset.content())


if __name__ == "__main__":
    for line in run(*map(int, sys.argv[1:])):
        print(line)
