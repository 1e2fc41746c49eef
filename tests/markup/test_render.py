from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from noticeboard import times
from noticeboard.content.activities.activity_reader import read_activities
from noticeboard.markup.body import read_body
from noticeboard.markup.heading_ids import HeadingId
from noticeboard.markup.links import links_of
from noticeboard.markup.marked import Mark
from noticeboard.markup.plain import shown_texts
from noticeboard.markup.render import Renderer
from noticeboard.markup.urls import is_whole

RENDERER = Renderer()
ELSEWHERE = [
    "https://evil.invalid/a", "https:evil.invalid/a", "https:/evil.invalid/a", "HTTPS:\\\\evil.invalid/a", "//evil.invalid/a",
    "///evil.invalid/a", "/\\evil.invalid/a", "ftp:evil.invalid", "ht&Tab;tps://evil.invalid/a", "&#47;/evil.invalid/a",
    "https&colon;evil.invalid/a", "/&NewLine;/evil.invalid/a", "javascript:x", "&#106;avascript:x", "java&Tab;script:x",
    "vbscript:x", "data:text/html,x", "blob:https://evil.invalid/x", "C|/a", "file:///etc/passwd",
]  # fmt: skip
CONTEXT = times.Context(period=times.read_period("2026年"))


class Page(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_targets_are_rewritten_wherever_they_stand() -> None:
    asked = []

    def resolve(target: str) -> str | None:
        asked.append(target)
        return None if target.startswith("gone") else f"/board/{target}"

    html = RENDERER.render(
        '[甲](a.md) ![乙](b.jpg) <a href="c.md">丙</a> <img src="d.jpg"> [丁][1] [甲](a.md)\n\n'
        '[无](gone.md) ![没有](gone.jpg) <a href="gone.md">空</a>\n\n[1]: e.md',
        resolve=resolve,
    ).html
    found = [attributes.get("href") or attributes.get("src") for _, attributes in Page(html).tags]
    assert [target for target in found if target] == [
        f"/board/{name}" for name in ("a.md", "b.jpg", "c.md", "d.jpg", "e.md", "a.md")
    ]
    assert "<span>无</span> <span>没有</span>" in html and ">空</a>" in html
    assert len(asked) == len(set(asked))


def test_a_link_that_leaves_the_site_does_not_open_it() -> None:
    html = RENDERER.render("[内](a.md) [外](https://example.org) [外](HTTP://example.org/a)").html
    assert html.count("noopener") == 2
    assert 'rel="noopener"' in RENDERER.render('<a href="https://example.org">外</a>').html


def test_headings() -> None:
    rendered = RENDERER.render("# 工作 **要点**\n## 三月：[读书](a.md)\n## `A`&amp;B\n")
    assert rendered.headings == (
        HeadingId(2, "gong-zuo-yao-dian", "工作 要点"),
        HeadingId(3, "san-yue-du-shu", "三月：读书"),
        HeadingId(3, "a-b", "A&B"),
    )
    for heading in rendered.headings:
        assert f'<h{heading.level} id="{heading.id}">' in rendered.html


def test_nothing_is_left_of_the_body_before() -> None:
    first = RENDERER.render("## 三月\n[^1] [甲][a]\n\n[^1]: 注\n[a]: a.md")
    assert RENDERER.render("## 三月\n[^1] [甲][a]").html == '<h2 id="san-yue">三月</h2>\n<p>[^1] [甲][a]</p>'
    assert RENDERER.render("## 三月\n[^1] [甲][a]\n\n[^1]: 注\n[a]: a.md") == first


def test_two_renderers_write_the_same_bytes() -> None:
    body = '## 三月\n- 植树[^1] <b id="x">甲</b>\n\n[^1]: 注'
    assert Renderer().render(body) == Renderer().render(body)


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("甲 <b>乙</b>", "<p>甲 <b>乙</b></p>"),
        ("甲<br>乙<BR/>丙", "<p>甲<br>\n乙<br>\n丙</p>"),
        ("甲 <b>乙\n\n丙", "<p>甲 &lt;b&gt;乙</p>\n<p>丙</p>"),
        ("甲 </b>乙", "<p>甲 乙</p>"),
        ("- 甲 <script>乙\n- 丙", "<ul>\n<li>甲 &lt;script&gt;乙</li>\n<li>丙</li>\n</ul>"),
        ("甲 </div></li> 乙", "<p>甲 &lt;/div&gt;&lt;/li&gt; 乙</p>"),
        ("甲 <input> <select> 乙", "<p>甲 &lt;input&gt; &lt;select&gt; 乙</p>"),
        ("甲 <三月> 3<5", "<p>甲 &lt;三月&gt; 3&lt;5</p>"),
        ("<div>\n甲\n\n乙", "<div>\n甲</div>\n<p>乙</p>"),
        ("</div></article>\n\n乙", "<p>乙</p>"),
        ("<style>\n甲\n\n乙", "<p>乙</p>"),
        ("<textarea>\n\n- 乙", "<ul>\n<li>乙</li>\n</ul>"),
        (
            "<details><summary>甲</summary>\n\n乙\n</details>",
            "<details><summary>甲</summary>\n<p>乙</p>\n</details>",
        ),
    ],
)
def test_raw_html_stays_where_it_is(body: str, html: str) -> None:
    assert RENDERER.render(body).html == html


