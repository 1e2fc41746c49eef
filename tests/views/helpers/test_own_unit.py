"""The units that a reader can choose, and whose rows they then see."""

from datetime import date

from noticeboard.content.documents import Document
from noticeboard.content.settings.board_settings import Settings
from noticeboard.views.helpers.own_unit import slugs_of, unit_choices

UNITS = [
    {"name": "总会", "slug": "union"},
    {"name": "一分会", "slug": "one", "parent": "总会"},
    {"name": "甲组", "slug": "group", "parent": "一分会"},
    {"name": "协会", "slug": "club"},
]


def document(unit: str) -> Document:
    return Document(path="plans/a.md", title="标题", date=date(2026, 1, 1), unit=unit)


def test_what_the_units_above_do_is_for_everybody_below():
    choices = unit_choices(Settings(organisation="总会", units=UNITS))
    assert {choice.name: choice.slugs for choice in choices} == {
        "总会": ("union",),
        "一分会": ("one", "union"),
        "甲组": ("group", "one", "union"),
        "协会": ("club", "union"),
    }


def test_a_row_of_several_plans_is_of_all_their_units():
    settings = Settings(organisation="总会", units=UNITS)
    assert slugs_of(settings, [document("甲组"), document("总会"), document("甲组")]) == ("group", "union")


def test_a_board_of_one_unit_has_nothing_to_choose():
    settings = Settings(organisation="总会")
    assert unit_choices(settings) == ()
    assert slugs_of(settings, [document("总会")]) == ()
