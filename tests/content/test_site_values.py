"""mkdocs.yml beside the board's own settings: types, HTML, addresses."""

from __future__ import annotations

import pytest

from boards import write
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.site_file import read_site_file

NAME = "site_name: 试验\n"
WRONG = {
    "site_dir": ("site_dir: 5", 2, "设置“site_dir”应当是文字"),
    "docs_dir": ("docs_dir: [a]", 2, "设置“docs_dir”应当是文字"),
    "nav": ("nav: 3", 2, "设置“nav”应当是列表"),
    "nav of a mapping": ("nav: {首页: index.md}", 2, "应当是列表"),
    "nav of numbers": ("nav:\n  - index.md\n  - 2026", 4, "设置“nav”里的每一项应当是文字或“名称: 值”的对照表"),
    "plugins": ("plugins: search", 2, "应当是列表或“名称: 值”的对照表"),
    "theme": ("theme: [material]", 2, "应当是文字或“名称: 值”的对照表"),
    "theme of yes": ("theme: true", 2, "应当是文字"),
    "extra": ("extra: 甲", 2, "对照表"),
    "extra_css": ("extra_css: [a.css, 3]", 2, "每一项应当是文字"),
    "hooks": ("hooks: {a: b}", 2, "应当是列表"),
    "use_directory_urls": ("use_directory_urls: 好", 2, "true 或 false"),
    "strict": ("strict: 1", 2, "true 或 false"),
    "copyright": ("copyright: 2026", 2, "应当是文字"),
    "site_name": ("repo_name: x\nsite_name: 2026", 2, "应当是文字"),
    "HTML in the name": ("site_description: 甲<b>乙</b>", 2, "里有网页的标记“<b>”"),
    "HTML in a title": ("nav:\n  - <script>alert(1)</script>: index.md", 3, "“<script>”"),
    "HTML in a deep title": ("nav:\n  - 甲:\n    - 乙:\n      - <img src=x onerror=y>: a.md", 5, "“<img"),
    "HTML that is not closed": ("site_author: 甲<script src=//evil", 2, "“<script"),
    "end of an element": ("site_author: 甲</title>", 2, "“</title>”"),
    "comment": ("repo_name: 甲<!--", 2, "“<!--”"),
    "HTML below extra": ("extra:\n  social:\n    - name: <b>甲", 4, "设置“extra.social.name”"),
    "HTML below theme": ("theme:\n  name: material\n  font: false\n  palette:\n    toggle: {name: <i>}", 6, "“<i>”"),
    "script in the nav": ("nav:\n  - 甲: javascript:alert(1)", 3, "设置“nav.甲”"),
    "script with blanks": ('nav:\n  - 甲: " java\\tscript:alert(1)"', 3, "不是本站的地址"),
    "data in the nav": ("nav:\n  - 甲: data:text/html,x", 3, "不是本站的地址"),
    "another host": ("nav:\n  - 甲: //evil.example", 3, "不是本站的地址"),
    "another host, backwards": ("nav:\n  - 甲: /\\evil.example", 3, "不是本站的地址"),
    "half an address": ("nav:\n  - https:evil.example", 3, "不是本站的地址"),
    "social": ("extra:\n  social:\n    - link: javascript:alert(1)", 4, "设置“extra.social.link”"),
    "homepage": ("extra: {homepage: //evil.example}", 2, "设置“extra.homepage”"),
    "any value that runs": ("extra: {a: [{b: 'vbscript:x'}]}", 2, "设置“extra.a.b”"),
    "repo_url": ("repo_url: javascript://%0aalert(1)", 2, "https:// 开头的网址"),
    "site_url": ("site_url: 'javascript:alert(1)//'", 2, "https:// 开头的网址"),
    "edit_uri": ("edit_uri: //evil.example/", 2, "设置“edit_uri”"),
    "style from elsewhere": ("extra_css: [a.css, 'https://evil.example/a.css']", 2, "会从别的网站取"),
    "script from elsewhere": ("extra_javascript:\n  - path: //evil.example/a.js\n    async: true", 3, "会从别的网站取"),
    "logo": ("theme: {name: material, font: false, logo: 'https://evil.example/a.png'}", 2, "会从别的网站取"),
    "favicon": ("theme: {name: material, font: false, favicon: '\\\\evil.example\\a.png'}", 2, "会从别的网站取"),
    "font": ("theme: {name: material, font: {text: Roboto}}", 2, "fonts.googleapis.com"),
    "no font": ("theme: {name: material, language: zh}", 2, "fonts.googleapis.com"),
    "font of nothing": ("theme:\n  name: material\n  font:", 4, "fonts.googleapis.com"),
    "theme as text": ("theme: material", 2, "fonts.googleapis.com"),
    "plugin for cards": ("plugins:\n  - search\n  - social", 4, "“social”"),
    "plugin for cards, set": ("plugins:\n  - material/social: {cards: true}", 3, "“material/social”"),
    "plugin in a mapping": ("plugins:\n  privacy: {enabled: true}", 3, "“privacy”"),
    "plugin for disks": ("plugins: [offline]", 2, "unpkg.com"),
    "snippets": ("markdown_extensions:\n  - pymdownx.snippets:\n      url_download: true", 4, "从别的网站取文字"),
    "analytics of MkDocs' theme": ("theme: {name: mkdocs, analytics: {gtag: G-1}}", 2, "别的网站"),
    "analytics": ("extra: {analytics: {provider: google}}", 2, "别的网站"),
    "script in the copyright": ("copyright: <script>x</script>", 2, "不能登的标记或链接"),
    "event in the copyright": ("copyright: <b onclick=x>甲</b>", 2, "不能登的标记或链接"),
    "link in the copyright": ("copyright: <a href=javascript:x>甲</a>", 2, "不能登的标记或链接"),
    "open tag in the copyright": ("copyright: 甲<a href='", 2, "不能登的标记或链接"),
    "tag in a tag": ("copyright: <b <script>x</script>", 2, "不能登的标记或链接"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told(tmp_path, text: str, line: int, said: str) -> None:
    content = text + "\n" if "site_name:" in text else NAME + text + "\n"
    settings, (problem,) = read_site_file(write(tmp_path, {"mkdocs.yml": content}))
    assert (problem.path, problem.line, problem.code) == ("mkdocs.yml", line, "settings")
    assert said in problem.message
    assert settings == Settings()


RIGHT = [
    'site_description: 出席<3人、A&B、3<5>2、“计划”和"总结"',
    "copyright: '&copy; 2026 <a href=\"about/\" target=_blank>工会</a><br><b>甲</b> <a href=https://a.example/>乙</a>'",
    "nav:\n  - 首页: index.md\n  - index.md\n  - 上级: https://a.example/\n  - 信箱: mailto:a@a.example\n  - 栏:\n    - 甲: a.md",
    "nav:\n  - 2026: index.md\n  - 空:",
    "theme: {name: material, font: false, logo: a.png}",
    "theme: readthedocs",
    "theme: {name: material, font: false}\nplugins: [search, tags, {blog: {}}]",
    "plugins: {search: {lang: zh}}\nmarkdown_extensions: [toc, {pymdownx.snippets: {url_download: false}}]",
    "plugins: []\nmarkdown_extensions: {toc: {permalink: <b>}}",
    "extra_javascript:\n  - a.js\n  - {path: b.js, type: module}",
    "extra:\n  social: [{icon: fontawesome/solid/envelope, link: 'mailto:a@a.example'}]",
    "site_url: https://a.example/b/\nrepo_url: http://git.example/x\nedit_uri: _edit/main/docs/",
    "site_url:\nrepo_url: !ENV [REPO, 'x']\nstrict: !ENV STRICT",
    "extra: &a\n  b: *a",
    "extra:\n  a: &a [x, x]\n  b: &b [*a, *a]\n  c: &c [*b, *b]\n  d: [*c, *c]",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not(tmp_path, text: str) -> None:
    assert read_site_file(write(tmp_path, {"mkdocs.yml": f"{NAME}{text}\n"}))[1] == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "a: !!int x", "a: !!float x", "a: !!bool x", "a: !!timestamp x", "a: 2026-13-45", "a: !!binary 甲", "- a", "甲", "5", "a: [", "a: *b",
        "a: " + "[" * 5000, "? [a]\n: b", "<<: 5", "a: {", "\0", "a: \x07", "a: b: c", "INHERIT: mkdocs.yml\na: {b: &x {c: *x}}", "\tsite_name: a",
        "!!python/object/apply:os.system [x]", "&a [*a]", "%YAML 9.9\n---\na: 1", "---\na: 1\n---\nb: 2",
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_one_sentence(tmp_path, text: str) -> None:
    _, problems = read_site_file(write(tmp_path, {"mkdocs.yml": text.encode()}))
    assert len(problems) <= 1
    for problem in problems:
        assert "mkdocs.yml 的格式有错" in problem.message


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", "site_name: 试验".encode("gb18030"), "a: 1".encode("utf-16")]
)
def test_another_encoding_is_one_sentence(tmp_path, data: bytes) -> None:
    _, (problem,) = read_site_file(write(tmp_path, {"mkdocs.yml": data}))
    assert "mkdocs.yml 的格式有错" in problem.message