def test_an_empty_body() -> None:
    assert RENDERER.render("").html == "" and RENDERER.render("\n  \n").headings == ()


def test_ids_of_authors_cannot_be_ours() -> None:
    activities, _ = read_activities("## 三月\n- 植树", 1, path="a.md", kind="plan", context=CONTEXT)
    anchor = activities[0].anchor
    html = RENDERER.render(
        f'<b id="{anchor}">甲</b>\n## 三月 {{#{anchor}}}\n- 植树',
        1,
        [
            # The item stands a line lower than it was read from.
            *read_activities("文\n## 三月\n- 植树", 1, path="a.md", kind="plan", context=CONTEXT)[0]
        ],
    ).html
    assert re.findall(r'<(\w+)[^>]* id="([^"]*)"', html) == [("h2", f"{anchor}-2"), ("li", anchor)]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_no_picture_comes_from_elsewhere(target: str) -> None:
    for body in (
        f"![图]({target})",
        f"![图][1]\n\n[1]: {target}",
        f"<img alt='图' src='{target}'>",
        f"文 <img src='{target}' alt=图>",
    ):
        html = RENDERER.render(body).html
        assert "<img" not in html and "图" in html, body


@pytest.mark.parametrize("target", ELSEWHERE)
def test_a_link_that_hides_where_it_leads_is_text(target: str) -> None:
    if is_whole(target):
        return
    for body in (f"[文]({target})", f"[文][1]\n\n[1]: {target}", f"<a href='{target}'>文</a>"):
        html = RENDERER.render(body).html
        assert "href" not in html and "文" in html, body


def test_what_a_resolver_says_is_looked_at_too() -> None:
    html = RENDERER.render("![图](a.png) [文](a.md)", resolve=lambda target: f"https:evil/{target}").html
    assert "evil" not in html


def test_a_description_stays_text() -> None:
    html = RENDERER.render("<img src='//evil' alt='<script>x</script>&lt;b&gt;\"'>").html
    assert Page(html).tags == [("p", {})]


@pytest.mark.parametrize("id", ["nb-search", "NB-Search", "fn-1", "fnref-1", "nb-wall", "nb-files"])
def test_ids_of_ours_are_no_authors(id: str) -> None:
    title = id.replace("-", " ")
    for body in (f"## {title}", f"## 搜索 {{#{id}}}"):
        rendered = RENDERER.render(f"{body}\n\n[去](#{id})[^1]\n\n[^1]: 注")
        assert [heading.id for heading in rendered.headings] == [f"s-{heading_id(id, body)}"]
        ids = re.findall(r'id="([^"]*)"', rendered.html)
        assert len(ids) == len(set(ids)) == 3


@pytest.mark.parametrize("id", ["fnref2-1", "FNREF2-1", "fnref12-1"])
def test_no_id_is_that_of_a_second_reference(id: str) -> None:
    for body in (f"## x {{#{id}}}", f"## {id.replace('-', ' ')}", f'<b id="{id}">x</b>'):
        html = RENDERER.render(body + "\n\n" + "甲[^1]" * 12 + "\n\n[^1]: 注").html
        ids = re.findall(r' id="([^"]*)"', html)
        assert len(ids) == len(set(ids)) >= 13, body


def heading_id(id: str, body: str) -> str:
    return id if "{#" in body else id.lower()


