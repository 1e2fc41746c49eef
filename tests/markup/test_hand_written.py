"""Pages of docs/, cleaned: what extensions make stays, what runs or takes what is ours goes."""

import re

import markdown
import pytest
from material.extensions.emoji import to_svg, twemoji

from noticeboard.markup.hand_written import clean_page

EXTENSIONS = [
    "admonition", "attr_list", "md_in_html", "tables", "footnotes", "def_list", "abbr", "toc", "pymdownx.superfences",
    "pymdownx.highlight", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.details", "pymdownx.keys", "pymdownx.mark",
    "pymdownx.caret", "pymdownx.tilde", "pymdownx.emoji",
]  # fmt: skip
CONFIGS = {
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.highlight": {"anchor_linenums": True},
    "pymdownx.emoji": {"emoji_index": twemoji, "emoji_generator": to_svg},
    "toc": {"permalink": True},
}
PAGE = """
!!! note "标题"
    内容

??? tip "折起来"
    内容

=== "甲"

    一

=== "乙"

    二

- [x] 做了
- [ ] 没做

<div class="grid cards" markdown>

- :material-clock: **快**

</div>

``` py title="名字" linenums="1" hl_lines="1"
print(1)
```

| 甲 | 乙 |
|--:|:-:|
| 1 | 2 |

## Site one {#site-one}

[去](#site-one){ .md-button .md-button--primary } [^1] ++ctrl+c++ ==记== H~2~O ~~删~~ <kbd>x</kbd>

词
:   解释

[^1]: 注
"""


def render(text):
    return markdown.markdown(text, extensions=EXTENSIONS, extension_configs=CONFIGS)


def parts(html, attribute):
    return re.findall(rf' {attribute}="([^"]*)"', html)


def test_what_extensions_make_stays():
    html = render(PAGE)
    cleaned = clean_page(html)
    for attribute in ("class", "id", "for", "href", "type", "style", "viewBox", "d"):
        assert parts(cleaned, attribute) == parts(html, attribute), attribute
    assert re.findall(r"<([a-z0-9]+)", cleaned.replace("<tbody>", "")) == [
        tag for tag in re.findall(r"<([a-z0-9]+)", html) if tag != "tbody"
    ]


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<script>x</script>", ""),
        ("<style>x</style>", ""),
        ("<p onclick=x style='position:fixed' data-md-component=search>a</p>", "<p>a</p>"),
        ("<p style='text-align: right; position: fixed'>a</p>", "<p>a</p>"),
        ("<td style='text-align:center'>", ""),
        ("<a href='javascript:x'>a</a>", "<a>a</a>"),
        (
            "<a href='https:evil'>a</a><a href='//evil'>a</a><a href='/\\evil'>a</a>",
            "<a>a</a><a>a</a><a>a</a>",
        ),
        ("<a href='https://a.example/' target=_blank ping=x>a</a>", '<a href="https://a.example/">a</a>'),
        ("<img src='https:evil' alt='<b>图'>", "&lt;b&gt;图"),
        ("<img src=a.png srcset='//evil 2x' onerror=x>", '<img src="a.png">'),
        (
            "<input type=text><input type=image src=//evil><input><input type=checkbox>",
            '<input type="checkbox">',
        ),
        ("<input type=radio id=__search name=x>", '<input type="radio">'),
        ("<label for=__drawer>a</label>", "<label>a</label>"),
        (
            "<h2 id=nb-search>a</h2><a href=#nb-search>b</a>",
            '<h2 id="s-nb-search">a</h2><a href="#s-nb-search">b</a>',
        ),
        ("<p id=NB-search>a</p><p id=__toc>b</p>", '<p id="s-NB-search">a</p><p id="s-__toc">b</p>'),
        ("<p id=a>a</p><p id=a>b</p>", '<p id="a">a</p><p>b</p>'),
        ("<a name=location id=document>a</a>", '<a id="s-document">a</a>'),
        ("<pre class='mermaid x'>a</pre>", '<pre class="x">a</pre>'),
        ("<div class='md-overlay nb-find Md-x'>a</div>", "<div>a</div>"),
        ("<div role=search aria-label=b>a</div>", '<div aria-label="b">a</div>'),
        ("<form action=//evil><button>a</button></form>", "a"),
        ("<svg onload=x><path d=M0 onclick=x /><script>x</script></svg>", '<svg><path d="M0"></path></svg>'),
        ("<svg><a href='javascript:x'><path d=M0 /></a></svg>", '<svg><a><path d="M0"></path></a></svg>'),
        ("<svg><foreignObject><p onclick=x>a</foreignObject></svg>", "<svg></svg>"),
        ("<iframe srcdoc='<script>x</script>'></iframe><object data=x></object><embed src=x>", ""),
        (
            "<base href=//evil><meta http-equiv=refresh content='0;url=//evil'><link rel=stylesheet href=//evil>",
            "",
        ),
    ],
)
def test_what_would_run_goes(html, cleaned):
    assert re.sub(r"</?(?:table|tbody|tr|td)[^>]*>", "", clean_page(html)) == cleaned


def test_cleaned_twice_is_cleaned_once():
    once = clean_page(render(PAGE))
    assert clean_page(once) == once
