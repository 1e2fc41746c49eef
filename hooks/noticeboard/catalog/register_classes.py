"""The index of what a union keeps: registers by class, those never published by name only (SPECIFICATION section 18)."""

from __future__ import annotations

from dataclasses import dataclass

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Register
from noticeboard.privacy.confidential_records import confidential_record


@dataclass(frozen=True, slots=True)
class RegisterClass:
    """One class of registers."""

    name: str
    kept_at: str
    """Where it is kept, by the settings; empty where they do not say it."""
    is_confidential: bool
    """Whether it is never published, by the same list that the check `confidential-record` has."""
    registers: tuple[Register, ...]
    """Newest first."""


def classes_of(catalog: Catalog) -> tuple[RegisterClass, ...]:
    """Those of the settings in their order, then those that documents have, then the settings' confidential ones."""
    settings = catalog.settings
    found: dict[str, list[Register]] = {}
    for register in catalog.of_type(Register):
        found.setdefault(register.register_kind, []).append(register)
    names = dict.fromkeys((*settings.registers, *sorted(found), *settings.confidential_records))
    return tuple(
        RegisterClass(
            name,
            settings.registers.get(name, ""),
            bool(confidential_record(name, settings.confidential_records)),
            tuple(found.get(name, ())),
        )
        for name in names
    )
