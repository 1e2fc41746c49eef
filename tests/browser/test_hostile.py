"""Hostile texts in a real browser, without the security policy: nothing runs, nothing is asked for, all is shown."""

from __future__ import annotations

import csv
import functools
import io
import json
import re
import threading
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from http.server import ThreadingHTTPServer
from pathlib import Path

import icalendar
import openpyxl
import pytest
from click.testing import CliRunner
from markdown import markdown

from browser.conftest import _Quiet
from browser.hostile import NAME, armed, make_project
from browser.payloads import BODIES, PAGES, TEXTS
from noticeboard.commands import board as commands
from site_builds import EPOCH, built_once, run_mkdocs

pytestmark = pytest.mark.browser

TRAP = """
window.__sprung = [];
window.owned = function () { window.__sprung.push(String(new Error().stack)); return ""; };
["alert", "confirm", "prompt", "print"].forEach(function (name) { window[name] = window.owned; });
"""
EVERYTHING = "[data-md-component=content] :not(.nb-share *)"
"""All of a page's own part, but for the buttons below it: printing is what one of them is for."""
PROVOKE = """async (selector) => {
  const events = ["click", "dblclick", "auxclick", "contextmenu", "mouseover", "mouseenter", "mousemove", "mousedown",
    "mouseup", "pointerenter", "pointerdown", "focus", "focusin", "blur", "keydown", "keyup", "wheel", "scroll", "copy",
    "cut", "paste", "drag", "dragstart", "drop", "touchstart", "load", "error", "toggle", "beforetoggle", "animationstart",
    "animationend", "transitionend", "input", "change", "submit", "reset", "invalid", "search", "select", "beforematch"];
  const stay = (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (link && /^(https?|mailto|tel|file):$/.test(link.protocol)) event.preventDefault();
  };
  addEventListener("click", stay, true);
  for (const element of document.querySelectorAll(selector)) {
    for (const name of events) element.dispatchEvent(new Event(name, { bubbles: false, cancelable: true }));
    if (element.click) element.click();
    if (element.focus) element.focus({ preventScroll: true });
  }
  await new Promise((done) => setTimeout(done, 10));
}"""
FINDINGS = """() => {
  const forbidden = "script,style,iframe,frame,frameset,object,embed,applet,base,meta,link,math,template,video,audio,source," +
    "track,textarea,dialog,portal,fencedframe,marquee,keygen,isindex,image,xmp,noscript,area,map,nb-x";
  const root = document.querySelector("#board") || document.body;
  const found = [...root.querySelectorAll(forbidden)].map((element) => element.outerHTML.slice(0, 100));
  const wanted = /^(on|srcdoc|formaction|ping|srcset|background|poster|contenteditable|popover|autofocus|accesskey|xlink|target|is|slot|nonce)/;
  const ids = new Map();
  for (const element of root.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (wanted.test(name) || name.includes(":")) found.push(name + "=" + value);
      if (name === "style" && !/^(flex-grow: \\d+|--nb-[a-z]+: \\d+)$/.test(value)) found.push("style=" + value);
      if (name === "id") ids.set(value, (ids.get(value) || 0) + 1);
    }
    // Of what is no page only the board's own calendar may be offered to another program.
    const calls = element.href !== "webcal://gonghui.chenguang.example/calendar.ics" && /^(https?|mailto|tel):$/;
    if (element.tagName === "A" && element.hasAttribute("href") && calls && !calls.test(element.protocol))
      found.push(element.getAttribute("href"));
    if (element.tagName === "IMG" && element.src && !element.src.startsWith(location.origin)) found.push(element.src);
  }
  for (const [id, count] of ids) if (count > 1) found.push("twice: " + id);
  for (const name of ["cookie", "location", "body", "forms", "getElementById"])
    if (document[name] instanceof Element && name !== "body") found.push("document." + name);
  return found;
}"""


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    return built_once(tmp_path_factory, "hostile", _build)


