"""An officer whom members cannot place or find (SPECIFICATION section 14)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Service
from noticeboard.content.field_types.field_type import folded
from noticeboard.content.sections.people import Person
from noticeboard.content.similar_names import nearest
from noticeboard.problems import Level


@document_check("person-incomplete", Level.WARNING)
def person_incomplete(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Service):
        return
    units = {folded(unit.name): unit.name for unit in context.settings.all_units}
    for person in document.people:
        if person.fault:
            hint = "姓名、职务（或者分工）、办公电话（或者地点）都要写；不写手机号。"
            yield Finding(document.path, person.line, person.column, f"委员的表里{person.fault}。", hint)
        elif person.unit and folded(person.unit) not in units:
            yield _unknown_unit(document, person, list(units.values()))


def _unknown_unit(document: Service, person: Person, names: list[str]) -> Finding:
    near = nearest(person.unit, names)
    message = f"“{person.name}”的单位“{person.unit}”不在站点设置里，登在“{document.unit}”下面了。"
    hint = f"是不是“{near}”？" if near else f"请从这些里选：{'、'.join(names)}。"
    return Finding(document.path, person.line, person.column, message, hint)
