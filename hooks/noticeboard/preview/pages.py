"""Findings → HTML: the bar above every page of a preview, and what stands in for a page that is not there."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from contextlib import suppress
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from noticeboard.atomic import replace_file
from noticeboard.preview.findings import OVERVIEW, Findings
from noticeboard.reports.text import summary_line

_STYLE = Path(__file__).parents[1] / "templates" / "preview" / "style.css"
_LONGEST_OFFER = 3
"""Files that wait for an import on one page; that of all problems has them all."""
_LONGEST_LIST = 100
"""Problems on one page: who has more mends these first."""


def bar(findings: Findings, address: str, base: str) -> str:
    """The bar above the page at `address`, with that page's problems; empty when there is nothing to tell.

    `base` is the preview's front page as browsers ask for it, ending in a slash.
    """
    if not findings.problems and not findings.is_stale:
        return ""
    listed = findings.on(address)[:_LONGEST_LIST]
    return _fill(
        "bar.html",
        findings=findings,
        count=len({problem.path for problem in findings.problems}),
        summary=summary_line(findings.problems),
        files=[(path, list(problems)) for path, problems in groupby(listed, attrgetter("path"))],
        left_out=len(findings.on(address)) - len(listed),
        is_overview=address == OVERVIEW,
        waiting=[] if address == OVERVIEW else findings.waiting[:_LONGEST_OFFER],
        overview=base + OVERVIEW,
        base=base,
    )


def write_pages(
    findings: Findings, folder: Path, base: str, has_page: Callable[[str], bool] = lambda path: False
) -> None:
    """Writes the page of all problems below `folder`, and one for every faulty file that has no page there; `has_page` knows of those that are not there yet.

    They hold no problem: the bar that is laid above them does. Each is put into its place whole, as somebody may be reading it.
    """
    _write(folder / OVERVIEW / "style.css", _STYLE.read_text(encoding="utf-8"))
    _write(folder / OVERVIEW / "index.html", _fill("page.html", path="", base=base))
    for path, address in findings.addresses.items():
        if address in findings.by_address:
            # The name may be too long for a file, or be that of a file; the page of all problems tells of it then.
            with suppress(OSError, ValueError):
                if not has_page(f"{address}index.html"):
                    _write_missing(folder / address / "index.html", path, base)


def write_stand_in(asked: str, folder: Path, base: str) -> None:
    """Writes what stands in for a page of the site that could not be made, unless an older one is there; `asked` is the path of its address below `base`."""
    if asked.endswith("/") or not asked:
        with suppress(OSError, ValueError):
            _write_missing(folder / posixpath.normpath(asked) / "index.html", "", base)


def _write_missing(place: Path, path: str, base: str) -> None:
    if not place.exists():
        _write(place, _fill("page.html", path=path, base=base))


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    replace_file(place, text.encode(), durable=False)


def _fill(name: str, **values: object) -> str:
    environment = Environment(
        loader=PackageLoader("noticeboard", "templates/preview"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name).render(**values)
