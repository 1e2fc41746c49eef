"""What each kind of organisation calls itself, its people and its assembly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from noticeboard.content.settings.board_settings import Kind


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one kind of organisation."""

    label: str
    """What the maintainer calls the kind: 学校."""
    staff: str
    assembly: str


WORDING: Mapping[Kind, Wording] = {
    "school": Wording("学校", "教职工", "教职工代表大会"),
    "enterprise": Wording("工厂", "职工", "职工代表大会"),
    "government": Wording("机关", "干部职工", "职工大会"),
    "kindergarten": Wording("幼儿园", "教职工", "教职工代表大会"),
    "company": Wording("公司", "职工", "职工代表大会"),
    "village": Wording("村", "村民", "村民代表会议"),
}
KINDS: Mapping[str, Kind] = {wording.label: kind for kind, wording in WORDING.items()}
"""What may be typed for a kind, in the order in which it is offered."""


def kind_of(typed: str) -> Kind:
    """The kind that a maintainer means by its Chinese or its English name."""
    return next(kind for kind, wording in WORDING.items() if typed in (kind, wording.label))
