from noticeboard.views import Page


def test_a_theme_that_escapes_nothing_gets_no_tags():
    page = Page("a/", '<script>“甲” & "乙"</script>', "a.html", dict, '"><img>', meta={"hide": ["toc"]})
    assert page.front_matter == {
        "title": "&lt;script&gt;“甲” &amp; &quot;乙&quot;&lt;/script&gt;",
        "description": "&quot;&gt;&lt;img&gt;",
        "hide": ["toc"],
    }