def _build(folder: Path) -> None:
    done = run_mkdocs(make_project(folder), "build")
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.fixture(scope="module")
def site(project) -> Path:
    return project / "site"


@pytest.fixture(scope="module")
def pages(site) -> list[str]:
    return sorted(
        f"{place.parent.relative_to(site).as_posix()}/".removeprefix("./")
        for place in site.rglob("index.html")
        if not place.relative_to(site).as_posix().startswith(("guide/", "about/"))
    )


class _Bare(_Quiet):
    """Serves pages with empty scripts and styles of the theme: these take most of the time of opening one."""

    def do_GET(self):
        if "/assets/" not in self.path:
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(self.path))
        self.send_header("Content-Length", "0")
        self.end_headers()


def served(site: Path, handler: type[_Quiet]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="module")
def home(site) -> Iterator[str]:
    yield from served(site, _Quiet)


@pytest.fixture(scope="module")
def bare_home(site) -> Iterator[str]:
    yield from served(site, _Bare)


@pytest.fixture
def reader(chromium, home, bare_home):
    """A page whose every script, dialog, window and request beyond the site is noted, with the policy switched off."""
    context = chromium.new_context(bypass_csp=True, viewport={"width": 1280, "height": 800})
    away: list[str] = []
    own = (home, bare_home, "data:", "blob:", "webcal://gonghui.chenguang.example/calendar.ics")
    # No request is held up to be judged, as that would slow down each; no name below `.example` leads anywhere.
    context.on("request", lambda request: request.url.startswith(own) or away.append(request.url))
    page = context.new_page()
    page.add_init_script(TRAP)
    page.on("dialog", lambda dialog: (away.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("popup", lambda popup: away.append(f"window {popup.url}"))
    page.away = away
    yield page
    context.close()


def test_there_are_enough_kinds() -> None:
    assert len(set(BODIES.values())) == len(BODIES) >= 200
    assert len(TEXTS) >= 15


def test_only_signs_that_cannot_be_seen_keep_a_body_off_the_board(site) -> None:
    shown = {
        document["source"]
        for document in json.loads((site / "board.json").read_text(encoding="utf-8"))["documents"]
    }
    missing = [name for number, name in enumerate(BODIES) if f"plans/body/{number:03}.md" not in shown]
    assert set(missing) <= {
        "script with a null", "img onerror with a form feed", "javascript link with control characters",
        "marks of the library", "marks of our own", "theme of a month", "activity", "activity that is cancelled",
    }  # fmt: skip
    texts = {f"plans/text/{number:02}-{kind}.md" for number in range(len(TEXTS)) for kind in (1, 3, 4, 5)}
    assert texts <= shown


def batched(paths: Sequence[str], size: int) -> list[Sequence[str]]:
    return [paths[start : start + size] for start in range(0, len(paths), size)]


def is_body(path: str) -> bool:
    return path.startswith(("plans/body/", "hostile/"))


OUR_IDS = """() => [...document.querySelectorAll(".nb-body [id], article:not(:has(.nb-body)) [id]:not(div#board)")].map((element) => element.id)
  .filter((id) => /^(nb-|board$|location$|document$|name$|cookie$|__(search|drawer|palette|toc|config))/i.test(id))"""
"""Ids of the templates, the theme and of what scripts look up, in what somebody else has written."""


OF_A_BODY = ".nb-body, .nb-body *, article > *, article p *"
"""Around a body stands what stands around other texts."""
BODY_FINDINGS = f"""async (selector) => {{
  const found = ({FINDINGS})();
  await ({PROVOKE})(selector);
  return [...found, ...window.__sprung, ...({OUR_IDS})()];
}}"""
OPEN_FRAMES = """(paths) => Promise.all(paths.map((path) => new Promise((loaded) => {
  const frame = document.createElement("iframe");
  Object.assign(frame, { width: 1280, height: 800, src: "/" + path, onload: loaded });
  document.body.append(frame);
})))"""
"""Many pages in one, each a document of its own: opening them one by one takes four times as long."""


def test_nothing_runs_on_pages_around_other_texts(reader, home, pages) -> None:
    """With the theme's scripts and styles."""
    around = [path for path in pages if not is_body(path)]
    assert len(around) > 100
    faults = {}
    for path in around:
        reader.goto(home + path, wait_until="load")
        where = reader.url
        # The search page has a script, a form and a word for readers without scripts, all its own.
        found = reader.evaluate(FINDINGS) if path != "search/" else []
        reader.evaluate(PROVOKE, EVERYTHING)
        found += reader.evaluate("window.__sprung") + reader.away
        reader.away.clear()
        if reader.url.partition("#")[0] != where:
            found.append(f"left for {reader.url}")
        if found:
            faults[path] = found[:5]
    assert faults == {}


def test_nothing_runs_in_a_body(reader, bare_home, pages) -> None:
    bodies = [path for path in pages if is_body(path)]
    assert len(bodies) > 400
    faults = {}
    for some in batched(bodies, 20):
        reader.goto(bare_home + "assets/empty.html")
        reader.evaluate(OPEN_FRAMES, some)
        assert len(reader.frames) == 1 + len(some), some
        for path, frame in zip(some, reader.frames[1:], strict=True):
            found = frame.evaluate(BODY_FINDINGS, OF_A_BODY)
            if frame.url.partition("#")[0] != bare_home + path:
                found.append(f"left for {frame.url}")
            if found:
                faults[path] = found[:5]
        if found := reader.evaluate("window.__sprung") + reader.away:
            faults[" or ".join(some)] = found[:5]
        reader.away.clear()
    assert faults == {}


def test_nothing_that_runs_is_published_beside_pages(site) -> None:
    assert (site / "hostile/000/index.html").is_file()
    assert [place.name for place in (site / "hostile").rglob("run*")] == []


def test_the_search_of_a_page_with_its_ids_still_works(reader, home, site) -> None:
    """A title that took the id of the search's form made the header's search dead."""
    number = list(PAGES).index("a heading that takes the search's id")
    body = list(BODIES).index("a heading that takes the search's id")
    for path in (f"hostile/{number:03}/", f"plans/body/{body:03}/"):
        reader.goto(home + path, wait_until="load")
        reader.locator("header .nb-search__input").fill("owned")
        reader.locator("#nb-results, .nb-search__out").first.wait_for(state="visible")
        assert reader.evaluate("window.__sprung") + reader.away == []


def test_nothing_runs_on_paper(reader, home, site) -> None:
    documents = json.loads((site / "board.json").read_text(encoding="utf-8"))["documents"]
    first = re.compile(r"plans/text/0[0-2]-\d\.md")
    addresses = [document["url"] for document in documents if first.fullmatch(document["source"])]
    assert len(addresses) > 10
    reader.emulate_media(media="print")
    for path in addresses:
        reader.goto(home + path, wait_until="load")
        reader.pdf()
        assert reader.evaluate("window.__sprung") + reader.away == [], path


def test_what_was_written_is_shown_as_it_is(reader, home, site) -> None:
    documents = json.loads((site / "board.json").read_text(encoding="utf-8"))["documents"]
    address = {document["source"]: document["url"] for document in documents}
    titles = {document["source"]: document["title"] for document in documents}
    for number, text in enumerate(map(armed, TEXTS.values())):
        reader.goto(home + address[f"plans/text/{number:02}-1.md"], wait_until="domcontentloaded")
        assert titles[f"plans/text/{number:02}-1.md"] == text
        assert reader.locator("h1").first.inner_text() == text
        assert reader.title().startswith(text)
        assert reader.locator("meta[name=description]").get_attribute("content") == text
        assert text in reader.locator("#board").inner_text()


def test_nothing_is_included_and_no_template_is_filled(site) -> None:
    for place in site.rglob("*.html"):
        text = place.read_text(encoding="utf-8")
        assert "root:" not in text
        assert "TemplateReference" not in text or "self._TemplateReference" in text
    body = list(BODIES).index("template")
    document = (site / f"plans/body/{body:03}/index.html").read_text(encoding="utf-8")
    assert "{{ 7+7 }} {% include" in document


_SCHEME = re.compile(r"[\s\x00-\x1f]*(?:(?:java|vb)\s*script|data|blob|file)\s*:", re.IGNORECASE)


class _Found(HTMLParser):
    """Elements and attributes that no page may have."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attributes) -> None:
        if tag in (
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "form",
            "base",
            "meta",
            "link",
        ):
            self.found.append(tag)
        self.found += [
            f"{name}={value}"
            for name, value in attributes
            if name.startswith("on") or (name in ("href", "src") and _SCHEME.match(str(value)))
        ]


def found_in(html: str) -> list[str]:
    parser = _Found()
    parser.feed(html)
    return parser.found


def test_the_feed_holds_text_and_clean_html(site) -> None:
    feed = etree.parse(site / "feed.xml").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{atom}entry")
    assert entries
    titles = {entry.findtext(f"{atom}title") for entry in entries}
    assert titles & {armed(text) for text in TEXTS.values()}
    for element in feed.iter():
        assert element.tag.startswith(atom)
        if element.get("type") in ("html", "xhtml"):
            assert found_in(element.text or "") == []
        for name in ("href", "src"):
            assert not (element.get(name) or "").lower().startswith(("javascript:", "data:"))


def test_the_calendar_has_no_event_that_a_text_made(site) -> None:
    calendar = icalendar.Calendar.from_ical((site / "calendar.ics").read_bytes())
    assert {component.name for component in calendar.walk()} <= {
        "VCALENDAR",
        "VEVENT",
        "VTIMEZONE",
        "STANDARD",
        "DAYLIGHT",
    }
    assert not [component for component in calendar.walk() if "ATTACH" in component]


def test_the_ledger_starts_no_formula(site) -> None:
    rows = list(csv.reader(io.StringIO((site / "disclosure/ledger.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) > len(TEXTS)
    assert [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell] == []
    sheet = openpyxl.load_workbook(site / "disclosure/ledger.xlsx").active
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_scripts_that_hold_texts_are_scripts(reader, home, site) -> None:
    """What the site makes as JavaScript (the search's index) says texts as texts."""
    reader.goto(home, wait_until="domcontentloaded")
    for place in sorted(site.rglob("*.js")):
        if "assets" in place.parts:
            continue
        reader.add_script_tag(url=home + place.relative_to(site).as_posix())
        assert reader.evaluate("window.__sprung") == [], place


def test_a_search_shows_texts(reader, home) -> None:
    for query in ("owned", "script", "img src", NAME):
        reader.goto(f"{home}search/?q={query}", wait_until="load")
        reader.locator("#nb-results .nb-hit").first.wait_for()
        reader.evaluate(PROVOKE, EVERYTHING)
        assert reader.evaluate("window.__sprung") + reader.away == [], query


def test_what_is_exported_for_another_generator_is_clean(project, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setattr("noticeboard.build.Site.has_errors", False)
    done = CliRunner().invoke(commands, ["export", "--root", str(project), str(tmp_path / "out")])
    assert done.exit_code == 0, done.output[-1000:]
    for place in (tmp_path / "out/docs").rglob("*.md"):
        # The search page brings a script of its own.
        if "guide" in place.parts or "search" in place.parts:
            continue
        body = place.read_text(encoding="utf-8").split("---\n", 2)[-1]
        found = [item for item in found_in(markdown(body)) if item not in ("form", "svg")]
        assert found == [], place
