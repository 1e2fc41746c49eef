"""The values of mkdocs.yml that are not the board's own: of the right type, without HTML, and leading nowhere that a site may not.

Themes print them as they come. MkDocs looks at their types too, but in English, and only when a site is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from noticeboard.content.settings.settings_reader import SETTINGS, Place
from noticeboard.markup.raw_tags import HtmlTag, tags_in_html
from noticeboard.markup.urls import is_script, is_website, is_whole, leaves
from noticeboard.patterns import pattern_of
from noticeboard.problems import Fault, Problem

Keys = tuple[str | int, ...]
"""The keys of mappings and the numbers of items that lead to a value, from the outermost on."""
Leaf = tuple[Keys, str]

_HINT = "请改正这一行。"
_NAMES = {str: "文字", list: "列表", dict: "“名称: 值”的对照表", bool: " true 或 false"}
_TYPES: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(
        (
            "site_name", "site_description", "site_author", "site_url", "repo_url", "repo_name", "edit_uri", "edit_uri_template",
            "copyright", "docs_dir", "site_dir", "dev_addr", "exclude_docs", "draft_docs", "not_in_nav", "remote_branch", "remote_name",
        ),
        (str,),
    ),
    **dict.fromkeys(("nav", "extra_css", "extra_javascript", "extra_templates", "hooks", "watch"), (list,)),
    **dict.fromkeys(("extra", "validation", "mdx_configs"), (dict,)),
    **dict.fromkeys(("plugins", "markdown_extensions"), (list, dict)),
    **dict.fromkeys(("use_directory_urls", "strict"), (bool,)),
    "theme": (str, dict),
}  # fmt: skip
"""MkDocs' settings and what their values may be (its user guide, "Configuration")."""
_ITEMS: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(("extra_css", "extra_templates", "hooks", "watch"), (str,)),
    **dict.fromkeys(("extra_javascript", "nav", "plugins", "markdown_extensions"), (str, dict)),
}
_UNPRINTED = ("plugins", "markdown_extensions", "hooks", "watch", "validation", "mdx_configs", "copyright")
"""What no theme prints, and the copyright, which may have some HTML."""
_TAG = pattern_of(r"<[a-zA-Z/!?][^<>]{0,40}>?")
_WHOLE_TAG = pattern_of(r"<[^<>]*>")
_HARMLESS = frozenset(("a", "abbr", "b", "br", "em", "i", "small", "span", "strong"))
_HARMLESS_ATTRIBUTES = frozenset(("class", "title", "target", "rel", "lang"))
_ADDRESSES = frozenset(("link", "href", "url", "homepage"))
"""Keys below `extra` whose values are followed by readers."""
_ELSEWHERE = "会从别的网站取“{}”，内网里打不开，还会告诉那个网站谁在看"
_MATERIAL = "material"
_ASKING_PLUGINS = {
    "social": "会在生成的时候从 fonts.google.com 取字体",
    "privacy": "会在生成的时候从别的网站取文件",
    "offline": "会让网页从 unpkg.com 取脚本",
}
"""Plugins of Material that ask other sites (its documentation, "Built-in plugins")."""
_OF_THE_SITE = "请把文件放进公告栏的文件夹，再写它的路径。"


def value_problems(
    config: Mapping[str, Any], name: str, place_of: Callable[[Keys], Place]
) -> Iterator[Problem]:
    """What is wrong with the values of a whole site file of that name; `place_of` is where keys stand in it."""
    for keys, fault in _faults(config):
        yield fault.at(name, *place_of(keys))


def _faults(config: Mapping[str, Any]) -> Iterator[tuple[Keys, Fault]]:
    wrong = list(_of_types(config))
    yield from wrong
    sound = {key: value for key, value in config.items() if key not in {keys[0] for keys, _ in wrong}}
    yield from _of_html(sound)
    yield from _of_links(sound)
    yield from _of_loading(sound)


def _of_types(config: Mapping[str, Any]) -> Iterator[tuple[Keys, Fault]]:
    for key, value in config.items():
        types = _TYPES.get(str(key), (object,))
        # MkDocs takes nothing for its own default; what an environment variable says nobody knows here.
        if value is None:
            continue
        if not isinstance(value, types):
            yield (key,), _unfit(key, f"应当是{_named(types)}")
        elif isinstance(value, list):
            kinds = _ITEMS.get(key, (object,))
            for number, item in enumerate(value):
                if item is not None and not isinstance(item, kinds):
                    yield (key, number), _unfit(key, f"里的每一项应当是{_named(kinds)}")


def _of_html(config: Mapping[str, Any]) -> Iterator[tuple[Keys, Fault]]:
    printed = {key: value for key, value in config.items() if key not in _UNPRINTED}
    for keys, text in (*_leaves(printed), *_titles(config.get("nav"), ("nav",))):
        if tag := _TAG.search(text):
            message = f"里有网页的标记“{tag[0]}”，网站上不起作用"
            yield keys, _unfit(_label(keys), message, "请删去标记，只留文字。")
    copyright = config.get("copyright")
    if isinstance(copyright, str) and not _is_harmless(copyright):
        message = "里有不能登的标记或链接"
        yield (
            ("copyright",),
            _unfit("copyright", message, '只能写文字、粗体和链接，例如 <a href="about/">关于</a>。'),
        )


