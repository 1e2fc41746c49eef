"""What a service has in the data beyond its declared fields."""

from __future__ import annotations

from typing import Any

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Service
from noticeboard.content.sections.people import Person
from noticeboard.views.helpers.board_data.values import Data, OwnKeys


class PersonData(Data):
    """An officer of the union as members may know of them; what was not written is empty."""

    name: str
    role: str
    duty: str
    phone: str
    place: str
    unit: str
    """As written; empty where it is the document's."""


class ServiceKeys(OwnKeys):
    """What a service has beyond its declared fields."""

    people: list[PersonData]


def service_keys(catalog: Catalog, service: Service) -> dict[str, Any]:
    """Whom members turn to."""
    return {"people": list(map(_person, service.people))}


def _person(person: Person) -> PersonData:
    return PersonData(
        name=person.name,
        role=person.role,
        duty=person.duty,
        phone=person.phone,
        place=person.place,
        unit=person.unit,
    )
