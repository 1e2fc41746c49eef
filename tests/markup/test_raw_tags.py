"""Raw HTML's tags, where they stand, and what a browser would load for them."""

import pytest

from noticeboard.markup.raw_tags import addresses_in_style, tags_of


@pytest.mark.parametrize(
    ("body", "loaded"),
    [
        ("<img src=a>", ["a"]),
        ("<IMG/SRC='a'>", ["a"]),
        ("<img\n  alt='>'\n  src=\"a\"", ["a"]),
        ("<img srcset='a 2x, b 3x'>", ["a", "b"]),
        ("<video poster=a>", ["a"]),
        ("<table background=a>", ["a"]),
        ("<link href=a> <image href=a> <use xlink:href=a>", ["a", "a", "a"]),
        ("<a href=a>x</a> <b title=a cite=a>x</b>", []),
        ("<p style='background:url(a)'>", ["a"]),
        ("<style>@import 'a'; p { background: URL( \"b\" ) }</style>", ["a", "b"]),
        ("<img src='&#47;&#47;a'>", ["//a"]),
        ("`<img src=a>` \\<img src=a>", []),
        ("```\n<img src=a>\n```", []),
        ("<!-- <img src=a> -->", []),
        ("3<img 三", []),
        ("<img alt='x\n\n<img src=a>", ["a"]),
    ],
)
def test_what_is_loaded(body, loaded):
    assert [address for tag in tags_of(body) for address in tag.loaded] == loaded


def test_an_address_in_angle_brackets_is_no_tag():
    assert tags_of("<https://a/b> <tel:020> <mailto:a@b.example> <a@b.example> <三月>") == ()
    assert [tag.name for tag in tags_of("<x:script>")] == ["x:script"]


def test_where_a_tag_stands():
    (first, second) = tags_of("甲\n\n甲 <b>乙</b>\n<I CLASS=x>", 5)
    assert (first.name, first.line, first.column) == ("b", 7, 3)
    assert (second.name, second.line, second.column, second.attributes) == ("i", 8, 1, (("class", "x"),))


@pytest.mark.parametrize(
    "style", [r"u\72l(a)", r"\75 rl(a)", "url/**/(a)", "UrL( 'a' )", "image-set('a' 1x)", r"u\r\l(a)"]
)
def test_styles_are_read_without_their_disguise(style):
    assert addresses_in_style(style) == ("a",)


@pytest.mark.parametrize(
    ("style", "addresses"),
    [
        ("@import url(a);", ["a"]),
        ("@import/**/url( 'a' ) screen;", ["a"]),
        ("@IMPORT\nURL(a) layer(b);", ["a"]),
        ("@import 'a'; @import url(b);", ["a", "b"]),
        ("x { background: -webkit-image-set('a' 1x, \"b\" 2x) }", ["a", "b"]),
        ("image-set('a' type('image/png'), 'b' 2x)", ["a", "image/png", "b"]),
        ("x { src: url(a) format('woff2'); content: 'b' }", ["a"]),
    ],
)
def test_every_address_of_a_style_is_found(style, addresses):
    assert list(addresses_in_style(style)) == addresses


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    ["<a " * 50_000, "<a '" * 50_001, "<a \"'" * 50_000, "<" * 100_000, "<style>" * 20_000, "`<" * 50_000],
)
def test_a_monstrous_body_is_read(body):
    """A hang is the failure."""
    assert len(tags_of(body)) <= 50_001
