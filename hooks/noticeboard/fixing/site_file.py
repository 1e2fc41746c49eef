"""`mkdocs.yml` with the colons that YAML knows, where an input method typed others."""

from __future__ import annotations

import re

import yaml

from noticeboard.content.settings.site_file import SiteFileLoader

_KEY = re.compile(
    r"^(?P<key>[ \t]*(?:-[ ]+)?[A-Za-z_][A-Za-z0-9_-]*)：[ \t\u3000]*(?P<value>\S)?", re.MULTILINE
)


def mended(text: str) -> str:
    """The text of a site file with half-width colons behind its keys; unchanged unless it can be read only so."""
    if "：" not in text or _is_mapping(text):
        return text
    better = _KEY.sub(lambda found: f"{found['key']}:{' ' + found['value'] if found['value'] else ''}", text)
    return better if _is_mapping(better) else text


def _is_mapping(text: str) -> bool:
    """Whether YAML reads it, and no full-width colon stands in a key."""
    try:
        read = yaml.load(text, SiteFileLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return False
    return isinstance(read, dict) and _has_no_lost_key(read)


def _has_no_lost_key(value: object) -> bool:
    if isinstance(value, dict):
        return all(
            not re.match(r"[A-Za-z_-]+：", str(key)) and _has_no_lost_key(inner)
            for key, inner in value.items()
        )
    if isinstance(value, list):
        return all(map(_has_no_lost_key, value))
    return not (isinstance(value, str) and re.match(r"[a-z_]{2,}：", value))
