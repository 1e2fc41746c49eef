"""Every sample of the guide is a complete file that the board takes without a word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from guide.pages import (
    GUIDE,
    ROOT,
    TODAY,
    Block,
    blocks_of,
    build_board,
    files_beside,
    guide_pages,
    tables_of,
)
from guide.walking import PATH
from noticeboard.build import load
from noticeboard.content.quantities.amounts import read_amount
from noticeboard.content.settings.assembly_settings import MeetingSettings, ProposalSettings
from noticeboard.content.settings.board_settings import (
    DisclosureSettings,
    OpinionBox,
    Settings,
    Unit,
    Vacations,
)
from noticeboard.content.settings.categories import Category
from noticeboard.content.settings.settings_reader import read_settings
from noticeboard.content.settings.site_file import read_site_file
from noticeboard.content.settings.unit_settings import FilingSettings
from noticeboard.edition import Edition
from noticeboard.markup.marked import STATUS_WORDS
from noticeboard.writing.manual import PAGES as MANUAL


def samples_of(page: Path) -> list[Block]:
    return [block for block in blocks_of(page.read_text(encoding="utf-8")) if block.language == "markdown"]


def files_before(page: Path) -> dict[str, str]:
    """What the reader of a page of the path has written by then."""
    before = PATH[: PATH.index(page.name)] if page.name in PATH else []
    return {block.title: block.text for name in before for block in samples_of(GUIDE / name)}


PAGES = [page for page in guide_pages() if page.name not in MANUAL and samples_of(page)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_samples_have_no_problem(page: Path, tmp_path: Path) -> None:
    markdown = page.read_text(encoding="utf-8")
    samples = samples_of(page)
    files = {block.title: block.text for block in samples}
    assert len(files) == len(samples)
    assert all(path.startswith("plans/") for path in files)
    files = files_before(page) | files
    site = build_board(tmp_path, files | files_beside(markdown))
    # Samples side by side may say the same in several ways.
    assert [problem for problem in site.problems if problem.code != "same-activity"] == []
    assert {document.path for document in site.catalog.with_page} == set(files)


def test_there_are_samples() -> None:
    assert sum(len(samples_of(page)) for page in PAGES) >= 15


def test_settings_are_accepted() -> None:
    blocks = blocks_of((GUIDE / "settings.md").read_text(encoding="utf-8"))
    samples = [yaml.safe_load(block.text) for block in blocks if block.title == "mkdocs.yml"]
    boards = [sample["extra"]["board"] for sample in samples if "extra" in sample]
    assert boards
    for board in boards:
        assert read_settings(board)[1] == ()


def test_every_setting_is_explained() -> None:
    markdown = (GUIDE / "settings.md").read_text(encoding="utf-8")
    for model in (
        Settings,
        Unit,
        FilingSettings,
        DisclosureSettings,
        OpinionBox,
        Category,
        Vacations,
        ProposalSettings,
        MeetingSettings,
    ):
        for name in model.model_fields:
            assert re.search(rf"`(?:\w+\.)?{name}[`.]", markdown), name


@pytest.mark.slow
def test_addresses_are_those_of_the_site() -> None:
    markdown = (GUIDE / "settings.md").read_text(encoding="utf-8")
    rows = next(rows for _, rows in tables_of(markdown) if "网址" in rows[0])
    settings, _ = read_site_file(ROOT)
    site = load(ROOT, settings, Edition(TODAY))
    addresses = {page.address for page in site.pages} | {asset.address for asset in site.assets}
    assert {row["网址"].strip("`") for row in rows} - addresses == set()


def test_states_are_what_readers_see(tmp_path: Path) -> None:
    markdown = (GUIDE / "activities.md").read_text(encoding="utf-8")
    rows = next(rows for _, rows in tables_of(markdown) if "读者看到" in rows[0])
    header = "---\n类型: 计划\n标题: 状态\n日期: 2026-03-01\n期间: 2026年\n---\n### 四月\n\n"
    items = "\n".join(row["这样写"].strip("`") for row in rows)
    (document,) = build_board(tmp_path, {"plans/2026/状态.md": header + items}).catalog.shown
    said = [STATUS_WORDS[activity.status] for activity in document.activities]
    assert said == [row["读者看到"] for row in rows]


def test_headings_open_a_month(tmp_path: Path) -> None:
    markdown = (GUIDE / "activities.md").read_text(encoding="utf-8")
    headings = re.findall(r"`(#+[^`]+)`", re.search(r"^标题写成 .*都认得。$", markdown, re.MULTILINE)[0])
    assert len(headings) == 3
    header = "---\n类型: 计划\n标题: 标题\n日期: 2026-03-01\n期间: 2026年\n---\n"
    for heading in headings:
        site = build_board(tmp_path, {"plans/2026/标题.md": f"{header}{heading}\n\n- 春季登山\n"})
        assert site.problems == ()
        (document,) = site.catalog.shown
        assert [activity.text for activity in document.activities] == ["春季登山"], heading


def test_amounts_are_what_charts_use() -> None:
    markdown = (GUIDE / "summary.md").read_text(encoding="utf-8")
    rows = next(rows for _, rows in tables_of(markdown) if "图表里用的数" in rows[0])
    for row in rows:
        amount = read_amount(*row["这样写"].strip("`").split(": "))
        about = "约 " if amount.approximate else ""
        said = "没有数，照原文登" if amount.number is None else f"{about}{amount.number:f} {amount.unit}"
        assert row["图表里用的数"] == said


def test_links_of_the_guide_lead_somewhere() -> None:
    generated = {
        f"docs/{name}/index.md"
        for name in (
            "months",
            "archive",
            "disclosure",
            "proposals",
            "proposals/form",
            "sessions",
            "resolutions",
            "opinions",
            "registers",
            "subscribe",
            "results",
            "units",
        )
    }
    for page in [*guide_pages(), ROOT / "docs/index.md", ROOT / "docs/about.md"]:
        for target in links_of(page.read_text(encoding="utf-8")):
            place = (page.parent / target.partition("#")[0]).resolve()
            path = place.relative_to(ROOT).as_posix()
            assert place.is_file() or path in generated, f"{page.name}: {target}"


def links_of(markdown: str) -> list[str]:
    """The targets of the links between pages; samples and code hold none."""
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", markdown, flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)\s]+)\)", prose)
    return [target for target in targets if "://" not in target and target[0] != "#"]


PICTURES = sorted(place.name for place in GUIDE.iterdir() if place.suffix != ".md")


def test_the_guide_shows_each_of_its_pictures_and_they_are_small():
    shown = {
        name
        for page in GUIDE.glob("*.md")
        for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
        if "/" not in name
    }
    assert set(PICTURES) <= shown
    scripts = "".join(
        script.read_text(encoding="utf-8") for script in sorted((ROOT / ".ci" / "pictures").glob("of_*.py"))
    )
    for name in PICTURES:
        assert (GUIDE / name).stat().st_size <= 60_000, name
        assert f'"{name.removesuffix(".webp")}"' in scripts, name
