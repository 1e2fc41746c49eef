"""Values come back as they were, and of what is not declared nothing is written or made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as some

from noticeboard.serializer import Serializer, UndeclaredType


class Colour(StrEnum):
    RED = "red"


class Point(NamedTuple):
    x: int
    y: Decimal


@dataclass(frozen=True, slots=True)
class Leaf:
    value: Any


@dataclass(frozen=True, kw_only=True)
class Named:
    leaf: Leaf | None = None
    colour: Colour = Colour.RED
    points: tuple[Point, ...] = ()
    below: tuple[Named, ...] = field(default=())


class Stranger:
    pass


def without_fold(moment):
    """ISO 8601 does not tell the two hours at the end of summer time apart; China has none."""
    return moment.replace(fold=0)


SERIALIZER = Serializer(Named)
PLAIN = some.one_of(
    some.none(), some.booleans(), some.integers(), some.text(), some.floats(allow_nan=False), some.dates(), some.times().map(without_fold),
    some.datetimes(timezones=some.sampled_from([None, UTC, timezone(timedelta(hours=8))])).map(without_fold),
    some.decimals(allow_nan=False), some.builds(Point, some.integers(), some.decimals(allow_nan=False)),
)  # fmt: skip
VALUES = some.recursive(
    PLAIN,
    lambda inner: some.one_of(
        some.lists(inner),
        some.lists(inner).map(tuple),
        some.dictionaries(some.text() | some.integers(), inner),
        some.frozensets(some.text()),
        some.builds(Named, leaf=some.builds(Leaf, inner)),
    ),
    max_leaves=8,
)


@given(VALUES)
def test_a_value_comes_back_as_it_was(value):
    found = SERIALIZER.loads(SERIALIZER.dumps(value))
    # 1, 1.0 and True are equal, and written differently.
    assert found == value and SERIALIZER.dumps(found) == SERIALIZER.dumps(value)


def test_types_that_are_reached_by_annotations_are_known():
    value = Named(
        leaf=Leaf(1), points=(Point(1, Decimal("1.50")),), below=(Named(), Named(leaf=Leaf("甲\ud800")))
    )
    assert SERIALIZER.loads(SERIALIZER.dumps(value)) == value


@pytest.mark.parametrize("value", [Stranger(), {1, 2}, b"bytes", Leaf(Stranger()), object, print, [1j]])
def test_what_is_not_declared_is_not_written(value):
    with pytest.raises(UndeclaredType):
        SERIALIZER.dumps(value)


def test_days_and_moments_keep_their_type():
    for value in (date(2026, 3, 1), datetime(2026, 3, 1, 9, 30), time(9, 30), True, 1, 1.0, "1"):
        assert type(SERIALIZER.loads(SERIALIZER.dumps(value))) is type(value)
