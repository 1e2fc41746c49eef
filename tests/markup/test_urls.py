"""Addresses as a browser's parser reads them; the awkward ones are those of the standard's own tests."""

import pytest

from noticeboard.markup.urls import is_script, is_whole, leaves


@pytest.mark.parametrize(
    "address",
    [
        "https://a", "https:a", "https:/a", "https:///a", "HTTPS:a", "//a", "///a", r"\\a", r"/\a", r"\/a", " //a", "\x01//a", "/\t/a",
        "/\n/a", "ht\ttps:a", "\x0bhttps:a", "javascript:x", "data:,x", "mailto:a@b", "ftp:a", "x-y.z+1:a", "C|/a", "c|", "C:a",
        "&#104;ttps:a", "/&sol;a", "https&colon;a", "file:a", "blob:a", "view-source:a",
    ],
)  # fmt: skip
def test_addresses_that_leave(address):
    assert leaves(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a.png",
        "../a",
        "/a",
        r"\a",
        "./https:a",
        "a/https:b",
        "?https:a",
        "#//a",
        "https%3A//a",
        "%2F%2Fa",
        "ｈｔｔｐｓ：／／a",
        "1:a",
        "三:a",
        "a b:c",
    ],
)
def test_addresses_that_stay(address):
    assert not leaves(address)


def test_only_whole_addresses_show_where_they_lead():
    for address in (
        "https://a.example",
        "HTTP://a.example/b?c#d",
        "http://[::1]/",
        "mailto:a@b.example",
        "tel:+86-10",
    ):
        assert is_whole(address)
    for address in (
        "https:a",
        "https:/a",
        "https:///a",
        r"https:\\a",
        r"https://a\b",
        "//a",
        "https://",
        "https://a b",
        "mailto:",
        "x:y",
    ):
        assert not is_whole(address)


def test_scripts():
    for address in (
        "javascript:x",
        "JavaScript:x",
        " java\nscript:x",
        "&#106;avascript:x",
        "java script:x",
        "vbscript:x",
        "data:x",
        "\x01data:x",
    ):
        assert is_script(address)
    for address in ("a.md", "javascript.md", "https://a/javascript:", "database.xlsx"):
        assert not is_script(address)
