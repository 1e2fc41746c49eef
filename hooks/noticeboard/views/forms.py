"""填表: the forms at /admin/, with which officers write without knowing files (SPECIFICATION section 20). Of the internal edition only."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from noticeboard import forms
from noticeboard.catalog.catalog import Catalog
from noticeboard.content.settings.form_settings import FormSettings
from noticeboard.forms.configuration import configuration
from noticeboard.views.helpers.addresses import FORMS
from noticeboard.views.helpers.page import Asset

_HERE = Path(forms.__file__).parent
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; frame-src 'self' blob:; base-uri 'none'; form-action 'none'; "
    "connect-src 'self' data: blob:{forge}"
)
_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<script type="module" src="editor.js"></script>
</head>
<body>
<noscript>填表要用浏览器的脚本功能，请打开它，或者换一个浏览器。</noscript>
</body>
</html>
"""


def has_forms(catalog: Catalog) -> bool:
    """Whether the site has them: the settings name a forge, or a preview on this computer asks for them."""
    return catalog.audience != "public" and bool(catalog.settings.forms or catalog.edits)


def assets(catalog: Catalog) -> Iterator[Asset]:
    """The page, its configuration, our part and the CMS; nothing where the settings do not ask for them."""
    forge = catalog.settings.forms
    if not has_forms(catalog):
        return
    name = f"{catalog.settings.organisation}公告栏"
    yield Asset(f"{FORMS}index.html", partial(_page, forge, name))
    yield Asset(f"{FORMS}config.json", partial(_configuration, catalog, forge, name))
    for path in sorted([*_HERE.glob("*.js"), *(_HERE / "bundle").rglob("*")]):
        if path.is_file():
            inside = path.relative_to(_HERE).as_posix().removeprefix("bundle/")
            yield Asset(f"{FORMS}{inside}", path.read_bytes)


def _page(forge: FormSettings | None, name: str) -> bytes:
    policy = _POLICY.format(forge="".join(f" {origin}" for origin in _origins(forge)))
    return _PAGE.format(policy=escape(policy), title=escape(f"{name}填表")).encode()


def _origins(forge: FormSettings | None) -> tuple[str, ...]:
    """All that the forms may speak to besides the site itself."""
    if forge is None:
        return ()
    if forge.address:
        parts = urlsplit(forge.address)
        return (f"{parts.scheme}://{parts.netloc}",)
    return ("https://api.github.com",) if forge.forge == "github" else ("https://gitlab.com",)


def _configuration(catalog: Catalog, forge: FormSettings | None, name: str) -> bytes:
    configured = configuration(catalog.settings, forge, name)
    return json.dumps(configured, ensure_ascii=False, indent=1).encode() + b"\n"
