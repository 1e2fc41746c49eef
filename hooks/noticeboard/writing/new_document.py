"""A new document: a file that is right from the start, from a template for each type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from jinja2 import Environment, PackageLoader

from noticeboard.content.documents import TYPES
from noticeboard.content.fields import declarations
from noticeboard.content.paths import ROOT

_UNSAFE = re.compile(r'[\\/:*?"<>|#%\x00-\x1f\s]+')
_NEEDS_QUOTES = re.compile(r"""^[\s'"&*!|>%@`\[\]{},?#-]|: |\s#|:$""")


def new_path(title: str, issued: date) -> str:
    """Where the document belongs: plans/<year>/<title>.md, without the characters that file systems refuse."""
    name = _UNSAFE.sub("-", title).strip("-. ").lstrip("_") or "未命名"
    return f"{ROOT}/{issued.year}/{name[:80]}.md"


def new_text(kind: str, values: Mapping[str, str]) -> str:
    """The file's text. `kind` is a key of TYPES; `values` are field names and what stands behind them.

    Required fields come first, then those given; a required one without a value is left for the officer to fill in.
    """
    document_type = TYPES[kind]
    fields = [
        (field.chinese, _quoted(values.get(field.name, "")))
        for field in declarations(document_type)
        if field.required or values.get(field.name)
    ]
    environment = Environment(
        loader=PackageLoader("noticeboard", "templates"), autoescape=False, trim_blocks=True
    )
    template = environment.get_template(f"new/{kind}.md")
    return template.render(label=document_type.label, fields=fields, values=values)


def _quoted(value: str) -> str:
    if not _NEEDS_QUOTES.search(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
