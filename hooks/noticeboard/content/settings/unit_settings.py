"""The settings of a site that say which units there are, whose they are, and what is due from them (SPECIFICATION section 15)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator

from noticeboard.content.settings.categories import Slug
from noticeboard.content.settings.settings_group import SettingsGroup
from noticeboard.slugs import slug_of

Frequency = Literal["每年", "每学年", "每学期", "每半年", "每季度", "每月"]
_Days = Annotated[int, Field(ge=0, le=366)]


class Unit(SettingsGroup):
    """A unit that issues documents: the union itself or one of its branches."""

    name: str = Field(min_length=1)
    slug: Slug = ""
    """Address name below /units/; pinyin of the name when absent."""
    parent: str = ""
    """The name of the unit that it belongs to; empty at the top."""
    children: tuple[str, ...] = ()
    """The names of the units that belong to it."""
    exempt: bool = False
    """Whether nothing is due from it: it only holds others together."""

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, value: Any) -> Any:
        if isinstance(value, str):
            value = {"name": value}
        if isinstance(value, dict) and isinstance(value.get("name"), str) and "slug" not in value:
            value = {**value, "slug": slug_of(value["name"])}
        return value


class FilingSettings(SettingsGroup):
    """What every unit has to file, and when it is late."""

    plan: tuple[Frequency, ...] = ()
    """The periods of each of which a plan is due; without any, a plan at all times."""
    summary: tuple[Frequency, ...] = ()
    """The periods of each of which a summary is due; without any, one of each plan's period."""
    plan_days: _Days = 0
    """How many days of its period may pass before a plan is late."""
    summary_days: _Days = 0
    """How many days after its period a summary may come."""

    @field_validator("plan", "summary", mode="before")
    @classmethod
    def _one_or_more(cls, value: Any) -> Any:
        return (value,) if isinstance(value, str) else value


def flat(value: Any) -> Any:
    """The units of the settings without those that stand below their parents, which stand behind them instead.

    What is no list of units is left as it is, for the settings' own checks to tell.
    """
    if not isinstance(value, list | tuple):
        return value
    found = list(_below(value, ""))
    named = {
        item["name"] for item, is_name in found if isinstance(item, dict) and not is_name and "name" in item
    }
    # A child that is given by its name alone may be described elsewhere in the list.
    parents = {item["name"]: item["parent"] for item, is_name in found if is_name and item.get("parent")}
    return tuple(
        {**item, "parent": parents[item["name"]]}
        if isinstance(item, dict) and item.get("name") in parents and not item.get("parent")
        else item
        for item, is_name in found
        if not (is_name and item.get("parent") and item["name"] in named)
    )


_DEEPEST = 20


def _below(value: list[Any] | tuple[Any, ...], parent: str, depth: int = 0) -> Iterator[tuple[Any, bool]]:
    """Each unit, and whether it is given by its name alone."""
    for item in value:
        if isinstance(item, str):
            yield {"name": item.strip(), **({"parent": parent} if parent else {})}, True
            continue
        children = item.get("children") if isinstance(item, dict) else None
        if not isinstance(item, dict) or not isinstance(children, list | tuple | None) or depth > _DEEPEST:
            yield item, False
            continue
        name = item.get("name")
        own = {key: given for key, given in item.items() if key != "children"}
        yield own if own.get("parent") or not parent else {**own, "parent": parent}, False
        if children and isinstance(name, str):
            yield from _below(children, name.strip(), depth + 1)


def linked(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units with their `children`; ValueError where a parent is none of them, or a circle closes."""
    names = {unit.name for unit in units}
    parents = {unit.name: unit.parent for unit in units}
    for unit in units:
        if unit.parent and unit.parent not in names:
            raise ValueError(f"units 里“{unit.name}”的上级“{unit.parent}”不是 units 里的单位")
        above, seen = unit.parent, {unit.name}
        while above:
            if above in seen:
                raise ValueError(f"units 里“{unit.name}”的上级绕了一圈，又回到自己")
            seen.add(above)
            above = parents[above]
    return tuple(
        unit.model_copy(
            update={"children": tuple(other.name for other in units if other.parent == unit.name)}
        )
        for unit in units
    )
