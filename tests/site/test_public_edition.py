"""The public edition holds nothing internal in any byte: a mark in every internal place, looked for in all that is built."""

from __future__ import annotations

import gzip
import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from boards import write
from marked_board import INTERNAL, files
from noticeboard.content.documents import TYPES
from noticeboard.content.fields import declarations
from site_builds import run_mkdocs, run_program

pytestmark = pytest.mark.site

MARK = re.compile(rb"zqx[a-z]+")
WALL_DAY = re.compile(rb'<time datetime="[0-9-]+">[0-9]+</time>')
"""A month's page names all of its days."""
NEVER_SHOWN = {"draft", "allow", "pinned", "audience", "unit", "triage", "satisfaction", "answered"}
"""Fields that hold no text of the officer's, or whose text is on no page of any edition."""


_MESSAGE = "zqxsubject\n\nzqxmessage\n\n更正说明: zqxreason\nReviewed-by: zqxauthor <zqxmail@board.example>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    root = write(tmp_path_factory.mktemp("audiences"), files())
    git = [
        "git",
        "-c",
        "user.name=zqxauthor",
        "-c",
        "user.email=zqxmail@board.example",
        "-c",
        "commit.gpgsign=false",
    ]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", _MESSAGE]):
        subprocess.run([*git, *command], cwd=root, check=True, capture_output=True)
    return root


@pytest.fixture(scope="module")
def editions(folder) -> dict[str, Path]:
    for audience in ("internal", "public"):
        done = run_mkdocs(folder, "build", "--site-dir", audience, BOARD_AUDIENCE=audience)
        assert done.returncode == 0, done.stderr
    return {audience: folder / audience for audience in ("internal", "public")}


def bytes_of(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file's name and bytes, packed ones opened."""
    for place in sorted(site.rglob("*")):
        name = place.relative_to(site).as_posix()
        yield name, name.encode()
        if place.is_file():
            content = place.read_bytes()
            yield name, content
            if place.suffix == ".gz":
                yield name, gzip.decompress(content)
            elif content[:2] == b"PK":
                with zipfile.ZipFile(io.BytesIO(content)) as packed:
                    for part in packed.namelist():
                        yield f"{name}/{part}", part.encode() + packed.read(part)


def marks_of(site: Path) -> set[bytes]:
    return {mark for _, content in bytes_of(site) for mark in MARK.findall(content)}


def test_every_field_of_every_type_is_marked():
    texts = {name: INTERNAL[name] for name in TYPES}
    everything = "".join(INTERNAL.values())
    missing = {
        f"{name}.{field.chinese}"
        for name, kind in TYPES.items()
        for field in declarations(kind)
        if field.name not in NEVER_SHOWN
        and f"{field.chinese}: "
        not in (everything if field in declarations(TYPES["notice"]) else texts[name])
    }
    assert missing == set()


def test_every_mark_is_in_the_internal_edition(folder, editions):
    written = {mark for name, content in bytes_of(folder / "plans") for mark in MARK.findall(content)}
    assert len(written) > 50
    assert written - marks_of(editions["internal"]) == set()
    assert b"zqxreason" in marks_of(editions["internal"])


def test_nothing_else_of_a_commit_is_in_any_edition(editions):
    for site in editions.values():
        assert not {b"zqxsubject", b"zqxmessage", b"zqxauthor", b"zqxmail"} & marks_of(site)


def test_no_mark_is_in_the_public_edition(editions):
    found = {(name, mark) for name, content in bytes_of(editions["public"]) for mark in MARK.findall(content)}
    assert found == set()


def test_the_command_builds_the_same_edition(folder, editions):
    done = run_program(
        "noticeboard.commands", folder, "build", "--audience", "public", "--site-dir", "command"
    )
    assert done.returncode == 0, done.stderr
    assert dict(bytes_of(folder / "command")) == dict(bytes_of(editions["public"]))


def test_the_public_edition_holds_what_is_public(editions):
    for page in ("plans/public/plan", "plans/public/disclosure", "plans/public/proposal", "proposals/3-1"):
        assert (editions["public"] / page / "index.html").is_file()
    assert list((editions["public"] / "plans/public").glob("biao-*.txt"))


def test_no_day_month_or_count_tells_of_what_is_internal(editions):
    public, internal = editions["public"], editions["internal"]
    assert (internal / "months/1987/01/index.html").is_file()
    assert not (public / "months/1987").exists()
    for name in ("1987-", "1987年", "2026-11-18", "2026年11月18日"):
        told = [
            path
            for path, content in bytes_of(public)
            if name.encode() in WALL_DAY.sub(b"", content) and not path.startswith("assets/")
        ]
        assert told == [], name
    ledger = (public / "disclosure/ledger/index.html").read_text(encoding="utf-8")
    assert "共 1 份" in ledger
    assert "标签" in (public / "tags/index.html").read_text(encoding="utf-8")


def test_calendars_and_feeds_are_of_the_edition(editions):
    """The files of what is to come, with the addresses that they are given by what they hold."""
    found = {
        audience: {
            place.relative_to(site).as_posix()
            for place in site.rglob("*")
            if place.suffix == ".ics" or place.name == "feed.xml"
        }
        for audience, site in editions.items()
    }
    inside = found["internal"] - found["public"]
    assert any("zqxcomingkind" in name for name in inside)
    assert sum(name.startswith("plans/zqxfolder/zqxcoming/") for name in inside) == 3
    for address in ("calendar.ics", "categories/other/calendar.ics", "units/gong-hui/calendar.ics"):
        assert b"zqxcomingweekly" in (editions["internal"] / address).read_bytes()
        assert address in found["public"]
    assert {"months/2026/12/calendar.ics", "months/2027/01/calendar.ics"} <= inside
    for address in ("feed.xml", "disclosure/feed.xml", "notices/feed.xml"):
        assert MARK.search((editions["internal"] / address).read_bytes())
        assert address in found["public"]


def test_charts_are_of_the_edition(editions):
    for address, mark in (("results", b"zqxfigure"), ("months/2026/charts", b"zqxcomingkind")):
        page = f"{address}/index.html"
        assert mark in (editions["internal"] / page).read_bytes()
        assert (editions["public"] / page).is_file()


def test_no_gap_tells_of_what_is_disclosed_inside(editions):
    for page in ("disclosure", "disclosure/finance", "disclosure/coverage", "disclosure/procurement"):
        text = (editions["public"] / page / "index.html").read_text(encoding="utf-8")
        article = text.partition("<article")[2].partition("</article>")[0]
        for word in ("逾期", "下次应在", "nb-cell--gap", "还没有公开过"):
            assert word not in article, (page, word)
    coverage = (editions["internal"] / "disclosure/coverage/index.html").read_text(encoding="utf-8")
    assert "nb-cell--gap" in coverage