def _of_links(config: Mapping[str, Any]) -> Iterator[tuple[Keys, Fault]]:
    for keys, address in _followed(config):
        if leaves(address) and not is_whole(address):
            message = f"“{address}”不是本站的地址，也不是完整的网址"
            yield (
                keys,
                _unfit(
                    _label(keys), message, "请写本站的文件，或完整的网址，例如 https://gonghui.example/。"
                ),
            )
    for key in ("site_url", "repo_url"):
        written = config.get(key)
        if written and not is_website(written):
            yield (key,), _unfit(key, "应当是以 http:// 或 https:// 开头的网址")


def _of_loading(config: Mapping[str, Any]) -> Iterator[tuple[Keys, Fault]]:
    for keys, address in _loaded(config):
        if leaves(address):
            yield keys, _unfit(_label(keys), _ELSEWHERE.format(address), _OF_THE_SITE)
    if _asks_for_fonts(config.get("theme")):
        message = _ELSEWHERE.format("fonts.googleapis.com")
        yield ("theme", "font"), _unfit("theme.font", message, "请在 theme 下面写 font: false。")
    for owner, key in (("extra", "analytics"), ("theme", "analytics"), ("theme", "highlightjs")):
        if _below(config, owner, key):
            message = "会把谁在看告诉别的网站"
            yield (owner, key), _unfit(f"{owner}.{key}", message, "请删去这一项，或者写成 false。")
    for keys, name in _named_plugins(config.get("plugins")):
        if does := _ASKING_PLUGINS.get(name.removeprefix("material/")):
            yield keys, _unfit("plugins", f"里的“{name}”{does}", "请删去这一项。")
    for keys, value in _walk(config.get("markdown_extensions"), ("markdown_extensions",)):
        if keys[-1] == "url_download" and value:
            yield keys, _unfit(_label(keys), "会在生成的时候从别的网站取文字", "请写成 false。")


def _asks_for_fonts(theme: Any) -> bool:
    """Material asks unless `font` is `false`; other themes may have a setting of that name too."""
    if isinstance(theme, Mapping):
        font = theme.get("font")
        return font is not False if theme.get("name") == _MATERIAL else bool(font)
    return bool(theme == _MATERIAL)


def _named_plugins(plugins: Any) -> Iterator[tuple[Keys, str]]:
    """The plugins that are named, each in a list or as a key."""
    for number, plugin in enumerate(plugins if isinstance(plugins, list) else [plugins]):
        for name in plugin if isinstance(plugin, Mapping) else [plugin]:
            if isinstance(name, str):
                place = (number,) if isinstance(plugins, list) else ()
                yield ("plugins", *place, *([name] if isinstance(plugin, Mapping) else [])), name


def _followed(config: Mapping[str, Any]) -> Iterator[Leaf]:
    """The addresses that readers follow."""
    yield from _leaves(config.get("nav"), ("nav",))
    for key in ("edit_uri", "edit_uri_template"):
        yield from _leaves(config.get(key), (key,))
    for keys, text in _leaves(config.get("extra"), ("extra",)):
        if keys[-1] in _ADDRESSES or is_script(text):
            yield keys, text


def _loaded(config: Mapping[str, Any]) -> Iterator[Leaf]:
    """The addresses that a page asks for by itself."""
    yield from _leaves(config.get("extra_css"), ("extra_css",))
    for keys, text in _leaves(config.get("extra_javascript"), ("extra_javascript",)):
        if isinstance(keys[-1], int) or keys[-1] == "path":
            yield keys, text
    for owner, key in (("theme", "logo"), ("theme", "favicon"), ("extra", "polyfills"), ("extra", "scope")):
        yield from _leaves(_below(config, owner, key), (owner, key))


def _leaves(value: Any, keys: Keys = ()) -> Iterator[Leaf]:
    """Every text in a value."""
    return ((place, inner) for place, inner in _walk(value, keys) if isinstance(inner, str))


def _titles(value: Any, keys: Keys) -> Iterator[Leaf]:
    """The titles of a `nav`, which are its keys."""
    return ((place, str(place[-1])) for place, _ in _walk(value, keys) if not isinstance(place[-1], int))


def _walk(value: Any, keys: Keys) -> Iterator[tuple[Keys, Any]]:
    """A value and all that is in it, each mapping and list once: by an alias one may stand in many places, or in itself.

    The board's own settings are left out: they have checks of their own.
    """
    waiting, seen = [(keys, value)], set()
    while waiting:
        keys, value = waiting.pop()
        yield keys, value
        if not isinstance(value, dict | list) or id(value) in seen or keys == ("extra", "board"):
            continue
        seen.add(id(value))
        inner = list(value.items() if isinstance(value, dict) else enumerate(value))
        waiting += [((*keys, key), item) for key, item in reversed(inner)]


def _below(config: Mapping[str, Any], owner: str, key: str) -> Any:
    mapping = config.get(owner)
    return mapping.get(key) if isinstance(mapping, Mapping) else None


def _is_harmless(html: str) -> bool:
    """Whether HTML has nothing but marked words and links."""
    rest = _WHOLE_TAG.sub("", html)
    return not _TAG.search(rest) and all(map(_is_harmless_tag, tags_in_html(html)))


def _is_harmless_tag(tag: HtmlTag) -> bool:
    return tag.name in _HARMLESS and all(
        name in _HARMLESS_ATTRIBUTES or (name == "href" and (is_whole(value) or not leaves(value)))
        for name, value in tag.attributes
    )


def _named(types: tuple[type, ...]) -> str:
    return "或".join(_NAMES[kind] for kind in types)


def _label(keys: Keys) -> str:
    return ".".join(str(key) for key in keys if not isinstance(key, int))


def _unfit(label: str, message: str, hint: str = _HINT) -> Fault:
    return Fault(SETTINGS, f"设置“{label}”{message}。", hint)