@pytest.mark.parametrize(
    "id", ["__search", "__drawer", "__palette_0", "__toc", "location", "document", "board", "name", "toc"]
)
def test_no_id_is_the_themes_or_a_variable(id: str) -> None:
    for body in (f"## x {{#{id}}}", f'<b id="{id}" name="{id}">x</b>', f"## {id}", f"[^{id}]\n\n[^{id}]: x"):
        html = RENDERER.render(body).html
        assert f'id="{id}"' not in html and "name=" not in html, body


def test_the_place_of_the_body_in_its_file_counts() -> None:
    body = "## 三月\n- 植树"
    activities, _ = read_activities(body, 9, path="a.md", kind="plan", context=CONTEXT)
    assert activities[0].line == 10
    assert f'id="{activities[0].anchor}"' in RENDERER.render(body, 9, activities).html
    assert 'id="a-' not in RENDERER.render(body, 1, activities).html


ALLOWED = frozenset(["https", "http", "mailto", "tel"])
PIECES = st.sampled_from(
    [
        "- ", "1、", "（1）", "①", "1.", "  ", "    ", "\n", "\n\n", "\n> ", "## ", "三月", "8日 ", "：", "（", "）", "；",
        "地点：", "取消", "延期至：5月", "待定", "[x] ", "~~", "**", "*", "_", "`", "```\n", "[", "](", ")", "![", "<", ">", "/>",
        "<div>", "</div>", "<a href=", "javascript:x", "<script>", "<!--", "-->", "|", "|-|-|\n", "!!! note\n", "[^1]",
        "[^1]: ", "{#a-b}", "{#", "}", "&#", "&amp;", "\\", "\t", "\r", "\x00", "\x02", "\x03", "\ufdd0", "0\ufdd1", "\u3000",
        "---\n", "===\n", "植树", "a", "→", '"', "'", "6、7月份", "\x02wzxhzdk:0\x03", "\u2028",
    ]
)  # fmt: skip
BODIES = st.lists(PIECES, max_size=60).map("".join)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES)
def test_no_body_raises_or_breaks_out(body: str) -> None:
    activities, _ = read_activities(body, 1, path="a.md", kind="plan", context=CONTEXT)
    links_of(body)
    html = RENDERER.render(body, 1, activities).html
    page = Page(html)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {activity.anchor for activity in activities} <= set(ids)
    for tag, attributes in page.tags:
        assert tag not in {"script", "style", "iframe", "form", "input", "object", "svg", "math"}
        assert not [name for name in attributes if name.startswith("on") or name in {"style", "name"}]
        for name in ("href", "src"):
            scheme, colon, _ = (attributes.get(name) or "").partition(":")
            assert not colon or not scheme.isalnum() or scheme.lower() in ALLOWED
    assert "\ufdd0" not in html and "\ufdd1" not in html and "\x02" not in html


SIGNS = [
    "- ", "1、", "（1）", "①", "1.", "  ", "    ", "\n", "\n\n", "\n> ", "## ", "月", "日 ", "：", "（", "）", "；", "[x] ", "~~", "**", "*",
    "_", "__", "`", "``", "```\n", "[", "]", "!", "|", "\n|-|-|\n", "!!! note\n", "{", "}", "&", "\\", "\t", "\u3000", "---\n", "===\n",
    "→", "、", "6、7月份", "***", "  \n", "#", "+ ", "> > ", "[]", "\n一、", "三月：\n", "****", "<b>", "</b>", "<u>", "<br>", "<", "《", "》",
]  # fmt: skip
WORDS = st.lists(st.sampled_from([*SIGNS, *"甲" * len(SIGNS)]), max_size=60)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS)
def test_no_word_vanishes_or_changes_its_place(pieces: list[str]) -> None:
    """Whatever the signs around them mean: words stand in the page, and in what is searched, as they were typed."""
    signs = (chr(0x5000 + number) for number in range(100))
    body = read_body("".join(next(signs) if piece == "甲" else piece for piece in pieces))
    words = "".join(chr(0x5000 + number) for number in range(pieces.count("甲")))
    shown = re.sub("<[^>]*>", "", RENDERER.render(body).html)
    assert _words(shown) == _words("".join(shown_texts(body.blocks))) == words


