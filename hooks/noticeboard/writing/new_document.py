"""A new document: a file that is right from the start, from a template for each type."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from noticeboard.content.documents import TYPES, Document
from noticeboard.content.fields import declarations, own_declarations
from noticeboard.content.front_matter.unquoted import judge, quoted
from noticeboard.content.repository.irregular_files import fault_of_name
from noticeboard.content.repository.paths import ROOT
from noticeboard.slugs import slug_of
from noticeboard.text_templates import text_environment
from noticeboard.writing.suggestions import months_of

Value = str | tuple[str, ...]
"""Of a field: a text, or the lines of a list as they are typed."""


@dataclass(frozen=True, slots=True)
class NewSection:
    """Lines below one heading of a new file."""

    heading: str
    lines: tuple[str, ...]


_LONGEST_ADDRESS = 150
"""Characters; far below what the checks and any disk allow."""
_UNSAFE = re.compile(r'[\\/:*?"<>|#%\x00-\x1f\s]+')


def new_path(kind: str, title: str, issued: date, folder: str = "") -> str:
    """Where the document belongs: `folder`, plans/<year> without one, and its title as far as an address can hold it.

    `kind` is a key of TYPES. Characters that file systems refuse are left out; a name that they refuse is the type's and the day.
    """
    folder = folder or f"{ROOT}/{issued.year}"
    name = _UNSAFE.sub("-", title).strip("-. ").lstrip("_.")
    while len(_address(folder, name)) > _LONGEST_ADDRESS:
        name = name[:-1]
    if not slug_of(name) or fault_of_name(f"{name}.md"):
        name = f"{TYPES[kind].label}{issued.isoformat()}"
    return f"{folder}/{name}.md"


def _address(folder: str, name: str) -> str:
    return Document(path=f"{folder}/{name}.md", title="", date=date.min).address


def new_text(kind: str, values: Mapping[str, Value], sections: Sequence[NewSection] = ()) -> str:
    """The file's text. `kind` is a key of TYPES; `values` are field names and what stands behind them.

    Fields stand in the order of the guide: the required ones, those given, and those that are often needed. `sections` are
    what a summary tells of the months.
    """
    document_type = TYPES[kind]
    own = {field.name for field in own_declarations(document_type) if field.offered}
    fields = [
        (field.chinese, _written(values.get(field.name, "")))
        for field in declarations(document_type)
        if field.required or values.get(field.name) or field.name in own.union(document_type.usual)
    ]
    environment = text_environment()
    template = environment.get_template(f"new/{kind}.md")
    written = {section.heading for section in sections}
    months = tuple(month for month in months_of(str(values.get("period", ""))) if month not in written)
    return template.render(
        label=document_type.label, fields=fields, values=values, months=months, sections=sections
    )


def _written(value: Value) -> str:
    """What stands behind the colon: a value, or lines of a list as they are."""
    if isinstance(value, str):
        return f" {_quoted(value)}".rstrip()
    return "".join(f"\n  - {line}" for line in value)


def field_line(label: str, value: str) -> str:
    """A line of front matter; without a value it waits for one."""
    return f"{label}: {_quoted(value)}".rstrip()


def _quoted(value: str) -> str:
    """`value` as it must be typed to be read back as it is."""
    value = " ".join(value.split())
    verdict = judge(value)
    return value if not value or (verdict.fault is None and value[0] not in "\"'[{|>") else quoted(value)
