"""A hub of boards as they are really built and published, in a browser: from a server's address and from a disk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from boards import write
from published_boards import PUBLIC_FILES, list_of
from site_builds import CONFIG, run_program

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
SETTINGS = "extra: {board: {organisation: 第一小学工会}}\n"


@pytest.fixture(scope="module")
def city(tmp_path_factory) -> Path:
    """A hub of one board, as a folder beside it and as a ZIP file at an address of its own."""
    folder = tmp_path_factory.mktemp("city")
    write(folder / "board", {"mkdocs.yml": CONFIG + SETTINGS, "docs/index.md": "# 首页\n", **PUBLIC_FILES})
    for target in (["--site-dir", "../one", "--no-directory-urls"], ["--site-dir", "../other"]):
        done = run_program(
            "noticeboard.commands", folder / "board", "build", "--strict", "--audience", "public", *target,
            SOURCE_DATE_EPOCH="1795132800",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    shutil.make_archive(str(folder / "other"), "zip", folder / "other")
    listing = list_of(folder, "一小,../one/,one", "别校,http://other.example/,other.zip")
    done = run_program(
        "noticeboard.commands", folder, "hub", listing.name, "city", SOURCE_DATE_EPOCH="1795132800"
    )
    assert done.returncode == 0, done.stderr
    return folder / "city"


@pytest.mark.site
def test_a_hub_of_built_boards_has_their_documents(city):
    text = (city / "index.html").read_text(encoding="utf-8")
    assert "../one/plans/2026/ping-you/index.html" in text
    assert "http://other.example/plans/2026/ping-you/" in text


@pytest.mark.site
@pytest.mark.browser
def test_the_search_finds_and_leads_to_each_board(city, playwright):
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    page = browser.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto((city / "index.html").as_uri())
    page.locator("input[name=q]").fill("篮球赛")
    page.locator("input[name=q]").press("Enter")
    page.locator(".nb-hit__title").nth(1).wait_for()
    hits = {link.get_attribute("href") for link in page.locator(".nb-hit__title").all()}
    own = next(hit for hit in hits if hit.startswith("file:"))
    (other,) = hits - {own}
    assert other.startswith("http://other.example/plans/2026/ji-hua/?h=")
    page.locator("select[name=unit]").select_option("b1")
    page.locator(".nb-hit__title").nth(1).wait_for(state="detached")
    page.locator(".nb-hit__title").click()
    page.wait_for_url("**/one/plans/2026/ji-hua/index.html**")
    assert page.locator("h1").inner_text() == "工会计划"
    assert not faults
    browser.close()
