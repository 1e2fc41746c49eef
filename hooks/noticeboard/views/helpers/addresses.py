"""Addresses of pages and files (SPECIFICATION section 5). All are ASCII; none changes when a title changes."""

from __future__ import annotations

import hashlib
import posixpath
import re

from noticeboard.catalog.session_names import session_code as session_code
from noticeboard.content.documents import Document
from noticeboard.content.settings.board_settings import Unit
from noticeboard.content.settings.categories import Category
from noticeboard.slugs import slug_of
from noticeboard.times import Month

HOME = ""
CALENDAR = "months/"
ARCHIVE = "archive/"
TAGS = "tags/"
SEARCH = "search/"
DISCLOSURE = "disclosure/"
LEDGER = "disclosure/ledger/"
COVERAGE = "disclosure/coverage/"
LEDGER_CSV = "disclosure/ledger.csv"
LEDGER_XLSX = "disclosure/ledger.xlsx"
PROPOSALS = "proposals/"
SESSIONS = "sessions/"
OPINIONS = "opinions/"
RESOLUTIONS = "resolutions/"
PROPOSAL_FORM = "proposals/form/"
FORMS = "admin/"
BOARD_JSON = "board.json"
BOARD_SCHEMA = "board.schema.json"
CALENDAR_FILE = "calendar.ics"
FEED = "feed.xml"
DISCLOSURE_FEED = "disclosure/feed.xml"
NOTICES = "notices/"
SERVICES = "services/"
PEOPLE = "people/"
NOTICE_FEED = "notices/feed.xml"
SUBSCRIBE = "subscribe/"
RESULTS = "results/"
TARGETS_CSV = "results/targets.csv"
RESULTS_CSV = "results/results.csv"
CHAIR = "chair/"
CHAIR_XLSX = "chair/gaps.xlsx"
REGISTERS = "registers/"
DUES = "registers/due/"
HONOURS = "registers/honours/"
COMPETITIONS = "registers/competitions/"
NEWSLETTERS = "newsletters/"
FUNDS = "funds/"
INSPECTION = "inspection/"
INSPECTION_XLSX = "inspection/inspection.xlsx"
UNITS = "units/"
UNITS_CSV = "units/units.csv"

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def year_address(year: int) -> str:
    """Address of a year's page."""
    return f"{CALENDAR}{year}/"


def tag_address(anchor: str) -> str:
    """Of a tag that has a page of its own, by its anchor on the page of all."""
    return f"{TAGS}{anchor}/"


def charts_address(year: int) -> str:
    """Address of a year's charts."""
    return f"{year_address(year)}charts/"


def certificate_address(document: Document) -> str:
    """Of the proof that a disclosure was up for its notice period."""
    return f"{document.address}certificate/"


def year_table_address(year: int) -> str:
    """Of the table of a year's activities."""
    return f"{year_address(year)}table/"


def year_workbook(year: int) -> str:
    """Of the same table as a workbook."""
    return f"{year_table_address(year)}activities.xlsx"


def year_book_address(year: int) -> str:
    """All of a year on one page to print."""
    return f"{year_address(year)}book/"


def month_address(month: Month) -> str:
    """Address of a month's page."""
    return f"{CALENDAR}{month.year}/{month.number:02}/"


def ledger_year_address(year: int) -> str:
    """The disclosures of a year that the first page of the ledger has no more room for."""
    return f"{LEDGER}{year}/"


def archive_address(year: int) -> str:
    """The documents of a calendar year."""
    return f"{ARCHIVE}{year}/"


def archive_month_address(month: Month) -> str:
    """Those of a month, where a year has too many for one page."""
    return f"{ARCHIVE}{month.year}/{month.number:02}/"


def targets_address(year: int) -> str:
    """The targets of the plans that begin in a calendar year."""
    return f"{RESULTS}{year}/"


def school_year_address(year: int, term: int | None = None) -> str:
    """A school year by the calendar year in which it begins, or its first or second term."""
    return f"school-years/{year}/{f'{term}/' if term else ''}"


def unit_address(unit: Unit) -> str:
    """Address of a unit's page."""
    return f"units/{unit.slug}/"


def unit_calendar(unit: Unit) -> str:
    """Address of a unit's calendar file."""
    return f"{unit_address(unit)}{CALENDAR_FILE}"


def month_calendar(month: Month) -> str:
    """Address of a month's calendar file."""
    return f"{month_address(month)}{CALENDAR_FILE}"


def kind_calendar(slug: str) -> str:
    """The calendar of the activities of one category; `slug` is the category's address name."""
    return f"categories/{slug}/{CALENDAR_FILE}"


def activity_calendar(document: Document, anchor: str) -> str:
    """The file of one activity, beside the page that holds it, named like its anchor there."""
    return f"{document.address}{anchor}.ics"


def category_address(category: Category) -> str:
    """Address of the page of a category of disclosures."""
    return f"{DISCLOSURE}{category.slug}/"


def session_address(session: str | None) -> str:
    """The page of a 届次 as a proposal writes it; that of proposals without one for None."""
    return f"{PROPOSALS}{session_code(session)}/"


def assembly_address(code: str) -> str:
    """The page of a session by its code."""
    return f"{SESSIONS}{code}/"


def form_address(proposal: Document) -> str:
    """A proposal on the form for paper."""
    return f"{proposal.address}form/"


def file_address(path: str) -> str:
    """Where a file of plans/ is published.

    A name that is not plain ASCII becomes its pinyin and six digits of its hash: in-app browsers break on Chinese file
    names, and names that sound alike must not collide.
    """
    folder, name = posixpath.split(path)
    folders = "/".join(slug_of(part) or "_" for part in folder.split("/"))
    if not _PLAIN.fullmatch(name):
        stem, ending = posixpath.splitext(name)
        code = hashlib.sha256(name.encode()).hexdigest()[:6]
        name = "-".join(filter(None, [slug_of(stem)[:60].strip("-"), code])) + "." + slug_of(ending)
    return f"{folders}/{name.rstrip('.')}"


def relative(target: str, page: str, *, directory_urls: bool) -> str:
    """The link from the page at `page` to `target`, both below the site's root; `target` may carry an #anchor.

    Without `directory_urls` a page's link ends in index.html, so that it works from a disk.
    """
    address, mark, anchor = target.partition("#")
    if not directory_urls and (not address or address.endswith("/")):
        address += "index.html"
    here, there = page.split("/")[:-1], address.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return ("../" * (len(here) - shared) + "/".join(there[shared:]) or "./") + mark + anchor


def whole(site_url: str | None, page: str, *, directory_urls: bool) -> str | None:
    """The page's whole address, for paper and for other programs; None where the site does not know its own.

    `site_url` is the site's root: `http://gonghui.example/board/`.
    """
    if not site_url:
        return None
    end = "" if directory_urls else "index.html"
    return f"{site_url.rstrip('/')}/{page}{end}"


def subscription(site_url: str | None, calendar: str) -> str | None:
    """What a program for calendars takes for an order to follow a calendar of the site; None where its address is not known."""
    found = whole(site_url, calendar, directory_urls=True)
    return found and "webcal:" + found.partition(":")[2]
