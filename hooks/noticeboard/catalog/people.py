"""Who is who in the union, unit by unit (SPECIFICATION section 14)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Service
from noticeboard.content.field_types.field_type import folded
from noticeboard.content.sections.people import Person


@dataclass(frozen=True, slots=True)
class Officer:
    """A person, and the document that names them."""

    person: Person
    document: Service


def officers_of(catalog: Catalog) -> Mapping[str, tuple[Officer, ...]]:
    """Name of a unit → its officers, those of the newest document first; each once. Units without any are left out."""
    names = {folded(name): name for name in catalog.units}
    found: dict[str, dict[tuple[str, str], Officer]] = {name: {} for name in catalog.units}
    for service in catalog.of_type(Service):
        for person in service.people if catalog.is_current(service) else ():
            if person.name and (person.role or person.duty):
                unit = names.get(folded(person.unit), service.unit)
                found[unit].setdefault((person.name, person.role), Officer(person, service))
    return {unit: tuple(officers.values()) for unit, officers in found.items() if officers}