def _words(text: str) -> str:
    return re.sub("[^\u5000-\u50ff]", "", text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        pytest.param("\n".join("- 植树" for _ in range(10_000)), id="10,000 items"),
        pytest.param("### 三月\n" + "\n".join(f"{n}、植树" for n in range(1, 1000)), id="a long count"),
        pytest.param("\n".join("  " * n + "- 植树" for n in range(300)), id="deep items"),
        pytest.param("".join(">" * n + " 植树\n" for n in range(1, 300)), id="deep quotes"),
        pytest.param("[" * 50_000, id="brackets"),
        pytest.param("\n\n".join("[" * 250 for _ in range(400)), id="brackets in paragraphs"),
        pytest.param("![](" * 20_000, id="pictures"),
        pytest.param("<a " * 20_000, id="tags"),
        pytest.param("<div>" * 20_000, id="elements"),
        pytest.param("<div>\n\n" * 10_000, id="elements in blocks"),
        pytest.param("``a`" * 20_000, id="code signs"),
        pytest.param("\\" * 100_000, id="escapes"),
        pytest.param("> " * 50_000, id="quotes in quotes"),
        pytest.param("# 三月\n" * 10_000, id="the same heading"),
        pytest.param("- 植树" + "（" * 50_000 + "）" * 50_000, id="brackets in an item"),
        pytest.param("`" * 50_000, id="a long fence"),
        pytest.param("".join("`" * n + "\n" for n in range(3, 300)), id="fences never closed"),
        pytest.param("<!-- " * 20_000, id="comments never closed"),
    ],
)
def test_a_monstrous_body_is_rendered(body: str) -> None:
    """Each took minutes, or never ended, without a guard; a hang is the failure."""
    activities, _ = read_activities(body, 1, path="a.md", kind="plan", context=CONTEXT)
    links_of(body)
    assert RENDERER.render(body, 1, activities).html


def test_a_page_has_one_title_whatever_html_says() -> None:
    html = RENDERER.render("<h1 align=center>甲</h1>\n\n<H1>乙</H1>\n\n`<h1>`\n").html
    assert "<h1" not in html.lower()
    assert html.count("<h2") == 2
    assert "&lt;h1&gt;" in html


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("[校历][1]\n\n[1]:\n  校历.pdf", '<p><a href="校历.pdf">校历</a></p>'),
        ("[注]:\n\n甲/乙.pdf", "<p>[注]:</p>\n<p>甲/乙.pdf</p>"),
        ("<img alt='甲>乙' src=图.png>", '<p><img alt="甲&gt;乙" src="图.png"></p>'),
        ("<image src=图.png alt=甲>", '<p><img src="图.png" alt="甲"></p>'),
        ("<b class=it's>甲</b>", "<p><b>甲</b></p>"),
        ("甲 <img src=图.png", "<p>甲 &lt;img src=图.png</p>"),
    ],
)
def test_tags_and_definitions_as_a_browser_and_an_officer_mean_them(body: str, shown: str) -> None:
    assert Renderer().render(body).html == shown


def test_what_is_noted_of_an_activity_stands_below_its_text() -> None:
    activities, _ = read_activities(
        "## 三月\n- 植树\n- 登山\n\n  详见通知。", path="a.md", kind="plan", context=CONTEXT
    )
    marks = {
        activity.anchor: Mark(
            "overdue", "逾期没有结果", note="2026年4月1日起逾期", records=(("植树小结", "../a/"),)
        )
        for activity in activities
    }
    html = RENDERER.render("## 三月\n- 植树\n- 登山\n\n  详见通知。", 1, activities, marks=marks).html
    note = '<div class="note">2026年4月1日起逾期；见<a href="../a/">《植树小结》</a></div>'
    assert f"植树{note}</li>" in html
    assert f"登山</p>\n{note}" in html


def test_only_of_several_activities_on_one_line_each_is_named() -> None:
    body = "## 三月\n\n送温暖下乡（已完成）\n\n植树；踏青"
    activities, _ = read_activities(body, path="a.md", kind="plan", context=CONTEXT)
    marks = {activity.anchor: Mark("done", "已完成", text=activity.text) for activity in activities}
    html = RENDERER.render(body, 1, activities, marks=marks).html
    alone, several = html.split("</p>")[:2]
    assert alone.count("送温暖下乡") == 1
    assert [several.count(name) for name in ("植树", "踏青")] == [2, 2]
